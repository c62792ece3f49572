import { describe, expect, it } from 'vitest';
import { clauseOf, halvesOf, monthsOf, type Window } from './windows.ts';

const daysOf = ({ from, to }: Window): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

describe('windows of time', () => {
  it('are months that hold every day of the period once, in order', () => {
    for (const period of [
      { from: '2019-01-01', to: '2023-12-31' },
      { from: '2020-02-29', to: '2020-02-29' },
      { from: '2019-11-15', to: '2020-03-02' },
    ]) {
      const months = monthsOf(period);
      expect(months.flatMap(daysOf)).toEqual(daysOf(period));
      for (const { from, to } of months) expect(from.slice(0, 7)).toBe(to.slice(0, 7));
    }
    expect(monthsOf({ from: '2019-01-01', to: '2023-12-31' })).toHaveLength(60);
  });

  it('halve down to single days', () => {
    const split = (window: Window): Window[] => halvesOf(window)?.flatMap(split) ?? [window];
    const february = { from: '2020-02-01', to: '2020-02-29' };
    expect(split(february).map(({ from }) => from)).toEqual(daysOf(february));
    expect(halvesOf(february)).toEqual([
      { from: '2020-02-01', to: '2020-02-15' },
      { from: '2020-02-16', to: '2020-02-29' },
    ]);
  });

  it('are asked for to before the day after the last', () => {
    expect(clauseOf({ from: '2019-02-01', to: '2019-02-28' }, 'dat_sover')).toBe(
      "dat_sover >= TIMESTAMP '2019-02-01 00:00:00' AND dat_sover < TIMESTAMP '2019-03-01 00:00:00'",
    );
  });

  it('refuse dates the calendar does not have and reversed periods', () => {
    const code = (from: string, to: string): unknown => {
      try {
        return monthsOf({ from, to });
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code('2019-02-29', '2019-03-01')).toBe('period.invalid');
    expect(code('2019-03-01', "2019-03-02' OR 1=1")).toBe('period.invalid');
    expect(code('2019-03-02', '2019-03-01')).toBe('period.reversed');
  });
});
