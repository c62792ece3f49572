import { parseIsoDate, sumByPlace, type Tally, type TallyFilter } from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { coveredYears, incidentsByMonth } from './covered-years.ts';
import type { YearlyCounts } from './evidence.ts';

const DAYS_PER_YEAR = 365.25;

/** Incidents per place of the whole years that pass a filter, and the length of the data in years. */
export function wholeYears(
  tally: Tally,
  places: number,
  filter: TallyFilter,
  study: Pick<Study, 'from' | 'to'>,
): YearlyCounts {
  const whole = coveredYears(tally, filter, study).filter(({ isWhole }) => isWhole);
  const years = whole.map(({ year }) => year);
  const byYear = years.map((year) =>
    sumByPlace(tally, places, { ...filter, fromMonth: year * 12, toMonth: year * 12 + 11 }),
  );
  const months = [...incidentsByMonth(tally, filter).keys()];
  return { years, byYear, length: months.length === 0 ? 1 : lengthOf(study, filter, months) };
}

/** The period asked for; where it is open, from the first month of the data or to the last. */
function lengthOf(
  { from, to }: Pick<Study, 'from' | 'to'>,
  filter: TallyFilter,
  months: readonly number[],
): number {
  if (filter.fromMonth === undefined && filter.toMonth === undefined && from && to) {
    return (parseIsoDate(to)! + 1 - parseIsoDate(from)!) / DAYS_PER_YEAR;
  }
  const start = filter.fromMonth ?? Math.min(...months);
  const end = filter.toMonth ?? Math.max(...months);
  return (end - start + 1) / 12;
}
