import { FONT_FAMILY } from '@oryn/figures';

/** A face of the page as a rule that holds its file, and a sign of the figure that is set in it. */
export interface EmbeddedFont {
  rule: string;
  weight: string;
  sign: string;
}

/** The weights that figures are set in. */
const WEIGHTS: readonly string[] = ['400', '600', '700'];

/** The faces of the page that the words of a figure are set in. */
export async function embeddedFonts(svg: string): Promise<EmbeddedFont[]> {
  const words = [...svg.matchAll(/>([^<]+)</g)].map(([, content]) => content).join('');
  const signs = [...new Set(words)].filter((sign) => /[^\s&<>"']/u.test(sign));
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => style.getPropertyValue('font-family').replaceAll('"', '') === FONT_FAMILY);
  const fonts = faces.flatMap((face) => {
    const weight = face.style.getPropertyValue('font-weight');
    const isUsed = WEIGHTS.includes(weight) && (weight === '400' || svg.includes(`font-weight="${weight}"`));
    const ranges = rangesOf(face.style.getPropertyValue('unicode-range'));
    const sign = signs.find((one) => ranges.some(([from, to]) => isWithin(one.codePointAt(0)!, from, to)));
    return isUsed && sign !== undefined ? [{ face, weight, sign }] : [];
  });
  return Promise.all(
    fonts.map(async ({ face, weight, sign }) => ({ rule: await heldRule(face), weight, sign })),
  );
}

const isWithin = (code: number, from: number, to: number): boolean => code >= from && code <= to;

/** `U+301, U+400-45F` as pairs of code points. */
function rangesOf(unicodeRange: string): [from: number, to: number][] {
  return unicodeRange.split(',').map((range) => {
    const [from, to = from] = range
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [from!, to!];
  });
}

/** A rule whose file is in it; a letter is not seen before its face is there. */
async function heldRule(rule: CSSFontFaceRule): Promise<string> {
  const [whole, given] = /url\("?([^")]+)"?\)/.exec(rule.cssText)!;
  const font = await fetch(new URL(given!, rule.parentStyleSheet?.href ?? document.baseURI));
  const blob = await font.blob();
  const data = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return rule.cssText.replace(whole, `url("${data}")`).replace('font-display: swap', 'font-display: block');
}
