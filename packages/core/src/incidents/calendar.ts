/**
 * Wall-clock time without a zone: whole seconds since 1970-01-01 00:00 on the local clock, so that dates
 * differ by whole days and no zone of the machine can enter a result.
 */
export const SECONDS_PER_DAY = 86_400;

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar (month 1-12, day 1-31). */
export function daysFromDate(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** The date (month 1-12) of a number of days since 1970-01-01; the inverse of `daysFromDate`. */
export function dateFromDays(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? daysFromDate(year + 1, 1, 1) : daysFromDate(year, month + 1, 1);
  return next - daysFromDate(year, month, 1);
}

/** Day of the week of a day number, 0 = Monday to 6 = Sunday. */
export function weekdayOfDays(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** `yyyy-mm-dd` of a day number. */
export function isoDate(days: number): string {
  const { year, month, day } = dateFromDays(days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `yyyy-mm-ddThh:mm:ss` of wall-clock seconds. */
export function isoDateTime(seconds: number): string {
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - days * SECONDS_PER_DAY;
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${isoDate(days)}T${part(rest / 3600)}:${part((rest % 3600) / 60)}:${part(rest % 60)}`;
}

/** Day number of `yyyy-mm-dd`, or undefined where the text is not a date of the calendar. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  return checkedDays(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Day number, or undefined for a date the calendar does not have (31 April, month 13). */
export function checkedDays(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromDate(year, month, day);
}
