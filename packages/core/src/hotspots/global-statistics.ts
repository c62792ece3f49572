import { type Neighbours, restrictNeighbours } from '../places/neighbours.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { normalP } from '../significance/normal.ts';
import type { Alternative } from '../significance/tails.ts';
import { globalPermutation } from './global-permutation.ts';
import { type GlobalWeights, globalWeights } from './global-weights.ts';
import { differencesFromMean } from './local-moran.ts';
import { membersOf } from './local-tests.ts';
import { checkField, type RowScaling } from './local-weights.ts';

export type GlobalStatistic = 'moran' | 'geary' | 'getis-ord-g';

/**
 * Where variance and p come from. `randomisation`: normal tail, every arrangement of the values equally likely;
 * `normality`: normal tail, values from one normal distribution; `permutation`: seeded draws of whole arrangements.
 */
export type GlobalInference = 'randomisation' | 'normality' | 'permutation';

/**
 * What n is where some places have no neighbour. `all-places`: every place, as esda and spdep with adjust.n =
 * FALSE. `with-neighbours`: only the places that have a neighbour, as spdep by default: for Moran and Geary the mean and
 * the squares are still over all places (I differs by the factor n / n'), for G the islands leave altogether.
 */
export type IslandConvention = 'all-places' | 'with-neighbours';

export interface GlobalOptions {
  /** Default randomisation. Getis-Ord G has no variance under normality. */
  inference?: GlobalInference | undefined;
  /** Of the statistic itself: like values together is `greater` for Moran and G, `less` for Geary. Default two-sided. */
  alternative?: Alternative | undefined;
  /** Default row-standardised for Moran and Geary, as-given for G. */
  weights?: RowScaling | undefined;
  /** Default all-places. */
  islands?: IslandConvention | undefined;
  /** Places to measure (1) or leave out (0), whose values may be NaN. Without it all places. */
  include?: Uint8Array | undefined;
  /** Of permutation inference. Default seed 1 and 9,999 draws. */
  permutation?: { seed: number; draws?: number | undefined } | undefined;
  onProgress?: OnProgress | undefined;
}

/** A global statistic with its test; all numbers NaN where it is not defined (see `globalStatistic`). */
export interface GlobalTest {
  statistic: GlobalStatistic;
  value: number;
  /** Under the null named: analytic, or mean and variance of the draws. */
  expected: number;
  variance: number;
  /** (value - expected) / sqrt(variance); for Geary less than 0 means like values together, opposite to spdep's sign. */
  z: number;
  p: number;
  alternative: Alternative;
  null: 'randomisation' | 'normality' | 'total-permutation';
  correction: 'none';
  tested: 1 | 0;
  weights: RowScaling;
  islands: IslandConvention;
  /** Places, and those of them without a neighbour. */
  places: number;
  islandCount: number;
  permutation: { seed: number; draws: number } | null;
}

/**
 * Global Moran I, Geary c and Getis-Ord G with expectation and variance of Cliff & Ord (1981, chapter 2) and Getis
 * & Ord (1992).
 *
 * I = (n / S0) sum w_ij d_i d_j / sum d²; c = (n - 1) sum w_ij (x_i - x_j)² / (2 S0 sum d²);
 * G = sum w_ij x_i x_j / sum over i ≠ j of x_i x_j. d are differences from the mean.
 *
 * One number for a whole city: it says that the values are not shuffled, not where, and a city whose outskirts are
 * empty always passes. Not defined (NaN, tested 0): a constant field, fewer than four places, no neighbours at all,
 * and G where the values are negative or fewer than two are not zero.
 *
 * Cost: a pass over the neighbours, and one more per draw; bytes: 16 per place and 8 per pair of neighbours.
 *
 * @param x finite values, one per place, zero places included
 * @throws RangeError where a value or weight is not a finite number, a weight is negative, or G is asked for
 *   under normality
 */
export function globalStatistic(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GlobalStatistic,
  options: GlobalOptions = {},
): GlobalTest {
  if (options.include) {
    const members = membersOf(x.length, options.include);
    const kept = Float64Array.from(members, (place) => x[place]);
    return globalStatistic(kept, restrictNeighbours(neighbours, members), statistic, {
      ...options,
      include: undefined,
    });
  }
  checkField(x, neighbours);
  const { inference = 'randomisation', alternative = 'two-sided', islands = 'all-places' } = options;
  const scaling = options.weights ?? (statistic === 'getis-ord-g' ? 'as-given' : 'row-standardised');
  if (statistic === 'getis-ord-g' && inference === 'normality')
    throw new RangeError('Getis-Ord G has no variance under normality');
  const weights = globalWeights(neighbours, scaling);
  if (statistic === 'getis-ord-g' && islands === 'with-neighbours' && weights.islands > 0) {
    const { offsets } = neighbours;
    const include = Uint8Array.from(x, (_, i) => (offsets[i] < offsets[i + 1] ? 1 : 0));
    const test = globalStatistic(x, neighbours, statistic, { ...options, include });
    return { ...test, places: x.length, islandCount: weights.islands };
  }
  const n = islands === 'all-places' ? x.length : x.length - weights.islands;
  const { permutation = { seed: 1 } } = options;
  const draws = permutation.draws ?? 9999;
  const test: GlobalTest = {
    statistic,
    value: Number.NaN,
    expected: Number.NaN,
    variance: Number.NaN,
    z: Number.NaN,
    p: Number.NaN,
    alternative,
    null: inference === 'permutation' ? 'total-permutation' : inference,
    correction: 'none',
    tested: 0,
    weights: scaling,
    islands,
    places: x.length,
    islandCount: weights.islands,
    permutation: inference === 'permutation' ? { seed: permutation.seed, draws } : null,
  };
  const measure = measureOf(x, statistic, weights, n);
  if (!measure || weights.s0 === 0 || n < 4) return test;
  const value = measure.scale * measure.sumOf(measure.values);
  if (inference === 'permutation') {
    const drawn = globalPermutation(
      measure.values,
      measure.sumOf,
      { ...permutation, draws, alternative },
      options.onProgress,
    );
    const expected = measure.scale * drawn.mean;
    const variance = measure.scale ** 2 * drawn.variance;
    const z = (value - expected) / Math.sqrt(variance);
    return { ...test, value, expected, variance, z, p: drawn.p, tested: 1 };
  }
  const { expected, variance } = momentsOf(measure.values, statistic, inference, weights, n);
  const z = (value - expected) / Math.sqrt(variance);
  return { ...test, value, expected, variance, z, p: normalP(z, alternative), tested: 1 };
}

