import { dateFromDays, daysFromDate, isoDate, OrynError, parseIsoDate, SECONDS_PER_DAY } from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import type { Choice } from './choice.ts';
import type { ScannedPlaces } from './scan-places.ts';

export type TimeUnit = 'day' | 'week' | 'month';

/** Incidents with a known day, by place and period. */
export interface ScannedPeriods {
  unit: TimeUnit;
  /** Per incident: its place among the tested ones, and its period. */
  place: number[];
  period: number[];
  periods: number;
  maxPeriods: number;
  /** Incidents left out, since their day (month) is not known. */
  withoutDay: number;
  choices: Choice[];
  firstDayOf(period: number): string;
  lastDayOf(period: number): string;
}

const DAYS_PER_UNIT = { day: 1, week: 7, month: 365.25 / 12 };
const DEFAULT_PERIODS = { day: 30, week: 8, month: 6 };

/** Incidents with a known day, by period; weeks are counted back from the last day, months are those of the calendar. */
export function periodsOf(
  study: Pick<Study, 'from' | 'to'>,
  { incidents, placeOf, analysed, positionOf }: ScannedPlaces,
  { timeUnit: unit, maxDays }: { timeUnit: TimeUnit; maxDays: number | undefined },
): ScannedPeriods {
  const place: number[] = [];
  const day: number[] = [];
  let [withoutDay, first, last] = [0, Infinity, -Infinity];
  for (let i = 0; i < incidents.count; i++) {
    const position = positionOf[placeOf[i]];
    if (position < 0 || !analysed[incidents.category.codes[i]]) continue;
    const isKnown = unit === 'month' || (incidents.dayKnown?.[i] ?? 1) === 1;
    if (Number.isNaN(incidents.time[i]) || !isKnown) {
      withoutDay++;
      continue;
    }
    const at = Math.floor(incidents.time[i] / SECONDS_PER_DAY);
    place.push(position);
    day.push(at);
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (day.length === 0) throw new OrynError('scan.no-days', { count: withoutDay });
  first = parseIsoDate(study.from ?? '') ?? first;
  last = parseIsoDate(study.to ?? '') ?? last;
  const monthOf = (days: number): number => {
    const { year, month } = dateFromDays(days);
    return 12 * year + month - 1;
  };
  const monthStart = (month: number): number => daysFromDate(Math.floor(month / 12), (month % 12) + 1, 1);
  const firstMonth = monthOf(first);
  const periods =
    unit === 'month'
      ? monthOf(last) - firstMonth + 1
      : unit === 'week'
        ? Math.ceil((last - first + 1) / 7)
        : last - first + 1;
  const periodOf = (days: number): number =>
    unit === 'month'
      ? monthOf(days) - firstMonth
      : unit === 'week'
        ? periods - 1 - Math.floor((last - days) / 7)
        : days - first;
  const startOf = (period: number): number =>
    unit === 'month'
      ? monthStart(firstMonth + period)
      : unit === 'week'
        ? last + 1 - 7 * (periods - period)
        : first + period;
  const given = maxDays === undefined ? undefined : Math.round(maxDays / DAYS_PER_UNIT[unit]);
  const maxPeriods = given ?? Math.min(DEFAULT_PERIODS[unit], Math.floor(periods / 2));
  const choices: Choice[] =
    given === undefined
      ? [{ name: 'timeWindow', value: maxPeriods, unit, rule: 'default', reason: 'timeWindow' }]
      : [];
  return {
    place,
    period: day.map(periodOf),
    periods,
    maxPeriods,
    withoutDay,
    unit,
    choices,
    firstDayOf: (period: number): string => isoDate(Math.max(first, startOf(period))),
    lastDayOf: (period: number): string => isoDate(Math.min(last, startOf(period + 1) - 1)),
  };
}
