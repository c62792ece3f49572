import { type Font, openSync } from 'fontkit';
import { px } from '../geometry/svg-path.ts';
import { faceOf, plainText } from '../svg-root.ts';
import type { FontFace, FontWeight } from '../text/measure.ts';
import { attribute, fontFiles, isOnlyInSerif, runsOf } from './fonts.ts';

const opened: Partial<Record<FontFace, Record<FontWeight, Font>>> = {};

/** The weights of a shipped face, read once. */
function weightsOf(face: FontFace): Record<FontWeight, Font> {
  const [regular, bold] = fontFiles(face);
  opened[face] ??= { regular: openSync(regular) as Font, bold: openSync(bold) as Font };
  return opened[face];
}

/** A text element of ours: a start tag without children but its words. */
const TEXT = /<text([^>]*)>([^<]*)<\/text>/g;

/**
 * A figure with its letters as shapes, for printers and programs that lack the font; the words stay as labels.
 *
 * @param svg a figure whose text elements hold words only, as ours do
 */
export function outlineText(svg: string): string {
  const fonts = weightsOf(faceOf(svg));
  return svg.replace(TEXT, (_, attributes: string, content: string) => {
    const paint = attributes.replaceAll(/ (x|y|font-size|font-weight)="[^"]*"/g, '');
    const words = plainText(content);
    const weight = attribute(attributes, 'font-weight') === '700' ? 'bold' : 'regular';
    const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(attribute(attributes, name))) as Place;
    let [data, pen] = ['', x];
    for (const run of runsOf(words)) {
      const font = (isOnlyInSerif(run) ? weightsOf('serif') : fonts)[weight];
      const shapes = outline(run, font, [pen, y, size]);
      data += shapes.data;
      pen = shapes.end;
    }
    return data === '' ? '' : `<path aria-label="${content.replaceAll('"', '&quot;')}"${paint} d="${data}"/>`;
  });
}

type Place = [x: number, y: number, size: number];

/** Characters of a figure's texts for which no shipped font has a glyph, each once: they would be drawn as boxes. */
export function missingGlyphs(svg: string): string[] {
  const words = [...svg.matchAll(TEXT)].map(([, , content]) => plainText(content ?? ''));
  const { regular, bold } = weightsOf(faceOf(svg));
  return [...new Set(words.join(''))].filter((letter) => {
    const code = letter.codePointAt(0)!;
    return !(
      isOnlyInSerif(letter) ||
      (regular.hasGlyphForCodePoint(code) && bold.hasGlyphForCodePoint(code))
    );
  });
}

/** Its shapes, and where the next letter would begin. */
function outline(words: string, font: Font, [x, y, size]: Place): { data: string; end: number } {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(words);
  let pen = x;
  let data = '';
  for (const [i, glyph] of glyphs.entries()) {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    const [left, base] = [pen + xOffset * scale, y - yOffset * scale];
    for (const { command, args } of glyph.path.commands) {
      const points = args.map((value, at) => px(at % 2 === 0 ? left + value * scale : base - value * scale));
      data += `${COMMANDS[command]}${points.join(' ')}`;
    }
    pen += xAdvance * scale;
  }
  return { data, end: pen };
}

const COMMANDS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };
