import { formatInteger, formatNumber, formatPercent, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { MeasureChart, type Row } from '../concentration/measure-chart.tsx';
import type { FigureHeading } from '../frame/figure-heading.ts';
import { sourceNote } from '../frame/source-note.ts';

/** One size of cell, over every position of its grid that was looked at. */
export interface ScalePoint {
  /** km² of one cell. */
  readonly areaKm2: number;
  /** Of the grid as it lies; shifted grids differ by a few cells at the edge. */
  readonly places: number;
  readonly incidentsPerPlace: number;
  /** Share of places that hold half of the incidents, per position of the grid. */
  readonly shares: readonly number[];
  readonly expectedShare: number;
  readonly ginis: readonly number[];
  readonly expectedGini: number;
  /** Mean Gini inside larger cells, per position of the grid; NaN where no larger cell has any to compare. */
  readonly nestedGinis: readonly number[];
}

export interface ScaleChartProps extends FigureHeading {
  /** In ascending order of area. */
  readonly scales: readonly ScalePoint[];
  readonly unit: 'cells' | 'squares';
  /** Which places are counted, in words. */
  readonly denominatorText: string;
  /** How incidents would be spread by chance, in words. */
  readonly nullText: string;
  readonly simulated: boolean;
}

const SHARE_HEIGHT = 190;
const GINI_HEIGHT = 130;

/**
 * What the size and the position of a grid do to the measures (the modifiable areal unit problem): the share of places
 * that hold half of the incidents and the Gini coefficient at each size, beside what chance gives at that size. Only
 * the distance to chance can be read as concentration; the level moves with the size by itself.
 */
export function ScaleChart(props: ScaleChartProps): ReactNode {
  const { lang, scales, title, subtitle, widthMm, simulated } = props;
  return (
    <MeasureChart
      lang={lang}
      title={title}
      subtitle={subtitle}
      notes={notesOf(props)}
      widthMm={widthMm}
      simulated={simulated}
      columns={scales.length}
      entries={[
        { style: 'observed', label: text(lang, 'figures.observed') },
        { style: 'chance', label: text(lang, 'figures.expected') },
        { style: 'other', label: text(lang, 'concentration.scale.nested') },
      ]}
      panels={[
        {
          title: text(lang, 'concentration.scale.share'),
          height: SHARE_HEIGHT,
          write: (value) => formatPercent(lang, value),
          lines: [
            { style: 'chance', values: scales.map(({ expectedShare }) => [expectedShare]), isLabelled: true },
            { style: 'observed', values: scales.map(({ shares }) => shares), isLabelled: true },
          ],
        },
        {
          title: text(lang, 'concentration.scale.gini'),
          height: GINI_HEIGHT,
          most: 1,
          write: (value) => formatNumber(lang, value),
          lines: [
            { style: 'chance', values: scales.map(({ expectedGini }) => [expectedGini]) },
            { style: 'other', values: scales.map(({ nestedGinis }) => nestedGinis) },
            { style: 'observed', values: scales.map(({ ginis }) => ginis) },
          ],
        },
      ]}
      rows={rowsUnder(props)}
    />
  );
}

function rowsUnder({ lang, scales, unit }: ScaleChartProps): Row[] {
  return [
    {
      head: text(lang, 'concentration.scale.area', { unit }),
      cells: scales.map(({ areaKm2 }) => formatNumber(lang, areaKm2)),
    },
    {
      head: text(lang, 'concentration.scale.places', { unit }),
      cells: scales.map(({ places }) => formatInteger(lang, places)),
    },
    {
      head: text(lang, 'concentration.scale.perPlace', { unit }),
      cells: scales.map(({ incidentsPerPlace }) => formatNumber(lang, incidentsPerPlace)),
    },
  ];
}

function notesOf({
  lang,
  denominatorText,
  nullText,
  scales,
  sourceLine,
}: ScaleChartProps): (string | undefined)[] {
  const positions = Math.max(...scales.map(({ shares }) => shares.length));
  return [
    text(lang, 'concentration.scale.denominator', { denominator: denominatorText }),
    text(lang, 'figures.lorenzNull', { null: nullText }),
    positions > 1
      ? text(lang, 'concentration.scale.positions', { n: formatInteger(lang, positions) })
      : undefined,
    text(lang, 'concentration.scale.reading'),
    sourceNote(lang, sourceLine),
  ];
}
