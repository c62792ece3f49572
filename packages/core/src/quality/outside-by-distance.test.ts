import { expect, it } from 'vitest';
import { outsideByDistance } from './outside-by-distance.ts';

it('counts points outside by their distance, the ends of the bands included', () => {
  const distances = [Number.NaN, 0, 100, 100.1, 1000, 9_999, 50_000, 100_001, Number.POSITIVE_INFINITY];
  const row = distances.map((_, i) => i + 2);
  expect(outsideByDistance(distances, row)).toEqual([
    { upToMeters: 100, n: 2, firstRow: 3 },
    { upToMeters: 1000, n: 2, firstRow: 5 },
    { upToMeters: 10_000, n: 1, firstRow: 7 },
    { upToMeters: 100_000, n: 1, firstRow: 8 },
    { upToMeters: null, n: 2, firstRow: 9 },
  ]);
});
