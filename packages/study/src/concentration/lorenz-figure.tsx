import { lorenzCurve, poissonNull } from '@oryn/core';
import { LorenzChart, type Paper, renderSvg } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import { type FigureStudy, sourceOf } from '../figures/figure-words.ts';
import { halfOf } from '../report/statements.ts';
import { type ConcentrationReport, firstOf } from './concentration-report.ts';
import type { CountedPlaces } from './counted-places.ts';
import { placeSets, valuesIn } from './denominators.ts';
import { placesText, spreadText, subtitleText } from './place-words.ts';
import { statedChanceGini, statedChanceShare } from './stated-chance.ts';

/**
 * The Lorenz curve over the first denominator beside that of chance, as SVG. The curve of chance is that of the law; what
 * is marked on it and said of it is the mean of the throws, as everywhere.
 *
 * @param counted what the report was made from
 * @param study names it and its files; undefined for a table of counts
 * @returns undefined without an incident: there is no curve
 */
export function lorenzFigure(
  report: ConcentrationReport,
  counted: Pick<CountedPlaces, 'n' | 'inMask' | 'extent'>,
  study: FigureStudy | undefined,
  lang: Language,
  paper: Paper = {},
): string | undefined {
  const first = firstOf(report);
  const { over } = first;
  if (over.incidents === 0) return undefined;
  const half = halfOf(over);
  const { chance } = first;
  return renderSvg(
    <LorenzChart
      lang={lang}
      title={text(lang, 'figures.lorenzTitle')}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={study && sourceOf(study)}
      caption={
        chance &&
        text(lang, 'figures.lorenzThrown', {
          draws: formatInteger(lang, chance.draws),
          seed: String(chance.seed),
        })
      }
      curve={lorenzCurve(valuesIn(counted.n, placeSets(counted)[0]))}
      expected={poissonNull(over.incidentsPerPlace).curve}
      markers={[{ share: 0.5, placeShare: half.share, expectedPlaceShare: statedChanceShare(first, 50) }]}
      gini={over.gini.gini}
      expectedGini={statedChanceGini(first)}
      denominatorText={placesText(lang, report)}
      nullText={spreadText(lang, report)}
      n={over.places}
      N={over.incidents}
      simulated={report.simulated}
    />,
    paper,
  );
}
