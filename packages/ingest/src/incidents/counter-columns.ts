/** Rows of a sample that must agree before a column counts as a running number. */
const LEAST_ROWS = 5;

/**
 * Positions of columns that only number the rows (1, 2, 3 …). They make every row differ, so repeated rows are
 * found without them.
 */
export function counterColumns(sample: readonly (readonly string[])[]): ReadonlySet<number> {
  const counters = new Set<number>();
  if (sample.length < LEAST_ROWS) return counters;
  for (let column = 0; column < sample[0].length; column++) {
    const first = wholeNumber(sample[0][column]);
    if (first !== undefined && sample.every((row, i) => wholeNumber(row[column]) === first + i))
      counters.add(column);
  }
  return counters;
}

function wholeNumber(cell: string | undefined): number | undefined {
  return cell !== undefined && /^\s*\d{1,9}\s*$/.test(cell) ? Number(cell) : undefined;
}
