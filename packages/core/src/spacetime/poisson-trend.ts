import { benjaminiHochberg } from '../significance/benjamini-hochberg.ts';
import { incompleteBeta } from '../significance/gamma-functions.ts';
import { twoSidedNormalP } from '../significance/normal.ts';

/** `no-evidence` is not "stable": five years of small counts cannot show a change of a third. */
export type TrendWord = 'rising' | 'falling' | 'no-evidence';

export interface PlaceTrend {
  word: TrendWord;
  /** Factor of change a year against the rest of the city, exp of the fitted slope; NaN without incidents. */
  factorPerYear: number;
  p: number;
  /** Benjamini-Hochberg over the list. */
  q: number;
}

export interface PlaceTrends {
  trends: PlaceTrend[];
  test: {
    alternative: 'two-sided';
    null: 'incidents-of-the-place-follow-the-rest-of-the-city';
    correction: 'benjamini-hochberg';
    level: number;
    /** Places with an incident, in at least three years. */
    tested: number;
    /** Pearson's statistic of the fitted trends over its degrees of freedom, pooled over the list; at least 1. */
    dispersion: number;
  };
}

/** Exact up to this many incidents of a place, normal above. */
const MOST_FOR_EXACT = 300;

/**
 * Trend of each place against the rest of its city, and a word only where a test over the whole list allows it.
 *
 * Given its total n, the counts of a place over the years are multinomial with the shares of the rest of the city if
 * the two move alike: that is the Poisson log-linear trend with the city as offset, conditioned on n. The
 * statistic is Σ t y_t; its two-sided p is exact up to 300 incidents and normal above. Counts of places vary more from
 * year to year than Poisson, so a second p multiplies the variance by the pooled dispersion of the list (Student's t), and
 * the larger of the two counts. Fewer than three years: no test.
 *
 * A step (a shop that closed) is read as a trend; the word says nothing of next year.
 *
 * @param byYear for each year in turn, incidents of each place of the list
 * @param cityByYear incidents of the whole city in each year, the places included
 */
export function placeTrends(
  byYear: readonly ArrayLike<number>[],
  cityByYear: ArrayLike<number>,
  options: { level?: number } = {},
): PlaceTrends {
  const { level = 0.05 } = options;
  const years = byYear.length;
  const places = years > 0 ? byYear[0].length : 0;
  const series = Array.from({ length: places }, (_, place) => seriesOf(place, byYear, cityByYear));
  const isTested = (place: number): boolean =>
    years >= 3 && series[place].n > 0 && series[place].shares.filter((share) => share > 0).length >= 3;

  let pearson = 0;
  let freedom = 0;
  const slopes = series.map((one, place) => {
    if (!isTested(place)) return Number.NaN;
    const slope = fittedSlope(one);
    const fitted = tilted(one.shares, slope);
    let used = 0;
    one.counts.forEach((y, t) => {
      if (fitted[t] * one.n < 1e-9) return;
      pearson += (y - one.n * fitted[t]) ** 2 / (one.n * fitted[t]);
      used++;
    });
    if (used > 2) freedom += used - 2;
    return slope;
  });
  const dispersion = freedom > 0 ? Math.max(1, pearson / freedom) : 1;

  const p = Float64Array.from(series, (one, place) => {
    if (!isTested(place)) return Number.NaN;
    const { mean, variance } = momentsOf(one.shares);
    const distance = one.weighted - one.n * mean;
    const score = distance / Math.sqrt(one.n * variance);
    const conditional = one.n <= MOST_FOR_EXACT ? exactP(one) : twoSidedNormalP(score);
    const ofSwinging = freedom > 0 ? twoSidedStudentP(score / Math.sqrt(dispersion), freedom) : 0;
    return Math.max(conditional, ofSwinging);
  });
  const q = benjaminiHochberg(p);
  return {
    trends: slopes.map((slope, place) => ({
      word: q[place] <= level ? (slope > 0 ? 'rising' : 'falling') : 'no-evidence',
      factorPerYear: Math.exp(slope),
      p: p[place],
      q: q[place],
    })),
    test: {
      alternative: 'two-sided',
      null: 'incidents-of-the-place-follow-the-rest-of-the-city',
      correction: 'benjamini-hochberg',
      level,
      tested: p.filter((value) => !Number.isNaN(value)).length,
      dispersion,
    },
  };
}

interface Series {
  counts: number[];
  n: number;
  /** Σ t y_t. */
  weighted: number;
  /** Shares of the rest of the city by year. */
  shares: number[];
}

function seriesOf(place: number, byYear: readonly ArrayLike<number>[], city: ArrayLike<number>): Series {
  const counts = byYear.map((year) => year[place]);
  const rest = counts.map((y, t) => Math.max(0, city[t] - y));
  const total = rest.reduce((a, b) => a + b, 0);
  return {
    counts,
    n: counts.reduce((a, b) => a + b, 0),
    weighted: counts.reduce((sum, y, t) => sum + t * y, 0),
    shares: rest.map((value) => (total > 0 ? value / total : 0)),
  };
}

function momentsOf(shares: readonly number[]): { mean: number; variance: number } {
  const mean = shares.reduce((sum, share, t) => sum + t * share, 0);
  return { mean, variance: shares.reduce((sum, share, t) => sum + (t - mean) ** 2 * share, 0) };
}

/** Shares times exp(slope t), made to sum to 1. */
function tilted(shares: readonly number[], slope: number): number[] {
  const middle = (shares.length - 1) / 2;
  const raw = shares.map((share, t) => share * Math.exp(slope * (t - middle)));
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => value / total);
}

/** Maximum likelihood by bisection; ±20 where all incidents lie in the first or the last year. */
function fittedSlope({ shares, weighted, n }: Series): number {
  let low = -20;
  let high = 20;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (momentsOf(tilted(shares, middle)).mean < weighted / n) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Both tails of Student’s t. @param freedom greater than 0 */
export function twoSidedStudentP(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** Two-sided tail of Σ t y_t over n draws of a year: the n-th convolution power of the shares, by squaring. */
function exactP({ shares, weighted, n }: Series): number {
  let power = Float64Array.from(shares);
  let result = Float64Array.of(1);
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolved(result, power);
    if (left > 1) power = convolved(power, power);
  }
  let lower = 0;
  let upper = 0;
  result.forEach((probability, sum) => {
    if (sum <= weighted) lower += probability;
    if (sum >= weighted) upper += probability;
  });
  return Math.min(1, 2 * Math.min(lower, upper));
}

function convolved(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0) continue;
    for (let j = 0; j < b.length; j++) result[i + j] += a[i] * b[j];
  }
  return result;
}
