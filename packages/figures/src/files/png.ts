import { withResolution } from './png-resolution.ts';
import { rasterOf } from './raster.ts';

export interface RasterOptions {
  /** Dots per inch, default 300. */
  readonly dpi?: number;
}

/**
 * A figure as PNG in its physical size, with its resolution stated (pHYs), so that a journal does not read 72 dpi.
 *
 * @throws Error when the SVG states no size in millimetres
 * @throws OrynError figure.too-many-pixels
 */
export function renderPng(svg: string, options: RasterOptions = {}): Uint8Array {
  const { dpi = 300 } = options;
  return withResolution(rasterOf(svg, dpi).asPng(), dpi);
}
