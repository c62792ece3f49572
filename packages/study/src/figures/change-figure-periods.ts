import { coveredYears, incidentsByMonth } from '../evaluate/covered-years.ts';
import type { Drawn } from './drawn.ts';
import { notPossible } from './not-possible.ts';

/** Months from first to last, `yyyy-mm`, both included. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** Months numbered as `monthNumber` does, both ends included. */
export interface NumberedSpan {
  first: number;
  last: number;
}

/**
 * The two periods of a map of change: those asked for; else the first and the last whole year; else the first and the
 * second half of the months with dates, the middle one left out where their number is odd.
 *
 * @throws OrynError figure.not-possible
 */
export function periodsOf(
  { tally, analysed, study }: Pick<Drawn, 'tally' | 'analysed' | 'study'>,
  asked: readonly [MonthSpan, MonthSpan] | undefined,
): [NumberedSpan, NumberedSpan] {
  const filter = { categories: analysed };
  const months = [...incidentsByMonth(tally, filter).keys()].sort((a, b) => a - b);
  if (months.length === 0) throw notPossible('change', 'noTime');
  if (asked) return [numbered(asked[0]), numbered(asked[1])];
  const whole = coveredYears(tally, filter, study).filter(({ isWhole }) => isWhole);
  if (whole.length >= 2) return [yearSpan(whole[0].year), yearSpan(whole[whole.length - 1].year)];
  const [first, last] = [months[0], months[months.length - 1]];
  const half = Math.floor((last - first + 1) / 2);
  if (half === 0) throw notPossible('change', 'oneMonth');
  return [
    { first, last: first + half - 1 },
    { first: last - half + 1, last },
  ];
}

export const monthsIn = ({ first, last }: NumberedSpan): number => last - first + 1;

/** The number of a year and the number of a month in it, 1 to 12. */
export const monthOf = (number: number): { year: number; month: number } => ({
  year: Math.floor(number / 12),
  month: (number % 12) + 1,
});

/** Whether two periods hold the same months of the year equally often: otherwise the seasons differ too. */
export function sameSeasons(a: NumberedSpan, b: NumberedSpan): boolean {
  const share = (span: NumberedSpan): number[] => {
    const times = new Array<number>(12).fill(0);
    for (let month = span.first; month <= span.last; month++) times[month % 12]++;
    return times.map((count) => count / monthsIn(span));
  };
  const ofB = share(b);
  return share(a).every((part, month) => Math.abs(part - ofB[month]) < 1e-9);
}

function yearSpan(year: number): NumberedSpan {
  return { first: year * 12, last: year * 12 + 11 };
}

function numbered({ from, to }: MonthSpan): NumberedSpan {
  const number = (text: string): number => {
    const [year, month] = text.split('-').map(Number);
    return year * 12 + month - 1;
  };
  return { first: number(from), last: number(to) };
}
