import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@oryn/language';
import { expect } from 'vitest';
import { figureFaults, paleTexts } from '../../packages/figures/make/figure-faults.ts';
import { comparePicture } from '../../packages/figures/make/saved-picture.ts';
import { pageText, root } from './doc-commands.ts';

const PAGE = 'docs/gallery.md';
const PICTURES = 'docs/pictures/gallery';

/** Of the pictures of the page: three stand side by side, one alone stays legible. */
const DPI = 80;

/** Pictures the page shows, as "folder/figure.lang". */
export function shownPictures(): string[] {
  const links = pageText(PAGE).matchAll(/\]\(pictures\/gallery\/([^)]+)\.png\)/g);
  return [...links].map(([, name]) => name!).sort();
}

/** Pictures that are saved, named alike. */
export function savedPictures(): string[] {
  return readdirSync(join(root, PICTURES))
    .flatMap((folder) => namesIn(join(root, PICTURES, folder), '.png').map((name) => `${folder}/${name}`))
    .sort();
}

/** Figures that the commands of the page wrote, named alike. */
export function writtenFigures(results: string, folder: string): string[] {
  return namesIn(join(results, 'gallery', folder), '.svg').map((name) => `${folder}/${name}`);
}

function namesIn(folder: string, extension: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

/** Compares figures that were written with the pictures of the page. */
export function expectSaved(results: string, figures: readonly string[]): void {
  const faults = figures.flatMap((name) => {
    return comparePicture({ path: `${PICTURES}/${name}.png`, svg: figureOf(results, name), dpi: DPI }) ?? [];
  });
  expect(faults).toEqual([]);
}

/** Looks for cut or meeting words, pale or small letters and the like in figures of real studies. */
export function expectSound(results: string, figures: readonly string[]): void {
  const faults = figures.flatMap((name) => {
    const [svg, lang] = [figureOf(results, name), name.split('.').at(-1) as Language];
    const found = Object.entries(figureFaults).map(([fault, find]) => [fault, find(svg, lang)] as const);
    return [...found, ['pale', lang === 'kk' ? paleTexts(svg) : []] as const]
      .filter(([, faulty]) => faulty.length > 0)
      .map(([fault, faulty]) => `${name}: ${fault}: ${faulty.join(' | ')}`);
  });
  expect(faults).toEqual([]);
}

function figureOf(results: string, name: string): string {
  return readFileSync(join(results, 'gallery', `${name}.svg`), 'utf8');
}
