import type { Neighbours } from '../places/neighbours.ts';
import { neighbourSums, type RowWeights, rowWeights } from './local-weights.ts';

/** `gi-star` counts the place itself among its neighbours, `gi` does not. */
export type GetisOrdStatistic = 'gi-star' | 'gi';

/**
 * Local Getis-Ord scores (Ord & Getis 1995, equations 14 and 15), for n places and weights w_ij >= 0 whose row
 * sums are W_i:
 *
 * Gi*: z = (sum_j w_ij x_j - mean W_i) / (S sqrt((n sum_j w_ij² - W_i²) / (n - 1))), the place itself among the j,
 * S with divisor n. Gi: the same over the n - 1 others, whose mean and S leave the place out, with n - 2 below.
 * Scaling the weights of a row changes nothing: binary and row-standardised neighbours have the same z.
 *
 * The score is asymptotic: on sparse counts its normal tail calls far too many places hot (see the page on
 * hot places), so p-values come from `exactTails`. NaN where the score is not defined: a constant field,
 * a place that neighbours all others, an island under Gi (under Gi* it has its own standard score).
 *
 * Cost: one pass over the neighbours; 8 bytes per place.
 *
 * @param x finite values, one per place, zero places included
 * @param selfWeight weight of the place itself under Gi*, >= 0; without it the largest of its row, which is 1
 *   for binary neighbours and for islands
 */
export function getisOrdScores(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
  selfWeight?: number,
): Float64Array {
  const scores = statistic === 'gi-star' ? giStarScores : giScores;
  return scores(x, neighbours, selfWeight);
}

/** The weight of every place among its own neighbours under Gi*. */
export function selfWeights(rows: RowWeights, selfWeight?: number): Float64Array {
  return rows.largest.map((largest) => selfWeight ?? (largest > 0 ? largest : 1));
}

function giStarScores(x: ArrayLike<number>, neighbours: Neighbours, selfWeight?: number): Float64Array {
  const { offsets } = neighbours;
  const n = offsets.length - 1;
  const { mean, squares, isConstant } = momentsOf(x, n);
  if (isConstant) return new Float64Array(n).fill(Number.NaN);
  const deviation = Math.sqrt(squares / n);
  const sums = neighbourSums(x, neighbours);
  if (!neighbours.weights && selfWeight === undefined) {
    for (let i = 0; i < n; i++) {
      const weight = offsets[i + 1] - offsets[i] + 1;
      sums[i] = score(sums[i] + x[i] - mean * weight, deviation, n * weight, weight * weight, n - 1);
    }
    return sums;
  }
  const rows = rowWeights(neighbours);
  const own = selfWeights(rows, selfWeight);
  return sums.map((sum, i) => {
    const weight = rows.sum[i] + own[i];
    const spread = n * (rows.squares[i] + own[i] * own[i]);
    return score(sum + own[i] * x[i] - mean * weight, deviation, spread, weight * weight, n - 1);
  });
}

function giScores(x: ArrayLike<number>, neighbours: Neighbours): Float64Array {
  const n = neighbours.offsets.length - 1;
  const moments = momentsOf(x, n);
  const rows = rowWeights(neighbours);
  return neighbourSums(x, neighbours).map((sum, i) => {
    if (othersAreConstant(moments, x[i], n)) return Number.NaN;
    const centred = x[i] - moments.mean;
    const mean = moments.mean - centred / (n - 1);
    const squares = moments.squares - (centred * centred * n) / (n - 1);
    const deviation = Math.sqrt(Math.max(0, squares / (n - 1)));
    const weight = rows.sum[i];
    return score(sum - mean * weight, deviation, (n - 1) * rows.squares[i], weight * weight, n - 2);
  });
}

/** excess / (S sqrt((spread - weight²) / divisor)); a difference within rounding is no spread at all. */
function score(excess: number, deviation: number, spread: number, weight2: number, divisor: number): number {
  const left = spread - weight2;
  if (!(left > 1e-12 * spread) || !(deviation > 0) || divisor <= 0) return Number.NaN;
  return excess / (deviation * Math.sqrt(left / divisor));
}

interface Moments {
  mean: number;
  /** Sum of squared differences from the mean. */
  squares: number;
  isConstant: boolean;
  least: { value: number; places: number };
  most: { value: number; places: number };
}

function momentsOf(x: ArrayLike<number>, n: number): Moments {
  let sum = 0;
  const least = { value: Number.POSITIVE_INFINITY, places: 0 };
  const most = { value: Number.NEGATIVE_INFINITY, places: 0 };
  for (let i = 0; i < n; i++) {
    const value = x[i];
    sum += value;
    if (value < least.value) {
      least.value = value;
      least.places = 0;
    }
    if (value > most.value) {
      most.value = value;
      most.places = 0;
    }
    if (value === least.value) least.places++;
    if (value === most.value) most.places++;
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (x[i] - mean) * (x[i] - mean);
  return { mean, squares, isConstant: !(least.value < most.value), least, most };
}

/** True where all values but one of the given size are equal: rounding must not make a spread of it. */
function othersAreConstant({ isConstant, least, most }: Moments, value: number, n: number): boolean {
  if (isConstant) return true;
  if (least.places + most.places < n) return false;
  return (value === least.value && least.places === 1) || (value === most.value && most.places === 1);
}
