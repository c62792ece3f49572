import { describe, expect, it } from 'vitest';
import { deltaE, dichromats, seenBy } from '../../make/colour-difference.ts';
import { greyColour, hatches } from '../grey.ts';
import { divergingClass, fewerSide, middleFill, moreSide, sideFills } from './diverging.ts';

/** From the strongest fewer over the middle to the strongest more. */
const ramp = (count: number) => [
  ...[...sideFills(fewerSide, count)].reverse(),
  middleFill,
  ...sideFills(moreSide, count),
];

describe.each([1, 2, 3])('two sides of %d classes', (count) => {
  it('keeps neighbours ΔE 15 and more apart', () => {
    const fills = ramp(count);
    expect(fills).toHaveLength(2 * count + 1);
    for (let i = 1; i < fills.length; i++) {
      expect(deltaE(fills[i - 1]!, fills[i]!), `${fills[i - 1]} ${fills[i]}`).toBeGreaterThanOrEqual(15);
    }
  });

  it.each(dichromats)('tells more from fewer for a %s reader, at every strength', (kind) => {
    for (const more of sideFills(moreSide, count)) {
      for (const fewer of sideFills(fewerSide, count)) {
        expect(deltaE(seenBy(kind, more), seenBy(kind, fewer)), `${more} ${fewer}`).toBeGreaterThan(20);
      }
    }
  });

  it('hatches fewer and greys more, so that print without colour tells them apart', () => {
    for (const fill of sideFills(fewerSide, count)) expect(hatches[fill]).toBeDefined();
    for (const fill of [middleFill, ...sideFills(moreSide, count)]) expect(hatches[fill]).toBeUndefined();
    const greys = [middleFill, ...sideFills(moreSide, count)].map(greyColour);
    expect(new Set(greys).size).toBe(greys.length);
    for (let i = 1; i < greys.length; i++) expect(deltaE(greys[i - 1]!, greys[i]!)).toBeGreaterThan(12);
  });
});

describe('divergingClass', () => {
  it('puts a limit into the class beyond it, on both sides alike', () => {
    const limits = [2, 5, 10];
    const values = [-12, -10, -9.99, -5, -2, -1.99, 0, 1.99, 2, 4.99, 5, 10, 1e9];
    expect(values.map((value) => divergingClass(value, limits))).toEqual([
      -3, -3, -2, -2, -1, 0, 0, 0, 1, 1, 2, 3, 3,
    ]);
  });
});
