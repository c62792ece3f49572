import { lorenzCurve, poissonNull } from '@oryn/core';
import { LorenzChart, type Paper, renderSvg } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import type { Study } from '../definition/schema.ts';
import { sourceOf } from '../figures/figure-words.ts';
import { halfOf } from '../report/statements.ts';
import { type ConcentrationReport, firstOf } from './concentration-report.ts';
import type { CountedPlaces } from './counted-places.ts';
import { placeSets, valuesIn } from './denominators.ts';
import { placesText, spreadText, subtitleText } from './place-words.ts';

/**
 * The Lorenz curve over the first denominator beside that of chance, as SVG.
 *
 * @param counted what the report was made from
 * @param study names it and its files; undefined for a table of counts
 * @returns undefined without an incident: there is no curve
 */
export function lorenzFigure(
  report: ConcentrationReport,
  counted: Pick<CountedPlaces, 'n' | 'inMask' | 'extent'>,
  study: Study | undefined,
  lang: Language,
  paper: Paper = {},
): string | undefined {
  const { over } = firstOf(report);
  if (over.incidents === 0) return undefined;
  const half = halfOf(over);
  return renderSvg(
    <LorenzChart
      lang={lang}
      title={text(lang, 'figures.lorenzTitle')}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={study && sourceOf(study)}
      curve={lorenzCurve(valuesIn(counted.n, placeSets(counted)[0]))}
      expected={poissonNull(over.incidentsPerPlace).curve}
      markers={[{ share: 0.5, placeShare: half.share, expectedPlaceShare: half.expectedShare }]}
      gini={over.gini.gini}
      expectedGini={over.expected.gini}
      denominatorText={placesText(lang, report)}
      nullText={spreadText(lang, report)}
      n={over.places}
      N={over.incidents}
      simulated={report.simulated}
    />,
    paper,
  );
}
