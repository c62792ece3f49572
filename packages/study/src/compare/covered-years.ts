import { monthNumber, type Tally, type TallyFilter } from '@oryn/core';
import type { Study } from '../definition/schema.ts';

/** A calendar year of a bundle, as far as its incidents cover it. */
export interface CoveredYear {
  year: number;
  /** False for a year that must not be compared with a whole one. */
  isWhole: boolean;
  /** Months of the year that the data cover, 1 to 12. */
  months: number;
  incidents: number;
}

/** Under so many incidents a year an empty month is no sign that the data do not cover it. */
const TELLING_INCIDENTS = 60;

/**
 * The years that hold an incident, ascending; a year between them without one is not covered and is left out. A year
 * is whole where the period asked for does not cut it and every month holds an incident, or where there are too few
 * incidents for an empty month to tell.
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
  const { categories, fromMonth = Number.NEGATIVE_INFINITY, toMonth = Number.POSITIVE_INFINITY } = filter;
  const byMonth = new Map<number, number>();
  for (let entry = 0; entry < tally.count; entry++) {
    const month = tally.month[entry];
    if (month < 0 || month < fromMonth || month > toMonth) continue;
    if (categories && categories[tally.category[entry]] !== 1) continue;
    byMonth.set(month, (byMonth.get(month) ?? 0) + tally.n[entry]);
  }
  const years = [...new Set([...byMonth.keys()].map((month) => Math.floor(month / 12)))].sort(
    (a, b) => a - b,
  );
  return years.map((year) => {
    const first = monthNumber(year, 1);
    const last = monthNumber(year, 12);
    let [months, incidents] = [0, 0];
    for (let month = first; month <= last; month++) {
      const n = byMonth.get(month) ?? 0;
      if (n > 0) months++;
      incidents += n;
    }
    const isCut =
      first < fromMonth ||
      last > toMonth ||
      (study.from !== undefined && study.from > `${year}-01-01`) ||
      (study.to !== undefined && study.to < `${year}-12-31`);
    const isTelling = incidents >= TELLING_INCIDENTS;
    const isWhole = !isCut && (months === 12 || !isTelling);
    return { year, isWhole, months: isWhole ? 12 : months, incidents };
  });
}
