import { OrynError } from '@oryn/core';
import { quantileSorted } from 'simple-statistics';
import { naturalBreaks } from './natural-breaks.ts';

/** How the values of places are parted into classes. */
export type ClassBreaks =
  | { readonly method: 'quantile' | 'jenks' | 'equal'; readonly classes: number }
  | { readonly method: 'head-tail' }
  | { readonly method: 'own'; readonly limits: readonly number[] };

/** More classes than this no reader tells apart by their colour. */
const MOST_CLASSES = 7;

/** Head/tail breaks go on while the head is no larger a part than this (Jiang 2013). */
const LARGEST_HEAD = 0.4;

/**
 * Limits of classes, ascending: class i holds `limits[i] ≤ v < limits[i + 1]`, the last class its upper limit too.
 * Values that are not above 0 have no class: a place without an incident is empty ground. Where values tie, there are
 * fewer classes than asked for; whole values have whole limits. A last class of one value has it as both limits.
 *
 * - `quantile`: classes of equal numbers, as far as ties allow; each begins at the least value that is not below the
 *   quantile (Hyndman and Fan 1996, definition 7)
 * - `jenks`: least squares within classes (Fisher 1958, exactly, see `naturalBreaks`)
 * - `equal`: classes of equal width
 * - `head-tail`: parted at the mean, what is above it parted again (Jiang 2013), 7 classes at most
 * - `own`: upper limits of all classes but the last, which is open: its upper limit is infinite. The first begins at 1
 *   where values are whole, else at 0. Of values that are not whole, one on a limit belongs to the class above.
 *
 * @returns no limits where no value is above 0
 * @throws OrynError breaks.classes (not 2 to 7), breaks.limits (not ascending above 0, or more than 6)
 */
export function classLimits(values: ArrayLike<number>, breaks: ClassBreaks): number[] {
  check(breaks);
  const sorted = Float64Array.from(values)
    .filter((value) => value > 0)
    .sort();
  if (sorted.length === 0) return [];
  const isWhole = sorted.every(Number.isInteger);
  if (breaks.method === 'own') {
    const lower = isWhole ? breaks.limits.map((limit) => Math.floor(limit) + 1) : breaks.limits;
    return [isWhole ? 1 : 0, ...lower, Number.POSITIVE_INFINITY];
  }
  const lower = lowerLimits(sorted, breaks).map((limit) => (isWhole ? Math.ceil(limit) : limit));
  const greatest = sorted.at(-1)!;
  return [...new Set(lower.filter((limit) => limit <= greatest)), greatest];
}

/** The class of a value by its limits, -1 outside them and for what is not above 0. */
export function classIndex(value: number, limits: readonly number[]): number {
  if (!(value > 0 && value <= limits.at(-1)!)) return -1;
  let index = limits.length - 2;
  while (index >= 0 && value < limits[index]!) index--;
  return index;
}

/** How many values each class holds. */
export function countByClass(values: ArrayLike<number>, limits: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, limits.length - 1)).fill(0);
  for (let i = 0; i < values.length; i++) {
    const index = classIndex(values[i]!, limits);
    if (index >= 0) counts[index]!++;
  }
  return counts;
}

function lowerLimits(sorted: Float64Array, breaks: Exclude<ClassBreaks, { method: 'own' }>): number[] {
  if (breaks.method === 'head-tail') return headTailLimits(sorted);
  const { method, classes } = breaks;
  const steps = Array.from({ length: classes }, (_, i) => i / classes);
  const [least, greatest] = [sorted[0]!, sorted.at(-1)!];
  if (method === 'equal') return steps.map((step) => least + step * (greatest - least));
  if (method === 'jenks') return naturalBreaks(sorted, classes);
  const plain = [...sorted];
  return steps.map((step) => leastFrom(sorted, quantileSorted(plain, step)));
}

/** The least value from a limit on. */
function leastFrom(sorted: Float64Array, limit: number): number {
  return sorted.find((value) => value >= limit)!;
}

/** The least value of each class: a value at the mean itself belongs to the tail. */
function headTailLimits(sorted: Float64Array): number[] {
  const limits = [sorted[0]!];
  for (let part = sorted; limits.length < MOST_CLASSES; ) {
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const head = part.filter((value) => value > mean);
    if (head.length === 0) break;
    limits.push(head[0]!);
    if (head.length > LARGEST_HEAD * part.length) break;
    part = head;
  }
  return limits;
}

function check(breaks: ClassBreaks): void {
  if (breaks.method === 'own') {
    const { limits } = breaks;
    const isAscending = limits.every((limit, i) => limit > (i === 0 ? 0 : limits[i - 1]!));
    if (limits.length === 0 || limits.length >= MOST_CLASSES || !isAscending) {
      throw new OrynError('breaks.limits', { given: limits.join(', '), most: MOST_CLASSES - 1 });
    }
  } else if (breaks.method !== 'head-tail') {
    const { classes } = breaks;
    if (!(Number.isInteger(classes) && classes >= 2 && classes <= MOST_CLASSES)) {
      throw new OrynError('breaks.classes', { given: String(classes), most: MOST_CLASSES });
    }
  }
}
