import { formatPeriod, type Language } from '@oryn/language';

/** A month as `monthNumber` of @oryn/core counts it: year * 12 + month - 1. */
export type MonthNumber = number;

/** `2021-07`, as the address says it. */
export function monthKey(month: MonthNumber): string {
  return `${yearOf(month)}-${twoDigits(calendarMonthOf(month))}`;
}

/** The month of an address; undefined where it is none. */
export function monthOfKey(key: string | undefined): MonthNumber | undefined {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key ?? '');
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : undefined;
}

export const yearOf = (month: MonthNumber): number => Math.floor(month / 12);
/** 1 to 12. */
const calendarMonthOf = (month: MonthNumber): number => (month % 12) + 1;

/** 'July 2021', 'июль 2021', '2021 жылғы шілде', as periods are written. */
export function monthText(lang: Language, month: MonthNumber): string {
  const days = new Date(Date.UTC(yearOf(month), calendarMonthOf(month), 0)).getUTCDate();
  const key = monthKey(month);
  return formatPeriod(lang, `${key}-01`, `${key}-${days}`);
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
