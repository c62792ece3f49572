/** A header stands within so many rows. */
const WITHIN = 20;

/**
 * Where the header of a table stands: the first row that fills most of the columns. Lines of a title above it
 * fill one or two. A first row of numbers alone is no header but data.
 *
 * @returns `isNamed` false where the table has no header; then `index` is its first row of data
 */
export function headerRowOf(rows: readonly (readonly string[])[]): { index: number; isNamed: boolean } {
  const filled = rows.slice(0, WITHIN).map((values) => values.filter((value) => value.trim() !== '').length);
  const widest = Math.max(...filled);
  const index = Math.max(
    0,
    filled.findIndex((count) => count >= widest * 0.6),
  );
  const cells = rows[index].filter((value) => value.trim() !== '');
  const numbers = cells.filter(
    (value) => /^[\s\d.,:;/+\-TZ°'"NSEW]+$/.test(value) && /\d/.test(value),
  ).length;
  return { index, isNamed: !(cells.length > 1 && numbers >= cells.length / 2) };
}
