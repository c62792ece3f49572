import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PIXELS_PER_MM } from '../src/frame/figure.tsx';
import { svgRoot } from '../src/svg-root.ts';
import { type Picture, pictureFile, pictureOf, readPicture } from './picture-file.ts';

const root = join(import.meta.dirname, '../../..');

/** Where a picture that is not the saved one is written, for a person to compare; not committed. */
const CHANGED = join(root, 'results/gallery');

/** Pixels that another processor may round otherwise; one changed digit changes more. */
export const TOLERATED_PIXELS = 3;

/** Distance of two colours that counts, 0 … 1: the edge of a letter rounded otherwise does not. */
const COLOUR_THRESHOLD = 0.1;

/** Whether pictures are written and not compared: `npm run gallery -- --accept`. */
const isAccepting = process.env.ORYN_GALLERY === 'accept';

export interface SavedPicture {
  /** Path of the saved picture from the root of the project. */
  readonly path: string;
  readonly svg: string;
  /** Of a figure in print; letters of a slide or a poster are as large in their pictures. */
  readonly dpi: number;
}

/** Compares a figure with its saved picture. @returns what is to be done, undefined where they are alike */
export function comparePicture({ path, svg, dpi }: SavedPicture): string | undefined {
  return compareSaved(path, pictureOf(svg, (dpi * printWidthMm(svg)) / svgRoot(svg).widthMm));
}

/**
 * Compares a picture with the saved one. A changed one is written to `results/gallery` with the saved one and their
 * difference; when accepting, it becomes the saved one, unless it is the same but for rounding.
 *
 * @param path from the root of the project
 * @param now in as many colours as a saved picture has
 * @returns what is to be done, undefined where they are alike
 */
export function compareSaved(
  path: string,
  now: Picture,
  toleratedPixels = TOLERATED_PIXELS,
): string | undefined {
  const file = join(root, path);
  const changed = join(CHANGED, path.replace(/\.png$/, ''));
  for (const name of ['new', 'saved', 'difference']) rmSync(`${changed}.${name}.png`, { force: true });
  const saved = existsSync(file) ? readPicture(readFileSync(file)) : undefined;
  const difference = saved && differenceOf(saved, now);
  if (difference !== undefined && difference.pixels <= toleratedPixels) return undefined;
  if (isAccepting) {
    write(file, now);
    return undefined;
  }
  write(`${changed}.new.png`, now);
  if (saved) write(`${changed}.saved.png`, saved);
  if (difference?.picture) write(`${changed}.difference.png`, difference.picture);
  const what = !difference
    ? 'is not saved yet'
    : difference.picture
      ? `differs in ${difference.pixels} pixels`
      : 'has another size';
  return `${path} ${what}: look at ${relative(root, changed)}.*.png; where it is meant, npm run gallery -- --accept`;
}

/** Number of changed pixels and where they are; no picture where the sizes differ. */
export function differenceOf(saved: Picture, now: Picture): { pixels: number; picture?: Picture } {
  const { width, height } = now;
  if (saved.width !== width || saved.height !== height) return { pixels: Number.POSITIVE_INFINITY };
  const rgba = new Uint8Array(width * height * 4);
  // Small letters are nothing but smoothed edges, so that these count too.
  const options = { threshold: COLOUR_THRESHOLD, includeAA: true };
  const pixels = pixelmatch(saved.rgba, now.rgba, rgba, width, height, options);
  return { pixels, picture: { width, height, rgba } };
}

/** Width of a figure that is not magnified. */
function printWidthMm(svg: string): number {
  return Number(/viewBox="0 0 ([\d.]+) /.exec(svg)![1]) / PIXELS_PER_MM;
}

function write(file: string, picture: Picture): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pictureFile(picture));
}
