import { daysInMonth, monthNumber, passes, type TallyFilter } from '@oryn/core';
import {
  areHoursSuspect,
  busiestShift,
  type CountClasses,
  countClasses,
  type OpenBundle,
  wholeYears,
} from '@oryn/study';
import { filterOf } from './answer.ts';
import { districtOf } from './districts.ts';
import type { Question } from './types.ts';

/** When incidents happen: of the city, of the district asked for, or of some cells. */
export interface TimeAnswer {
  /** With a date or without. */
  total: number;
  years: { year: number; n: number; isWhole: boolean }[];
  /** January of the first year of the question, numbered as `monthNumber` does. */
  firstMonth: number;
  /** Incidents of each month from then to the last December; undefined where the data do not cover it. */
  months: (number | undefined)[];
  /** January to December; undefined where no such month is covered. */
  season: (SeasonMonth | undefined)[];
  /** Incidents without a date: of no year and no month. */
  undated: number;
  /** 24 counts. */
  hours: number[];
  /** 168 counts, Monday 0:00 first. */
  week: number[];
  hourUnknown: number;
  /** With an hour, but on no day that is known: in the hours and not in the week. */
  weekdayUnknown: number;
  shift: { from: number; hours: number; n: number } | undefined;
  /** So many hours are unknown that the known ones may mislead. */
  isClockSuspect: boolean;
}

/** Incidents a day in a month of the calendar. */
interface SeasonMonth {
  mean: number;
  /** Of the covered years. */
  least: number;
  most: number;
  years: number;
}

/** Incidents per cell of every month, for a map that plays them. */
export interface MonthCells {
  firstMonth: number;
  /** Where the months begin in `cell` and `n`, and where the last ends. */
  starts: Uint32Array;
  cell: Uint32Array;
  n: Uint32Array;
  /** Cells without an incident in each month, of those where one is possible. */
  empty: Uint32Array;
  /** Over all months, so that one legend stands under all. */
  classes: CountClasses;
}

/** Where fewer lie in a month on average, an empty month is no sign that the data do not cover it. */
const TELLING_PER_MONTH = 8;

/**
 * Counts by year, month and hour. A month is covered where the bundle has any incident of it, of whatever kind and
 * wherever: one without a burglary in a district is a true zero.
 *
 * @param cells numbers of the cells to count in; undefined for all of the question
 */
export function time(
  bundle: OpenBundle,
  question: Question,
  cells: readonly number[] | undefined,
): TimeAnswer {
  const { tally } = bundle;
  const filter = filterOf(bundle, question);
  const isInside = insideOf(bundle, question, cells);
  const covered = coveredMonths(bundle);
  const firstMonth = monthNumber(question.from, 1);
  const byMonth = new Array<number>((question.to - question.from + 1) * 12).fill(0);
  const hours = new Array<number>(24).fill(0);
  const week = new Array<number>(7 * 24).fill(0);
  let [total, undated, hourUnknown, weekdayUnknown] = [0, 0, 0, 0];
  for (let i = 0; i < tally.count; i++) {
    if (!passes(tally, i, filter) || !isInside(tally.place[i])) continue;
    const [n, month, hour, weekday] = [tally.n[i], tally.month[i], tally.hour[i], tally.weekday[i]];
    total += n;
    if (month < 0) undated += n;
    else byMonth[month - firstMonth] += n;
    if (hour < 0) hourUnknown += n;
    else hours[hour] += n;
    if (hour >= 0 && weekday < 0) weekdayUnknown += n;
    if (hour >= 0 && weekday >= 0) week[weekday * 24 + hour] += n;
  }
  const months = byMonth.map((n, i) => (covered.has(firstMonth + i) ? n : undefined));
  return {
    total,
    years: yearsOf(bundle, question, byMonth),
    firstMonth,
    months,
    season: seasonOf(firstMonth, months),
    undated,
    hours,
    week,
    hourUnknown,
    weekdayUnknown,
    shift: busiestShift(hours),
    isClockSuspect: areHoursSuspect(hourUnknown, total),
  };
}

