import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import {
  fitNegativeBinomial,
  latentGini,
  logProbability,
  negativeBinomialQuantile,
  upperTail,
} from './negative-binomial.ts';

/** Counts of places whose levels are gamma of a shape under 1. */
function gammaCounts(places: number, shape: number, mean: number, seed: number): Uint32Array {
  const random = randomStream(seed);
  const draw = (): number => {
    // Johnk's generator (1964) for a shape under 1.
    for (;;) {
      const x = random.uniform() ** (1 / shape);
      const y = random.uniform() ** (1 / (1 - shape));
      if (x + y <= 1) return (x / (x + y)) * -Math.log(1 - random.uniform());
    }
  };
  return Uint32Array.from({ length: places }, () => random.poisson((mean * draw()) / shape));
}

describe('negative binomial', () => {
  it('has the closed tails of size 1 and 2 and the Poisson tail at the end', () => {
    const q = 0.6;
    expect(upperTail(7, 1.5, 1)).toBeCloseTo(q ** 7, 15);
    expect(upperTail(5, 3, 2)).toBeCloseTo(q ** 5 * (1 + 5 * 0.4), 14);
    expect(upperTail(10, 3, Number.POSITIVE_INFINITY)).toBeCloseTo(0.0011024881301154, 14);
    expect(upperTail(10, 3, 1e7)).toBeCloseTo(0.0011024881, 7);
    expect(upperTail(0, 3, 1)).toBe(1);
    expect(upperTail(1, 0, 1)).toBe(0);
    expect(upperTail(3000, 1.5, 1)).toBe(0);
    expect(upperTail(1000, 1.5, 1) / q ** 1000).toBeCloseTo(1, 10);
  });

  it('equals the sum of its own probabilities', () => {
    for (const [x, mean, size] of [
      [1, 0.5, 0.3],
      [10, 2, 0.2],
      [172, 32, 1],
      [3, 30, 2],
    ]) {
      let sum = 0;
      for (let k = x; k < 20_000; k++) sum += Math.exp(logProbability(k, mean, size));
      expect(upperTail(x, mean, size) / sum).toBeCloseTo(1, 11);
    }
    const c = negativeBinomialQuantile(0.975, 5, 1);
    expect(1 - upperTail(c + 1, 5, 1)).toBeGreaterThanOrEqual(0.975);
    expect(1 - upperTail(c, 5, 1)).toBeLessThan(0.975);
  });

  it('recovers size .3 and the latent Gini .732 of methods B7', () => {
    const { mean, size } = fitNegativeBinomial(gammaCounts(5000, 0.3, 0.5, 4));
    expect(mean).toBeCloseTo(0.5, 1);
    expect(Math.abs(size - 0.3)).toBeLessThan(0.03);
    expect(Math.abs(latentGini(size) - 0.732)).toBeLessThan(0.02);
    const printed = { 0.05: 0.9366, 0.1: 0.8832, 0.2: 0.7976, 0.5: 0.6366, 1: 0.5, 2: 0.375 };
    for (const [k, gini] of Object.entries(printed)) expect(latentGini(Number(k))).toBeCloseTo(gini, 4);
    expect(latentGini(Number.POSITIVE_INFINITY)).toBe(0);
  });

  it('is where the likelihood is largest, with and without exposure', () => {
    const counts = gammaCounts(800, 0.4, 2, 9);
    const exposure = Float64Array.from(counts, (_, i) => 0.5 + (i % 7));
    const likelihood = (mean: number, size: number, of?: Float64Array): number =>
      counts.reduce((sum, x, i) => sum + logProbability(x, mean * (of ? of[i] : 1), size), 0);
    for (const of of [undefined, exposure]) {
      const { mean, size } = fitNegativeBinomial(counts, of);
      const top = likelihood(mean, size, of);
      for (const step of [0.97, 1.03]) {
        expect(likelihood(mean * step, size, of)).toBeLessThan(top);
        expect(likelihood(mean, size * step, of)).toBeLessThan(top);
      }
    }
    const same = fitNegativeBinomial(counts, new Float64Array(counts.length).fill(2));
    expect(same.size).toBeCloseTo(fitNegativeBinomial(counts).size, 6);
    expect(same.mean * 2).toBeCloseTo(fitNegativeBinomial(counts).mean, 9);
  });

  it('says "not distinguishable from Poisson" where counts are even, equal, zero or none', () => {
    const even = [1, 2, 1, 2, 1, 2, 1, 2];
    expect(fitNegativeBinomial(even)).toEqual({ mean: 1.5, size: Number.POSITIVE_INFINITY });
    expect(fitNegativeBinomial([4, 4, 4]).size).toBe(Number.POSITIVE_INFINITY);
    expect(fitNegativeBinomial([0, 0])).toEqual({ mean: 0, size: Number.POSITIVE_INFINITY });
    expect(fitNegativeBinomial([]).mean).toBeNaN();
    expect(fitNegativeBinomial([3, 1], [0, 0]).mean).toBeNaN();
  });
});
