import { randomStream } from '@oryn/core';
import { ckmeans } from 'simple-statistics';
import { expect, it } from 'vitest';
import { naturalBreaks } from './natural-breaks.ts';

it('parts as ckmeans does', () => {
  const random = randomStream(7);
  for (let round = 0; round < 200; round++) {
    const isWhole = round % 2 === 0;
    const values = Float64Array.from({ length: 1 + (round % 60) * 5 }, () => {
      const value = 1 + 40 * random.uniform() ** 4;
      return isWhole ? Math.floor(value) : value;
    }).sort();
    for (const classes of [1, 2, 3, 5, 7]) {
      const least = (limits: readonly number[]): number => squaresWithin(values, limits);
      const distinct = new Set(values).size;
      const oracle = ckmeans([...values], Math.min(classes, distinct)).map(([first]) => first!);
      const limits = naturalBreaks(values, classes);
      expect(limits).toHaveLength(Math.min(classes, distinct));
      // Two partitions may be equally good; of real values none are.
      expect(least(limits)).toBeCloseTo(least(oracle), 8);
      if (!isWhole) expect(limits).toEqual(oracle);
    }
  }
});

function squaresWithin(values: Float64Array, limits: readonly number[]): number {
  let squares = 0;
  limits.forEach((from, i) => {
    const part = values.filter((value) => value >= from && value < (limits[i + 1] ?? Infinity));
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    squares += part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  });
  return squares;
}
