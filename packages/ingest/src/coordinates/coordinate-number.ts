/** Powers of ten that a double holds exactly, so that dividing by them rounds once, as parsing itself does. */
const EXACT_POWERS = Array.from({ length: 23 }, (_, power) => 10 ** power);
const MOST_EXACT_DIGITS = 15;

/** No number of a register is longer; anything beyond is refused unread. */
const LONGEST_NUMBER = 40;

/** What registers write in place of a value they do not have. */
const MISSING = new Set(
  '- -- — – . .. ? na n/a #n/a nan null none nil \\n (null) <null> undefined н/д нд нет жоқ пусто неизвестно'
    .split(' ')
    .concat(
      'нет данных',
      'не указано',
      'не определено',
      'белгісіз',
      'no data',
      'unknown',
      'sin dato',
      'sin datos',
    ),
);

/** True for an empty cell and for the words and marks written instead of one: NA, NULL, н/д, жоқ. */
export function isMissing(text: string): boolean {
  if (text.length > 20) return text.trim() === '';
  const trimmed = text.trim();
  return trimmed === '' || MISSING.has(trimmed.toLowerCase());
}

/**
 * A number as tables hold it: decimal point or comma, spaces of any kind around it, thousands separated where
 * that is certain (`5 459 092,43`, `1,234,567.8`, `1.234.567`), exponents. A single comma or point is always
 * the decimal one. NaN for anything else.
 */
export function parseNumber(text: string): number {
  const plain = plainDecimal(text);
  return Number.isNaN(plain) ? writtenNumber(text) : plain;
}

/** Sign, digits, at most one point or comma, at most 15 digits: read without allocating; otherwise NaN. */
function plainDecimal(text: string): number {
  let at = 0;
  let end = text.length;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
  const first = text.charCodeAt(at);
  const negative = first === 45 || first === 0x2212;
  if (negative || first === 43) at++;
  let mantissa = 0;
  let digits = 0;
  let significant = 0;
  let fraction = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 || code === 44) {
      if (fraction >= 0) return Number.NaN;
      fraction = 0;
      continue;
    }
    if (code < 48 || code > 57) return Number.NaN;
    mantissa = mantissa * 10 + code - 48;
    digits++;
    if (mantissa > 0 && ++significant > MOST_EXACT_DIGITS) return Number.NaN;
    if (fraction >= 0 && ++fraction > 22) return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  const value = fraction > 0 ? mantissa / EXACT_POWERS[fraction] : mantissa;
  return negative ? -value : value;
}

const LONG_DECIMAL = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;
/** Groups of three after one to three digits; the separator is the same throughout. */
const THOUSANDS = [
  /^[+-]?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/,
  /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/,
  /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/,
  /^[+-]?\d{1,3}(?:,\d{3}){2,}$/,
  /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/,
];

function writtenNumber(text: string): number {
  const trimmed = text.length > 2 * LONGEST_NUMBER ? '' : text.trim().replace('\u2212', '-');
  if (trimmed === '' || trimmed.length > LONGEST_NUMBER) return Number.NaN;
  const decimal = trimmed.replace(',', '.');
  if (LONG_DECIMAL.test(decimal))
    return Math.abs(Number(decimal)) < Number.MAX_VALUE ? Number(decimal) : Number.NaN;
  const form = THOUSANDS.findIndex((pattern) => pattern.test(trimmed));
  if (form < 0) return Number.NaN;
  if (form === 0) return Number(trimmed.replace(/[\s'’]/g, '').replace(',', '.'));
  if (form === 1 || form === 3) return Number(trimmed.replaceAll(',', ''));
  return Number(trimmed.replaceAll('.', '').replace(',', '.'));
}

function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff
  );
}
