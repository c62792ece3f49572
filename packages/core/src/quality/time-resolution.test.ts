import { expect, it } from 'vitest';
import { daysFromDate } from '../incidents/calendar.ts';
import { timeResolution } from './time-resolution.ts';

it('tells months from days and minutes', () => {
  const dates = (day: (i: number) => number, clock: number): Float64Array =>
    Float64Array.from({ length: 40 }, (_, i) => daysFromDate(2022, (i % 12) + 1, day(i)) * 86_400 + clock);
  expect(timeResolution(dates(() => 1, 0))).toBe('month');
  expect(timeResolution(dates(() => 1, 0).slice(0, 5))).toBe('day');
  expect(timeResolution(dates((i) => (i % 28) + 1, 0))).toBe('day');
  expect(timeResolution(dates(() => 1, 60))).toBe('minute');
  expect(timeResolution(Float64Array.of(Number.NaN))).toBe('none');
});
