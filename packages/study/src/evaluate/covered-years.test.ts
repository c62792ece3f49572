import { describe, expect, it } from 'vitest';
import { coveredYears } from './covered-years.ts';

describe('covered years', () => {
  /** One entry per month with its incidents, from January of a year on. */
  function tallyOf(byYear: Record<number, readonly number[]>) {
    const entries = Object.entries(byYear).flatMap(([year, months]) =>
      months.map((n, i) => ({ month: Number(year) * 12 + i, n })).filter(({ n }) => n > 0),
    );
    const count = entries.length;
    return {
      count,
      place: new Uint32Array(count),
      month: Int32Array.from(entries, ({ month }) => month),
      category: new Uint16Array(count),
      weekday: new Int8Array(count),
      hour: new Int8Array(count),
      n: Uint32Array.from(entries, ({ n }) => n),
    };
  }
  const full = new Array<number>(12).fill(10);
  const without = (...months: number[]): number[] => full.map((n, i) => (months.includes(i + 1) ? 0 : n));
  const wholeOf = (byYear: Record<number, readonly number[]>, study = {}, filter = {}) =>
    coveredYears(tallyOf(byYear), filter, study).map(({ year, isWhole, months }) => [year, isWhole, months]);

  it('leaves out a year that is not there, and sees an empty month anywhere in a year', () => {
    expect(wholeOf({ 2018: full, 2020: without(6), 2021: without(11, 12), 2022: full })).toEqual([
      [2018, true, 12],
      [2020, false, 11],
      [2021, false, 10],
      [2022, true, 12],
    ]);
  });

  it('takes an empty month for nothing where there are few incidents', () => {
    const few = [1, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0];
    expect(wholeOf({ 2021: few })).toEqual([[2021, true, 12]]);
  });

  it('tells an empty month by how many the others hold, so that half a year is seen at any volume', () => {
    expect(wholeOf({ 2021: [10, 10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0] })).toEqual([[2021, false, 3]]);
    // 5 a month leave one of twelve empty by chance in 8 of 100 years.
    expect(wholeOf({ 2021: [5, 5, 5, 5, 5, 0, 5, 5, 5, 5, 5, 5] })).toEqual([[2021, true, 12]]);
  });

  it('knows the months covered where they follow one another and whole months are asked for', () => {
    const spanOf = (byYear: Record<number, readonly number[]>, study = {}) =>
      coveredYears(tallyOf(byYear), {}, study).map(({ monthSpan }) => monthSpan);
    expect(spanOf({ 2020: without(6), 2021: full, 2023: without(11, 12) })).toEqual([
      undefined,
      [1, 12],
      [1, 10],
    ]);
    const spring = { 2021: without(1, 2) };
    expect(spanOf(spring, { from: '2021-03-01' })).toEqual([[3, 12]]);
    expect(spanOf(spring, { from: '2021-03-15' })).toEqual([undefined]);
    const toFebruary = { 2024: without(3, 4, 5, 6, 7, 8, 9, 10, 11, 12) };
    expect(spanOf(toFebruary, { to: '2024-02-29' })).toEqual([[1, 2]]);
    expect(spanOf(toFebruary, { to: '2024-02-28' })).toEqual([undefined]);
    // A few incidents say nothing of the months around them.
    expect(spanOf({ 2021: [0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0] }, { from: '2021-03-01' })).toEqual([
      undefined,
    ]);
  });

  it('holds a year that the period cuts for a part', () => {
    expect(wholeOf({ 2021: full, 2022: full }, { from: '2021-02-01' })).toEqual([
      [2021, false, 12],
      [2022, true, 12],
    ]);
    expect(wholeOf({ 2021: full }, {}, { toMonth: 2021 * 12 + 5 })).toEqual([[2021, false, 6]]);
  });
});
