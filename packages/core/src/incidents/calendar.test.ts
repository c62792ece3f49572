import { describe, expect, it } from 'vitest';
import { dateFromDays, daysFromDate, isoDate, isoDateTime, parseIsoDate, weekdayOfDays } from './calendar.ts';

describe('calendar', () => {
  it('agrees with the platform on every day of two centuries', () => {
    for (let days = -25_000; days < 50_000; days++) {
      const date = new Date(days * 86_400_000);
      const found = dateFromDays(days);
      expect(found).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(daysFromDate(found.year, found.month, found.day)).toBe(days);
      expect(weekdayOfDays(days)).toBe((date.getUTCDay() + 6) % 7);
    }
  });

  it('reads only dates the calendar has', () => {
    expect(parseIsoDate('2023-02-29')).toBeUndefined();
    expect(parseIsoDate('2020-02-29')).toBe(daysFromDate(2020, 2, 29));
    expect(parseIsoDate('29.02.2020')).toBeUndefined();
  });

  it('writes ISO', () => {
    expect(isoDate(daysFromDate(2019, 1, 6))).toBe('2019-01-06');
    expect(isoDateTime(daysFromDate(2019, 1, 6) * 86_400 + 23 * 3600 + 600)).toBe('2019-01-06T23:10:00');
  });
});
