import type { Neighbours } from '../places/neighbours.ts';
import { getisOrdScores } from './getis-ord.ts';
import { checkField, neighbourSums, type RowScaling, rowWeights, scaledNeighbours } from './local-weights.ts';

/** High (H) or low (L) of the place, then of its neighbours; `none` where either is exactly at the mean. */
export type Quadrant = 'HH' | 'LL' | 'HL' | 'LH' | 'none';

export interface LocalMoranOptions {
  /** Default row-standardised. */
  weights?: RowScaling | undefined;
  /**
   * Of the variance that I is divided by: `n` as spdep and Anselin (1995), or `n-1` as GeoDa and esda, whose I is
   * (n - 1) / n times ours. z and p are the same. Default n.
   */
  divisor?: 'n' | 'n-1' | undefined;
  /**
   * Null of expectation, variance and z: `conditional` holds the own value (Sokal, Oden & Thomson 1998),
   * `total` shuffles it too (Anselin 1995, equation 13) and is the more liberal. Default conditional.
   */
  null?: 'conditional' | 'total' | undefined;
}

/** Local Moran of every place; NaN and `none` for an island. */
export interface LocalMoran {
  i: Float64Array;
  expected: Float64Array;
  variance: Float64Array;
  z: Float64Array;
  quadrant: Quadrant[];
}

/**
 * Local Moran (Anselin 1995, equation 12): I_i = (d_i / m2) sum_j w_ij d_j, d the differences from the mean,
 * m2 = sum d² / n. The conditional z equals sign(d_i) times that of Gi: the same test of the neighbours, read
 * against the place's own side.
 *
 * It misleads where counts are sparse (its normal tail is as wrong as that of Gi) and in the quadrant of a place
 * that is not significant. On a constant field all is NaN; a place exactly at the mean has I = 0 and no z.
 *
 * Cost: a few passes over the neighbours; 40 bytes per place.
 *
 * @param x finite values, one per place, zero places included
 * @throws RangeError where a value or weight is not a finite number, or a weight is negative
 */
export function localMoran(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  options: LocalMoranOptions = {},
): LocalMoran {
  checkField(x, neighbours);
  const { weights = 'row-standardised', divisor = 'n' } = options;
  const scaled = scaledNeighbours(neighbours, weights);
  const rows = rowWeights(scaled);
  const n = x.length;
  const { differences, signs } = differencesFromMean(x);
  let squares = 0;
  let fourths = 0;
  for (const d of differences) {
    squares += d * d;
    fourths += d * d * d * d;
  }
  const m2 = squares / n;
  const kurtosis = fourths / n / (m2 * m2);
  const unit = divisor === 'n' ? m2 : squares / (n - 1);
  const toUnit = m2 / unit;
  const lags = neighbourSums(differences, scaled);
  const isIsland = (i: number): boolean => rows.sum[i] === 0;
  const defined = (value: (i: number) => number): Float64Array =>
    Float64Array.from(differences, (_, i) => (isIsland(i) || squares === 0 ? Number.NaN : value(i)));

  const local = defined((i) => (differences[i] / unit) * lags[i]);
  if (options.null === 'total') {
    const expected = defined((i) => (toUnit * -rows.sum[i]) / (n - 1));
    const variance = defined((i) => {
      const pairs = rows.sum[i] ** 2 - rows.squares[i];
      const own = (rows.squares[i] * (n - kurtosis)) / (n - 1);
      const crossed = (pairs * (2 * kurtosis - n)) / ((n - 1) * (n - 2));
      return toUnit ** 2 * (own + crossed - (rows.sum[i] / (n - 1)) ** 2);
    });
    const z = defined((i) => (local[i] - expected[i]) / Math.sqrt(variance[i]));
    return { i: local, expected, variance, z, quadrant: quadrants(signs, lags, isIsland) };
  }
  const gi = getisOrdScores(x, scaled, 'gi');
  const variance = defined((i) => {
    const own = (differences[i] / unit) ** 2;
    const spreadOfRow = rows.squares[i] - rows.sum[i] ** 2 / (n - 1);
    return ((own * n) / (n - 2)) * spreadOfRow * (m2 - differences[i] ** 2 / (n - 1));
  });
  return {
    i: local,
    expected: defined((i) => (-(differences[i] ** 2) * rows.sum[i]) / ((n - 1) * unit)),
    variance,
    z: defined((i) => (signs[i] === 0 ? Number.NaN : signs[i] * gi[i])),
    quadrant: quadrants(signs, lags, isIsland),
  };
}

/** Differences from the mean, and their signs with those within rounding of it at 0. */
export function differencesFromMean(x: ArrayLike<number>): { differences: Float64Array; signs: Int8Array } {
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    sum += x[i];
    largest = Math.max(largest, Math.abs(x[i]));
  }
  const mean = sum / x.length;
  const differences = Float64Array.from(x, (value) =>
    Math.abs(value - mean) <= 1e-14 * largest ? 0 : value - mean,
  );
  return { differences, signs: Int8Array.from(differences, Math.sign) };
}

function quadrants(signs: Int8Array, lags: Float64Array, isIsland: (i: number) => boolean): Quadrant[] {
  return Array.from(signs, (sign, i): Quadrant => {
    if (sign === 0 || lags[i] === 0 || isIsland(i)) return 'none';
    return `${sign > 0 ? 'H' : 'L'}${lags[i] > 0 ? 'H' : 'L'}`;
  });
}
