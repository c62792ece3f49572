import type { Tally } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { wholeYears } from './whole-years.ts';

/** `n` incidents in each month from one to another, all in place 0. */
function tallyOf(fromMonth: number, toMonth: number, n: number): Tally {
  const count = toMonth - fromMonth + 1;
  return {
    count,
    place: new Uint32Array(count),
    month: Int32Array.from({ length: count }, (_, i) => fromMonth + i),
    category: new Uint16Array(count),
    weekday: new Int8Array(count),
    hour: new Int8Array(count),
    n: new Uint32Array(count).fill(n),
  };
}
const JANUARY_2021 = 2021 * 12;

describe('the whole years of the data', () => {
  it('leave out a last year that ends in June, where there are enough incidents to tell', () => {
    const busy = wholeYears(tallyOf(JANUARY_2021, JANUARY_2021 + 29, 10), 1, {}, {});
    expect(busy.years).toEqual([2021, 2022]);
    expect(busy.byYear.map(([n]) => n)).toEqual([120, 120]);
    expect(busy.length).toBeCloseTo(2.5, 12);
    expect(wholeYears(tallyOf(JANUARY_2021, JANUARY_2021 + 29, 1), 1, {}, {}).years).toEqual([
      2021, 2022, 2023,
    ]);
  });

  it('are cut by the period that was asked for, whatever the data hold', () => {
    const tally = tallyOf(JANUARY_2021, JANUARY_2021 + 35, 1);
    expect(wholeYears(tally, 1, {}, { from: '2021-03-01', to: '2023-12-31' }).years).toEqual([2022, 2023]);
    expect(wholeYears(tally, 1, {}, { from: '2021-01-01', to: '2023-12-30' }).years).toEqual([2021, 2022]);
    expect(wholeYears(tally, 1, {}, { from: '2021-01-01', to: '2023-12-31' }).length).toBeCloseTo(3, 2);
  });

  it('are those of the filter', () => {
    const tally = tallyOf(JANUARY_2021, JANUARY_2021 + 35, 10);
    const filter = { fromMonth: JANUARY_2021 + 12, toMonth: JANUARY_2021 + 35 };
    const found = wholeYears(tally, 1, filter, { from: '2021-01-01', to: '2023-12-31' });
    expect(found.years).toEqual([2022, 2023]);
    expect(found.length).toBe(2);
  });

  it('of undated incidents are none', () => {
    const tally = { ...tallyOf(0, 0, 3), month: Int32Array.of(-1) };
    expect(wholeYears(tally, 1, {}, {})).toEqual({ years: [], byYear: [], length: 1 });
  });
});
