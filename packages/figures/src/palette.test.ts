import { describe, expect, it } from 'vitest';
import { classStyle, palette, significantClasses } from './palette.ts';

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const channel = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('palette', () => {
  it('outlines every class with 3:1 against the ground', () => {
    for (const name of significantClasses) {
      for (const ground of [palette.ground, palette.quiet]) {
        expect(contrast(classStyle[name].outline, ground), name).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('keeps the classes of a ramp apart in grey', () => {
    for (const side of ['hot', 'cold']) {
      const ramp = significantClasses.filter((name) => name.startsWith(side));
      for (let i = 1; i < ramp.length; i++) {
        expect(contrast(classStyle[ramp[i]!].fill, classStyle[ramp[i - 1]!].fill)).toBeGreaterThan(1.5);
      }
    }
  });

  it('sets text with 4.5:1', () => {
    for (const ink of [palette.ink, palette.secondary, palette.curve, palette.chance]) {
      expect(contrast(ink, palette.paper), ink).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.warningInk, palette.warningGround)).toBeGreaterThanOrEqual(4.5);
  });
});
