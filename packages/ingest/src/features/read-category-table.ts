import { openTable } from '../formats/open-table.ts';
import { type CategoryTable, parseCategoryTable } from '../offences/category-table.ts';
import type { SourceFile } from '../source/source-file.ts';

/**
 * A person's own table of categories, from a file of any format.
 *
 * @throws OrynError file.*, categories.*
 */
export async function readCategoryTable(file: SourceFile): Promise<CategoryTable> {
  const table = await openTable(file);
  const rows: { values: string[]; row: number }[] = [];
  await table.visit((values, row) => rows.push({ values: [...values], row }));
  return parseCategoryTable({ file: table.file, columns: table.columns, rows });
}
