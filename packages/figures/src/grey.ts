import { classStyle, palette } from './palette.ts';

/** Greys of hot classes, outlines and lines of charts; any other colour becomes the grey that is as light as it. */
const GREYS: Readonly<Record<string, string>> = {
  [classStyle.hot99.fill]: '#3A3A3A',
  [classStyle.hot95.fill]: '#7A7A7A',
  [classStyle.hot90.fill]: '#B4B4B4',
  [classStyle.hot99.outline]: '#000000',
  [classStyle.hot95.outline]: '#333333',
  [classStyle.cold99.outline]: '#000000',
  [classStyle.cold95.outline]: '#333333',
  [palette.curve]: '#111111',
  [palette.attention]: '#4A4A4A',
};

/** Cold classes are hatched, so that no grey stands for both hot and cold: pixels from line to line, and of a line. */
export const hatches: Readonly<Record<string, { name: string; step: number; line: number }>> = {
  [classStyle.cold99.fill]: { name: 'cold99', step: 2.6, line: 1.3 },
  [classStyle.cold95.fill]: { name: 'cold95', step: 3.6, line: 0.8 },
  [classStyle.cold90.fill]: { name: 'cold90', step: 5.2, line: 0.5 },
};

const HATCH_GROUND = '#FFFFFF';
const HATCH_INK = '#000000';

/**
 * A figure in black and white, for journals that print no colour: hot classes are steps of grey, cold classes are
 * hatched, every other colour becomes the grey of its own lightness.
 *
 * @param svg a figure from `renderSvg` or `sideBySide`
 */
export function greyOf(svg: string): string {
  const used = new Set<string>();
  const grey = svg.replace(/ (fill|stroke)="(#[0-9A-Fa-f]{6})"/g, (_, paint: string, colour: string) => {
    const hatch = paint === 'fill' ? hatches[colour] : undefined;
    if (hatch === undefined) return ` ${paint}="${greyColour(colour)}"`;
    used.add(colour);
    return ` fill="url(#oryn-hatch-${hatch.name})"`;
  });
  if (used.size === 0) return grey;
  const patterns = Object.entries(hatches).flatMap(([colour, hatch]) =>
    used.has(colour) ? [patternOf(hatch)] : [],
  );
  return grey.replace(/^<svg[^>]*>/, (root) => `${root}<defs>${patterns.join('')}</defs>`);
}

/** The grey of a colour: set for the classes and the lines of charts, else of the same relative luminance (WCAG 2.2). */
export function greyColour(colour: string): string {
  const set = GREYS[colour];
  if (set !== undefined) return set;
  const y = luminance(colour);
  const channel = y <= 0.0031308 ? 12.92 * y : 1.055 * y ** (1 / 2.4) - 0.055;
  const hex = Math.round(255 * channel)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
  return `#${hex}${hex}${hex}`;
}

/** Relative luminance of a colour (WCAG 2.2), 0 black to 1 white. */
export function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function patternOf({ name, step, line }: { name: string; step: number; line: number }): string {
  return (
    `<pattern id="oryn-hatch-${name}" patternUnits="userSpaceOnUse" width="${step}" height="${step}" ` +
    `patternTransform="rotate(45)"><rect width="${step}" height="${step}" fill="${HATCH_GROUND}"/>` +
    `<rect width="${line}" height="${step}" fill="${HATCH_INK}"/></pattern>`
  );
}
