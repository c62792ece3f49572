/** A column of a table: numbers (NaN = empty) or texts (empty = empty). */
export interface Column {
  name: string;
  values: ArrayLike<number> | ArrayLike<string>;
  /** Written as a whole number. */
  integer?: boolean;
}

/** CSV in UTF-8 with a header and `.` decimals; numbers as the shortest text that reads back to them. */
export function csvOf(columns: readonly Column[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const lines = [columns.map((column) => column.name).join(',')];
  for (let row = 0; row < rows; row++)
    lines.push(columns.map((column) => cell(column.values[row])).join(','));
  return `${lines.join('\n')}\n`;
}

function cell(value: number | string): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
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
