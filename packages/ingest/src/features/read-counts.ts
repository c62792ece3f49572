import { OrynError } from '@oryn/core';
import { openTable } from '../formats/open-table.ts';
import type { SourceFile } from '../source/source-file.ts';

/**
 * Counts per place from a table with the columns `place` and `n`.
 *
 * @throws OrynError counts.columns, counts.invalid, counts.twice, file.*
 */
export async function readCounts(file: SourceFile): Promise<Float64Array> {
  const table = await openTable(file);
  const columns = table.columns.map((name) => name.toLowerCase());
  const n = columns.indexOf('n');
  const place = columns.indexOf('place');
  if (n < 0 || place < 0) {
    throw new OrynError('counts.columns', { file: file.name, columns: table.columns.join(', ') });
  }
  const counts: number[] = [];
  const places = new Set<string>();
  await table.visit((values, row) => {
    const given = (values[n] ?? '').trim();
    const count = Number(given);
    if (given === '' || !Number.isSafeInteger(count) || count < 0) {
      throw new OrynError('counts.invalid', { file: file.name, row, given });
    }
    const id = (values[place] ?? '').trim();
    if (places.has(id)) throw new OrynError('counts.twice', { file: file.name, row, place: id });
    places.add(id);
    counts.push(count);
  });
  return Float64Array.from(counts);
}
