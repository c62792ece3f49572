import type { Language } from './language.ts';

const CYRILLIC = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

const WEIGHTS: Record<Language, ReadonlyMap<string, number>> = {
  kk: weights(DIGITS + CYRILLIC + LATIN),
  ru: weights(DIGITS + CYRILLIC + LATIN),
  en: weights(DIGITS + LATIN + CYRILLIC),
};

/**
 * A comparison for `Array.sort` by the alphabet of the language, the same on every machine: spaces and
 * signs first, then digits, then the language's own script, then the other. Case decides only between
 * otherwise equal texts.
 */
export function compareText(lang: Language): (a: string, b: string) => number {
  const order = WEIGHTS[lang];
  return (a, b) => {
    const left = [...a.toLowerCase()];
    const right = [...b.toLowerCase()];
    const length = Math.min(left.length, right.length);
    for (let i = 0; i < length; i++) {
      const difference = weight(order, left[i]!) - weight(order, right[i]!);
      if (difference !== 0) return difference;
    }
    if (left.length !== right.length) return left.length - right.length;
    return a < b ? -1 : a > b ? 1 : 0;
  };
}

function weights(alphabet: string): ReadonlyMap<string, number> {
  return new Map([...alphabet].map((letter, i) => [letter, 1000 + i]));
}

/** Signs below U+00C0 sort before digits; unknown letters sort after all known ones. */
function weight(order: ReadonlyMap<string, number>, letter: string): number {
  const known = order.get(letter);
  if (known !== undefined) return known;
  const code = letter.codePointAt(0)!;
  return code < 0xc0 ? code : code + 10_000;
}
