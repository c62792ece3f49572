import type { Language } from '@oryn/language';
import { missingGlyphs } from '../src/node.ts';
import { svgRoot } from '../src/svg-root.ts';
import { cutTexts, overlaps, type TextBox, textBoxes } from './text-boxes.ts';
import { textContrasts } from './text-contrast.ts';
import { wellFormed } from './well-formed.ts';

const SMALLEST_POINTS = 8;

/** WCAG 2.2 AA, of letters under 18 points. */
const LEAST_CONTRAST = 4.5;

/** A decimal sign of another language; dates with points are no numbers. */
const FOREIGN_SIGN: Record<Language, RegExp> = { kk: /\d\.\d/, ru: /\d\.\d/, en: /\b0,\d|\d,\d{1,2}(?!\d)/ };

const DATE = /\d{1,2}\.\d{2}\.\d{4}/g;

/** What may be wrong with any figure, by what it is called; each finds what is wrong, nothing in a sound one. */
export const figureFaults: Record<string, (svg: string, lang: Language) => readonly string[]> = {
  'not well-formed': (svg) => (wellFormed(svg) ? [] : ['it']),
  'a hole of the code': (svg) => svg.match(/NaN|undefined|Infinity|\[object|null"/g) ?? [],
  'no glyph': missingGlyphs,
  'under 8 points on paper': (svg) => {
    const [, userWidth] = /viewBox="0 0 ([\d.]+) /.exec(svg)!.map(Number);
    const pointsPerUnit = ((svgRoot(svg).widthMm / 25.4) * 72) / userWidth!;
    return words(textBoxes(svg).filter(({ size }) => size * pointsPerUnit < SMALLEST_POINTS));
  },
  'cut at an edge of the figure or of its map': (svg) => words(cutTexts(svg, textBoxes(svg))),
  'a text over another': (svg) => overlaps(textBoxes(svg)).map((pair) => words(pair).join(' × ')),
  'a number as another language writes it': (svg, lang) =>
    words(textBoxes(svg)).filter((line) => FOREIGN_SIGN[lang].test(line.replaceAll(DATE, ''))),
};

/** Texts that are too pale for what is under them. Colours are those of every language, so one language is enough. */
export function paleTexts(svg: string): readonly string[] {
  const boxes = textBoxes(svg);
  const contrasts = textContrasts(svg, boxes);
  return boxes.flatMap((box, i) =>
    contrasts[i]! < LEAST_CONTRAST ? [`${box.words} ${contrasts[i]!.toFixed(2)}`] : [],
  );
}

const words = (boxes: readonly TextBox[]): string[] => boxes.map((box) => box.words);
