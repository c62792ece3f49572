import { dateFromDays, daysInMonth, isoDate, OrynError, parseIsoDate } from '@oryn/core';

/** Days `yyyy-mm-dd`, both included, that are asked for together. */
export interface Window {
  from: string;
  to: string;
}

/**
 * The months of a period, the first and the last cut to it.
 *
 * @throws OrynError period.invalid, period.reversed
 */
export function monthsOf({ from, to }: Window): Window[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (last < first) throw new OrynError('period.reversed', { from, to });
  const months: Window[] = [];
  for (let day = first; day <= last; ) {
    const { year, month, day: ofMonth } = dateFromDays(day);
    const end = Math.min(last, day - ofMonth + daysInMonth(year, month));
    months.push({ from: isoDate(day), to: isoDate(end) });
    day = end + 1;
  }
  return months;
}

/** The two halves of a window, the first never the shorter; undefined for a single day. */
export function halvesOf({ from, to }: Window): [Window, Window] | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === last) return undefined;
  const middle = first + Math.floor((last - first) / 2);
  return [
    { from, to: isoDate(middle) },
    { from: isoDate(middle + 1), to },
  ];
}

/** The days of a window as a condition on a date field, by the clock of the service. */
export function clauseOf({ from, to }: Window, field: string): string {
  const after = isoDate(dayOf(to) + 1);
  return `${field} >= TIMESTAMP '${from} 00:00:00' AND ${field} < TIMESTAMP '${after} 00:00:00'`;
}

/** Whether one window lies within another. */
export function isWithin(inner: Window, outer: Window): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function dayOf(given: string): number {
  const day = parseIsoDate(given);
  if (day === undefined) throw new OrynError('period.invalid', { given });
  return day;
}
