import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { DrawSums, drawSumsWork } from './draw-sums.ts';
import { countValues } from './value-counts.ts';

function distributionOf(x: number[], draws: number): DrawSums {
  const { values, multiplicities } = countValues(x);
  return values.reduce(
    (sums, value, v) => sums.times(value, multiplicities[v]),
    DrawSums.empty({ draws, items: x.length }),
  );
}

describe('sums of values drawn without replacement', () => {
  it('have the mean and variance of sampling theory, which are those of the analytic Gi* score', () => {
    const random = randomStream(5);
    const x = Array.from({ length: 4000 }, () => random.poisson(0.7) * random.poisson(1.5));
    const n = x.length;
    const draws = 7;
    const mean = x.reduce((a, b) => a + b) / n;
    const variance = x.reduce((a, b) => a + b * b, 0) / n - mean * mean;
    const tails = distributionOf(x, draws).tails(draws);
    let first = 0;
    let second = 0;
    let total = 0;
    for (let sum = 0; sum <= draws * Math.max(...x); sum++) {
      const probability = tails.lower(sum) - tails.lower(sum - 1);
      total += probability;
      first += sum * probability;
      second += sum * sum * probability;
    }
    expect(total).toBeCloseTo(1, 12);
    expect(Math.abs(first / (mean * draws) - 1)).toBeLessThan(1e-11);
    const expected = (variance * (n * draws - draws * draws)) / (n - 1);
    expect(Math.abs((second - first * first) / expected - 1)).toBeLessThan(1e-10);
  });

  it('keep digits far out in the tail: one way among all to draw the seven largest', () => {
    const x = [...new Array(1000).fill(0), ...new Array(7).fill(9)];
    let ways = 1;
    for (let i = 0; i < 7; i++) ways = (ways * (1007 - i)) / (i + 1);
    const tails = distributionOf(x, 7).tails(7);
    expect(tails.upper(63) * ways).toBeCloseTo(1, 12);
    expect(tails.upper(64)).toBe(0);
    expect(tails.lower(63)).toBe(1);
  });

  it('kept up to a largest sum give the same tails, digit for digit far out', () => {
    const random = randomStream(8);
    const x = Array.from({ length: 300 }, () => random.poisson(2));
    x[7] = 5000;
    x[90] = 123_456;
    const { values, multiplicities } = countValues(x);
    const cut = values
      .reduce(
        (sums, value, v) => sums.times(value, multiplicities[v]),
        DrawSums.empty({ draws: 9, items: x.length, largestSum: 5050 }),
      )
      .tails(9);
    const whole = distributionOf(x, 9).tails(9);
    for (const sum of [-1, 0, 5, 18, 40, 80, 2000, 5000, 5017, 5050]) {
      for (const tail of ['upper', 'lower', 'equal'] as const) {
        expect(Math.abs(cut[tail](sum) - whole[tail](sum))).toBeLessThanOrEqual(1e-13 * whole[tail](sum));
      }
    }
    expect(whole.upper(2000)).toBeGreaterThan(0.05);
    expect(whole.equal(2000)).toBe(0);
    expect(whole.upper(123_456 + 5000)).toBeGreaterThan(0);
    expect(whole.upper(200_000)).toBe(0);
  });

  it('keep only the sums that can be reached: a stack of a million takes no memory', () => {
    const x = [...new Array(500).fill(0), ...new Array(300).fill(1), ...new Array(50).fill(3), 1_000_000];
    const counted = countValues(x);
    const work = drawSumsWork(counted, { draws: 37 });
    expect(work.terms).toBeLessThan(200_000);
    expect(work.sums).toBeLessThan(20_000);
    const tails = distributionOf(x, 37).tails(37);
    // The stack is drawn or not: 37 of 851.
    expect(tails.upper(1_000_000)).toBeCloseTo(37 / 851, 14);
  });

  it('stay in range with a thousand draws of a million', () => {
    const sums = DrawSums.empty({ draws: 1000, items: 1_000_000 }).times(0, 999_990).times(1, 10);
    // Hypergeometric: none of the ten among the thousand.
    let none = 1;
    for (let i = 0; i < 10; i++) none *= (1_000_000 - 1000 - i) / (1_000_000 - i);
    expect(sums.tails(1000).lower(0)).toBeCloseTo(none, 12);
    expect(() => DrawSums.empty({ draws: 2000, items: 1e6 })).toThrow(RangeError);
  });

  it('exist for counts only', () => {
    expect(() => countValues([1, 2.5])).toThrow('whole number');
  });
});
