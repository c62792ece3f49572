import { deflateSync } from 'node:zlib';
import type { RasterOptions } from './png.ts';
import { rasterOf } from './raster.ts';

const CHANNELS = 3;

/** Rows packed as one piece: readers unpack a piece at a time. */
const ROWS_PER_STRIP = 64;

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/**
 * A figure as TIFF 6.0 in its physical size: red, green and blue, deflated with the horizontal predictor, its
 * resolution in dots per inch. No layer of transparency, which journals refuse.
 *
 * @throws Error when the SVG states no size in millimetres
 * @throws OrynError figure.too-many-pixels
 */
export function renderTiff(svg: string, options: RasterOptions = {}): Uint8Array {
  const { dpi = 300 } = options;
  const { pixels, width, height } = rasterOf(svg, dpi);
  const strips: Uint8Array[] = [];
  for (let row = 0; row < height; row += ROWS_PER_STRIP) {
    strips.push(deflateSync(differences(pixels, width, row, Math.min(height, row + ROWS_PER_STRIP))));
  }
  const offsets = strips.map(() => 0);
  const header = (): Uint8Array =>
    directory([
      [256, LONG, [width]],
      [257, LONG, [height]],
      [258, SHORT, [8, 8, 8]],
      [259, SHORT, [8]], // deflate
      [262, SHORT, [2]], // red, green, blue
      [273, LONG, offsets],
      [277, SHORT, [CHANNELS]],
      [278, LONG, [ROWS_PER_STRIP]],
      [279, LONG, strips.map((strip) => strip.length)],
      [282, RATIONAL, [Math.round(dpi * 100), 100]],
      [283, RATIONAL, [Math.round(dpi * 100), 100]],
      [296, SHORT, [2]], // inch
      [317, SHORT, [2]], // horizontal predictor
    ]);
  let at = header().length;
  for (const [i, strip] of strips.entries()) {
    offsets[i] = at;
    at += strip.length;
  }
  const file = new Uint8Array(at);
  file.set(header());
  for (const [i, strip] of strips.entries()) file.set(strip, offsets[i]);
  return file;
}

/** Rows of pixels without their opacity, each channel as the difference from the pixel on its left. */
function differences(pixels: Uint8Array, width: number, from: number, to: number): Uint8Array {
  const rows = new Uint8Array((to - from) * width * CHANNELS);
  let out = 0;
  for (let row = from; row < to; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 4;
      for (let channel = 0; channel < CHANNELS; channel++) {
        const before = column === 0 ? 0 : pixels[at - 4 + channel]!;
        rows[out++] = pixels[at + channel]! - before;
      }
    }
  }
  return rows;
}

/** Tag, type and values; a rational is two numbers. */
type Entry = readonly [tag: number, type: number, values: readonly number[]];

const HEADER_BYTES = 8;

/** The head of a little-endian TIFF with one directory, values that do not fit into four bytes after it. */
function directory(entries: readonly Entry[]): Uint8Array {
  const bytesOf = ([, type, values]: Entry) => values.length * (type === SHORT ? 2 : 4);
  let extra = HEADER_BYTES + 2 + entries.length * 12 + 4;
  const total = entries
    .map(bytesOf)
    .reduce((sum, bytes) => sum + (bytes > 4 ? bytes + (bytes % 4) : 0), extra);
  const head = new Uint8Array(total);
  const view = new DataView(head.buffer);
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, HEADER_BYTES, true);
  view.setUint16(HEADER_BYTES, entries.length, true);
  for (const [i, entry] of entries.entries()) {
    const [tag, type, values] = entry;
    const at = HEADER_BYTES + 2 + i * 12;
    const bytes = bytesOf(entry);
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, type === RATIONAL ? values.length / 2 : values.length, true);
    let place = at + 8;
    if (bytes > 4) {
      view.setUint32(place, extra, true);
      place = extra;
      extra += bytes + (bytes % 4);
    }
    for (const [j, value] of values.entries()) {
      if (type === SHORT) view.setUint16(place + 2 * j, value, true);
      else view.setUint32(place + 4 * j, value, true);
    }
  }
  return head;
}
