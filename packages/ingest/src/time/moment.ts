import { checkedDays, daysFromDate, SECONDS_PER_DAY } from '@oryn/core';
import { monthOfName } from './month-names.ts';

/** Order of day, month and year in dates of figures only. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What one cell says about a time. */
export interface Moment {
  /** Seconds since 1970-01-01 of the clock as written; of UTC for epochs. */
  seconds: number;
  /** False for a date alone and for exactly midnight, which registers write for an unknown hour. */
  hourKnown: boolean;
  /** False where only a month is given; the first day stands for it. */
  dayKnown: boolean;
  /** Seconds east of UTC where the cell says it (`Z`, `+05:00`, an epoch), so that it is an instant. */
  offset: number | undefined;
  /** The cell has no clock, or none that a day has, so that another column may give it. */
  dateOnly: boolean;
  twoDigitYear: boolean;
}

/** Outside these a date is a slip of the pen or a filler of the register. */
const EARLIEST_DAY = daysFromDate(1800, 1, 1);
const LATEST_DAY = daysFromDate(2200, 1, 1);

const LONGEST_TEXT = 48;

/** Two-digit years from 50 on are of the twentieth century. */
const TWO_DIGIT_PIVOT = 50;

/** Day 0 of the serial numbers of spreadsheets, whose 1900 has a 29 February. */
const SERIAL_EPOCH_DAYS = daysFromDate(1899, 12, 30);
const SERIAL_LEAST = 20_000;
const SERIAL_MOST = 60_000;

/**
 * The time a cell gives: ISO 8601, `31.12.2020 23:10`, `12/31/20 11:10 PM`, `1 января 2020`, `2020 ж. 1 қаңтар`,
 * `Jan 5 2020`, `20200131`, `2022-01`, serial numbers of spreadsheets (20 000 to 60 000), epoch seconds (9 or 10
 * figures) and milliseconds (12 or 13). Undefined for anything else and for dates the calendar does not have.
 *
 * @param order of dates in figures whose year comes last
 */
export function parseMoment(text: string, order: DateOrder = 'dmy'): Moment | undefined {
  const quick = quickMoment(text, order);
  if (quick) return quick;
  if (text.length > 2 * LONGEST_TEXT) return undefined;
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_TEXT) return undefined;
  return numberMoment(trimmed) ?? writtenMoment(trimmed, order);
}

/** Seconds of the day of `23:10`, `11:10:05 PM`, `2310`, `23.10`, `23`; undefined for anything else. */
export function parseClock(text: string): number | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const trimmed = text.trim();
  const compact = /^(\d{1,2})(?:[.ч:]?(\d{2}))?$/i.exec(trimmed);
  if (compact) return secondsOfClock(Number(compact[1]), Number(compact[2] ?? 0), 0);
  const clock = CLOCK.exec(trimmed);
  return clock && clock.index === 0 ? clockOf(clock)?.ofDay : undefined;
}

/** `yyyy-mm-dd` and `dd.mm.yyyy`, alone or with `HH:MM` or `HH:MM:SS` after a T or a space: the common rows. */
function quickMoment(text: string, order: DateOrder): Moment | undefined {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return undefined;
  const separator = text.charCodeAt(4);
  let days: number | undefined;
  if (separator === 45 && text.charCodeAt(7) === 45) {
    days = daysOf(figures(text, 0, 4), figures(text, 5, 2), figures(text, 8, 2));
  } else if (text.charCodeAt(2) === 46 && text.charCodeAt(5) === 46 && order === 'dmy') {
    days = daysOf(figures(text, 6, 4), figures(text, 3, 2), figures(text, 0, 2));
  }
  if (days === undefined) return undefined;
  if (length === 10) return momentOf(days, undefined, undefined);
  const between = text.charCodeAt(10);
  if ((between !== 84 && between !== 32) || text.charCodeAt(13) !== 58) return undefined;
  if (length === 19 && text.charCodeAt(16) !== 58) return undefined;
  const second = length === 19 ? figures(text, 17, 2) : 0;
  const ofDay = secondsOfClock(figures(text, 11, 2), figures(text, 14, 2), second);
  return ofDay === undefined ? undefined : momentOf(days, ofDay, undefined);
}

/** The number of so many figures, NaN where there is anything else. */
function figures(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const figure = text.charCodeAt(at) - 48;
    if (!(figure >= 0 && figure <= 9)) return Number.NaN;
    value = value * 10 + figure;
  }
  return value;
}

