import { describe, expect, it } from 'vitest';
import { formatDate, formatPeriod, monthName, weekdayName } from './dates.ts';

describe('dates', () => {
  it('writes a date in each language', () => {
    expect(formatDate('en', '2019-01-05')).toBe('5\u00a0January 2019');
    expect(formatDate('ru', '2019-01-05')).toBe('5\u00a0января 2019\u00a0г.');
    expect(formatDate('kk', '2019-01-05')).toBe('2019\u00a0жылғы 5\u00a0қаңтар');
    expect(() => formatDate('en', '5.1.2019')).toThrow();
  });

  it('writes a period in its shortest exact form', () => {
    expect(formatPeriod('kk', '2019-01-01', '2023-12-31')).toBe('2019–2023');
    expect(formatPeriod('en', '2023-01-01', '2023-12-31')).toBe('2023');
    expect(formatPeriod('ru', '2021-03-01', '2022-05-31')).toBe('март\u00a02021 – май\u00a02022');
    expect(formatPeriod('kk', '2024-02-01', '2024-02-29')).toBe('2024\u00a0жылғы ақпан');
    expect(formatPeriod('en', '2024-02-01', '2024-02-28')).toBe(
      '1\u00a0February 2024 – 28\u00a0February 2024',
    );
  });

  it('names months and weekdays, Monday first', () => {
    expect(monthName('kk', 12)).toBe('желтоқсан');
    expect(monthName('ru', 5, 'short')).toBe('май');
    expect(weekdayName('ru', 0)).toBe('понедельник');
    expect(weekdayName('en', 6, 'short')).toBe('Sun');
    expect(weekdayName('kk', 7)).toBe('');
  });
});
