import { type CityPanel, type CityPanelPoint, CityPanels, renderSvg } from '@oryn/figures';
import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import { contextFigures } from '../world/context-figures.tsx';
import type { Comparison } from './compare-cities.ts';
import { LEAST_INCIDENTS } from './compared-pairs.ts';
import { type ComparedRow, HALF, offencesToCompare } from './compared-rows.ts';
import { breakText, listOf, offenceName, quantity } from './comparison-words.ts';
import { denominatorText } from './results-text.ts';
import { type AppliedBreak, breaksBetween } from './series-breaks.ts';

/** Which share a figure draws: of the incidents there are, or at the number that all rows share. */
type Volume = 'own' | 'equal';

/** One column needs no more than a text is wide. */
const ONE_CITY_MM = 120;

/** More rows of panels do not fit a page. */
const MOST_OFFENCES = 5;

/** The figures of a comparison in a language: SVG text by file name without extension. */
export function comparisonFigures(lang: Language, comparison: Comparison): Map<string, string> {
  const figures = new Map<string, string>();
  const hasYears = comparison.cities.some(({ years }) => years.length > 0);
  if (hasYears) figures.set('shares', panelsFigure(lang, comparison, 'own'));
  if (hasYears && comparison.common) figures.set('shares-equal', panelsFigure(lang, comparison, 'equal'));
  const years = [...new Set(comparison.cities.flatMap((city) => city.years.map(({ year }) => year)))];
  for (const [name, svg] of contextFigures(lang, comparison.context, years)) figures.set(name, svg);
  return figures;
}

function panelsFigure(lang: Language, comparison: Comparison, volume: Volume): string {
  const { cities, common } = comparison;
  const all = cities.flatMap((city) => city.years.map(({ year }) => year));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const { drawn, more } = drawnOffences(comparison);
  const letters = breakLetters(comparison, drawn, first, last);
  const isOwn = volume === 'own';
  const offences = drawn.map((offence) => ({
    name: offenceName(lang, offence),
    panels: cities.map((_, city) => panelOf(comparison, city, offence, volume, letters)),
  }));
  const equal = common && {
    volume: quantity(lang, common.incidentsPerPlace),
    expected: formatPercent(lang, common.expectedShare),
  };
  return renderSvg(
    <CityPanels
      lang={lang}
      widthMm={cities.length === 1 ? ONE_CITY_MM : undefined}
      title={text(lang, isOwn ? 'compare.figure.titleOwn' : 'compare.figure.titleEqual')}
      subtitle={listOf(cities.map(({ name }) => name[lang]))}
      cities={cities.map(({ name, unit }, i) => ({
        name: name[lang],
        note: text(lang, 'compare.figure.cells', {
          n: formatInteger(lang, comparison.reports[i].denominators[0].over.places),
          area: quantity(lang, unit.medianAreaKm2),
        }),
      }))}
      offences={offences}
      years={years}
      observedText={text(lang, 'compare.figure.observed')}
      intervalText={text(lang, isOwn ? 'compare.figure.interval' : 'compare.figure.range')}
      notes={[
        text(lang, 'compare.figure.denominator', { denominator: denominatorText(lang, comparison) }),
        ...(comparison.subject === 'road-accidents' ? [text(lang, 'compare.notCrime')] : []),
        equal && !isOwn
          ? text(lang, 'compare.figure.noteEqual', equal)
          : text(lang, 'compare.figure.noteOwn', { floor: formatInteger(lang, LEAST_INCIDENTS) }),
        ...(isOwn ? [intervalNote(lang, offences)] : []),
        ...[...letters.values()].map(({ letter, found }) => `${letter} — ${breakText(found, lang)}`),
        ...(more
          ? [text(lang, 'compare.figure.moreOffences', { n: formatInteger(lang, drawn.length - 1) })]
          : []),
      ]}
      sourceLine={listOf(cities.flatMap(({ bundle }) => bundle.manifest.study.files))}
    />,
  );
}

