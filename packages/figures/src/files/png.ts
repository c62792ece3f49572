import { crc32 } from 'node:zlib';
import { rasterOf } from './raster.ts';

export interface RasterOptions {
  /** Dots per inch, default 300. */
  readonly dpi?: number;
}

const METERS_PER_INCH = 0.0254;

/** Signature (8 bytes) and the IHDR chunk (25 bytes), after which pHYs may stand. */
const AFTER_IHDR = 33;

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

/** Inserts the pHYs chunk that states pixels per metre. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMeter = Math.round(dpi / METERS_PER_INCH);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMeter);
  view.setUint32(12, perMeter);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, AFTER_IHDR));
  whole.set(chunk, AFTER_IHDR);
  whole.set(png.subarray(AFTER_IHDR), AFTER_IHDR + chunk.length);
  return whole;
}
