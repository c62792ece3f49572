import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { rasterOf } from '../src/files/raster.ts';

/** A picture in memory: four bytes a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const MOST_COLOURS = 128;

/** A figure in pixels, in at most 256 colours, as it is saved. */
export function pictureOf(svg: string, dpi: number): Picture {
  const { width, height, pixels } = rasterOf(svg, dpi);
  const { palette, indices } = paletteOf(pixels);
  const rgba = new Uint8Array(pixels.length).fill(255);
  for (const [i, index] of indices.entries()) rgba.set(palette.subarray(3 * index, 3 * index + 3), 4 * i);
  return { width, height, rgba };
}

/** @param file a PNG of any kind */
export function readPicture(file: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  return { width, height, rgba: data };
}

/** A picture as PNG with a palette: a third of the size of one in true colour. */
export function pictureFile({ width, height, rgba }: Picture): Uint8Array {
  const { palette, indices } = paletteOf(rgba);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/**
 * A palette and for every pixel its nearest colour. The colours are those of the picture, chosen one by one: each where
 * the palette so far is most wrong, as many pixels times how far. So flat fills stay exact, rare ones too, and only the
 * shades of smoothed edges are shared.
 */
function paletteOf(rgba: Uint8Array): { palette: Uint8Array; indices: Uint8Array } {
  const frequency = new Map<number, number>();
  for (let i = 0; i < rgba.length; i += 4) {
    const colour = colourAt(rgba, i);
    frequency.set(colour, (frequency.get(colour) ?? 0) + 1);
  }
  const colours = Int32Array.from(frequency.keys()).sort();
  const pixels = Float64Array.from(colours, (colour) => frequency.get(colour)!);
  const wrong = new Float64Array(colours.length).fill(Number.POSITIVE_INFINITY);
  const nearest = new Uint8Array(colours.length);
  const kept: number[] = [];
  let next = pixels.indexOf(pixels.reduce((most, count) => Math.max(most, count), 0));
  for (let worst = 1; worst > 0 && kept.length < MOST_COLOURS; ) {
    const colour = colours[next]!;
    worst = 0;
    for (let i = 0; i < colours.length; i++) {
      const distance = squaredDistance(colours[i]!, colour);
      if (distance < wrong[i]!) [wrong[i], nearest[i]] = [distance, kept.length];
      const error = pixels[i]! * wrong[i]!;
      if (error > worst) [worst, next] = [error, i];
    }
    kept.push(colour);
  }
  const index = new Map(Array.from(colours, (colour, i) => [colour, nearest[i]!]));
  const indices = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < indices.length; i++) indices[i] = index.get(colourAt(rgba, 4 * i))!;
  return { palette: Uint8Array.from(kept.flatMap(channels)), indices };
}

function colourAt(rgba: Uint8Array, at: number): number {
  return (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!;
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function squaredDistance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}
