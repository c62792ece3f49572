import { type Paper, renderSvg, YearsChart } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import { type FigureStudy, sourceOf } from '../figures/figure-words.ts';
import type { ConcentrationReport } from './concentration-report.ts';
import { placesText, spreadText, subtitleText } from './place-words.ts';

/**
 * The figure of the years as SVG.
 *
 * @param study names it and its files; undefined for a table of counts
 * @returns undefined with fewer than two whole years
 */
export function yearsFigure(
  report: ConcentrationReport,
  study: FigureStudy | undefined,
  lang: Language,
  paper: Paper = {},
): string | undefined {
  const { years, rarefiedTo, simulated } = report;
  const drawn = years.flatMap(({ year, over, rarefied }) => {
    const half = over.shares.find(({ percent }) => percent === 50)!;
    const equal = rarefied?.shares.find(({ percent }) => percent === 50);
    const { incidents, incidentsPerPlace } = over;
    const { share, expectedShare } = half;
    return equal ? [{ year, incidents, incidentsPerPlace, share, expectedShare, rarefied: equal }] : [];
  });
  if (drawn.length < 2 || !rarefiedTo) return undefined;
  return renderSvg(
    <YearsChart
      lang={lang}
      title={text(lang, 'concentration.years.title')}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={study && sourceOf(study)}
      years={drawn}
      leftOut={years.filter(({ isWhole }) => !isWhole).map(({ year }) => year)}
      rarefiedTo={rarefiedTo.incidents}
      denominatorText={placesText(lang, report)}
      nullText={spreadText(lang, report)}
      simulated={simulated}
    />,
    paper,
  );
}
