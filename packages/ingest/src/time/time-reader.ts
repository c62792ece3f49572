import { dateFromDays, SECONDS_PER_DAY } from '@oryn/core';
import { normaliseName } from '../columns/column-name.ts';
import type { ColumnMapping } from '../columns/column-roles.ts';
import { isMissing, parseNumber } from '../coordinates/coordinate-number.ts';
import type { Table } from '../formats/table.ts';
import { decideDateOrder } from './date-order.ts';
import { type DateOrder, daysOf, looseClock, type Moment, parseClock, parseMoment } from './moment.ts';
import { monthOfName } from './month-names.ts';
import { offsetOfZone } from './zone.ts';

/** The time of a row, on the local wall clock. */
interface ReadTime {
  /** Seconds since 1970-01-01. */
  seconds: number;
  /** False for a date alone, exactly midnight, a withheld hour, and a clock that cannot be read. */
  hourKnown: boolean;
  /** False where only the month is known; the first day stands for it. */
  dayKnown: boolean;
  /** End of the span, if the file has one; not before `seconds`. */
  endSeconds?: number;
}

/** How the times of a file are read, to be said. */
export interface TimeChoice {
  order: DateOrder;
  /** `undecided`: no date of the sample tells, day first is assumed. `unneeded`: no such dates in the sample. */
  orderReason: 'given' | 'values' | 'undecided' | 'unneeded';
  /** Seconds east of UTC to which instants are turned; undefined where every clock is kept as written. */
  offset: number | undefined;
  /** Cells of the sample that are instants (epochs, `Z`, `+05:00`): with no offset their clock is kept as written. */
  instants: boolean;
  /** Two-digit years are in the sample: 50 to 99 are read as 1950 to 1999. */
  twoDigitYears: boolean;
  /** Only months are given. */
  monthOnly: boolean;
}

export interface TimeReader {
  readonly columns: readonly string[];
  readonly choice: TimeChoice;
  /**
   * @param fields of `columns`, in that order
   * @returns undefined where the row has no date; `bad-date` where it is none of the calendar or ends before it begins
   */
  read(fields: readonly string[]): ReadTime | 'bad-date' | undefined;
}

export interface TimeOptions {
  /** `+05:00`, `utc` or `local`. */
  zone?: string | undefined;
  dateOrder?: DateOrder | undefined;
}

const ROLES = ['time', 'clock', 'timeEnd', 'year', 'month', 'day', 'hour', 'minute'] as const;

/**
 * Reader of the times of a table: a column (with a clock or an hour beside it), or a date in parts.
 *
 * @throws OrynError zone.invalid
 */
export function timeReader(
  table: Pick<Table, 'columns' | 'sample'>,
  mapping: ColumnMapping,
  options: TimeOptions = {},
): TimeReader {
  const roles = ROLES.filter((role) => mapping[role] !== undefined);
  const columns = [...new Set(roles.map((role) => mapping[role] ?? ''))];
  const at = (role: (typeof ROLES)[number]): number => columns.indexOf(mapping[role] ?? '');
  const positions = {
    time: at('time'),
    clock: mapping.clock === mapping.time ? -1 : at('clock'),
    timeEnd: at('timeEnd'),
    year: at('year'),
    month: at('month'),
    day: at('day'),
    hour: at('hour'),
    minute: at('minute'),
  };
  const choice = choiceOf(table, mapping, options);
  return { columns, choice, read: (fields) => readRow(fields, positions, choice) };
}

type Positions = Record<(typeof ROLES)[number], number>;

function readRow(
  fields: readonly string[],
  positions: Positions,
  choice: TimeChoice,
): ReadTime | 'bad-date' | undefined {
  const moment =
    positions.time >= 0 ? momentOfCell(fields[positions.time], choice) : momentOfParts(fields, positions);
  if (moment === undefined || moment === 'bad-date') return moment;
  if (moment.dateOnly && moment.dayKnown) addClock(moment, fields, positions);
  const seconds = localSeconds(moment, choice);
  const read: ReadTime = {
    seconds,
    hourKnown: moment.hourKnown,
    dayKnown: moment.dayKnown && !choice.monthOnly,
  };
  if (positions.timeEnd < 0) return read;
  const end = momentOfCell(fields[positions.timeEnd], choice);
  if (end === undefined) return read;
  if (end === 'bad-date') return end;
  // A date alone ends with its day.
  const endSeconds = localSeconds(end, choice) + (end.dateOnly ? SECONDS_PER_DAY - 1 : 0);
  if (endSeconds < seconds) return 'bad-date';
  read.endSeconds = endSeconds;
  return read;
}

