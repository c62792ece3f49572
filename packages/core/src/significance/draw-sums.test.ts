import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { DrawSums } from './draw-sums.ts';
import { countValues } from './value-counts.ts';

function distributionOf(x: number[], draws: number): DrawSums {
  const { values, multiplicities } = countValues(x);
  return values.reduce((sums, value, v) => sums.times(value, multiplicities[v]), DrawSums.empty(draws));
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

  it('exist for counts only', () => {
    expect(() => countValues([1, 2.5])).toThrow('whole number');
  });
});
