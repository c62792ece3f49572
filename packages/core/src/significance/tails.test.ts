import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { normalP, twoSidedNormalP, upperNormalTail } from './normal.ts';
import { midP, randomisedP, type Tails, tailP, tailPs } from './tails.ts';

describe('p of two tails', () => {
  it('are one tail, or twice the smaller one, at most 1', () => {
    expect(tailP(0.02, 0.99, 'greater')).toBe(0.02);
    expect(tailP(0.02, 0.99, 'less')).toBe(0.99);
    expect(tailP(0.02, 0.99, 'two-sided')).toBe(0.04);
    expect(tailP(0.7, 0.8, 'two-sided')).toBe(1);
    expect(
      tailPs({ upper: Float64Array.of(Number.NaN), lower: Float64Array.of(Number.NaN) }, 'two-sided')[0],
    ).toBeNaN();
  });

  it('take half of a tie for mid-p', () => {
    const tails = { upper: Float64Array.of(0.4), lower: Float64Array.of(0.8), equal: Float64Array.of(0.2) };
    expect(midP(tails, 'greater')[0]).toBeCloseTo(0.3, 15);
    expect(midP(tails, 'less')[0]).toBeCloseTo(0.7, 15);
    expect(midP(tails, 'two-sided')[0]).toBeCloseTo(0.6, 15);
    expect(() => midP({ upper: tails.upper, lower: tails.lower }, 'greater')).toThrow(RangeError);
  });

  it('are uniform when a tie is divided at random', () => {
    // A fair coin thrown three times: 0 to 3 heads with 1, 3, 3, 1 of 8.
    const random = randomStream(4);
    const ways = [1, 3, 3, 1];
    const count = 20_000;
    const heads = Array.from({ length: count }, () => [0, 0, 0].filter(() => random.uniform() < 0.5).length);
    const tails: Tails = {
      upper: Float64Array.from(heads, (h) => ways.slice(h).reduce((a, b) => a + b) / 8),
      lower: Float64Array.from(heads, (h) => ways.slice(0, h + 1).reduce((a, b) => a + b) / 8),
      equal: Float64Array.from(heads, (h) => ways[h] / 8),
    };
    for (const alternative of ['two-sided', 'greater', 'less'] as const) {
      const p = randomisedP(tails, alternative, random);
      for (const level of [0.01, 0.05, 0.1, 0.5]) {
        const share = p.filter((value) => value <= level).length / count;
        expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / count));
      }
    }
  });
});

describe('normal p by alternative', () => {
  it('are the tails of the two-sided p', () => {
    expect(upperNormalTail(0)).toBe(0.5);
    expect(upperNormalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(upperNormalTail(-1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalP(-3, 'two-sided')).toBe(twoSidedNormalP(3));
    expect(normalP(-3, 'less')).toBe(upperNormalTail(3));
    expect(normalP(-3, 'greater')).toBe(1 - twoSidedNormalP(3) / 2);
    expect(normalP(Number.NaN, 'less')).toBeNaN();
  });
});
