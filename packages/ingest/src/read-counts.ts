import { OrynError } from '@oryn/core';
import type { SourceFile } from './source-file.ts';
import { openTable } from './table.ts';

/**
 * Counts per place from a table with the columns `place` and `n`.
 *
 * @throws OrynError counts.columns, counts.invalid, file.*
 */
export async function readCounts(file: SourceFile): Promise<Float64Array> {
  const table = await openTable(file);
  const columns = table.columns.map((name) => name.toLowerCase());
  const n = columns.indexOf('n');
  if (n < 0 || !columns.includes('place')) {
    throw new OrynError('counts.columns', { file: file.name, columns: table.columns.join(', ') });
  }
  const counts: number[] = [];
  table.visit((values, row) => {
    const given = (values[n] ?? '').trim();
    const count = Number(given);
    if (given === '' || !Number.isSafeInteger(count) || count < 0) {
      throw new OrynError('counts.invalid', { file: file.name, row, given });
    }
    counts.push(count);
  });
  return Float64Array.from(counts);
}
