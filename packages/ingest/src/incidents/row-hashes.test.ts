import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowHashes } from './row-hashes.ts';

describe('RowHashes', () => {
  it('tells repeated rows as a set of their texts does', () => {
    const cell = fc.constantFrom('', 'a', 'b', 'ab', '1', '11', 'Нұра');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 3000 }), (rows) => {
        const hashes = new RowHashes();
        const seen = new Set<string>();
        for (const row of rows) {
          const text = JSON.stringify(row);
          expect(hashes.has(row)).toBe(seen.has(text));
          seen.add(text);
        }
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('finds no repetition among 300,000 rows that differ in one digit', () => {
    const hashes = new RowHashes();
    let repeated = 0;
    for (let i = 0; i < 300_000; i++) if (hashes.has([String(i), '71.42', '51.12'])) repeated++;
    expect(repeated).toBe(0);
    expect(hashes.has(['299999', '71.42', '51.12'])).toBe(true);
  });
});
