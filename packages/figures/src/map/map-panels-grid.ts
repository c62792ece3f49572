import { MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { px } from '../geometry/svg-path.ts';
import type { LegendColumn } from './legend-parts.tsx';

/** A map in a narrower frame no longer shows a city. */
const NARROWEST_PANEL_MM = 38;
const MOST_COLUMNS = 4;
const COLUMN_GAP = 10;
const WIDEST_LEGEND = 230;

/** Where panels stand: their numbers by row, their left edges, and what the last row leaves free. */
export interface Grid {
  readonly rows: readonly (readonly number[])[];
  readonly lefts: readonly number[];
  readonly panelWidth: number;
  /** Between columns and between rows. */
  readonly gap: number;
  /** Undefined where the last row is full. */
  readonly free: LegendColumn | undefined;
}

/**
 * As many columns as leave least free in the last row, one fewer than fit at the least; one row where all fit.
 *
 * @param isLow paper whose height is short: as many columns as fit
 */
export function columnsFor(count: number, width: number, isLow: boolean): number {
  const narrowest = NARROWEST_PANEL_MM * PIXELS_PER_MM;
  const most = Math.min(
    MOST_COLUMNS,
    Math.max(1, Math.floor((width + COLUMN_GAP) / (narrowest + COLUMN_GAP))),
  );
  if (count <= most || isLow) return Math.min(count, most);
  const freeIn = (columns: number): number => Math.ceil(count / columns) * columns - count;
  return most > 2 && freeIn(most - 1) < freeIn(most) ? most - 1 : most;
}

/** @param width pixels between the margins of the figure */
export function gridOf(count: number, columns: number, width: number): Grid {
  const panelWidth = px((width - (columns - 1) * COLUMN_GAP) / columns);
  const lefts = Array.from({ length: columns }, (_, i) => px(MARGIN + i * (panelWidth + COLUMN_GAP)));
  const rows = Array.from({ length: Math.ceil(count / columns) }, (_, row) =>
    Array.from({ length: Math.min(columns, count - row * columns) }, (_, i) => row * columns + i),
  );
  const x = lefts[rows.at(-1)!.length];
  return {
    rows,
    lefts,
    panelWidth,
    gap: COLUMN_GAP,
    free: x === undefined ? undefined : { x, width: Math.min(WIDEST_LEGEND, MARGIN + width - x) },
  };
}
