import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { groupRows } from './group-rows.ts';

describe('rows with the same values', () => {
  it('agrees with a Map of texts on random columns, NaN in no group and -0 as 0', () => {
    const random = randomStream(5);
    const column = (): Float64Array =>
      Float64Array.from(
        { length: 4000 },
        () => [Number.NaN, -0, 0, 1, 1.5, 71.3, 1e-9][random.integer(0, 6)],
      );
    const columns = [column(), column(), column()];
    const { count, groupOf, n, first } = groupRows(columns);
    const seen = new Map<string, number>();
    const rows: number[] = [];
    for (let row = 0; row < 4000; row++) {
      const values = columns.map((values) => values[row]);
      if (values.some(Number.isNaN)) {
        expect(groupOf[row]).toBe(-1);
        continue;
      }
      const key = values.map((value) => String(value + 0)).join();
      if (!seen.has(key)) seen.set(key, rows.push(0) - 1);
      const group = seen.get(key)!;
      if (rows[group]++ === 0) expect(first[group]).toBe(row);
      expect(groupOf[row]).toBe(group);
    }
    expect([...n]).toEqual(rows);
    expect(count).toBe(seen.size);
  });

  it('takes no rows', () => {
    expect(groupRows([new Float64Array(0)])).toMatchObject({ count: 0 });
  });
});
