import { dateFromDays, SECONDS_PER_DAY } from '@oryn/core';

/** Why a row was left out. */
export type DropReason =
  | 'no-coordinates'
  | 'not-a-number'
  | 'zero-zero'
  | 'out-of-range'
  | 'bad-date'
  | 'bad-weight'
  | 'struck-off'
  | 'restricted'
  | 'dwelling'
  | 'duplicate'
  | 'no-date'
  | 'outside-period'
  | 'chosen-on'
  | 'other-category';

/** What was wrong with the coordinates of a row and could be put right with certainty. */
export type Mending = 'exchanged-axes' | 'wrong-sign';

/** Rows of a year; `year` is null where no date is known. */
export interface YearAccount {
  year: number | null;
  read: number;
  kept: number;
  dropped: Partial<Record<DropReason, number>>;
  /** Kept rows that were struck off the register. */
  struckOff: number;
}

/** How many rows of a year and category have usable coordinates: the hit rate of geocoding. */
export interface LocatedRows {
  year: number | null;
  category: string;
  rows: number;
  located: number;
}

/** What became of the rows of one file: read = kept + all dropped. */
export interface FileAccount {
  file: string;
  read: number;
  kept: number;
  dropped: Partial<Record<DropReason, number>>;
  /** First row of each reason. */
  firstRow: Partial<Record<DropReason, number>>;
  /** Kept rows whose coordinates were mended. */
  mended: Partial<Record<Mending, number>>;
  /** Kept rows whose axes or signs look wrong, but not with certainty: left as they are. */
  suspicious: number;
  /** Kept rows without a date, and with a date but no hour. */
  withoutDate: number;
  withoutHour: number;
  /** Rows all of whose cells repeat an earlier row of the input. */
  exactDuplicates: number;
  /** By year, ascending, the rows without a date last; sums over the years are the totals above. */
  years: YearAccount[];
  located: LocatedRows[];
  /** Rows left out as `restricted`, by the text of the district column; absent without such a column. */
  restrictedByDistrict?: { district: string; rows: number }[];
}

export function emptyAccount(file: string): FileAccount {
  return {
    file,
    read: 0,
    kept: 0,
    dropped: {},
    firstRow: {},
    mended: {},
    suspicious: 0,
    withoutDate: 0,
    withoutHour: 0,
    exactDuplicates: 0,
    years: [],
    located: [],
  };
}

/** The account of a year, made where it is not there yet. */
export function accountOfYear(account: FileAccount, year: number | null): YearAccount {
  let found = account.years.find((candidate) => candidate.year === year);
  if (!found) {
    found = { year, read: 0, kept: 0, dropped: {}, struckOff: 0 };
    account.years.push(found);
    account.years.sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
  }
  return found;
}

/** Count a row that is left out; `row` is its number. */
export function drop(account: FileAccount, reason: DropReason, row: number, year: number | null): void {
  account.dropped[reason] = (account.dropped[reason] ?? 0) + 1;
  account.firstRow[reason] = Math.min(account.firstRow[reason] ?? Infinity, row);
  const { dropped } = accountOfYear(account, year);
  dropped[reason] = (dropped[reason] ?? 0) + 1;
}

/** Count a row of an offence that is shown by district only in its district. */
export function countRestricted(account: FileAccount, district: string): void {
  account.restrictedByDistrict ??= [];
  const found = account.restrictedByDistrict.find((one) => one.district === district);
  if (found) found.rows++;
  else account.restrictedByDistrict.push({ district, rows: 1 });
  account.restrictedByDistrict.sort((a, b) => (a.district < b.district ? -1 : 1));
}

/** Count a row that was kept and is left out later, by the period or the category of a study. */
export function dropKept(account: FileAccount, reason: DropReason, row: number, year: number | null): void {
  drop(account, reason, row, year);
  account.kept--;
  accountOfYear(account, year).kept--;
}

/** Year of wall-clock seconds, null where there is no date. */
export function yearOf(seconds: number): number | null {
  return Number.isNaN(seconds) ? null : dateFromDays(Math.floor(seconds / SECONDS_PER_DAY)).year;
}
