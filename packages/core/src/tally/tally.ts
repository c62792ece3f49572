import { OrynError } from '../errors/oryn-error.ts';
import { dateFromDays, SECONDS_PER_DAY } from '../incidents/calendar.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { pointTally } from './point-tally.ts';

/**
 * Sparse counts place × month × category × weekday × hour, one entry per combination that occurs, in ascending
 * order of (place, month, category, weekday, hour). Made once; every filter is a sum over it.
 */
export interface Tally {
  readonly count: number;
  readonly place: Uint32Array;
  /** Months since the year 0: year * 12 + month - 1; -1 where no date is known. */
  readonly month: Int32Array;
  readonly category: Uint16Array;
  /** 0 Monday to 6 Sunday; -1 where the day is not known. */
  readonly weekday: Int8Array;
  /** 0 to 23; -1 where the hour is not known. */
  readonly hour: Int8Array;
  readonly n: Uint32Array;
}

/** A filter of the tally; what is left out does not filter. */
export interface TallyFilter {
  fromMonth?: number | undefined;
  toMonth?: number | undefined;
  /** 1 for every category that counts. */
  categories?: Uint8Array | undefined;
  /** 1 for every hour that counts; with it, incidents of unknown hour do not count. */
  hours?: Uint8Array | undefined;
}

export const monthNumber = (year: number, month: number): number => year * 12 + month - 1;

/** Weekday and hour together, each with one more value for "not known". */
const SLOTS = 8 * 25;

/**
 * Count incidents by place, month, category, weekday and hour.
 *
 * @param placeOf place of each incident; -1 for one outside the area, which is not counted
 * @throws OrynError category.too-many where places × months × categories have no exact key
 */
export function tallyIncidents(incidents: Incidents, placeOf: Int32Array): Tally {
  const { firstMonth, months } = monthsOf(incidents);
  const categories = incidents.category.labels.length;
  const places = placeOf.reduce((most, place) => Math.max(most, place), 0) + 1;
  if (places * months * categories * SLOTS > Number.MAX_SAFE_INTEGER) {
    throw new OrynError('category.too-many', { count: categories });
  }
  const inside = placeOf.filter((place) => place >= 0).length;
  const points = pointTally(incidents, placeOf);
  const keys = new Float64Array(inside);
  let next = 0;
  for (let i = 0; i < incidents.count; i++) {
    if (placeOf[i] < 0) continue;
    const slot = (points.weekday[i] + 1) * 25 + points.hour[i] + 1;
    const monthIndex = points.month[i] < 0 ? 0 : points.month[i] - firstMonth + 1;
    keys[next++] = ((placeOf[i] * months + monthIndex) * categories + points.category[i]) * SLOTS + slot;
  }
  keys.sort();
  let count = 0;
  for (let i = 0; i < inside; i++) if (i === 0 || keys[i] !== keys[i - 1]) count++;
  const tally: Tally = {
    count,
    place: new Uint32Array(count),
    month: new Int32Array(count),
    category: new Uint16Array(count),
    weekday: new Int8Array(count),
    hour: new Int8Array(count),
    n: new Uint32Array(count),
  };
  let entry = -1;
  for (let i = 0; i < inside; i++) {
    if (i === 0 || keys[i] !== keys[i - 1]) {
      entry++;
      const slot = keys[i] % SLOTS;
      const withCategory = Math.floor(keys[i] / SLOTS);
      const withMonth = Math.floor(withCategory / categories);
      const monthIndex = withMonth % months;
      tally.place[entry] = Math.floor(withMonth / months);
      tally.month[entry] = monthIndex === 0 ? -1 : firstMonth + monthIndex - 1;
      tally.category[entry] = withCategory % categories;
      tally.weekday[entry] = Math.floor(slot / 25) - 1;
      tally.hour[entry] = (slot % 25) - 1;
    }
    tally.n[entry]++;
  }
  return tally;
}

/** The range of months that occur; index 0 of the range stands for "not known". */
function monthsOf({ time }: Incidents): { firstMonth: number; months: number } {
  let [first, last] = [Infinity, -Infinity];
  for (const seconds of time) {
    if (seconds < first) first = seconds;
    if (seconds > last) last = seconds;
  }
  if (!Number.isFinite(first)) return { firstMonth: 0, months: 1 };
  const monthOf = (seconds: number): number => {
    const { year, month } = dateFromDays(Math.floor(seconds / SECONDS_PER_DAY));
    return monthNumber(year, month);
  };
  return { firstMonth: monthOf(first), months: monthOf(last) - monthOf(first) + 2 };
}

/** True where an entry of the tally passes the filter. */
export function passes(tally: Tally, entry: number, filter: TallyFilter): boolean {
  const { fromMonth, toMonth, categories, hours } = filter;
  const month = tally.month[entry];
  if (fromMonth !== undefined && month < fromMonth) return false;
  if (toMonth !== undefined && month > toMonth) return false;
  if (categories && categories[tally.category[entry]] !== 1) return false;
  if (hours && (tally.hour[entry] < 0 || hours[tally.hour[entry]] !== 1)) return false;
  return true;
}

/** The entries that pass the filter, in their order. */
export function filterTally(tally: Tally, filter: TallyFilter): Tally {
  const kept: number[] = [];
  for (let entry = 0; entry < tally.count; entry++) if (passes(tally, entry, filter)) kept.push(entry);
  return {
    count: kept.length,
    place: Uint32Array.from(kept, (entry) => tally.place[entry]),
    month: Int32Array.from(kept, (entry) => tally.month[entry]),
    category: Uint16Array.from(kept, (entry) => tally.category[entry]),
    weekday: Int8Array.from(kept, (entry) => tally.weekday[entry]),
    hour: Int8Array.from(kept, (entry) => tally.hour[entry]),
    n: Uint32Array.from(kept, (entry) => tally.n[entry]),
  };
}

/** Incidents per place that pass the filter; places without any are 0. O(entries). */
export function sumByPlace(tally: Tally, places: number, filter: TallyFilter = {}): Uint32Array {
  const sums = new Uint32Array(places);
  for (let entry = 0; entry < tally.count; entry++) {
    if (passes(tally, entry, filter)) sums[tally.place[entry]] += tally.n[entry];
  }
  return sums;
}

/** Years of the tally in ascending order; entries without a date have none. */
export function yearsOfTally(tally: Tally): number[] {
  const years = new Set<number>();
  for (const month of tally.month) if (month >= 0) years.add(Math.floor(month / 12));
  return [...years].sort((a, b) => a - b);
}
