import { type PlaceChanges, placeChanges, sumByPlace } from '@oryn/core';
import { divergingClass } from '@oryn/figures';
import { type OpenBundle, roundLimits, wholeYears } from '@oryn/study';
import type { ChangeSplit } from '../state/view-state.ts';
import { filterOf } from './answer.ts';
import { districtOf } from './districts.ts';
import type { Question } from './types.ts';

/** How the cells changed between two periods of whole years, against the change of the city. */
export interface ChangeAnswer {
  /** The whole years of the question, ascending. */
  years: number[];
  /** First and last year of each period; undefined where the question has fewer than two whole years. */
  periods: [before: [number, number], after: [number, number]] | undefined;
  /** Incidents of each period, of the district where one is chosen. */
  totals: [number, number];
  /** Incidents of the question in neither period. */
  neither: number;
  /** A cell: incidents a year in the second period less those in the first; NaN where neither has any. */
  perYear: Float32Array;
  q: Float32Array;
  /** 1 more and -1 fewer than the change of the city would give, 0 neither shown. */
  direction: Int8Array;
  /** Three on either side of zero, ascending, in incidents a year. */
  limits: number[];
  /** Cells by class, from -3 to 3; those shown to change, and those with an incident in either period. */
  cells: { byClass: number[]; more: number; fewer: number; changed: number };
  test: PlaceChanges['test'] | undefined;
}

/**
 * The last whole year against those before it, or the last half of the whole years against the first, the middle one left
 * out where their number is odd.
 */
export function change(bundle: OpenBundle, question: Question, split: ChangeSplit): ChangeAnswer {
  const { places, tally, manifest } = bundle;
  const filter = filterOf(bundle, question);
  const { years, byYear } = wholeYears(tally, places.count, filter, manifest.study);
  const inside = districtOf(bundle, question)?.inside;
  const isInside = (cell: number): boolean => inside === undefined || inside[cell] === 1;
  const spans = spansOf(years.length, split);
  const none = new Uint32Array(places.count);
  const [first, second] = spans ? spans.map((span) => sumOf(byYear.slice(...span))) : [none, none];
  const [before, after] = spans ? spans.map(([from, to]) => to - from) : [1, 1];
  const perYear = Float32Array.from(first, (n, cell) =>
    n + second[cell] === 0 ? Number.NaN : second[cell] / after - n / before,
  );
  const { q, direction, test } = placeChanges(first, second);
  const limits = roundLimits(perYear);
  const byClass = new Array<number>(2 * limits.length + 1).fill(0);
  const cells = { byClass, more: 0, fewer: 0, changed: 0 };
  for (let cell = 0; cell < places.count; cell++) {
    if (Number.isNaN(perYear[cell]) || !isInside(cell)) continue;
    cells.changed++;
    byClass[limits.length + divergingClass(perYear[cell], limits)]++;
    if (direction[cell] > 0) cells.more++;
    if (direction[cell] < 0) cells.fewer++;
  }
  const total = (counts: Uint32Array): number =>
    counts.reduce((sum, n, cell) => (isInside(cell) ? sum + n : sum), 0);
  const totals: [number, number] = [total(first), total(second)];
  return {
    years,
    periods: spans && [yearsOf(spans[0]), yearsOf(spans[1])],
    totals,
    neither: total(sumByPlace(tally, places.count, filter)) - totals[0] - totals[1],
    perYear,
    q: Float32Array.from(q),
    direction,
    limits,
    cells,
    test: spans && test,
  };

  function sumOf(counts: readonly Uint32Array[]): Uint32Array {
    const sum = new Uint32Array(places.count);
    for (const one of counts) for (let cell = 0; cell < sum.length; cell++) sum[cell] += one[cell];
    return sum;
  }

  function yearsOf([from, to]: Span): [number, number] {
    return [years[from], years[to - 1]];
  }
}

/** Positions among the whole years, the second not included. */
type Span = [from: number, to: number];

function spansOf(years: number, split: ChangeSplit): [Span, Span] | undefined {
  if (years < 2) return undefined;
  const before = split === 'last' ? years - 1 : Math.floor(years / 2);
  const after = split === 'last' ? 1 : before;
  return [
    [0, before],
    [years - after, years],
  ];
}
