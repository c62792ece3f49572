import { decimalsOf, formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type Block, gap, paragraph } from '../frame/stack.tsx';
import { unionOutline } from '../geometry/union-outline.ts';
import { palette } from '../palette.ts';
import { classIndex, countByClass } from './class-breaks.ts';
import {
  amountHeading,
  boundaryRow,
  type LegendColumn,
  LINE,
  legendHeading,
  row,
  Swatch,
  totalLine,
} from './legend-parts.tsx';
import { MapFigure } from './map-figure.tsx';
import type { MapDrawing } from './map-frame.tsx';
import { ringsPath } from './map-ground.tsx';
import { boxesOf } from './map-names.tsx';
import type { MapProps } from './map-props.ts';
import { type SequentialHue, sequentialFills, sequentialOutline } from './sequential.ts';
import { boundsOf } from './viewport.ts';

/** Places with a value each. */
export interface ClassedPlaces {
  readonly count: number;
  /** Outer ring of a place, x, y pairs in metres of the plane. */
  readonly rings: (index: number) => Float64Array;
  /** Value per place; 0 = none, left as empty ground; NaN = not known. */
  readonly value: ArrayLike<number>;
}

/** Part of the classes, the strongest, that no name is written over. */
const KEPT_CLEAR = 0.4;
const OUTLINE = { strokeWidth: 0.35, strokeOpacity: 0.55 };

/** Places filled by class, those whose value is not known in a neutral: one shape per class. */
export function classedDrawing(
  places: ClassedPlaces,
  limits: readonly number[],
  hue: SequentialHue = 'warm',
): MapDrawing {
  const fills = sequentialFills(limits.length - 1, hue);
  const ringsOf = (passes: (value: number) => boolean) =>
    Array.from({ length: places.count }, (_, i) => i).flatMap((i) =>
      passes(places.value[i]!) ? [places.rings(i)] : [],
    );
  const shapes = fills.map((fill, index) => ({
    fill,
    rings: unionOutline(ringsOf((value) => classIndex(value, limits) === index)),
  }));
  const unknown = unionOutline(ringsOf(Number.isNaN));
  const strongest = fills.length - Math.ceil(fills.length * KEPT_CLEAR);
  return {
    fills: (view) => (
      <>
        <path d={ringsPath(view, unknown)} fill={palette.quiet} fillRule="evenodd" />
        {shapes.map(({ fill, rings }) => (
          <path
            key={fill}
            d={ringsPath(view, rings)}
            fill={fill}
            fillRule="evenodd"
            stroke={sequentialOutline[hue]}
            {...OUTLINE}
            strokeLinejoin="round"
          />
        ))}
      </>
    ),
    taken: (view) =>
      boxesOf(
        view,
        ringsOf((value) => classIndex(value, limits) >= Math.max(1, strongest)),
      ),
  };
}

interface ClassedLegendProps {
  readonly lang: Language;
  /** What the values are, with their unit: "Incidents per cell". */
  readonly heading: string;
  /** How the classes were made, the area of a cell, what is left out: a paragraph each under the heading. */
  readonly notes: readonly string[];
  readonly limits: readonly number[];
  /** Places per class, one less than limits. */
  readonly counts: readonly number[];
  /** Places without an incident; a row of its own where given. A map counts those of value 0 where left out. */
  readonly empty?: number | undefined;
  /** Places whose value is not known; a row where there is one. */
  readonly unknown?: number | undefined;
  /** Incidents on the map. */
  readonly total: number;
  /** What the rows count, default 'cells'. */
  readonly unit?: 'cells' | 'places' | undefined;
  /** Whole values have classes like 1–2, 3–7; others share their limits. Default true. */
  readonly isWhole?: boolean | undefined;
  readonly hue?: SequentialHue | undefined;
  readonly hasBoundary?: boolean | undefined;
  /** Further lines after N, such as denominators. */
  readonly denominators?: readonly string[] | undefined;
}

/** The legend of a map of classes: unit, method, limits with numbers of places, N. */
function classedLegend(props: ClassedLegendProps, column: LegendColumn): Block[] {
  const { lang, limits, counts, empty, unknown = 0, unit = 'cells', hue = 'warm' } = props;
  const { x, width } = column;
  const fills = sequentialFills(counts.length, hue);
  const swatch = (fill: string, stroke: string, strokeWidth: number) => (y: number) => (
    <Swatch x={x} y={y} fill={fill} stroke={stroke} strokeWidth={strokeWidth} />
  );
  const amount = (n: number) => formatInteger(lang, n);
  const secondary = (line: string) => paragraph(line, x, width, { fill: palette.secondary, leading: LINE });
  const rows = counts.map((n, i) =>
    row(
      x,
      width,
      classLabel(lang, limits, i, props.isWhole),
      amount(n),
      swatch(fills[i]!, sequentialOutline[hue], 0.8),
    ),
  );
  // Most first, as the eye looks for the darkest.
  rows.reverse();
  if (counts.length === 0) rows.push(paragraph(text(lang, 'figures.noIncidents'), x, width), gap(4));
  if (empty !== undefined) {
    rows.push(
      row(
        x,
        width,
        text(lang, 'figures.emptyPlaces'),
        amount(empty),
        swatch(palette.ground, palette.street, 0.4),
      ),
    );
  }
  if (unknown > 0) {
    rows.push(
      row(
        x,
        width,
        text(lang, 'terms.not_known'),
        amount(unknown),
        swatch(palette.quiet, palette.street, 0.4),
      ),
    );
  }
  if (props.hasBoundary) rows.push(boundaryRow(lang, column));
  return [
    legendHeading(props.heading, column),
    ...props.notes.map(secondary),
    gap(4),
    amountHeading(text(lang, unit === 'cells' ? 'figures.cellsHeading' : 'figures.placesHeading'), column),
    ...rows,
    gap(6),
    totalLine(lang, props.total, column),
    ...(props.denominators ?? []).map(secondary),
  ];
}

/** The limits of a class in words: "3–7", "5", "51 and more". */
export function classLabel(lang: Language, limits: readonly number[], index: number, isWhole = true): string {
  const decimals = isWhole ? 0 : decimalsOf(limits);
  const written = (limit: number): string => formatNumber(lang, limit, { decimals });
  const from = limits[index]!;
  const next = limits[index + 1]!;
  if (next === Number.POSITIVE_INFINITY) {
    return text(lang, 'figures.classFrom', { n: written(from) });
  }
  const isLast = index === limits.length - 2;
  const to = isWhole && !isLast ? next - 1 : next;
  const [low, high] = [from, to].map(written);
  return low === high ? low! : `${low}–${high}`;
}

export interface ClassedMapProps
  extends MapProps,
    Omit<ClassedLegendProps, 'lang' | 'counts' | 'unknown' | 'hasBoundary'> {
  readonly places: ClassedPlaces;
}

/** Places by the class of their value, counted in the legend: none is left out, none has two colours. */
export function ClassedMap(props: ClassedMapProps): ReactNode {
  const { places, boundary, limits, hue } = props;
  const values = Array.from({ length: places.count }, (_, i) => places.value[i]!);
  const all = () => values.map((_, i) => places.rings(i));
  return (
    <MapFigure
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : all())}
      {...classedDrawing(places, limits, hue)}
      legend={(column) =>
        classedLegend(
          {
            ...props,
            counts: countByClass(values, limits),
            empty: props.empty ?? values.filter((value) => value === 0).length,
            unknown: values.filter(Number.isNaN).length,
            hasBoundary: boundary.length > 0,
          },
          column,
        )
      }
    />
  );
}
