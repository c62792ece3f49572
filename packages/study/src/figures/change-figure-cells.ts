import { type PlaceChanges, placeChanges, sumByPlace } from '@oryn/core';
import { type MonthSpan, monthOf, monthsIn, type NumberedSpan, periodsOf } from './change-figure-periods.ts';
import type { Drawn } from './drawn.ts';
import { notPossible } from './not-possible.ts';
import { oncePerStudy } from './once-per-study.ts';

/** How the incidents of every cell changed between two periods. */
export interface CellChanges {
  periods: [NumberedSpan, NumberedSpan];
  /** Incidents of each period in the city. */
  totals: [number, number];
  /** Analysed incidents without a date or in neither period. */
  neither: number;
  /** Per cell: incidents a year in the second period less those in the first; NaN where neither has any. */
  perYear: Float64Array;
  /** Limits of three classes on either side of zero, ascending, in incidents a year. */
  limits: number[];
  changes: PlaceChanges;
  /** Years of the periods of which the data do not hold every month. */
  incompleteYears: number[];
}

/** @throws OrynError figure.not-possible */
export const changedCells = oncePerStudy(
  (drawn: Drawn, asked: readonly [MonthSpan, MonthSpan] | undefined): CellChanges => {
    const { tally, places, analysed, n } = drawn;
    const periods = periodsOf(drawn, asked);
    const [first, second] = periods.map((span) =>
      sumByPlace(tally, places.count, { categories: analysed, fromMonth: span.first, toMonth: span.last }),
    );
    const totals: [number, number] = [sumOf(first), sumOf(second)];
    if (totals[0] === 0 || totals[1] === 0) throw notPossible('change', 'emptyPeriod');
    if (asked && periods.some((span) => reachesBeyond(drawn, span)))
      throw notPossible('change', 'outsideData');
    const [before, after] = periods.map((span) => monthsIn(span) / 12);
    const perYear = Float64Array.from(first, (count, i) =>
      count + second[i] === 0 ? Number.NaN : second[i] / after - count / before,
    );
    return {
      periods,
      totals,
      neither: sumOf(n) - totals[0] - totals[1],
      perYear,
      limits: roundLimits(perYear),
      changes: placeChanges(first, second),
      incompleteYears: incompleteYears(drawn, periods),
    };
  },
);

const sumOf = (counts: ArrayLike<number>): number =>
  Array.from(counts).reduce((sum, count) => sum + count, 0);

/** Parts of the changed cells under the limits of the classes. */
const PARTS = [0.5, 0.85, 0.97];
const ROUND = [1, 2, 5, 10];

/** Limits of 1, 2 and 5 times powers of ten that part the changed cells by how much, so that few are strongest. */
export function roundLimits(perYear: ArrayLike<number>): number[] {
  const sizes = Float64Array.from(perYear, Math.abs)
    .filter((size) => size > 0)
    .sort();
  if (sizes.length === 0) return [1, 2, 5];
  const limits: number[] = [];
  for (const part of PARTS) {
    const size = sizes[Math.min(sizes.length - 1, Math.floor(part * sizes.length))];
    limits.push(
      limits.length === 0 ? roundUp(size) : Math.max(roundUp(size), roundAbove(limits[limits.length - 1])),
    );
  }
  return limits;
}

/** The round number at or above a value. */
function roundUp(value: number): number {
  const power = Math.floor(Math.log10(value));
  // 5e-1 reads as .5; 5 * 10 ** -1 may not.
  const round = ROUND.map((step) => Number(`${step}e${power}`));
  return round.find((candidate) => candidate >= value * (1 - 1e-9)) ?? Number(`1e${power + 1}`);
}

const roundAbove = (limit: number): number => roundUp(limit * 1.5);

/** What the data hold of a month, as far as anybody can tell. */
function coverOf({ report }: Drawn, number: number): 'covered' | 'not-covered' | 'unknown' {
  const { year, month } = monthOf(number);
  const covered = report.period.find((one) => one.year === year);
  if (!covered) return 'not-covered';
  if (covered.isWhole) return 'covered';
  if (!covered.monthSpan) return 'unknown';
  const [first, last] = covered.monthSpan;
  return month < first || month > last ? 'not-covered' : 'covered';
}

const monthsOf = ({ first, last }: NumberedSpan): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Whether a number a year would be divided by months of which there are no data. */
const reachesBeyond = (drawn: Drawn, span: NumberedSpan): boolean =>
  monthsOf(span).some((month) => coverOf(drawn, month) === 'not-covered');

/** Years of the periods of which the data may not hold every month. */
function incompleteYears(drawn: Drawn, periods: readonly NumberedSpan[]): number[] {
  const months = periods.flatMap(monthsOf).filter((month) => coverOf(drawn, month) !== 'covered');
  return [...new Set(months.map((month) => monthOf(month).year))].sort((a, b) => a - b);
}