function numberMoment(text: string): Moment | undefined {
  const number = /^(\d{5,14})(?:[.,](\d{1,20}))?$/.exec(text);
  if (!number) return undefined;
  const [, whole, fraction] = number;
  const value = Number(fraction === undefined ? whole : `${whole}.${fraction}`);
  if (value >= SERIAL_LEAST && value < SERIAL_MOST) {
    const seconds = Math.round((value + SERIAL_EPOCH_DAYS) * SECONDS_PER_DAY);
    const days = Math.floor(seconds / SECONDS_PER_DAY);
    return momentOf(days, fraction === undefined ? undefined : seconds - days * SECONDS_PER_DAY, undefined);
  }
  if (fraction !== undefined && !/^0+$/.test(fraction)) return undefined;
  if (whole.length === 8 || whole.length === 14) {
    const days = daysOf(figures(whole, 0, 4), figures(whole, 4, 2), figures(whole, 6, 2));
    if (days === undefined || whole.length === 8)
      return days === undefined ? undefined : momentOf(days, undefined, undefined);
    const ofDay = secondsOfClock(figures(whole, 8, 2), figures(whole, 10, 2), figures(whole, 12, 2));
    return ofDay === undefined ? undefined : momentOf(days, ofDay, undefined);
  }
  const isSeconds = whole.length === 9 || whole.length === 10;
  if (!isSeconds && whole.length !== 12 && whole.length !== 13) return undefined;
  const seconds = Math.floor(isSeconds ? value : value / 1000);
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  return days > LATEST_DAY ? undefined : momentOf(days, seconds - days * SECONDS_PER_DAY, 0);
}

const CLOCK =
  /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,2}(?:([ap])\.?\s?m\.?)?\s{0,2}(?:(z|utc|gmt)|(?:(?:utc|gmt)?([+-]\d{2}):?(\d{2})?))?$/i;

const DATE = /^(\d{1,4})([./\-\s])(\d{1,2})\2(\d{1,4})$/;
const MONTH = /^(?:(\d{4})[./-](\d{1,2})|(\d{1,2})[./](\d{4}))$/;

/** `14.30`, and `14-30` where it cannot be a span of hours, after a date. */
const LOOSE_CLOCK = /(?:\s|T)(\d{1,2})([.-])(\d{2})$/i;

/** What registers write after the year, before a clock: `15.03.2023 г. в 14:30`, `2023-03-15 ж.` */
const YEAR_MARK = /(\d)\s{0,2}(?:г|год|года|ж|жыл|жылы|жылғы)(?:\.|(?!\p{L}))(?:\s{0,2}(?:в|сағат))?$/iu;

/**
 * Date before the clock, if there is one: figures in an order, or with the name of a month. A clock that no day
 * has (`24:00`) leaves the date with its hour not known.
 */
function writtenMoment(text: string, order: DateOrder): Moment | undefined {
  const written = CLOCK.exec(text);
  const clock = written ? (clockOf(written) ?? NO_CLOCK) : undefined;
  const date = (written ? text.slice(0, written.index) : text)
    .replace(/[T,\s]{1,3}$/i, '')
    .replace(YEAR_MARK, '$1')
    .trim();
  const month = clock ? null : MONTH.exec(date);
  if (month) return monthMoment(Number(month[1] ?? month[4]), Number(month[2] ?? month[3]));
  const inFigures = DATE.exec(date);
  if (!inFigures) return namedMoment(date, clock?.ofDay, clock?.offset) ?? looseMoment(text, order, clock);
  const [, first, , second, third] = inFigures;
  const ordered = orderedDate(first, second, third, order);
  const days = ordered && daysOf(ordered.year, ordered.month, ordered.day);
  return days === undefined || !ordered
    ? undefined
    : momentOf(days, clock?.ofDay, clock?.offset, ordered.twoDigitYear);
}

const NO_CLOCK = { ofDay: undefined, offset: undefined };

/** A date with a clock of point or hyphen; the date must have its day, so that a month is not taken for one. */
function looseMoment(text: string, order: DateOrder, clock: object | undefined): Moment | undefined {
  const loose = clock === undefined ? LOOSE_CLOCK.exec(text) : null;
  const date = loose ? parseMoment(text.slice(0, loose.index), order) : undefined;
  if (!loose || !date?.dateOnly || !date.dayKnown) return undefined;
  const ofDay = looseClock(loose[0]);
  if (ofDay === undefined) return date;
  return { ...date, seconds: date.seconds + ofDay, hourKnown: ofDay !== 0, dateOnly: false };
}

/**
 * Seconds of the day of `14.30` and of `14-30`, beside a date; `10-15` may be a span of hours and is none.
 * Undefined for anything that is not certainly a clock.
 */