function intervalNote(lang: Language, offences: readonly { panels: readonly CityPanel[] }[]): string {
  const points = offences.flatMap(({ panels }) => panels.flatMap((panel) => panel.points));
  const some = points.some(({ low }) => !Number.isNaN(low));
  return text(lang, 'compare.figure.noteInterval', { some: some ? 'yes' : 'no' });
}

/** A group that never has as many in a year is a few places and no picture. */
function isDrawable({ year, isFirst, over }: ComparedRow): boolean {
  return year !== undefined && isFirst && over.incidents >= LEAST_INCIDENTS;
}

/** All together and the groups that most cities have, of these the most frequent. */
function drawnOffences({ cities, rows }: Comparison): { drawn: (string | undefined)[]; more: boolean } {
  const totals = new Map<string, { inCities: number; incidents: number }>();
  for (const city of cities) {
    for (const label of offencesToCompare(city)) {
      if (!rows.some((row) => row.offence === label && isDrawable(row))) continue;
      const own = city.offences.find((offence) => offence.label === label)!;
      const { inCities, incidents } = totals.get(label) ?? { inCities: 0, incidents: 0 };
      totals.set(label, { inCities: inCities + 1, incidents: incidents + own.incidents });
    }
  }
  const labels = [...totals]
    .sort(([, a], [, b]) => b.inCities - a.inCities || b.incidents - a.incidents)
    .map(([label]) => label);
  // One group alone is all there is.
  if (labels.length < 2) return { drawn: [undefined], more: false };
  return { drawn: [undefined, ...labels.slice(0, MOST_OFFENCES)], more: labels.length > MOST_OFFENCES };
}

function panelOf(
  comparison: Comparison,
  city: number,
  offence: string | undefined,
  volume: Volume,
  letters: ReadonlyMap<string, { letter: string }>,
): CityPanel {
  const { cities, rows, common } = comparison;
  const own = rows.filter(
    (row) => row.city === city && row.offence === offence && row.isFirst && row.year !== undefined,
  );
  const points = own.flatMap((row): CityPanelPoint[] => {
    const { over, interval, rarefied, isWhole } = row;
    const year = row.year!;
    if (volume === 'equal') {
      const half = rarefied?.shares.find(({ percent }) => percent === HALF);
      if (!half || !common) return [];
      return [
        { year, share: half.mean, low: half.low, high: half.high, chance: common.expectedShare, isWhole },
      ];
    }
    if (over.incidents < LEAST_INCIDENTS) return [];
    const half = over.shares.find(({ percent }) => percent === HALF)!;
    return [
      {
        year,
        share: half.interpolatedShare,
        low: interval?.low ?? Number.NaN,
        high: interval?.high ?? Number.NaN,
        chance: half.expectedShare,
        isWhole,
      },
    ];
  });
  const years = cities[city].years.map(({ year }) => year);
  const breaks =
    years.length > 0 ? breaksBetween(cities[city], offence, Math.min(...years), Math.max(...years)) : [];
  return {
    name: `${cities[city].name.en}: ${offence ?? 'all'}`,
    points,
    breaks: breaks.map((one) => ({ at: atOf(one.month), letter: letters.get(keyOf(one))!.letter })),
  };
}

const keyOf = ({ month, name }: AppliedBreak): string => `${month} ${name.en}`;

/** The beginning of a month as a year and its part. */
function atOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return year + (number - 1) / 12;
}

/** A letter for every break that a panel shows, in the order of time. */
function breakLetters(
  { cities }: Comparison,
  drawn: readonly (string | undefined)[],
  first: number,
  last: number,
): Map<string, { letter: string; found: AppliedBreak }> {
  const found = new Map<string, AppliedBreak>();
  for (const city of cities) {
    for (const offence of drawn)
      for (const one of breaksBetween(city, offence, first, last)) found.set(keyOf(one), one);
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([key, one], i) => [key, { letter: letterOf(i), found: one }]));
}

const letterOf = (index: number): string => 'abcdefghijklmnopqrstuvwxyz'[index % 26]!;
