import { decimalsOf, formatInteger, formatNumber, formatPercent, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { FigureHeading } from '../frame/figure-heading.ts';
import { sourceNote } from '../frame/source-note.ts';
import { MeasureChart } from './measure-chart.tsx';

/** One whole year. Shares are parts of one. */
export interface YearPoint {
  readonly year: number;
  readonly incidents: number;
  readonly incidentsPerPlace: number;
  /** Share of places that hold half of the incidents of the year. */
  readonly share: number;
  readonly expectedShare: number;
  /** At the incidents of the smallest year: mean and central 95 % of the draws. */
  readonly rarefied: { readonly mean: number; readonly low: number; readonly high: number };
}

export interface YearsChartProps extends FigureHeading {
  /** Whole years, ascending; each has its place on the scale, and one between them that is not here is a gap. */
  readonly years: readonly YearPoint[];
  /** Years that are not whole and so not drawn. */
  readonly leftOut: readonly number[];
  /** Incidents to which every year was thinned. */
  readonly rarefiedTo: number;
  /** Which places are counted, in words. */
  readonly denominatorText: string;
  /** How incidents would be spread by chance, in words. */
  readonly nullText: string;
  readonly simulated: boolean;
}

const HEIGHT = 200;

/**
 * Concentration year by year: as counted, at equal numbers of incidents, and what chance gives. Only the years at equal
 * numbers are comparable; a year with fewer incidents is more concentrated by itself.
 */
export function YearsChart(props: YearsChartProps): ReactNode {
  const { lang, title, subtitle, widthMm, simulated } = props;
  const years = scaleOf(props.years);
  const perPlace = years.map(({ incidentsPerPlace }) => incidentsPerPlace);
  const equal = years.map(({ rarefied }) => rarefied.mean);
  return (
    <MeasureChart
      lang={lang}
      title={title}
      subtitle={subtitle}
      notes={notesOf(props)}
      widthMm={widthMm}
      simulated={simulated}
      columns={years.length}
      entries={[
        { style: 'observed', label: text(lang, 'figures.observed') },
        { style: 'other', label: text(lang, 'concentration.years.equal') },
        { style: 'chance', label: text(lang, 'figures.expected') },
      ]}
      panels={[
        {
          title: text(lang, 'concentration.scale.share'),
          height: HEIGHT,
          write: (value, beside = [value]) =>
            formatPercent(lang, value, { decimals: decimalsOf(beside.map((share) => 100 * share)) }),
          lines: [
            { style: 'chance', values: years.map(({ expectedShare }) => [expectedShare]), isLabelled: true },
            { style: 'observed', values: years.map(({ share }) => [share]), isLabelled: true },
            {
              style: 'other',
              values: years.map(({ rarefied }) => [rarefied.mean]),
              intervals: years.map(({ rarefied }) => [rarefied.low, rarefied.high] as const),
            },
          ],
        },
      ]}
      rows={[
        { head: text(lang, 'concentration.years.year'), cells: years.map(({ year }) => String(year)) },
        {
          head: text(lang, 'concentration.years.incidents'),
          cells: years.map(({ incidents }) => formatInteger(lang, incidents)),
        },
        {
          head: text(lang, 'concentration.years.perPlace'),
          cells: perPlace.map((value) => formatNumber(lang, value, { decimals: decimalsOf(perPlace) })),
        },
        {
          head: text(lang, 'concentration.years.equalShare'),
          cells: equal.map((share) =>
            formatPercent(lang, share, { decimals: decimalsOf(equal.map((one) => 100 * one)) }),
          ),
        },
      ]}
    />
  );
}

/** Every calendar year from the first to the last; one that is not whole or not in the data has no values. */
function scaleOf(years: readonly YearPoint[]): YearPoint[] {
  const first = years[0].year;
  const unknown = Number.NaN;
  return Array.from({ length: years[years.length - 1].year - first + 1 }, (_, i) => {
    const year = first + i;
    return (
      years.find((one) => one.year === year) ?? {
        ...{ year, incidents: unknown, incidentsPerPlace: unknown, share: unknown, expectedShare: unknown },
        rarefied: { mean: unknown, low: unknown, high: unknown },
      }
    );
  });
}

function notesOf(props: YearsChartProps): (string | undefined)[] {
  const { lang, years, denominatorText, nullText, rarefiedTo, leftOut, sourceLine } = props;
  const missing = scaleOf(years)
    .filter(({ year, incidents }) => Number.isNaN(incidents) && !leftOut.includes(year))
    .map(({ year }) => year);
  return [
    text(lang, 'concentration.scale.denominator', { denominator: denominatorText }),
    text(lang, 'figures.lorenzNull', { null: nullText }),
    text(lang, 'concentration.years.thinned', { n: formatInteger(lang, rarefiedTo) }),
    missing.length > 0 ? text(lang, 'concentration.years.missing', { years: missing.join(', ') }) : undefined,
    leftOut.length > 0 ? text(lang, 'concentration.years.leftOut', { years: leftOut.join(', ') }) : undefined,
    sourceNote(lang, sourceLine),
  ];
}
