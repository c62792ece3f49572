import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../incidents/calendar.ts';
import { randomStream } from '../random/stream.ts';
import { poissonTails } from '../significance/poisson-tails.ts';
import { seasonality, type WholeYear } from './seasonality.ts';

const COUNTS = [
  [31, 25, 40, 44, 52, 60, 71, 66, 50, 41, 30, 33],
  [28, 30, 35, 39, 47, 66, 80, 59, 55, 38, 36, 25],
  [20, 18, 29, 33, 45, 41, 60, 52, 40, 35, 22, 19],
  [44, 35, 41, 60, 58, 77, 92, 85, 61, 55, 40, 47],
];
const yearsOf = (counts: readonly number[][]): WholeYear[] => counts.map((n, t) => ({ year: 2019 + t, n }));

/** Years of even days, each day with the mean and each year's months swinging by a gamma-like factor. */
function evenYears(seed: number, perDay: number, swing: number): WholeYear[] {
  const random = randomStream(seed, 3);
  return yearsOf(
    [0, 1, 2, 3, 4].map((t) =>
      Array.from({ length: 12 }, (_, month) => {
        const factor = Math.exp(swing * random.normal());
        return random.poisson(perDay * factor * daysInMonth(2019 + t, month + 1));
      }),
    ),
  );
}

describe('seasonality', () => {
  it('equals the quasi-Poisson F test of a Poisson regression (numpy IRLS, scipy 1.17)', () => {
    const { test } = seasonality(yearsOf(COUNTS));
    // Its dispersion of 0.434 is below Poisson and taken as 1: F = 19.65036427339586 there.
    expect(test).toMatchObject({ dispersion: 1, freedom: [11, 33] });
    expect(test!.f).toBeCloseTo(19.65036427339586, 8);
    expect(test!.p / 2.042356742321999e-11).toBeCloseTo(1, 8);
    const mixed = COUNTS.map((row) => [...row]);
    mixed[1].reverse();
    mixed[3] = [4, 1, 7, 0, 2, 9, 6, 3, 8, 11, 5, 10].map((month) => COUNTS[3][month]);
    const swinging = seasonality(yearsOf(mixed)).test!;
    expect(swinging.dispersion).toBeCloseTo(2.718392278573941, 10);
    expect(swinging.f).toBeCloseTo(4.821301636287811, 10);
    expect(swinging.p).toBeCloseTo(0.00020737191185621857, 12);
  });

  it('has the rates of counting, leap days and all', () => {
    const { perDay, evenPerDay } = seasonality(yearsOf(COUNTS));
    const [february, july] = [1, 6].map((month) => COUNTS.reduce((sum, row) => sum + row[month], 0));
    expect(perDay[1]).toBeCloseTo(february / (28 + 29 + 28 + 28), 12);
    expect(perDay[6]).toBeCloseTo(july / (4 * 31), 12);
    const inAYear = COUNTS.map((row) => row.reduce((a, b) => a + b));
    const even = inAYear.map((n, t) => n / (t === 1 ? 366 : 365));
    expect(evenPerDay[6]).toBeCloseTo(even.reduce((a, b) => a + b) / 4, 12);
  });

  it('has exact Poisson limits where years swing no more than that', () => {
    const { band, evenPerDay } = seasonality(yearsOf(COUNTS));
    expect(band!.law).toBe('poisson');
    for (const [month, days] of [31, 28.25].entries()) {
      const [mean, low, high] = [evenPerDay, band!.low, band!.high].map((line) => line[month] * days * 4);
      expect(poissonTails(Math.round(low) - 1, mean).lower).toBeLessThan(0.025);
      expect(poissonTails(Math.round(low), mean).lower).toBeGreaterThanOrEqual(0.025);
      expect(poissonTails(Math.round(high) + 1, mean).upper).toBeLessThanOrEqual(0.025);
      expect(poissonTails(Math.round(high), mean).upper).toBeGreaterThan(0.025);
    }
  });

  it.each([
    [0.2, 0],
    [2, 0],
    [20, 0.1],
    [20, 0.2],
  ])('rejects an even year about as often as the level says, %f a day, swing %f', (perDay, swing) => {
    const SERIES = 400;
    let rejected = 0;
    for (let seed = 0; seed < SERIES; seed++)
      if (seasonality(evenYears(seed, perDay, swing)).test!.p <= 0.05) rejected++;
    expect(rejected / SERIES).toBeLessThanOrEqual(0.075);
  });

  it('describes two years and tests none', () => {
    const { test, band, perDay } = seasonality(yearsOf(COUNTS.slice(0, 2)));
    expect([test, band]).toEqual([undefined, undefined]);
    expect(perDay[0]).toBe((31 + 28) / 62);
  });

  it('takes months that are always empty', () => {
    const { test, perDay } = seasonality(yearsOf(COUNTS.map((row) => [0, ...row.slice(1)])));
    expect(perDay[0]).toBe(0);
    expect(test!.p).toBeLessThan(0.001);
    expect(Number.isFinite(test!.f)).toBe(true);
  });
});