function momentOfCell(text: string | undefined, choice: TimeChoice): Moment | 'bad-date' | undefined {
  if (text === undefined || text === '') return undefined;
  const moment = parseMoment(text, choice.order);
  return moment ?? (isMissing(text) ? undefined : 'bad-date');
}

/** The local clock: instants are turned to the offset asked for, all else stays as written. */
function localSeconds(moment: Moment, { offset }: TimeChoice): number {
  if (offset === undefined || moment.offset === undefined) return moment.seconds;
  return moment.seconds - moment.offset + offset;
}

function momentOfParts(fields: readonly string[], positions: Positions): Moment | 'bad-date' | undefined {
  const text = (position: number): string => (position < 0 ? '' : (fields[position] ?? ''));
  const [year, month, day] = [text(positions.year), text(positions.month), text(positions.day)];
  if (isMissing(year)) return undefined;
  const monthNumber = monthOfName(month.trim().toLowerCase()) ?? parseNumber(month);
  const dayKnown = !isMissing(day);
  const days = daysOf(parseNumber(year), monthNumber, dayKnown ? parseNumber(day) : 1);
  if (days === undefined) return 'bad-date';
  return {
    seconds: days * SECONDS_PER_DAY,
    hourKnown: false,
    dayKnown,
    offset: undefined,
    dateOnly: true,
    twoDigitYear: false,
  };
}

/** Add the time of day from columns of its own; where they hold none (`утро`, `24:00`) the hour is not known. */
function addClock(moment: Moment, fields: readonly string[], positions: Positions): void {
  let ofDay: number | undefined;
  let known = true;
  if (positions.clock >= 0) {
    const text = fields[positions.clock] ?? '';
    ofDay = parseClock(text) ?? looseClock(text) ?? clockOfFraction(text);
    known = ofDay !== 0;
  } else if (positions.hour >= 0) {
    const minute = positions.minute < 0 ? '' : (fields[positions.minute] ?? '');
    const [h, m] = [parseNumber(fields[positions.hour] ?? ''), isMissing(minute) ? 0 : parseNumber(minute)];
    if (Number.isInteger(h) && Number.isInteger(m) && h >= 0 && h <= 23 && m >= 0 && m <= 59) {
      ofDay = h * 3600 + m * 60;
    }
    // Beside minutes, 0:00 is what a withheld time is filled with; an hour alone counts from 0 to 23.
    known = ofDay !== 0 || positions.minute < 0;
  }
  if (ofDay === undefined) return;
  moment.seconds += ofDay;
  moment.hourKnown = known;
  moment.dateOnly = false;
}

/** A clock that a workbook stores as a part of the day: 0.5 is noon. */
function clockOfFraction(text: string): number | undefined {
  const part = parseNumber(text);
  return part >= 0 && part < 1 ? Math.round(part * SECONDS_PER_DAY) % SECONDS_PER_DAY : undefined;
}

const MONTH_NAMES = new Set(['month', 'месяц', 'ай', 'айы', 'mes', 'yearmonth', 'codedmonth']);

function choiceOf(
  table: Pick<Table, 'columns' | 'sample'>,
  mapping: ColumnMapping,
  { zone, dateOrder }: TimeOptions,
): TimeChoice {
  const cells = (role: 'time' | 'timeEnd'): string[] => {
    const position = mapping[role] === undefined ? -1 : table.columns.indexOf(mapping[role]);
    return position < 0 ? [] : table.sample.map((row) => row[position] ?? '');
  };
  const dates = cells('time');
  const texts = [...dates, ...cells('timeEnd')];
  const decided = decideDateOrder(texts);
  const order = dateOrder ?? decided ?? 'dmy';
  const moments = dates.flatMap((text) => parseMoment(text, order) ?? []);
  const inFigures = texts.some((text) => /^\s{0,5}\d{1,2}[./-]\d{1,2}[./-]\d{2}/.test(text));
  const reason = decided ? 'values' : inFigures ? 'undecided' : 'unneeded';
  const onFirst = (moment: Moment): boolean =>
    moment.dateOnly && dateFromDays(moment.seconds / SECONDS_PER_DAY).day === 1;
  return {
    order,
    orderReason: dateOrder ? 'given' : reason,
    offset: zone === undefined ? undefined : offsetOfZone(zone),
    instants: moments.some((moment) => moment.offset !== undefined),
    twoDigitYears: moments.some((moment) => moment.twoDigitYear),
    monthOnly:
      moments.length > 0 &&
      (moments.every((moment) => !moment.dayKnown) ||
        (MONTH_NAMES.has(normaliseName(mapping.time ?? '')) && moments.every(onFirst))),
  };
}