/** Every month of the question by cell, of the district where one is asked for. */
export function monthCells(bundle: OpenBundle, question: Question): MonthCells {
  const { tally, places, inMask } = bundle;
  const filter = filterOf(bundle, question);
  const isInside = insideOf(bundle, question, undefined);
  const firstMonth = monthNumber(question.from, 1);
  const byMonth = Array.from(
    { length: (question.to - question.from + 1) * 12 },
    () => new Map<number, number>(),
  );
  for (let i = 0; i < tally.count; i++) {
    if (tally.month[i] < 0 || !passes(tally, i, filter) || !isInside(tally.place[i])) continue;
    const cells = byMonth[tally.month[i] - firstMonth];
    cells.set(tally.place[i], (cells.get(tally.place[i]) ?? 0) + tally.n[i]);
  }
  const starts = new Uint32Array(byMonth.length + 1);
  byMonth.forEach(({ size }, i) => {
    starts[i + 1] = starts[i] + size;
  });
  const cell = new Uint32Array(starts[byMonth.length]);
  const n = new Uint32Array(cell.length);
  byMonth.forEach((cells, i) => {
    cell.set([...cells.keys()], starts[i]);
    n.set([...cells.values()], starts[i]);
  });
  const isPossible = (place: number): boolean => inMask?.[place] !== 0;
  let possible = 0;
  for (let place = 0; place < places.count; place++) if (isPossible(place) && isInside(place)) possible++;
  const empty = Uint32Array.from(byMonth, (cells) => possible - [...cells.keys()].filter(isPossible).length);
  return { firstMonth, starts, cell, n, empty, classes: countClasses([n], undefined) };
}

function insideOf(
  bundle: OpenBundle,
  question: Question,
  cells: readonly number[] | undefined,
): (cell: number) => boolean {
  if (cells) {
    const chosen = new Set(cells);
    return (cell) => chosen.has(cell);
  }
  const inside = districtOf(bundle, question)?.inside;
  return (cell) => inside === undefined || inside[cell] === 1;
}

/** Months of the bundle with any incident; all between the first and the last where there are too few to tell. */
function coveredMonths({ tally }: OpenBundle): Set<number> {
  const months = new Set<number>();
  let dated = 0;
  for (let i = 0; i < tally.count; i++) {
    if (tally.month[i] < 0) continue;
    months.add(tally.month[i]);
    dated += tally.n[i];
  }
  if (dated >= TELLING_PER_MONTH * months.size) return months;
  const ordered = [...months].sort((a, b) => a - b);
  const first = ordered[0];
  const last = ordered[ordered.length - 1];
  return new Set(Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function yearsOf(
  bundle: OpenBundle,
  { from, to }: Question,
  byMonth: readonly number[],
): TimeAnswer['years'] {
  const { tally, places, manifest } = bundle;
  const all: TallyFilter = { fromMonth: monthNumber(from, 1), toMonth: monthNumber(to, 12) };
  const whole = new Set(wholeYears(tally, places.count, all, manifest.study).years);
  return manifest.years
    .filter((year) => year >= from && year <= to)
    .map((year) => ({
      year,
      n: byMonth.slice((year - from) * 12, (year - from + 1) * 12).reduce((sum, n) => sum + n, 0),
      isWhole: whole.has(year),
    }));
}

/** A day, not a month: February is short. */
function seasonOf(firstMonth: number, months: TimeAnswer['months']): TimeAnswer['season'] {
  return Array.from({ length: 12 }, (_, calendar) => {
    const perDay = months.flatMap((n, i) => {
      const month = firstMonth + i;
      if (n === undefined || month % 12 !== calendar) return [];
      return [n / daysInMonth(Math.floor(month / 12), calendar + 1)];
    });
    if (perDay.length === 0) return undefined;
    return {
      mean: perDay.reduce((sum, n) => sum + n, 0) / perDay.length,
      least: Math.min(...perDay),
      most: Math.max(...perDay),
      years: perDay.length,
    };
  });
}
