import { describe, expect, it } from 'vitest';
import { csvOf, recordsOf } from './column.ts';
import { parquetOf, readParquet } from './parquet.ts';

const columns = [
  { name: 'place', values: ['a', 'b,c', 'say "d"'] },
  { name: 'n', values: Uint32Array.of(1, 2, 3), integer: true },
  { name: 'q', values: Float64Array.of(0.1, Number.NaN, 1e-12) },
  { name: 'class', values: ['hot99', '', 'none'] },
];

describe('tables', () => {
  it('quote what CSV needs quoted and leave unknown values empty', () => {
    expect(csvOf(columns)).toBe('place,n,q,class\na,1,0.1,hot99\n"b,c",2,,\n"say ""d""",3,1e-12,none\n');
  });

  it('come back from Parquet as they were', async () => {
    expect(await readParquet(parquetOf(columns))).toEqual(recordsOf(columns));
  });
});
