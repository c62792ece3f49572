import type { RankedPlace } from './rank-flow-props.ts';

/** Ranks that have a row. */
export const MOST_ROWS = 15;

/** The rows of a year from the top: which place stands in each. */
export type RowsOfYear = readonly number[];

/**
 * Rows by count; equal counts stand one under the other as in the year before, so that their lines do not cross for
 * nothing, those of the first year in the order of the list.
 */
export function rowsByYear(places: readonly RankedPlace[], years: readonly number[]): RowsOfYear[] {
  const rows: number[][] = [];
  for (const year of years) {
    const before = rows.at(-1);
    const rowBefore = new Map(before?.map((place, row) => [place, row]));
    const order = places.map((_, place) => place);
    order.sort(
      (a, b) =>
        places[b]!.n[year]! - places[a]!.n[year]! || (rowBefore.get(a) ?? a) - (rowBefore.get(b) ?? b),
    );
    rows.push(order);
  }
  return rows;
}

/** Runs of rows that one value joins, among the first `rows`. */
export function runsOf(values: readonly number[], rows: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let row = 0; row < Math.min(rows, values.length); row++) {
    const run = runs.at(-1);
    if (run && values[row] === values[run.from]) run.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs;
}
