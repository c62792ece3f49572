import type { Alternative } from './tails.ts';

/**
 * Two-sided p of a standard normal score, P(|Z| >= |z|), with about 13 digits also far out in the tail.
 * Series of Abramowitz & Stegun (1964) 7.1.6 near the middle, continued fraction 7.1.14 in the tail.
 */
export function twoSidedNormalP(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const x = Math.abs(z) / Math.SQRT2;
  return x < 2 ? 1 - errorFunctionNearZero(x) : complementInTail(x);
}

/** P(Z >= z) of a standard normal score; far out on the right as exact as the two-sided p. */
export function upperNormalTail(z: number): number {
  const half = twoSidedNormalP(z) / 2;
  return z < 0 ? 1 - half : half;
}

/** The p of a standard normal score under the stated alternative. NaN for NaN. */
export function normalP(z: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return twoSidedNormalP(z);
  return upperNormalTail(alternative === 'greater' ? z : -z);
}

function errorFunctionNearZero(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function complementInTail(x: number): number {
  let fraction = 0;
  for (let n = 80; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}
