import { describe, expect, it } from 'vitest';
import { digamma, gammaQuantile, incompleteBeta, incompleteGamma, logGamma } from './gamma-functions.ts';

describe('functions around gamma', () => {
  it('ln gamma and digamma at their printed values', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 13);
    expect(logGamma(1e-5)).toBeCloseTo(11.512919692895826, 12);
    // Abramowitz & Stegun table 6.1 (1.5) and 100! by its digits.
    expect(Math.exp(logGamma(1.5))).toBeCloseTo(0.886226925452758, 14);
    expect(logGamma(101)).toBeCloseTo(363.73937555556347, 10);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 14);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 14);
    expect(digamma(20.5) - digamma(19.5)).toBeCloseTo(1 / 19.5, 14);
  });

  it('incomplete beta equals binomial sums, and keeps the digits of a small tail', () => {
    let sum = 0;
    for (const [j, ways] of [6, 4, 1].entries()) sum += ways * 0.3 ** (j + 2) * 0.7 ** (2 - j);
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(sum, 14);
    expect(incompleteBeta(0.2, 100, 1) / 0.2 ** 100).toBeCloseTo(1, 11);
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });

  it('incomplete gamma equals the exponential and Poisson sums; quantiles are those of chi-squared tables', () => {
    expect(incompleteGamma(1, 0.7).lower).toBeCloseTo(1 - Math.exp(-0.7), 13);
    expect(incompleteGamma(3, 9).upper).toBeCloseTo(Math.exp(-9) * (1 + 9 + 40.5), 14);
    expect(2 * gammaQuantile(0.95, 0.5)).toBeCloseTo(3.841458820694124, 11);
    expect(2 * gammaQuantile(0.975, 5)).toBeCloseTo(20.483177350807388, 10);
    expect(2 * gammaQuantile(0.025, 5)).toBeCloseTo(3.2469727802368396, 11);
    expect(incompleteGamma(0.05, gammaQuantile(0.025, 0.05)).lower).toBeCloseTo(0.025, 12);
    expect(gammaQuantile(0, 3)).toBe(0);
  });
});
