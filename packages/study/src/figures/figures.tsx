import type { Paper } from '@oryn/figures';
import type { Language } from '@oryn/language';
import { lorenzFigure } from '../concentration/lorenz-figure.tsx';
import { worldFigure } from '../concentration/world-figure.tsx';
import { yearsFigure } from '../concentration/years-figure.tsx';
import type { Drawn } from './drawn.ts';
import { bundleFigures, type FigureChoices, type FigureName } from './figure-names.ts';
import { hotPlacesFigure } from './hot-places-figure.tsx';

/** SVG text of a figure, undefined where there is nothing it could show. */
type Draw = (drawn: Drawn, lang: Language, paper: Paper, choices: FigureChoices) => string | undefined;

const DRAW: Record<FigureName, Draw> = {
  'hot-places': hotPlacesFigure,
  lorenz: ({ report, study, places, n, inMask }, lang, paper) =>
    lorenzFigure(report, { n, inMask, extent: places.extent }, study, lang, paper),
  'concentration-years': ({ report, study }, lang, paper) => yearsFigure(report, study, lang, paper),
  'concentration-world': ({ report, study }, lang, paper) => worldFigure(report, study, lang, paper),
};

/**
 * The figures of a study in a language: SVG text by file name without extension, without those that have nothing to
 * show.
 *
 * @param paper its number is that of the first figure, the others follow
 */
export function figuresOf(
  drawn: Drawn,
  lang: Language,
  paper: Paper = {},
  choices: FigureChoices = {},
): Map<FigureName, string> {
  const figures = new Map<FigureName, string>();
  for (const name of choices.figures ?? bundleFigures) {
    const own = paper.number === undefined ? paper : { ...paper, number: paper.number + figures.size };
    const svg = DRAW[name](drawn, lang, own, choices);
    if (svg !== undefined) figures.set(name, svg);
  }
  return figures;
}
