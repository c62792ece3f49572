import type { Paper } from '@oryn/figures';
import type { Drawn } from '../../figures/drawn.ts';
import { figuresOf } from '../../figures/figures.tsx';
import type { PaperFigure } from '../docx-document.ts';
import { paperFigure } from '../report-files.ts';
import type { GuideLanguage } from './guide-document.ts';
import { GUIDE_FIGURES, type GuideFigure } from './guide-section.ts';

/** As wide as the text and lettered like it; a page has room for the curve, its table and what is said of both. */
const PAPERS: Record<GuideFigure, Paper> = {
  lorenz: { widthMm: 165, heightMm: 115, face: 'serif' },
  'hot-places': { widthMm: 165, face: 'serif' },
};

/**
 * The figures of the guide for a document.
 *
 * @param found the study of `GUIDE_EXAMPLE`, evaluated
 * @param picture an SVG of ours as a PNG
 */
export function guideFigures(
  found: Drawn,
  lang: GuideLanguage,
  picture: (svg: string) => Uint8Array,
): Map<string, PaperFigure> {
  const drawn = GUIDE_FIGURES.flatMap((name) => [
    ...figuresOf(found, lang, PAPERS[name], { figures: [name] }),
  ]);
  return new Map(drawn.map(([name, svg]) => [name, paperFigure(svg, picture)]));
}
