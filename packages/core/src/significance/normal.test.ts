import { describe, expect, it } from 'vitest';
import { twoSidedNormalP } from './normal.ts';

describe('two-sided normal p', () => {
  it('equals 2 pnorm(-|z|) of R 4.2 over thirty orders of magnitude', () => {
    const printed: [number, number][] = [
      [0, 1],
      [0.1, 0.920344325445942],
      [1.959963984540054, 0.05],
      [2.9, 0.00373162659],
      [6, 1.973175290075e-9],
      [12, 3.552964224155e-33],
    ];
    for (const [z, p] of printed) {
      expect(Math.abs(twoSidedNormalP(z) / p - 1)).toBeLessThan(1e-8);
      expect(twoSidedNormalP(-z)).toBe(twoSidedNormalP(z));
    }
  });

  it('joins its two formulas without a step', () => {
    const seam = 2 * Math.SQRT2;
    expect(Math.abs(twoSidedNormalP(seam - 1e-12) / twoSidedNormalP(seam + 1e-12) - 1)).toBeLessThan(1e-10);
  });
});
