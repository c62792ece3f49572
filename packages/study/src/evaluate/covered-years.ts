import { monthNumber, type Tally, type TallyFilter } from '@oryn/core';
import type { Study } from '../definition/schema.ts';

/** A calendar year of the data, as far as its incidents cover it. */
export interface CoveredYear {
  year: number;
  /** False for a year that must not be compared with a whole one. */
  isWhole: boolean;
  /** Months of the year that the data cover, 1 to 12. */
  months: number;
  /** First and last of them, 1 to 12; undefined where they do not follow one another, or nobody can tell. */
  monthSpan: readonly [number, number] | undefined;
  incidents: number;
}

/** Where the months covered hold fewer on average, an empty month is no sign that the data do not cover it. */
const TELLING_PER_MONTH = 8;

/**
 * The years that hold an incident, ascending; a year between them without one is not covered and is left out. A year
 * is whole where the period asked for does not cut it and every month holds an incident, or where there are too few
 * incidents for an empty month to tell: with 8 a month, chance alone leaves one of twelve empty in 4 of 1,000 years.
 *
 * Whole is what the table shows, not what the register holds: a month recorded in part is not seen here.
 *
 * @param filter the period asked for and the categories analysed
 */
export function coveredYears(
  tally: Tally,
  filter: TallyFilter,
  study: Pick<Study, 'from' | 'to'>,
): CoveredYear[] {
  const byMonth = incidentsByMonth(tally, filter);
  const years = [...new Set([...byMonth.keys()].map((month) => Math.floor(month / 12)))];
  return years
    .sort((a, b) => a - b)
    .map((year) => {
      const n = Array.from({ length: 12 }, (_, i) => byMonth.get(monthNumber(year, i + 1)) ?? 0);
      const incidents = n.reduce((sum, count) => sum + count, 0);
      const months = n.filter((count) => count > 0).length;
      const isTelling = incidents >= TELLING_PER_MONTH * months;
      const isWhole = !isCut(year, filter, study) && (months === 12 || !isTelling);
      const first = n.findIndex((count) => count > 0) + 1;
      const last = n.findLastIndex((count) => count > 0) + 1;
      const isSpan = isTelling && last - first + 1 === months && months < 12 && !isCutInMonth(year, study);
      return {
        year,
        isWhole,
        months: isWhole ? 12 : months,
        monthSpan: isWhole ? [1, 12] : isSpan ? [first, last] : undefined,
        incidents,
      };
    });
}

/** Incidents of each month, numbered as `monthNumber` does, that pass a filter. */
export function incidentsByMonth(
  tally: Tally,
  { categories, fromMonth = Number.NEGATIVE_INFINITY, toMonth = Number.POSITIVE_INFINITY }: TallyFilter,
): Map<number, number> {
  const byMonth = new Map<number, number>();
  for (let entry = 0; entry < tally.count; entry++) {
    const month = tally.month[entry];
    if (month < 0 || month < fromMonth || month > toMonth) continue;
    if (categories && categories[tally.category[entry]] !== 1) continue;
    byMonth.set(month, (byMonth.get(month) ?? 0) + tally.n[entry]);
  }
  return byMonth;
}

/** Whether the period asked for leaves out some of a year. */
function isCut(year: number, filter: TallyFilter, { from, to }: Pick<Study, 'from' | 'to'>): boolean {
  const { fromMonth = Number.NEGATIVE_INFINITY, toMonth = Number.POSITIVE_INFINITY } = filter;
  return (
    monthNumber(year, 1) < fromMonth ||
    monthNumber(year, 12) > toMonth ||
    (from !== undefined && from > `${year}-01-01`) ||
    (to !== undefined && to < `${year}-12-31`)
  );
}

/** Whether the period begins or ends inside a month of the year. */
function isCutInMonth(year: number, { from, to }: Pick<Study, 'from' | 'to'>): boolean {
  const startsInside = from?.startsWith(`${year}-`) && !from.endsWith('-01');
  const nextDay = to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).getUTCDate();
  return startsInside === true || (to?.startsWith(`${year}-`) === true && nextDay !== 1);
}
