/** A column of a table: numbers (NaN = empty) or texts (empty = empty). */
export interface Column {
  name: string;
  values: ArrayLike<number> | ArrayLike<string>;
  /** Written as a whole number. */
  integer?: boolean;
}

/** CSV in UTF-8 with a header and `.` decimals; numbers as the shortest text that reads back to them. */
export function csvOf(columns: readonly Column[]): string {
  return csvHeadOf(columns) + csvRowsOf(columns);
}

export function csvHeadOf(columns: readonly Column[]): string {
  return `${columns.map((column) => cell(column.name)).join(',')}\n`;
}

export function csvRowsOf(columns: readonly Column[]): string {
  const rows = columns[0]?.values.length ?? 0;
  let text = '';
  for (let row = 0; row < rows; row++)
    text += `${columns.map((column) => cell(column.values[row])).join(',')}\n`;
  return text;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe, which the spreadsheet does not show. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: number | string): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record per row; an empty value is null. */
export function recordsOf(columns: readonly Column[]): Record<string, number | string | null>[] {
  const rows = columns[0]?.values.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, values }) => {
        const value = values[row];
        return [name, value === '' || (typeof value === 'number' && Number.isNaN(value)) ? null : value];
      }),
    ),
  );
}
