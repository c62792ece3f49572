import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { OrynError } from '@oryn/core';
import { px } from '../geometry/svg-path.ts';
import { faceOf, plainText } from '../svg-root.ts';
import { type FontFace, hasGlyph, textWidth } from '../text/measure.ts';
import { FONT_FAMILIES } from '../text/text-line.tsx';

const require = createRequire(import.meta.url);

const FILES: Record<FontFace, readonly [regular: string, bold: string]> = {
  sans: ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
  serif: ['tinos/400Regular/Tinos_400Regular.ttf', 'tinos/700Bold/Tinos_700Bold.ttf'],
};

/**
 * The font files of a face, regular and bold, as paths.
 *
 * @throws OrynError font.missing
 */
export function fontFiles(face: FontFace): [regular: string, bold: string] {
  const [regular, bold] = FILES[face];
  return [shippedFont(regular), shippedFont(bold)];
}

/** @throws OrynError font.missing */
export function shippedFont(path: string): string {
  try {
    return require.resolve(`@expo-google-fonts/${path}`);
  } catch {
    throw new OrynError('font.missing', { file: basename(path) });
  }
}

/** A text element of ours: a start tag without children but its words. */
const TEXT = /(<text[^>]*>)([^<]*)(?=<\/text>)/g;

/** Whether a sign is set in Tinos wherever it stands, as ≤ is: Noto Sans has no glyph for it. */
export function isOnlyInSerif(sign: string): boolean {
  return !hasGlyph(sign) && hasGlyph(sign, 'regular', 'serif');
}

/** A line cut before and after every sign that Tinos has to lend. */
export function runsOf(words: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const sign of words) {
    if (isOnlyInSerif(sign)) {
      runs.push(run, sign);
      run = '';
    } else run += sign;
  }
  return [...runs, run].filter((one) => one !== '');
}

/**
 * A figure whose signs that Noto Sans lacks name Tinos: not every program that draws it looks for a glyph elsewhere. Each
 * run has its own place, for resvg sets a whole line in the face of one sign where none breaks it.
 */
export function withFallback(svg: string): string {
  if (faceOf(svg) === 'serif') return svg;
  return svg.replaceAll(TEXT, (_, start: string, words: string) => {
    const runs = runsOf(words);
    if (!runs.some(isOnlyInSerif)) return start + words;
    const [x, size] = ['x', 'font-size'].map((name) => Number(attribute(start, name))) as [number, number];
    const weight = attribute(start, 'font-weight') === '700' ? 'bold' : 'regular';
    let pen = x;
    const placed = runs.map((run) => {
      const family = isOnlyInSerif(run) ? ` font-family="${FONT_FAMILIES.serif}"` : '';
      const span = `<tspan x="${px(pen)}"${family}>${run}</tspan>`;
      pen += textWidth(plainText(run), size, weight);
      return span;
    });
    return start + placed.join('');
  });
}

/** An attribute of a start tag. */
export function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}
