import { rasterOf } from '../src/files/raster.ts';
import { luminance } from '../src/grey.ts';
import { svgRoot } from '../src/svg-root.ts';
import type { TextBox } from './text-boxes.ts';

/** Part of a text's ground that may be darker or lighter than the rest: a line that crosses it. */
const CROSSED = 0.3;

/**
 * The contrast of each text against what is drawn under it (WCAG 2.2, 1 … 21): the value that at least 70 % of the
 * pixels of its box reach, from the figure drawn without its words. A halo is the ground of its text.
 *
 * @param svg a figure in colour or grey
 */
export function textContrasts(svg: string, boxes: readonly TextBox[]): number[] {
  const bare = svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, '');
  const { widthMm } = svgRoot(svg);
  const [, userWidth] = /viewBox="0 0 ([\d.]+) /.exec(svg)!.map(Number);
  // One pixel is one user unit.
  const { width, height, pixels } = rasterOf(bare, (userWidth! / widthMm) * 25.4);
  return boxes.map((box) => {
    const own = luminance(box.fill);
    if (box.halo !== undefined) return contrast(own, luminance(box.halo));
    const contrasts: number[] = [];
    for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, box.bottom); y++) {
      for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(width, box.right); x++) {
        const at = 4 * (y * width + x);
        contrasts.push(contrast(own, luminance(hex(pixels.subarray(at, at + 3)))));
      }
    }
    contrasts.sort((a, b) => a - b);
    return contrasts[Math.floor(contrasts.length * CROSSED)] ?? Number.POSITIVE_INFINITY;
  });
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function hex(rgb: Uint8Array): string {
  return `#${[...rgb].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
