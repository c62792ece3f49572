import { parseIsoDate, sumByPlace, type Tally, type TallyFilter } from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import type { YearlyCounts } from './evidence.ts';

const DAYS_PER_YEAR = 365.25;
/** So many incidents a year make an empty first or last month a sign that the data do not cover it. */
const TELLING_INCIDENTS = 60;

/**
 * Incidents per place of the whole years that pass a filter, and the length of the data in years. A year that the
 * period cuts is not whole; without a stated period, neither is a first year that begins after January or a last
 * one that ends before December, where there are enough incidents to tell.
 */
export function wholeYears(
  tally: Tally,
  places: number,
  filter: TallyFilter,
  study: Pick<Study, 'from' | 'to'>,
): YearlyCounts {
  const { first, last, perYear } = monthsOf(tally, filter);
  if (first === undefined || last === undefined) return { years: [], byYear: [], length: 1 };
  const [firstYear, lastYear] = [Math.floor(first / 12), Math.floor(last / 12)];
  const telling = perYear >= TELLING_INCIDENTS;
  const startsWhole = study.from ? study.from <= `${firstYear}-01-01` : !telling || first % 12 === 0;
  const endsWhole = study.to ? study.to >= `${lastYear}-12-31` : !telling || last % 12 === 11;
  const fromMonth = filter.fromMonth ?? Number.NEGATIVE_INFINITY;
  const toMonth = filter.toMonth ?? Number.POSITIVE_INFINITY;
  const years: number[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    if ((year === firstYear && !startsWhole) || (year === lastYear && !endsWhole)) continue;
    if (fromMonth <= year * 12 && toMonth >= year * 12 + 11) years.push(year);
  }
  const byYear = years.map((year) =>
    sumByPlace(tally, places, { ...filter, fromMonth: year * 12, toMonth: year * 12 + 11 }),
  );
  return { years, byYear, length: lengthOf(study, filter, first, last) };
}

function monthsOf(
  tally: Tally,
  { fromMonth = 0, toMonth = Number.POSITIVE_INFINITY, categories }: TallyFilter,
): { first?: number; last?: number; perYear: number } {
  let [first, last, n] = [Number.POSITIVE_INFINITY, -1, 0];
  for (let i = 0; i < tally.count; i++) {
    const month = tally.month[i];
    if (month < 0 || month < fromMonth || month > toMonth) continue;
    if (categories && categories[tally.category[i]] !== 1) continue;
    first = Math.min(first, month);
    last = Math.max(last, month);
    n += tally.n[i];
  }
  if (last < 0) return { perYear: 0 };
  return { first, last, perYear: (n * 12) / (last - first + 1) };
}

/** The period asked for; where it is open, from the first month of the data or to the last. */
function lengthOf(
  { from, to }: Pick<Study, 'from' | 'to'>,
  filter: TallyFilter,
  first: number,
  last: number,
): number {
  if (filter.fromMonth === undefined && filter.toMonth === undefined && from && to) {
    return (parseIsoDate(to)! + 1 - parseIsoDate(from)!) / DAYS_PER_YEAR;
  }
  const start = filter.fromMonth ?? first;
  const end = filter.toMonth ?? last;
  return (end - start + 1) / 12;
}
