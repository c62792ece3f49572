import {
  type AdvanceBlock,
  boldAdvances,
  regularAdvances,
  serifBoldAdvances,
  serifRegularAdvances,
  UNITS_PER_EM,
} from './advance-widths.ts';

/** The two weights figures are set in. */
export type FontWeight = 'regular' | 'bold';

/** Noto Sans on screen and in most prints, Tinos with the widths of Times where a journal asks for it. */
export type FontFace = 'sans' | 'serif';

const ADVANCES: Record<FontFace, Record<FontWeight, ReadonlyMap<number, number>>> = {
  sans: { regular: byCharacter(regularAdvances), bold: byCharacter(boldAdvances) },
  serif: { regular: byCharacter(serifRegularAdvances), bold: byCharacter(serifBoldAdvances) },
};

/** Advance for a character outside the table, in em: wide enough that nothing is cut. */
const UNKNOWN_ADVANCE = 0.9;

/**
 * Width of a text in the units of `size`, from the font's own table (kerning left out). A sign that Noto Sans lacks, such
 * as ≤, is set in Tinos.
 */
export function textWidth(
  text: string,
  size: number,
  weight: FontWeight = 'regular',
  face: FontFace = 'sans',
): number {
  const perEm = UNITS_PER_EM[face];
  let units = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const fallback = ADVANCES.serif[weight].get(code);
    units +=
      ADVANCES[face][weight].get(code) ??
      (fallback === undefined ? UNKNOWN_ADVANCE : fallback / UNITS_PER_EM.serif) * perEm;
  }
  return (units * size) / perEm;
}

/** Whether the shipped font has a glyph for a character. */
export function hasGlyph(letter: string, weight: FontWeight = 'regular', face: FontFace = 'sans'): boolean {
  return ADVANCES[face][weight].has(letter.codePointAt(0)!);
}

/**
 * Breaks a text into lines no wider than `width` in Noto Sans, and so in the narrower Tinos; no-break spaces hold, a percent sign and a dash stay with
 * the word before, a too long word is cut.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: FontWeight = 'regular',
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of bound(text)
    .split(' ')
    .flatMap((part) => cutWord(part, width, size, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  // Between two parts of a line a middle dot; where the first ends a line there is nothing to part.
  return lines.map((one) => one.replace(/ ·$/, ''));
}

/** As many lines as `wrapText` needs, of about one length: a title does not end in a line of one word. */
export function balancedLines(
  text: string,
  width: number,
  size: number,
  weight: FontWeight = 'regular',
): string[] {
  const fewest = wrapText(text, width, size, weight);
  const widestWord = Math.max(
    0,
    ...bound(text)
      .split(' ')
      .map((word) => textWidth(word, size, weight)),
  );
  let balanced = fewest;
  for (let narrower = width - size; narrower >= widestWord; narrower -= size) {
    const lines = wrapText(text, narrower, size, weight);
    if (lines.length > fewest.length) break;
    balanced = lines;
  }
  return balanced;
}

/** A percent sign stays with its number, and a dash with the word before it. */
function bound(text: string): string {
  return text.replace(/ (?=%|[—–] )/g, '\u00a0');
}

function cutWord(word: string, width: number, size: number, weight: FontWeight): string[] {
  if (textWidth(word, size, weight) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return part === '' ? parts : [...parts, part];
}

function byCharacter(blocks: readonly AdvanceBlock[]): ReadonlyMap<number, number> {
  const advances = new Map<number, number>();
  for (const { first, widths } of blocks) {
    for (const [i, width] of widths.entries()) if (width > 0) advances.set(first + i, width);
  }
  return advances;
}
