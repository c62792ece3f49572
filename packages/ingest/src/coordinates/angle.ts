import { parseNumber } from './coordinate-number.ts';

/** An angle in degrees, and which axis its letter names. */
export interface Angle {
  degrees: number;
  axis: 'lon' | 'lat' | undefined;
}

const LONGEST_ANGLE = 64;

/** Letters of the hemispheres in English, Russian, Kazakh and Spanish, without points and spaces. */
const HEMISPHERES: Readonly<Record<string, { axis: 'lon' | 'lat'; sign: 1 | -1 }>> = {
  ...axis('lat', 1, 'n', 'north', 'с', 'сш', 'север', 'се', 'солт', 'ш', 'norte'),
  ...axis('lat', -1, 's', 'south', 'ю', 'юш', 'юг', 'ое', 'оңт', 'sur'),
  ...axis('lon', 1, 'e', 'east', 'в', 'вд', 'восток', 'шб', 'шығ', 'д', 'este'),
  ...axis('lon', -1, 'w', 'west', 'з', 'зд', 'запад', 'бб', 'бат', 'o', 'oeste'),
};

function axis(name: 'lon' | 'lat', sign: 1 | -1, ...letters: string[]): typeof HEMISPHERES {
  return Object.fromEntries(letters.map((text) => [text, { axis: name, sign }]));
}

const NUMBERS = /\d+(?:[.,]\d+)?/g;
/** Between the numbers: marks of degrees, minutes, seconds, or only spaces. */
const AFTER_DEGREES = /^\s*(?:[°º˚*d]|град\.?|deg\.?)?\s*$/i;
const AFTER_MINUTES = /^\s*(?:['′’‘`´m]|мин\.?|min\.?)?\s*$/i;
const LAST_MARK = /(?:[°º˚*"″”“'′’‘`´]|град\.?|мин\.?|сек\.?|deg\.?|min\.?|sec\.?)+/gi;

/**
 * Degrees of `51.17`, `51,17° с.ш.`, `N 51 10.5`, `51°10'11.5"N`, `71°24′ в.д.`, `51 10 11,5`. Undefined for
 * anything else, also for minutes or seconds of 60 and more. Linear: longer texts than 64 characters are refused.
 */
export function parseAngle(text: string): Angle | undefined {
  const plain = parseNumber(text);
  if (!Number.isNaN(plain)) return { degrees: plain, axis: undefined };
  if (text.length > LONGEST_ANGLE) return undefined;
  const trimmed = text.trim().replace('\u2212', '-');
  const parts = [...trimmed.matchAll(NUMBERS)];
  if (parts.length === 0 || parts.length > 3) return undefined;
  const between = (i: number): string =>
    trimmed.slice(parts[i].index + parts[i][0].length, parts[i + 1]?.index ?? trimmed.length);
  if (parts.length > 1 && !AFTER_DEGREES.test(between(0))) return undefined;
  if (parts.length > 2 && !AFTER_MINUTES.test(between(1))) return undefined;
  const values = parts.map(([number]) => Number(number.replace(',', '.')));
  const whole = values.slice(0, -1).every(Number.isInteger);
  if (!whole || values.slice(1).some((value) => value >= 60)) return undefined;
  const [degrees, minutes = 0, seconds = 0] = values;
  const size = degrees + minutes / 60 + seconds / 3600;
  const before = trimmed.slice(0, parts[0].index).trim();
  const after = between(parts.length - 1).replace(LAST_MARK, '');
  return withHemisphere(size, before, after);
}

function withHemisphere(size: number, before: string, after: string): Angle | undefined {
  const negative = before.endsWith('-');
  const letters = [before.replace(/[+-]$/, ''), after].map((part) =>
    part.toLowerCase().replace(/[.\s]/g, ''),
  );
  const written = letters.filter((part) => part !== '');
  if (written.length === 0) return { degrees: negative ? -size : size, axis: undefined };
  const [letter] = written;
  if (written.length > 1 || !Object.hasOwn(HEMISPHERES, letter)) return undefined;
  const { axis: named, sign } = HEMISPHERES[letter];
  return { degrees: (negative ? -1 : sign) * size, axis: named };
}