/** The statistic as a sum over pairs of neighbours times a number that no permutation changes. */
interface Measure {
  values: Float64Array;
  scale: number;
  sumOf(values: Float64Array): number;
}

function measureOf(
  x: ArrayLike<number>,
  statistic: GlobalStatistic,
  { neighbours, s0 }: GlobalWeights,
  n: number,
): Measure | undefined {
  const { offsets, indices, weights } = neighbours;
  const crossed = (values: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) continue;
      let lag = 0;
      for (let at = offsets[i]; at < offsets[i + 1]; at++) lag += weights[at] * values[indices[at]];
      sum += values[i] * lag;
    }
    return sum;
  };
  if (statistic === 'getis-ord-g') {
    const values = Float64Array.from(x);
    let sum = 0;
    let squares = 0;
    let positive = 0;
    for (const value of values) {
      if (value < 0) return undefined;
      if (value > 0) positive++;
      sum += value;
      squares += value * value;
    }
    if (positive < 2 || isConstant(values)) return undefined;
    return { values, scale: 1 / (sum * sum - squares), sumOf: crossed };
  }
  const { differences: values } = differencesFromMean(x);
  let squares = 0;
  for (const d of values) squares += d * d;
  if (squares === 0) return undefined;
  if (statistic === 'moran') return { values, scale: n / s0 / squares, sumOf: crossed };
  return {
    values,
    scale: (n - 1) / (2 * s0 * squares),
    sumOf: (of) => {
      let sum = 0;
      for (let i = 0; i < of.length; i++) {
        for (let at = offsets[i]; at < offsets[i + 1]; at++)
          sum += weights[at] * (of[i] - of[indices[at]]) ** 2;
      }
      return sum;
    },
  };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

function momentsOf(
  values: Float64Array,
  statistic: GlobalStatistic,
  inference: 'randomisation' | 'normality',
  { s0, s1, s2 }: GlobalWeights,
  n: number,
): { expected: number; variance: number } {
  const power = (exponent: number): number => values.reduce((sum, value) => sum + value ** exponent, 0);
  const s00 = s0 * s0;
  if (statistic === 'getis-ord-g') {
    const expected = s0 / (n * (n - 1));
    const [m1, m2, m3, m4] = [power(1), power(2), power(3), power(4)];
    const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s00;
    const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s00);
    const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s00);
    const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s00;
    const b4 = s1 - s2 + s00;
    const top = b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4;
    const second = top / ((m1 * m1 - m2) ** 2 * n * (n - 1) * (n - 2) * (n - 3));
    return { expected, variance: second - expected * expected };
  }
  const kurtosis = (sums: number): number => (sums * power(4)) / power(2) ** 2;
  if (statistic === 'moran') {
    const expected = -1 / (n - 1);
    // The kurtosis is over all places whatever n is: so spdep, and it is a property of the values alone.
    const k = kurtosis(values.length);
    const second =
      inference === 'normality'
        ? (n * n * s1 - n * s2 + 3 * s00) / (s00 * (n * n - 1))
        : (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s00) -
            k * ((n * n - n) * s1 - 2 * n * s2 + 6 * s00)) /
          ((n - 1) * (n - 2) * (n - 3) * s00);
    return { expected, variance: second - expected * expected };
  }
  if (inference === 'normality')
    return { expected: 1, variance: ((2 * s1 + s2) * (n - 1) - 4 * s00) / (2 * (n + 1) * s00) };
  // spdep puts n' for n² and for n less something and in the kurtosis, but n where n stands alone. We follow it,
  // so that its numbers can be compared; with all places the two are one.
  const k = kurtosis(n);
  const all = values.length;
  const top =
    (n - 1) * s1 * (n * n - 3 * all + 3 - (n - 1) * k) -
    ((n - 1) * s2 * (n * n + 3 * all - 6 - (n * n - all + 2) * k)) / 4 +
    s00 * (n * n - 3 - (n - 1) ** 2 * k);
  return { expected: 1, variance: top / (all * (n - 2) * (n - 3) * s00) };
}
