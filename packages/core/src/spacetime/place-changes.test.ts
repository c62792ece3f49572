import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { benjaminiHochberg } from '../significance/benjamini-hochberg.ts';
import { placeChanges } from './place-changes.ts';

/** A city of so many incidents in each period of which the first place has the counts given, the rest spread evenly. */
function cityWith(a: number, b: number, before: number, after: number): [number[], number[]] {
  const spread = (total: number): number[] =>
    Array.from(
      { length: 200 },
      (_, i) => Math.floor(((i + 1) * total) / 200) - Math.floor((i * total) / 200),
    );
  return [
    [a, ...spread(before - a)],
    [b, ...spread(after - b)],
  ];
}

/** Ways to choose, exactly. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return k < 0 || k > n ? 0n : ways;
}

/** Twice the lesser tail by listing every split of the place's incidents over the periods, in whole numbers. */
function listedP(k: number, n: number, before: number, after: number): number {
  let [upper, lower] = [0n, 0n];
  for (let j = 0; j <= n; j++) {
    const ways = choose(after, j) * choose(before, n - j);
    if (j >= k) upper += ways;
    if (j <= k) lower += ways;
  }
  const least = upper < lower ? upper : lower;
  return Math.min(1, (2 * Number((least * 10n ** 18n) / choose(before + after, n))) / 1e18);
}

describe('change of places against their city', () => {
  it('has the p of SciPy 1.17, twice the lesser tail of hypergeom', () => {
    for (const [a, b, before, after, p] of [
      [2, 9, 400, 500, 0.1376230322923759],
      [30, 10, 4000, 3800, 0.0036571753664520028],
      [0, 6, 1000, 1000, 0.031015859961787993],
      [5, 5, 100, 60, 0.6017143233936398],
      [120, 210, 9000, 9100, 1.1001381918134093e-6],
    ] as const) {
      const { p: found, test } = placeChanges(...cityWith(a, b, before, after));
      expect(test.correlation).toBe(0);
      expect(found[0]! / p).toBeCloseTo(1, 9);
    }
  });

  it('agrees with listing every split, however uneven the periods', () => {
    for (const [before, after] of [
      [90, 60],
      [40, 300],
      [500, 35],
    ] as const) {
      for (let b = 0; b <= 12; b++) {
        const { p, test } = placeChanges(...cityWith(12 - b, b, before, after));
        expect(test.leastIncidents).toBeLessThanOrEqual(12);
        const listed = listedP(b, 12, before, after);
        if (test.correlation === 0) expect(p[0]).toBeCloseTo(listed, 9);
        else expect(p[0]).toBeGreaterThanOrEqual(listed - 1e-12);
      }
    }
  });

  it('tests exactly the places whose total could show a change, and corrects over these', () => {
    const random = randomStream(5, 0);
    const [first, second] = [0, 1].map(() => Array.from({ length: 80 }, () => random.poisson(4))) as [
      number[],
      number[],
    ];
    const { p, q, test } = placeChanges(first, second);
    const [before, after] = [first, second].map((n) => n.reduce((a, b) => a + b, 0)) as [number, number];
    let tested = 0;
    p.forEach((value, i) => {
      const n = first[i]! + second[i]!;
      const rarest = n === 0 ? 1 : Math.min(listedP(0, n, before, after), listedP(n, n, before, after));
      expect(Number.isNaN(value)).toBe(rarest > 0.05);
      if (rarest <= 0.05) tested++;
    });
    expect(test.tested).toBe(tested);
    expect(tested).toBeGreaterThan(10);
    expect(tested).toBeLessThan(80);
    expect(q).toEqual(benjaminiHochberg(p));
  });

  it('follows the city: a fall that all share is no change, the place that stays is more', () => {
    const first = Array.from({ length: 50 }, () => 40);
    const second = Array.from({ length: 50 }, (_, i) => (i === 7 ? 44 : i === 9 ? 0 : 12));
    const { direction, test } = placeChanges(first, second);
    expect([...direction].flatMap((value, i) => (value === 0 ? [] : [[i, value]]))).toEqual([
      [7, 1],
      [9, -1],
    ]);
    expect(test.null).toBe('incidents-of-the-place-are-drawn-from-those-of-the-city');
  });

  it('seldom calls a change in cities that stay as they are, Poisson or swinging', () => {
    for (const swing of [0, 0.4]) {
      let wrong = 0;
      let correlation = 0;
      for (let city = 0; city < 200; city++) {
        const random = randomStream(city, swing > 0 ? 2 : 1);
        const year = (scale: number): number[] =>
          Array.from({ length: 60 }, (_, i) =>
            random.poisson(scale * (3 + (i % 10) * 4) * Math.exp(swing * random.normal())),
          );
        const { direction, test } = placeChanges(year(1), year(0.7));
        if (direction.some((value) => value !== 0)) wrong++;
        correlation += test.correlation / 200;
      }
      // Three standard errors of .05 over 200 cities are .046.
      expect(wrong / 200, `swing ${swing}`).toBeLessThanOrEqual(0.096);
      // Of the logit of the share the variance is twice that of a swing: 2 σ² π (1 - π), to first order.
      const [second, first] = [0.7 / 1.7, 1 / 1.7];
      expect(correlation - 2 * swing ** 2 * first * second).toBeGreaterThan(-0.02);
      expect(correlation - 2 * swing ** 2 * first * second).toBeLessThan(0.02);
    }
  });

  it('tests nothing where a period is empty, and nothing of nothing', () => {
    for (const found of [placeChanges([5, 8], [0, 0]), placeChanges([0, 0], [9, 9]), placeChanges([], [])]) {
      expect(found.test).toMatchObject({
        tested: 0,
        leastIncidents: Number.POSITIVE_INFINITY,
        correlation: 0,
      });
      expect([...found.direction].every((value) => value === 0)).toBe(true);
    }
    expect(() => placeChanges([1], [])).toThrow(RangeError);
  });
});
