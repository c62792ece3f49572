import { dateFromDays, daysFromDate, type RandomStream, weekdayOfDays } from '@oryn/core';
import { cumulative, drawIndex } from './chance.ts';
import type { Rhythm } from './facility-kinds.ts';
import type { PlantedArea } from './plan.ts';

export const FIRST_DAY = daysFromDate(2019, 1, 1);
export const LAST_DAY = daysFromDate(2023, 12, 31);
const DAYS = LAST_DAY - FIRST_DAY + 1;

export type Pattern = PlantedArea['pattern'];

/** Years 2019-2023; theft falls by about a quarter in 2023 as in the national series. */
const YEARS: Readonly<Record<string, readonly number[]>> = {
  theft: [1.14, 0.97, 1.0, 1.02, 0.74],
  fraud: [0.5, 0.75, 1.05, 1.2, 1.5],
  other: [1.08, 1, 0.98, 1.02, 0.95],
};

/** January to December. */
const MONTHS: Readonly<Record<string, readonly number[]>> = {
  outdoors: [0.78, 0.78, 0.9, 1.0, 1.12, 1.2, 1.22, 1.2, 1.12, 1.02, 0.86, 0.8],
  homes: [1.0, 0.92, 0.94, 0.96, 1.02, 1.1, 1.16, 1.1, 1.0, 0.95, 0.92, 0.93],
  trade: [0.94, 0.92, 1.04, 0.96, 0.96, 0.96, 0.94, 1.02, 1.04, 1.0, 1.04, 1.18],
};

/** Monday to Sunday. */
const WEEK: Readonly<Record<string, readonly number[]>> = {
  even: [1, 1, 1, 1, 1.04, 1, 0.96],
  leisure: [0.8, 0.78, 0.82, 0.9, 1.25, 1.4, 1.15],
  work: [1.08, 1.06, 1.06, 1.06, 1.1, 0.9, 0.74],
};

/** Hours 0-23. */
const HOURS: Readonly<Record<string, readonly number[]>> = {
  day: [
    1, 0.6, 0.4, 0.3, 0.3, 0.5, 1, 2, 3.4, 4.6, 5.6, 6.2, 6.6, 6.6, 6.4, 6.4, 6.4, 6.6, 6.4, 5.4, 4, 3, 2.2,
    1.6,
  ],
  night: [
    6.6, 6, 5.4, 4.4, 3, 1.8, 1.2, 1, 1, 1.1, 1.3, 1.5, 1.7, 1.8, 2, 2.2, 2.6, 3.2, 4, 4.8, 5.6, 6.4, 7.2,
    7.2,
  ],
  homes: [
    2.2, 2, 2, 1.8, 1.6, 1.4, 1.6, 2.6, 4.2, 5.2, 5.8, 6, 5.8, 5.6, 5.4, 5.2, 5, 4.8, 4.6, 4.4, 4, 3.6, 3,
    2.6,
  ],
  parked: [
    6, 5.6, 5.2, 4.6, 3.6, 2.6, 2.2, 2.4, 2.4, 2.2, 2.2, 2.2, 2.2, 2.2, 2.2, 2.4, 2.6, 3.2, 4, 4.8, 5.4, 6,
    6.4, 6.4,
  ],
  evening: [
    3, 2.2, 1.6, 1.2, 1, 0.9, 1, 1.4, 1.8, 2.2, 2.6, 3, 3.4, 3.6, 3.8, 4.2, 4.8, 5.6, 6.4, 6.8, 6.6, 6, 5, 4,
  ],
  office: [
    0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 0.8, 2.6, 6.4, 8, 8.4, 7.6, 7, 7.6, 7.8, 7.2, 5.8, 4, 2.6, 1.8, 1.2,
    0.8, 0.4,
  ],
};

interface Profile {
  readonly years: keyof typeof YEARS;
  readonly months: keyof typeof MONTHS;
  readonly week: keyof typeof WEEK;
  readonly hours: keyof typeof HOURS;
  /** Share left in the lockdown of spring 2020. */
  readonly lockdown: number;
}

