import { type Paper, renderSvg, WorldStrip } from '@oryn/figures';
import type { Language } from '@oryn/language';
import type { Study } from '../definition/schema.ts';
import { sourceOf } from '../figures/figure-words.ts';
import { worldStripProps } from '../world/world-strip-props.ts';
import type { ConcentrationReport } from './concentration-report.ts';
import { verdictFacts } from './report-verdict.ts';

/**
 * The result among published values, as SVG; where none is comparable, the strip says so.
 *
 * @param study names its files; undefined for a table of counts
 * @returns undefined for simulated data, road accidents and no incidents, which are set beside nothing
 */
export function worldFigure(
  report: ConcentrationReport,
  study: Study | undefined,
  lang: Language,
  paper: Paper = {},
): string | undefined {
  const facts = verdictFacts(report);
  if (facts.comparison.verdict === 'refused') return undefined;
  const props = { ...worldStripProps(lang, facts), sourceLine: study && sourceOf(study) };
  return renderSvg(<WorldStrip {...props} />, paper);
}
