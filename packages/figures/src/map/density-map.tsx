import { decimalsOf, formatNumber, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type Block, gap, paragraph } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { classLabel } from './classed-map.tsx';
import {
  type ContourBand,
  ContourFill,
  ContourLine,
  type LineStyle,
  type Rings,
  strokeOf,
  Within,
} from './contour-shapes.tsx';
import {
  amountHeading,
  boundaryRow,
  type LegendColumn,
  LINE,
  legendHeading,
  row,
  SWATCH,
  Swatch,
  totalLine,
} from './legend-parts.tsx';
import { MapFigure } from './map-figure.tsx';
import type { MapDrawing } from './map-frame.tsx';
import { boxesOf } from './map-names.tsx';
import type { MapProps } from './map-props.ts';
import { sequentialFills, sequentialOutline } from './sequential.ts';
import { boundsOf } from './viewport.ts';

const HALF_LINE: LineStyle = { width: 1.3 };

export interface DensityMapProps extends MapProps {
  /** Bands by their levels, the lowest first, at most 6; incidents per km². */
  readonly bands: readonly ContourBand[];
  /** Ground under the lowest level, inside the study area; undefined where the area is not known. */
  readonly belowKm2?: number | undefined;
  /** The densest ground that holds half of the incidents, bounded by one level. */
  readonly half?: { readonly rings: Rings; readonly km2: number } | undefined;
  /** Kernel, bandwidth, grid, edge correction: a paragraph each under the heading of the legend. */
  readonly notes: readonly string[];
  /** Incidents smoothed. */
  readonly total: number;
}

/** Density of incidents in bands of one hue, cut at the boundary, with the ground that holds half of them. */
export function DensityMap(props: DensityMapProps): ReactNode {
  const { boundary, bands } = props;
  return (
    <MapFigure
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : (bands[0]?.rings ?? []))}
      {...densityDrawing(props)}
      legend={(column) => densityLegend(props, column)}
    />
  );
}

/** The bands and the line of a density, for a map of its own or one of several. */
function densityDrawing({
  bands,
  half,
  boundary,
}: Pick<DensityMapProps, 'bands' | 'half' | 'boundary'>): MapDrawing {
  const fills = sequentialFills(bands.length, 'teal');
  return {
    fills: (view) => (
      <Within view={view} rings={boundary} name="density">
        {bands.map(({ from, rings }, i) => (
          <ContourFill key={from} view={view} rings={rings} fill={fills[i]!} edge={sequentialOutline.teal} />
        ))}
      </Within>
    ),
    taken: (view) => bands.slice(-2).flatMap(({ rings }) => boxesOf(view, rings)),
    outlines: (view) =>
      half && (
        <Within view={view} rings={boundary} name="density-half">
          <ContourLine view={view} rings={half.rings} line={HALF_LINE} hasEdge />
        </Within>
      ),
  };
}

/** The legend of densities: unit, how they were smoothed, levels with the ground of each, N. */
function densityLegend(
  props: Omit<DensityMapProps, 'title' | 'sourceLine' | 'simulated'>,
  column: LegendColumn,
): Block[] {
  const { lang, bands, belowKm2, half, boundary } = props;
  const { x, width } = column;
  const fills = sequentialFills(bands.length, 'teal');
  const limits = [...bands.map(({ from }) => from), Number.POSITIVE_INFINITY];
  const areas = [...bands.map((band) => band.km2), belowKm2 ?? Number.NaN, half?.km2 ?? Number.NaN];
  const km2 = (area: number) => formatNumber(lang, area, { decimals: decimalsOf(areas) });
  const rows = bands.map((band, i) =>
    row(x, width, classLabel(lang, limits, i, false), km2(band.km2), (y) => (
      <Swatch x={x} y={y} fill={fills[i]!} stroke={sequentialOutline.teal} />
    )),
  );
  // Most first, as the eye looks for the darkest.
  rows.reverse();
  const under = text(lang, 'figures.classUnder', {
    n: formatNumber(lang, limits[0]!, { decimals: decimalsOf(limits) }),
  });
  rows.push(
    row(x, width, under, belowKm2 === undefined ? '' : km2(belowKm2), (y) => (
      <Swatch x={x} y={y} fill={palette.ground} stroke={palette.street} strokeWidth={0.4} />
    )),
  );
  if (half) {
    const label = text(lang, 'figures.densityHalf');
    rows.push(lineRow(label, km2(half.km2), HALF_LINE, column));
  }
  if (boundary.length > 0) rows.push(boundaryRow(lang, column));
  return [
    legendHeading(text(lang, 'figures.densityHeading'), column),
    ...props.notes.map((note) => paragraph(note, x, width, { fill: palette.secondary, leading: LINE })),
    gap(4),
    amountHeading(text(lang, 'figures.km2'), column),
    ...rows,
    gap(6),
    totalLine(lang, props.total, column),
  ];
}

/** A row that explains a line over the classes. */
export function lineRow(label: string, amount: string, line: LineStyle, { x, width }: LegendColumn): Block {
  return row(x, width, label, amount, (y) => (
    <path d={`M${px(x)} ${px(y + SWATCH / 2)}h${SWATCH}`} fill="none" {...strokeOf(line)} />
  ));
}
