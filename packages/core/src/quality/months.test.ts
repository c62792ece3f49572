import { describe, expect, it } from 'vitest';
import { daysFromDate } from '../incidents/calendar.ts';
import { randomStream } from '../random/stream.ts';
import { monthsOfData } from './months.ts';

/** Rows spread over the days of each month from January of a year on. */
function series(year: number, counts: readonly number[]): Float64Array {
  const time: number[] = [];
  counts.forEach((n, i) => {
    const start = daysFromDate(year + Math.floor(i / 12), (i % 12) + 1, 1);
    for (let k = 0; k < n; k++) time.push((start + (k % 28)) * 86_400 + 43_200);
  });
  return Float64Array.from(time);
}
const steady = (months: number, mean: number, seed = 1): number[] => {
  const random = randomStream(seed);
  return Array.from({ length: months }, () => random.poisson(mean));
};
const marked = (time: Float64Array): string[] =>
  monthsOfData(time)
    .months.filter(({ state }) => state !== 'ordinary')
    .map(({ year, month, state }) => `${year}-${month} ${state}`);

describe('months of data', () => {
  it('counts every month, empty ones too', () => {
    const counts = [40, 0, 45, 41, 39, 44];
    const { months } = monthsOfData(series(2020, counts));
    expect(months.map(({ n }) => n)).toEqual(counts);
    expect(months[1]).toMatchObject({ year: 2020, month: 2, state: 'missing' });
  });

  it('marks what was done to a steady series, and nothing else', () => {
    const counts = steady(60, 200);
    expect(marked(series(2019, counts))).toEqual([]);
    counts[7] = 0;
    counts[20] *= 2;
    counts[33] = Math.floor(counts[33] / 4);
    expect(marked(series(2019, counts))).toEqual(['2019-8 missing', '2020-9 doubled', '2021-10 collapsed']);
  });

  it('marks the missing year between two, and no month beside it', () => {
    const counts = steady(36, 300);
    for (let i = 12; i < 24; i++) counts[i] = 0;
    expect(marked(series(2018, counts))).toEqual(
      Array.from({ length: 12 }, (_, i) => `2019-${i + 1} missing`),
    );
  });

  it('lets seasons and a falling trend pass', () => {
    const counts = steady(96, 1).map((_, i) =>
      Math.round(900 * 0.98 ** i * (1 + 0.25 * Math.sin((i * Math.PI) / 6))),
    );
    expect(marked(series(2015, counts))).toEqual([]);
  });

  it('puts dates long before and after apart', () => {
    const stray = [daysFromDate(1900, 1, 1) * 86_400, daysFromDate(2031, 5, 1) * 86_400, Number.NaN];
    const found = monthsOfData(Float64Array.from([...stray, ...series(2018, steady(24, 50))]));
    expect(found.before).toEqual({ n: 1, first: 0 });
    expect(found.after).toEqual({ n: 1, first: 1 });
    expect(found.months).toHaveLength(24);
  });

  it('takes no dates at all', () => {
    expect(monthsOfData(Float64Array.of(Number.NaN)).months).toEqual([]);
  });

  it('leaves homogeneous Poisson series alone (more of them in the statistics test)', () => {
    let alarms = 0;
    for (const mean of [2, 8, 30, 400])
      for (let seed = 0; seed < 25; seed++) alarms += marked(series(2019, steady(60, mean, seed))).length;
    expect(alarms).toBeLessThanOrEqual(1);
  });
});
