import { dateFromDays, daysInMonth, SECONDS_PER_DAY } from '../incidents/calendar.ts';
import { poissonTails } from '../significance/poisson-tails.ts';
import { monthNumber } from '../tally/tally.ts';

type MonthState = 'ordinary' | 'missing' | 'collapsed' | 'doubled';

export interface MonthOfData {
  year: number;
  month: number;
  n: number;
  /** What the months around and the same months of other years give; null where nothing can be compared. */
  expected: number | null;
  state: MonthState;
}

export interface MonthsOfData {
  /** Every month from the first to the last one with data in earnest, empty ones included. */
  months: MonthOfData[];
  /** Rows dated before and after these months, and the position of the first of them. */
  before: { n: number; first: number | null };
  after: { n: number; first: number | null };
}

/** A month with less than this part of the usual rows is empty or nearly so, and no measure for others. */
const BUSY_SHARE = 0.1;
const COLLAPSED_RATIO = 0.5;
const DOUBLED_RATIO = 1.8;
/** Chance of so many or so few rows in a Poisson month: small enough for decades of months. */
const LEVEL = 1e-5;
/** Months to compare with: two on either side, and the same month two years on either side. */
const REFERENCES = [-24, -12, -2, -1, 1, 2, 12, 24];

/**
 * Rows per month, with months that are missing, collapsed or doubled.
 *
 * The usual month is the one in which the median row lies; months with a tenth of its rows or more are busy,
 * and the data go from the first busy month to the last. A month is expected to have the daily rate of its
 * busy neighbours (two on either side, and the same month up to two years away): their median, their mean
 * under 10 rows. It is missing when it has no rows, collapsed with half the expected rows or fewer, doubled
 * with 1.8 times or more, each only if a Poisson count would be so far off less than once in 100,000 months.
 * Real series vary more than Poisson ones, hence the ratios beside the tail; a strong season may still be marked.
 *
 * @param time wall-clock seconds; NaN is left out
 */
export function monthsOfData(time: Float64Array): MonthsOfData {
  const counts = new Map<number, number>();
  const months = Float64Array.from(time, (seconds) => {
    if (Number.isNaN(seconds)) return Number.NaN;
    const date = dateFromDays(Math.floor(seconds / SECONDS_PER_DAY));
    const month = monthNumber(date.year, date.month);
    counts.set(month, (counts.get(month) ?? 0) + 1);
    return month;
  });
  const none = { n: 0, first: null };
  if (counts.size === 0) return { months: [], before: { ...none }, after: { ...none } };

  const usual = monthOfMedianRow([...counts.values()]);
  const isBusy = (month: number): boolean => (counts.get(month) ?? 0) >= usual * BUSY_SHARE;
  const busy = [...counts.keys()].filter(isBusy).sort((a, b) => a - b);
  const [first, last] = [busy[0], busy[busy.length - 1]];
  const rate = (month: number): number => (counts.get(month) ?? 0) / daysOf(month);

  const listed = Array.from({ length: last - first + 1 }, (_, i): MonthOfData => {
    const month = first + i;
    const n = counts.get(month) ?? 0;
    const references = REFERENCES.map((away) => month + away).filter(
      (other) => other >= first && other <= last && isBusy(other),
    );
    const rates = references.length >= 3 ? references.map(rate) : isBusy(month) ? [] : busy.map(rate);
    const expected = rates.length > 0 ? levelOf(rates, daysOf(month)) : null;
    return {
      year: Math.floor(month / 12),
      month: (month % 12) + 1,
      n,
      expected,
      state: stateOf(n, expected),
    };
  });
  const strays = (isStray: (month: number) => boolean): { n: number; first: number | null } => {
    const found = { n: 0, first: null as number | null };
    months.forEach((month, row) => {
      if (!isStray(month)) return;
      found.n++;
      found.first ??= row;
    });
    return found;
  };
  return { months: listed, before: strays((month) => month < first), after: strays((month) => month > last) };
}

function monthOfMedianRow(counts: number[]): number {
  counts.sort((a, b) => a - b);
  const half = counts.reduce((sum, n) => sum + n, 0) / 2;
  let seen = 0;
  for (const n of counts) {
    seen += n;
    if (seen >= half) return n;
  }
  return 0;
}

function daysOf(month: number): number {
  return daysInMonth(Math.floor(month / 12), (month % 12) + 1);
}

/** The median is deaf to a doubled neighbour, but for a handful of rows too coarse: there the mean. */
function levelOf(rates: number[], days: number): number {
  const mean = (rates.reduce((sum, rate) => sum + rate, 0) / rates.length) * days;
  if (mean < 10) return Math.max(1, mean);
  rates.sort((a, b) => a - b);
  const middle = rates.length >> 1;
  return (rates.length % 2 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2) * days;
}

function stateOf(n: number, expected: number | null): MonthState {
  if (expected === null) return 'ordinary';
  const { lower, upper } = poissonTails(n, expected);
  if (n <= expected * COLLAPSED_RATIO && lower < LEVEL) return n === 0 ? 'missing' : 'collapsed';
  return n >= expected * DOUBLED_RATIO && upper < LEVEL ? 'doubled' : 'ordinary';
}
