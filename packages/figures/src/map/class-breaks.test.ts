import { describe, expect, it } from 'vitest';
import { type ClassBreaks, classIndex, classLimits, countByClass } from './class-breaks.ts';

/** Values from 1 on with a long tail, the same every time. */
function skewed(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.ceil(12 * (state / 2_147_483_648) ** 4 * 3) + 1;
  });
}

/** Least sum of squares within classes over all ways to cut sorted values. */
function leastSquares(sorted: readonly number[], classes: number): number {
  if (classes === 1) {
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    return sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  }
  let least = Number.POSITIVE_INFINITY;
  for (let first = 1; first <= sorted.length - classes + 1; first++) {
    least = Math.min(
      least,
      leastSquares(sorted.slice(0, first), 1) + leastSquares(sorted.slice(first), classes - 1),
    );
  }
  return least;
}

describe('classLimits', () => {
  it('jenks finds the least squares of all partitions', () => {
    for (const seed of [1, 2, 3, 4]) {
      const values = skewed(16, seed).map((value, i) => value + (i % 5) / 10);
      for (const classes of [2, 3, 4, 5]) {
        const limits = classLimits(values, { method: 'jenks', classes });
        expect(limits).toHaveLength(classes + 1);
        const parts = Array.from({ length: classes }, (_, part) =>
          values.filter((value) => classIndex(value, limits) === part),
        );
        expect(parts.flat()).toHaveLength(values.length);
        const sum = parts.reduce((total, part) => total + leastSquares(part, 1), 0);
        expect(sum).toBeCloseTo(
          leastSquares(
            [...values].sort((a, b) => a - b),
            classes,
          ),
          9,
        );
      }
    }
  });

  it('jenks equals the example of Ckmeans.1d.dp', () => {
    // Wang and Song 2011: c(-1,2,-1,2,4,5,6,-1,2,-1) in three classes, moved up by 2 because 0 is no class here.
    const values = [1, 4, 1, 4, 6, 7, 8, 1, 4, 1];
    expect(classLimits(values, { method: 'jenks', classes: 3 })).toEqual([1, 4, 6, 8]);
  });

  it('quantile parts as quantile(x, 0:4/4) of R does', () => {
    // quantile(c(1.2, 3.4, 2.2, 9.1, 4.5, 7.7, 0.4)): 0.4 1.7 3.4 6.1 9.1
    const values = [1.2, 3.4, 2.2, 9.1, 4.5, 7.7, 0.4];
    const limits = classLimits(values, { method: 'quantile', classes: 4 });
    expect(limits).toEqual([0.4, 2.2, 3.4, 7.7, 9.1]);
    for (const value of values) {
      expect(classIndex(value, limits)).toBe(classIndex(value, [0.4, 1.7, 3.4, 6.1, 9.1]));
    }
    expect(
      countByClass(skewed(1000, 5), classLimits(skewed(1000, 5), { method: 'quantile', classes: 2 }))[1],
    ).toBeGreaterThanOrEqual(500);
  });

  it('equal parts the range into equal widths', () => {
    expect(classLimits([2.5, 4.5, 12.5], { method: 'equal', classes: 5 })).toEqual([
      2.5, 4.5, 6.5, 8.5, 10.5, 12.5,
    ]);
  });

  it('head-tail parts at means while the head is at most 40 % (Jiang 2013)', () => {
    // Means by hand: 26 of 20 values; 2 above, 10 %; their mean 230; 1 above, half, where it ends.
    const values = [...new Array<number>(18).fill(1), 160, 342];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean).toBe(26);
    expect(classLimits(values, { method: 'head-tail' })).toEqual([1, 160, 342, 342]);
    // The first parting is made even where the head is larger: 3 of 5 lie above the mean.
    expect(classLimits([1, 2, 8, 9, 10], { method: 'head-tail' })).toEqual([1, 8, 10]);
    // A value at the mean belongs to the tail.
    expect(classLimits([2, 4, 6], { method: 'head-tail' })).toEqual([2, 6, 6]);
  });

  it('makes fewer classes where values tie, and keeps every value in one', () => {
    const methods: ClassBreaks[] = [
      { method: 'quantile', classes: 5 },
      { method: 'jenks', classes: 5 },
      { method: 'equal', classes: 5 },
      { method: 'head-tail' },
      { method: 'own', limits: [1, 5, 10] },
    ];
    for (const values of [[7], [3, 3, 3], [1, 1, 1, 1, 2], [1, 2], skewed(400, 9), [0.2, 0.2, 3.7]]) {
      for (const breaks of methods) {
        const limits = classLimits(values, breaks);
        expect([...limits].sort((a, b) => a - b)).toEqual(limits);
        expect(new Set(limits.slice(0, -1)).size).toBe(limits.length - 1);
        const counts = countByClass(values, limits);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        const distinct = new Set(values).size;
        if (breaks.method === 'jenks' || breaks.method === 'quantile') {
          expect(counts.length).toBeLessThanOrEqual(Math.min(5, distinct));
          expect(Math.min(...counts)).toBeGreaterThan(0);
        }
        if (values.every(Number.isInteger)) {
          for (const limit of limits) expect(Number.isInteger(limit) || limit === Infinity).toBe(true);
        }
      }
    }
    expect(classLimits([1, 1, 1, 2], { method: 'jenks', classes: 2 })).toEqual([1, 2, 2]);
  });

  it('gives no class to what is not above 0 or not known', () => {
    expect(classLimits([0, 0], { method: 'jenks', classes: 3 })).toEqual([]);
    expect(classLimits([], { method: 'head-tail' })).toEqual([]);
    const limits = classLimits([0, Number.NaN, 2, 5], { method: 'equal', classes: 3 });
    expect(limits).toEqual([2, 3, 4, 5]);
    for (const value of [0, -1, Number.NaN, 1.9, 5.1]) expect(classIndex(value, limits)).toBe(-1);
    expect(classIndex(3, [])).toBe(-1);
  });

  it('own limits leave nothing outside: the last class is open', () => {
    const limits = classLimits([3, 7, 80], { method: 'own', limits: [1, 5, 10, 50] });
    expect(limits).toEqual([1, 2, 6, 11, 51, Number.POSITIVE_INFINITY]);
    expect([1, 2, 5, 6, 50, 51, 1e9].map((value) => classIndex(value, limits))).toEqual([
      0, 1, 1, 2, 3, 4, 4,
    ]);
    expect(countByClass([3, 7, 80, 0], limits)).toEqual([0, 1, 1, 0, 1]);
    expect(classLimits([0.3, 2.5], { method: 'own', limits: [0.5, 2] })).toEqual([0, 0.5, 2, Infinity]);
  });

  it('refuses what makes no classes', () => {
    for (const classes of [1, 8, 2.5, Number.NaN]) {
      expect(() => classLimits([1], { method: 'jenks', classes })).toThrow('breaks.classes');
    }
    for (const limits of [[], [0, 1], [5, 5], [3, 2], [1, 2, 3, 4, 5, 6, 7], [Number.NaN]]) {
      expect(() => classLimits([1], { method: 'own', limits })).toThrow('breaks.limits');
    }
  });
});
