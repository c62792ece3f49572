import { incompleteGamma } from './gamma-functions.ts';

/**
 * Tails of a Poisson count: P(X <= n) and P(X >= n), each to about 12 digits.
 *
 * @param n whole number >= 0
 * @param mean >= 0
 */
export function poissonTails(n: number, mean: number): { lower: number; upper: number } {
  if (mean === 0) return { lower: 1, upper: n === 0 ? 1 : 0 };
  return {
    lower: incompleteGamma(n + 1, mean).upper,
    upper: n === 0 ? 1 : incompleteGamma(n, mean).lower,
  };
}
