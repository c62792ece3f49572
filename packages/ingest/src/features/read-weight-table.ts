import { openTable } from '../formats/open-table.ts';
import { parseWeightTable, type WeightTable } from '../offences/weight-table.ts';
import type { SourceFile } from '../source/source-file.ts';

/**
 * A person's own table of weights, from a file of any format.
 *
 * @throws OrynError file.*, weights.*
 */
export async function readWeightTable(file: SourceFile): Promise<WeightTable> {
  const table = await openTable(file);
  const rows: { values: string[]; row: number }[] = [];
  await table.visit((values, row) => rows.push({ values: [...values], row }));
  return parseWeightTable({ file: table.file, columns: table.columns, rows });
}