export function looseClock(text: string): number | undefined {
  const parts = /^\s{0,3}T?(\d{1,2})([.-])(\d{2})\s{0,3}$/i.exec(text);
  if (!parts) return undefined;
  const [, hour, separator, minute] = parts;
  if (separator === '-' && Number(minute) <= 24 && minute !== '00') return undefined;
  return secondsOfClock(Number(hour), Number(minute), 0);
}

function orderedDate(
  first: string,
  second: string,
  third: string,
  order: DateOrder,
): { year: number; month: number; day: number; twoDigitYear: boolean } | undefined {
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4) return { year: a, month: b, day: c, twoDigitYear: false };
  if (first.length === 3 || third.length === 3) return undefined;
  const twoDigitYear = third.length < 4;
  if (twoDigitYear && order === 'ymd') return { year: fullYear(a), month: b, day: c, twoDigitYear };
  const year = twoDigitYear ? fullYear(c) : c;
  return order === 'mdy'
    ? { year, month: a, day: b, twoDigitYear }
    : { year, month: b, day: a, twoDigitYear };
}

const fullYear = (year: number): number => year + (year < TWO_DIGIT_PIVOT ? 2000 : 1900);

/** Words that stand in a date and say nothing: year marks, prepositions, days of the week in English. */
const FILLERS = new Set(
  'г год года ж жыл жылы жылғы жылдың y de del of the st nd rd th mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday at в в. сағат'.split(
    ' ',
  ),
);

function namedMoment(
  text: string,
  ofDay: number | undefined,
  offset: number | undefined,
): Moment | undefined {
  const words = text.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  let month: number | undefined;
  const numbers: string[] = [];
  for (const word of words) {
    if (/^\d/.test(word)) numbers.push(word);
    else if (!FILLERS.has(word)) {
      const named = monthOfName(word);
      if (named === undefined || month !== undefined) return undefined;
      month = named;
    }
  }
  if (month === undefined || numbers.length === 0 || numbers.length > 2) return undefined;
  const year = numbers.find((number) => number.length === 4);
  if (numbers.length === 1) return year && ofDay === undefined ? monthMoment(Number(year), month) : undefined;
  const [first, second] = numbers;
  const day = year === first ? second : first;
  const shortYear = year === undefined && second.length === 2 ? fullYear(Number(second)) : undefined;
  const days = daysOf(year === undefined ? (shortYear ?? Number.NaN) : Number(year), month, Number(day));
  return days === undefined ? undefined : momentOf(days, ofDay, offset, year === undefined);
}

function monthMoment(year: number, month: number): Moment | undefined {
  const days = daysOf(year, month, 1);
  return days === undefined ? undefined : { ...momentOf(days, undefined, undefined), dayKnown: false };
}

function clockOf(clock: RegExpExecArray): { ofDay: number; offset: number | undefined } | undefined {
  const [, hours, minutes, seconds, half, utc, zoneHours, zoneMinutes] = clock;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const ofDay = secondsOfClock(hour, Number(minutes), Number(seconds ?? 0));
  if (ofDay === undefined) return undefined;
  if (utc !== undefined) return { ofDay, offset: 0 };
  if (zoneHours === undefined) return { ofDay, offset: undefined };
  const sign = zoneHours.startsWith('-') ? -1 : 1;
  const offset = sign * (Math.abs(Number(zoneHours)) * 3600 + Number(zoneMinutes ?? 0) * 60);
  return Math.abs(offset) > 14 * 3600 ? undefined : { ofDay, offset };
}

function secondsOfClock(hour: number, minute: number, second: number): number | undefined {
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  return hour * 3600 + minute * 60 + second;
}

/** Day number of a date of the calendar between 1800 and 2200; also undefined for NaN. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  // Every month has 28 days, so most dates need no look at the calendar.
  const safe = month >= 1 && month <= 12 && day >= 1 && day <= 28;
  const days = safe ? daysFromDate(year, month, day) : checkedDays(year, month, day);
  return days === undefined || days < EARLIEST_DAY || days > LATEST_DAY ? undefined : days;
}

function momentOf(
  days: number,
  ofDay: number | undefined,
  offset: number | undefined,
  twoDigitYear = false,
): Moment {
  return {
    seconds: days * SECONDS_PER_DAY + (ofDay ?? 0),
    hourKnown: ofDay !== undefined && ofDay !== 0,
    dayKnown: true,
    offset,
    dateOnly: ofDay === undefined,
    twoDigitYear,
  };
}
