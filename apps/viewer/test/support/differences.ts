/** Of real numbers, and of those that come from the size of a cell, whose formula cancels nine of its digits. */
const RELATIVE = 1e-12;
const RELATIVE_OF_AREAS = 1e-9;
const FROM_AREAS = /area|km_?2|recc/i;

/**
 * Where two results differ in more than the last digits of a real number: Node and a browser have mathematical
 * functions of different versions. Texts and whole numbers are equal or not.
 *
 * @param path of the value, for the message; it tells areas from other numbers
 */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (isRecord(a) && isRecord(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) => differences(a[key], b[key], `${path}.${key}`));
  }
  return a === b || isNearly(numberOf(a), numberOf(b), path) ? [] : [`${path}: ${shown(a)} ≠ ${shown(b)}`];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Cells of a CSV are texts. */
const numberOf = (value: unknown): number =>
  typeof value === 'string' && value !== '' ? Number(value) : typeof value === 'number' ? value : Number.NaN;

function isNearly(x: number, y: number, path: string): boolean {
  if (Number.isInteger(x) && Number.isInteger(y)) return false;
  const relative = FROM_AREAS.test(path) ? RELATIVE_OF_AREAS : RELATIVE;
  return Math.abs(x - y) <= relative * Math.max(1, Math.abs(x), Math.abs(y));
}

const shown = (value: unknown): string => String(value).slice(0, 80);
