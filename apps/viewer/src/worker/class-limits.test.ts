import { describe, expect, it } from 'vitest';
import { changeClass, changeLimits, equalCountLimits, reached } from './class-limits.ts';

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

describe('classes of change', () => {
  it('ascend, are round, and lie on both sides of zero', () => {
    for (const values of [[0.2, -0.3, 0.1], [5, -80, 3, 12, 700], [1], [Number.NaN, 2]]) {
      const limits = changeLimits(values);
      expect(limits).toEqual([...new Set(limits)].sort((a, b) => a - b));
      for (const limit of limits) expect(limit.toExponential()).toMatch(/^[125]e/);
    }
    const limits = [1, 2, 5];
    expect([-7, -2, -1.5, -0.9, 0, 0.9, 1, 4.9, 5].map((value) => changeClass(value, limits))).toEqual([
      -3, -2, -1, 0, 0, 0, 1, 2, 3,
    ]);
  });
});