const PROFILES: Readonly<Record<string, Profile>> = {
  theft_simple: { years: 'theft', months: 'outdoors', week: 'even', hours: 'day', lockdown: 0.4 },
  theft: { years: 'theft', months: 'outdoors', week: 'even', hours: 'day', lockdown: 0.42 },
  burglary: { years: 'theft', months: 'homes', week: 'work', hours: 'homes', lockdown: 0.6 },
  petty: { years: 'theft', months: 'trade', week: 'even', hours: 'day', lockdown: 0.5 },
  from_vehicle: { years: 'theft', months: 'homes', week: 'even', hours: 'parked', lockdown: 0.7 },
  open_theft: { years: 'theft', months: 'outdoors', week: 'even', hours: 'evening', lockdown: 0.45 },
  robbery: { years: 'other', months: 'homes', week: 'even', hours: 'evening', lockdown: 0.5 },
  hooliganism: { years: 'other', months: 'outdoors', week: 'leisure', hours: 'night', lockdown: 0.45 },
  harm: { years: 'other', months: 'outdoors', week: 'leisure', hours: 'night', lockdown: 0.6 },
  vehicle_taking: { years: 'other', months: 'outdoors', week: 'leisure', hours: 'parked', lockdown: 0.6 },
  damage: { years: 'other', months: 'homes', week: 'leisure', hours: 'parked', lockdown: 0.8 },
  livestock: { years: 'other', months: 'outdoors', week: 'even', hours: 'parked', lockdown: 0.9 },
  fraud: { years: 'fraud', months: 'trade', week: 'work', hours: 'office', lockdown: 1.2 },
  drugs: { years: 'other', months: 'homes', week: 'work', hours: 'evening', lockdown: 0.6 },
};

const LOCKDOWN = [daysFromDate(2020, 3, 16), daysFromDate(2020, 5, 11)] as const;
const SECOND_LOCKDOWN = [daysFromDate(2020, 7, 5), daysFromDate(2020, 8, 16)] as const;
const SECOND_LOCKDOWN_SHARE = 0.75;
const LIVESTOCK_ARTICLE = daysFromDate(2020, 1, 1);
const NEW_SINCE = daysFromDate(2021, 6, 1);

function dayWeight(category: string, pattern: Pattern, day: number): number {
  const profile = PROFILES[category]!;
  if (category === 'livestock' && day < LIVESTOCK_ARTICLE) return 0;
  const { year, month } = dateFromDays(day);
  let weight = YEARS[profile.years]![year - 2019]! * MONTHS[profile.months]![month - 1]!;
  weight *= WEEK[profile.week]![weekdayOfDays(day)]!;
  if (day >= LOCKDOWN[0] && day < LOCKDOWN[1]) weight *= profile.lockdown;
  if (day >= SECOND_LOCKDOWN[0] && day < SECOND_LOCKDOWN[1]) weight *= SECOND_LOCKDOWN_SHARE;
  if (pattern === 'new' && day < NEW_SINCE) return weight * 0.08;
  if (pattern === 'fading') return weight * Math.max(0.1, 1 - (0.9 * (day - FIRST_DAY)) / (3.2 * 365));
  return weight;
}

const OPENING: Readonly<Record<Rhythm, (hour: number) => number>> = {
  open: () => 1,
  day: (hour) => (hour >= 9 && hour < 20 ? 1 : 0.06),
  night: (hour) => (hour >= 20 || hour < 5 ? 1.6 : hour >= 17 ? 0.7 : 0.15),
};

/** Draws days and clock times; the sums behind them are made once per kind. */
export class Rhythms {
  private readonly days = new Map<string, Float64Array>();
  private readonly hours = new Map<string, Float64Array>();

  drawDay(random: RandomStream, category: string, pattern: Pattern): number {
    const key = `${category} ${pattern}`;
    let sums = this.days.get(key);
    if (!sums) {
      sums = cumulative(Array.from({ length: DAYS }, (_, i) => dayWeight(category, pattern, FIRST_DAY + i)));
      this.days.set(key, sums);
    }
    return FIRST_DAY + drawIndex(random, sums);
  }

  /** Minutes since midnight; clock times are told in round numbers, as in any register. */
  drawMinute(random: RandomStream, category: string, rhythm: Rhythm): number {
    const key = `${category} ${rhythm}`;
    let sums = this.hours.get(key);
    if (!sums) {
      const hours = HOURS[PROFILES[category]!.hours]!;
      sums = cumulative(hours.map((weight, hour) => weight * OPENING[rhythm](hour)));
      this.hours.set(key, sums);
    }
    const hour = drawIndex(random, sums);
    const told = random.uniform();
    const step = told < 0.45 ? 30 : told < 0.75 ? 10 : told < 0.9 ? 5 : 1;
    return hour * 60 + Math.floor((random.uniform() * 60) / step) * step;
  }
}
