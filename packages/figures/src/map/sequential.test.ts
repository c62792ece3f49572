import { describe, expect, it } from 'vitest';
import { greyColour, luminance } from '../grey.ts';
import { palette } from '../palette.ts';
import { type SequentialHue, sequentialFills, sequentialOutline } from './sequential.ts';

const hues: SequentialHue[] = ['warm', 'teal'];
const counts = [2, 3, 4, 5, 6, 7];

/** CIE Lab of an sRGB colour, D65. */
function labOf(colour: string): [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const [fx, fy, fz] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  ].map((t) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29)) as [
    number,
    number,
    number,
  ];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** Colour difference of 1976. */
function deltaE(a: string, b: string): number {
  const [p, q] = [labOf(a), labOf(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(hues)('the %s ramp', (hue) => {
  it.each(counts)('keeps neighbours of %d classes apart in colour and in grey', (count) => {
    const fills = sequentialFills(count, hue);
    expect(fills).toHaveLength(count);
    for (let i = 1; i < count; i++) {
      const [lighter, darker] = [fills[i - 1]!, fills[i]!];
      expect(deltaE(lighter, darker), `${lighter} ${darker}`).toBeGreaterThanOrEqual(
        hue === 'teal' && count === 7 ? 13 : 15,
      );
      expect(luminance(lighter)).toBeGreaterThan(luminance(darker));
      expect(contrast(greyColour(lighter), greyColour(darker))).toBeGreaterThan(1.2);
    }
    expect(deltaE(fills[0]!, palette.ground)).toBeGreaterThanOrEqual(10);
  });

  it('has an outline of 3:1 on the ground', () => {
    expect(contrast(sequentialOutline[hue], palette.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(sequentialOutline[hue], palette.quiet)).toBeGreaterThanOrEqual(3);
  });

  it('is the same every time, with one fill in the middle', () => {
    expect(sequentialFills(5, hue)).toEqual(sequentialFills(5, hue));
    expect(sequentialFills(1, hue)).toHaveLength(1);
    expect(sequentialFills(0, hue)).toEqual([]);
  });
});
