import { describe, expect, it } from 'vitest';
import { equalCountLimits, reached } from './class-limits.ts';

describe('classes of counts', () => {
  it('hold about equal numbers of cells, whole numbers from the least count', () => {
    const counts = [0, 0, ...Array.from({ length: 100 }, (_, i) => i + 1)];
    const limits = equalCountLimits(counts, 5);
    expect(limits).toEqual([1, 21, 41, 61, 81]);
    const sizes = limits.map((_, i) => counts.filter((n) => reached(n, limits) === i + 1).length);
    expect(sizes).toEqual([20, 20, 20, 20, 20]);
  });

  it('are fewer where counts tie, and none where nothing happened', () => {
    expect(equalCountLimits([1, 1, 1, 1, 1, 1, 1, 1, 9], 5)).toEqual([1]);
    expect(equalCountLimits([1, 1, 2, 2, 3, 3], 3)).toEqual([1, 2, 3]);
    expect(equalCountLimits([0, 0], 5)).toEqual([]);
    expect(reached(0, [1, 3])).toBe(0);
  });
});
