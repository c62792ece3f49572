import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { countBlocks, rankChanges, twoCountsP } from './rank-changes.ts';

describe('changes of rank', () => {
  it('shares the mean of the ranks among equal counts', () => {
    const { ranks, meanChange } = rankChanges(
      [
        [9, 5, 5, 5, 0],
        [9, 5, 7, 5, 9],
      ],
      { draws: 19, seed: 1 },
    );
    expect(ranks.map((year) => [...year])).toEqual([
      [1, 3, 3, 3, 5],
      [1.5, 4.5, 3, 4.5, 1.5],
    ]);
    expect(meanChange).toBeCloseTo((0.5 + 1.5 + 0 + 1.5 + 3.5) / 5, 12);
  });

  it('has the p of listing every way to deal the years out', () => {
    const byYear = [
      [3, 1, 0],
      [0, 1, 2],
    ];
    // Incidents 0 0 0 1 1 2 2; which four of seven fall to the first year: 35 ways, alike.
    const places = [0, 0, 0, 1, 1, 2, 2];
    const changeOf = (first: number[]): number => {
      const totals = [3, 2, 2];
      const rank = (counts: number[]): number[] =>
        counts.map((n) => {
          const more = counts.filter((other) => other > n).length;
          return more + (1 + counts.filter((other) => other === n).length) / 2;
        });
      const [a, b] = [rank(first), rank(first.map((n, i) => totals[i] - n))];
      return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / 3;
    };
    const all: number[] = [];
    for (let set = 0; set < 128; set++) {
      const chosen = places.filter((_, i) => (set >> i) & 1);
      if (chosen.length === 4)
        all.push(changeOf([0, 1, 2].map((place) => chosen.filter((p) => p === place).length)));
    }
    const observed = changeOf([3, 1, 0]);
    const exact = all.filter((change) => change >= observed - 1e-9).length / all.length;
    const { meanChange, byChance, test } = rankChanges(byYear, { draws: 19_999, seed: 7 });
    expect(all).toHaveLength(35);
    expect(meanChange).toBeCloseTo(observed, 12);
    expect(Math.abs(test.p - exact)).toBeLessThan(0.012);
    expect(byChance.mean).toBeCloseTo(all.reduce((a, b) => a + b) / 35, 1);
  });

  it('calls places that keep their level unchanged, and a swap of levels changed', () => {
    const random = randomStream(11);
    let alarms = 0;
    for (let round = 0; round < 100; round++) {
      const byYear = [1, 1.3, 0.8].map((level) =>
        Array.from({ length: 12 }, (_, place) => random.poisson(level * (10 + 3 * place))),
      );
      if (rankChanges(byYear, { draws: 99, seed: round }).test.p <= 0.05) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(11);
    const swapped = [0, 1, 0].map((turn) =>
      Array.from({ length: 12 }, (_, place) => 20 + 5 * (turn ? 11 - place : place)),
    );
    expect(rankChanges(swapped, { draws: 99, seed: 1 }).test.p).toBe(0.01);
  });

  it('is the same twice and refuses what has no change', () => {
    const byYear = [
      [3, 1],
      [2, 2],
    ];
    const options = { draws: 99, seed: 5 };
    expect(rankChanges(byYear, options)).toEqual(rankChanges(byYear, options));
    expect(() => rankChanges([[3, 1]], options)).toThrow(RangeError);
    expect(() => rankChanges([[3], [1]], options)).toThrow(RangeError);
    expect(() => rankChanges(byYear, { draws: 18, seed: 1 })).toThrow(RangeError);
  });
});

describe('blocks of counts', () => {
  it('has the p of adding up the binomial', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    for (const [a, b] of [
      [9, 2],
      [5, 5],
      [0, 6],
      [30, 17],
    ]) {
      const n = a + b;
      let tail = 0;
      for (let k = Math.max(a, b); k <= n; k++) tail += choose(n, k) / 2 ** n;
      expect(twoCountsP(a, b)).toBeCloseTo(Math.min(1, 2 * tail), 10);
    }
    expect(twoCountsP(0, 0)).toBe(1);
  });

  it('begins a block at the first count that differs from the first of the one before', () => {
    // 40 : 24 has p = 0.060, 40 : 23 has p = 0.043; 23 : 10 has p = 0.035.
    expect([...countBlocks([23, 40, 24, 10, 22])]).toEqual([1, 0, 0, 2, 1]);
    expect([...countBlocks([5, 5, 5])]).toEqual([0, 0, 0]);
    expect([...countBlocks([])]).toEqual([]);
  });
});
