import type { ColumnMapping, ColumnRole } from '../columns/recognise-columns.ts';
import type { Table } from '../formats/table.ts';

/** Cells of a row by the role of their column. */
export interface CellReader {
  /** Trimmed; empty where the table has no such column. */
  of(role: ColumnRole, values: readonly string[]): string;
  /** All cells that have a role, as written. */
  all(values: readonly string[]): Record<string, string>;
}

export function cellReader(table: Pick<Table, 'columns'>, mapping: ColumnMapping): CellReader {
  const position: Partial<Record<ColumnRole, number>> = {};
  for (const [role, name] of Object.entries(mapping) as [ColumnRole, string][]) {
    position[role] = table.columns.indexOf(name);
  }
  return {
    of(role, values) {
      const at = position[role];
      return at === undefined ? '' : (values[at] ?? '').trim();
    },
    all: (values) =>
      Object.fromEntries(
        Object.entries(position)
          .filter(([role]) => role !== 'caseId')
          .map(([role, at]) => [role, values[at] ?? '']),
      ),
  };
}

/** Picks the cells of some columns out of a row; the array is used again for the next row. */
export function cellPicker(
  table: Pick<Table, 'columns'>,
  names: readonly string[],
): (values: readonly string[]) => readonly string[] {
  const positions = names.map((name) => table.columns.indexOf(name));
  const picked = new Array<string>(names.length);
  return (values) => {
    for (let i = 0; i < positions.length; i++) picked[i] = values[positions[i]] ?? '';
    return picked;
  };
}
