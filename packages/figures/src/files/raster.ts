import { OrynError } from '@oryn/core';
import { type RenderedImage, Resvg } from '@resvg/resvg-js';
import { faceOf, svgRoot } from '../svg-root.ts';
import type { FontFace } from '../text/measure.ts';
import { FONT_FAMILIES } from '../text/text-line.tsx';
import { fontFiles, withFallback } from './fonts.ts';

const MM_PER_INCH = 25.4;

/** Four bytes each while it is drawn: half a gigabyte. */
const MOST_PIXELS = 128e6;

/**
 * The size of a figure in pixels: its size in millimetres times the resolution.
 *
 * @param dpi dots per inch, above 0
 * @throws Error when the SVG states no size in millimetres
 * @throws OrynError figure.too-many-pixels
 */
export function pixelSize(svg: string, dpi: number): { width: number; height: number } {
  const { widthMm, heightMm } = svgRoot(svg);
  const width = Math.round((widthMm / MM_PER_INCH) * dpi);
  const height = Math.round((heightMm / MM_PER_INCH) * dpi);
  if (width * height > MOST_PIXELS) {
    throw new OrynError('figure.too-many-pixels', { width, height, dpi, most: MOST_PIXELS / 1e6 });
  }
  return { width, height };
}

/**
 * A figure drawn in pixels. Only the shipped fonts are used.
 *
 * @throws as `pixelSize`
 */
export function rasterOf(svg: string, dpi: number): RenderedImage {
  const { width } = pixelSize(svg, dpi);
  const face = faceOf(svg);
  const drawn = withFallback(svg);
  const faces: FontFace[] = drawn === svg ? [face] : [face, 'serif'];
  return new Resvg(drawn, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: faces.flatMap(fontFiles),
      defaultFontFamily: FONT_FAMILIES[face],
    },
    background: '#FFFFFF',
  }).render();
}
