import { daysInMonth } from '../incidents/calendar.ts';
import { incompleteBeta } from '../significance/gamma-functions.ts';
import { negativeBinomialQuantile } from '../significance/negative-binomial.ts';

/** A calendar year that the data cover whole. */
export interface WholeYear {
  readonly year: number;
  /** Incidents of January to December. */
  readonly n: ArrayLike<number>;
}

export interface Seasonality {
  /** Incidents a day of each month, January first, all years together. */
  perDay: Float64Array;
  /** The same if every year kept its own number and spread it evenly over its days. */
  evenPerDay: Float64Array;
  /** Where 95 of 100 such months would lie, each month by itself; undefined with fewer than three years. */
  band: { low: Float64Array; high: Float64Array; law: 'poisson' | 'negative-binomial' } | undefined;
  /** Undefined with fewer than three years: what a season adds cannot be told from how years differ. */
  test: SeasonTest | undefined;
}

export interface SeasonTest {
  /** Analysis of deviance of a Poisson model with free dispersion. */
  readonly name: 'quasi-poisson-f';
  readonly f: number;
  /** Degrees of freedom: of the months, of the swings of months between years. */
  readonly freedom: readonly [number, number];
  readonly p: number;
  readonly alternative: 'greater';
  readonly null: 'even-over-the-days-of-each-year';
  /** Pearson's statistic of the swings over its degrees of freedom, at least 1 (Poisson). */
  readonly dispersion: number;
  readonly correction: 'none';
  readonly tested: 1;
}

const MONTHS = 12;
const LEAST_YEARS = 3;

/**
 * Incidents by calendar month, per day since months differ in length, held against an even year.
 *
 * Null: each year has a number of its own, spread evenly over its days. Counts of one calendar month swing between
 * years more than Poisson, and those swings are the measure: F is the deviance that twelve months take off, per
 * degree, over the dispersion of what year and month together leave (McCullagh & Nelder 1989, ch. 6 and 9). A trend
 * inside the years counts as season, and swings are taken for independent from month to month. The band has the mean of the even year and the same dispersion: exact Poisson
 * limits, or those of a negative binomial with that variance.
 *
 * @param years at least one, each with an incident
 */
export function seasonality(years: readonly WholeYear[]): Seasonality {
  const counts = years.map(({ n }) => Float64Array.from(n));
  const days = years.map(({ year }) =>
    Float64Array.from({ length: MONTHS }, (_, month) => daysInMonth(year, month + 1)),
  );
  const even = counts.map((n, t) => {
    const perDay = sum(n) / sum(days[t]);
    return days[t].map((length) => length * perDay);
  });
  const overYears = (columns: readonly Float64Array[]): Float64Array =>
    Float64Array.from({ length: MONTHS }, (_, month) =>
      columns.reduce((total, column) => total + column[month], 0),
    );
  const [n, expected, length] = [overYears(counts), overYears(even), overYears(days)];
  const test = years.length < LEAST_YEARS ? undefined : seasonTest(counts, even);
  return {
    perDay: n.map((count, month) => count / length[month]),
    evenPerDay: expected.map((mean, month) => mean / length[month]),
    band: test && bandOf(expected, length, test.dispersion),
    test,
  };
}

function seasonTest(counts: readonly Float64Array[], even: readonly Float64Array[]): SeasonTest {
  const fitted = fittedMonths(counts, even);
  const freedom = [MONTHS - 1, (MONTHS - 1) * (counts.length - 1)] as const;
  const dispersion = Math.max(1, pearson(counts, fitted) / freedom[1]);
  const f = Math.max(0, deviance(counts, even) - deviance(counts, fitted)) / freedom[0] / dispersion;
  const [months, swings] = freedom;
  return {
    name: 'quasi-poisson-f',
    f,
    freedom,
    p: incompleteBeta(swings / (swings + months * f), swings / 2, months / 2),
    alternative: 'greater',
    null: 'even-over-the-days-of-each-year',
    dispersion,
    correction: 'none',
    tested: 1,
  };
}

/** Counts of the model year × month × days, which has the sums of the data both ways: by iterative scaling. */
function fittedMonths(counts: readonly Float64Array[], start: readonly Float64Array[]): Float64Array[] {
  const fitted = start.map((row) => Float64Array.from(row));
  for (let round = 0; round < 100; round++) {
    let largest = 0;
    for (let month = 0; month < MONTHS; month++) {
      const [from, to] = [fitted, counts].map((rows) => rows.reduce((total, row) => total + row[month], 0));
      for (const row of fitted) row[month] *= from > 0 ? to / from : 0;
    }
    fitted.forEach((row, t) => {
      const factor = sum(counts[t]) / sum(row);
      largest = Math.max(largest, Math.abs(factor - 1));
      for (let month = 0; month < MONTHS; month++) row[month] *= factor;
    });
    if (largest < 1e-14) break;
  }
  return fitted;
}

function deviance(counts: readonly Float64Array[], means: readonly Float64Array[]): number {
  return 2 * overCells(counts, means, (n, mean) => (n > 0 ? n * Math.log(n / mean) : 0) - (n - mean));
}

function pearson(counts: readonly Float64Array[], means: readonly Float64Array[]): number {
  return overCells(counts, means, (n, mean) => (mean > 0 ? (n - mean) ** 2 / mean : 0));
}

function overCells(
  counts: readonly Float64Array[],
  means: readonly Float64Array[],
  term: (n: number, mean: number) => number,
): number {
  let total = 0;
  counts.forEach((row, t) => {
    for (let month = 0; month < MONTHS; month++) total += term(row[month], means[t][month]);
  });
  return total;
}

function bandOf(expected: Float64Array, length: Float64Array, dispersion: number): Seasonality['band'] {
  const limit = (p: number): Float64Array =>
    expected.map((mean, month) => {
      const size = dispersion > 1 ? mean / (dispersion - 1) : Number.POSITIVE_INFINITY;
      return negativeBinomialQuantile(p, mean, size) / length[month];
    });
  return { low: limit(0.025), high: limit(0.975), law: dispersion > 1 ? 'negative-binomial' : 'poisson' };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
