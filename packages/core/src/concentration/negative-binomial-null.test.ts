import { describe, expect, it } from 'vitest';
import { latentGini, logProbability } from '../significance/negative-binomial.ts';
import { negativeBinomialNull } from './negative-binomial-null.ts';
import { poissonNull } from './poisson-null.ts';

describe('negative binomial law of counts', () => {
  it('gives the printed raw shares (methods B7)', () => {
    const percent = (share: number): number => Number((100 * share).toFixed(2));
    const one = negativeBinomialNull(1, 0.5);
    expect([percent(one.shareOfPlaces(0.25)), percent(one.shareOfPlaces(0.5))]).toEqual([3.33, 9.56]);
    const two = negativeBinomialNull(2, 0.2);
    expect([percent(two.shareOfPlaces(0.25)), percent(two.shareOfPlaces(0.5))]).toEqual([1.92, 5.78]);
  });

  it('equals sums over its probabilities', () => {
    for (const [mean, size] of [
      [0.05, 0.1],
      [1, 0.5],
      [12.5, 3],
      [300, 40],
      [40, 0.3],
    ]) {
      const law = negativeBinomialNull(mean, size);
      let atMost = 0;
      let gini = 0;
      let theil = 0;
      for (let n = 0; n < 20_000; n++) {
        const probability = Math.exp(logProbability(n, mean, size));
        atMost += probability;
        gini += (atMost * (1 - atMost)) / mean;
        if (n > 0) theil += probability * (n / mean) * Math.log(n / mean);
      }
      expect(Math.abs(law.gini - gini)).toBeLessThan(1e-9);
      expect(Math.abs(law.theil - theil)).toBeLessThan(1e-9);
      expect(law.occupied).toBeCloseTo(1 - Math.exp(logProbability(0, mean, size)), 12);
    }
  });

  it('is Poisson for an infinite size, near it for a large one, and the rates themselves for many incidents', () => {
    expect(negativeBinomialNull(3, Number.POSITIVE_INFINITY).gini).toBe(poissonNull(3).gini);
    expect(negativeBinomialNull(3, 1e6).gini).toBeCloseTo(poissonNull(3).gini, 5);
    // Chance no longer matters at 100,000 incidents per place, and the corners are no longer every count.
    expect(negativeBinomialNull(1e5, 0.5).gini).toBeCloseTo(latentGini(0.5), 4);
  });

  it('stands the heaviest tail a fit can have', () => {
    const stack = negativeBinomialNull(50, 5e-6);
    expect(stack.gini).toBeGreaterThan(0.9999);
    expect(stack.shareOfPlaces(0.5)).toBeGreaterThan(0);
    expect(stack.shareOfPlaces(0.5)).toBeLessThan(1e-4);
  });
});
