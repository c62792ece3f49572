import type { Language } from './language.ts';

const NO_BREAK_SPACE = '\u00a0';
const THIN_NO_BREAK_SPACE = '\u202f';
const MINUS = '\u2212';
const NOT_A_NUMBER = '\u2013';

/** How a language writes numbers. Own tables: browsers and Node disagree about Kazakh. */
const NUMERALS: Record<Language, { decimal: string; group: string; groupFrom: number; percent: string }> = {
  kk: { decimal: ',', group: THIN_NO_BREAK_SPACE, groupFrom: 5, percent: `${NO_BREAK_SPACE}%` },
  ru: { decimal: ',', group: THIN_NO_BREAK_SPACE, groupFrom: 5, percent: `${NO_BREAK_SPACE}%` },
  en: { decimal: '.', group: ',', groupFrom: 4, percent: '%' },
};

/** How exactly a number is written; give one of the two. */
export interface Precision {
  /**
   * Significant digits, default 3. Digits before the decimal sign are never replaced by zeros, and zeros at
   * the end of the fraction are left out.
   */
  readonly significant?: number;
  /** Digits after the decimal sign, all of them written. Wins over `significant`. */
  readonly decimals?: number;
}

/** A whole number with thousands separators: '3 081' is written 3081 in Russian and 3,081 in English. */
export function formatInteger(lang: Language, n: number): string {
  return formatNumber(lang, n, { decimals: 0 });
}

/**
 * A number in the language's own writing. NaN becomes a dash, never an empty string or a zero.
 *
 * @example
 * formatNumber('ru', 12345.678); // '12 346'
 * formatNumber('en', 2.13847); // '2.14'
 */
export function formatNumber(lang: Language, x: number, precision: Precision = {}): string {
  if (Number.isNaN(x)) return NOT_A_NUMBER;
  const sign = x < 0 ? MINUS : '';
  if (!Number.isFinite(x)) return `${sign}∞`;
  const digits =
    precision.decimals === undefined
      ? trimZeros(toSignificant(Math.abs(x), precision.significant ?? 3))
      : toFixed(Math.abs(x), precision.decimals);
  const isZero = !/[1-9]/.test(digits);
  return (isZero ? '' : sign) + localDigits(lang, digits);
}

/**
 * Decimals for numbers that stand under one another, as many as the one that needs most has to `significant` digits;
 * beyond two only where the largest needs them, so that one tiny number does not lengthen all.
 *
 * @example
 * decimalsOf([3.68, 2.8, 3.2]); // 2
 */
export function decimalsOf(values: readonly number[], significant = 3): number {
  const known = values.filter(Number.isFinite).map(Math.abs);
  const length = (digits: string): number => digits.split('.')[1]?.length ?? 0;
  const ofLargest = length(toSignificant(Math.max(0, ...known), significant));
  const needed = known.map((x) => length(trimZeros(toSignificant(x, significant))));
  return Math.min(Math.max(2, ofLargest), Math.max(0, ...needed));
}

/** A share (0 to 1) as a percentage with its sign, '8,5 %' or '8.5%', by default with 3 significant digits. */
export function formatPercent(lang: Language, share: number, precision: number | Precision = 3): string {
  if (Number.isNaN(share)) return NOT_A_NUMBER;
  const digits = typeof precision === 'number' ? { significant: precision } : precision;
  return formatNumber(lang, share * 100, digits) + NUMERALS[lang].percent;
}

/** A p- or q-value with three decimals; what is smaller than 0.001 says so. */
export function formatP(lang: Language, p: number): string {
  return p < 0.001
    ? `<${NO_BREAK_SPACE}${formatNumber(lang, 0.001, { decimals: 3 })}`
    : formatNumber(lang, p, { decimals: 3 });
}

function toSignificant(x: number, significant: number): string {
  if (x === 0) return '0';
  // The exponent of the rounded value: 9.996 has two digits before the point once rounded to three.
  const exponent = Number(x.toExponential(significant - 1).split('e')[1]);
  return toFixed(x, Math.min(100, Math.max(0, significant - 1 - exponent)));
}

function toFixed(x: number, decimals: number): string {
  // Above 1e21 Number.toFixed falls back to an exponent.
  return x < 1e21 ? x.toFixed(decimals) : BigInt(x).toString();
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function localDigits(lang: Language, digits: string): string {
  const { decimal, group, groupFrom } = NUMERALS[lang];
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.length >= groupFrom ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}
