import type { Neighbours } from '../places/neighbours.ts';

/** `gi-star` counts the place itself among its neighbours, `gi` does not. */
export type GetisOrdStatistic = 'gi-star' | 'gi';

/**
 * Local Getis-Ord scores with binary weights (Ord & Getis 1995, equations 14 and 15).
 *
 * Gi*: z = (sum over self and neighbours - mean W) / (S sqrt((n W - W²) / (n - 1))), S with divisor n.
 * Gi: the same over the n - 1 others, whose mean and S leave the place out.
 *
 * The score is asymptotic: on sparse counts its normal tail calls far too many places hot (see the page on
 * hot places), so p-values come from `exactTails`. NaN where the score is not defined: a constant field,
 * a place that neighbours all others, an island under Gi.
 *
 * @param x counts, one per place, zero places included
 */
export function getisOrdScores(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
): Float64Array {
  return statistic === 'gi-star' ? giStarScores(x, neighbours) : giScores(x, neighbours);
}

/** Sums over the neighbours of each place, the place itself left out. */
export function neighbourSums(x: ArrayLike<number>, neighbours: Neighbours): Float64Array {
  const { offsets, indices } = neighbours;
  const sums = new Float64Array(offsets.length - 1);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    for (let j = offsets[i]; j < offsets[i + 1]; j++) sum += x[indices[j]];
    sums[i] = sum;
  }
  return sums;
}

function giStarScores(x: ArrayLike<number>, neighbours: Neighbours): Float64Array {
  const { offsets } = neighbours;
  const n = offsets.length - 1;
  const { sum, squares } = totals(x, n);
  const mean = sum / n;
  const deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
  const sums = neighbourSums(x, neighbours);
  return sums.map((neighbourSum, i) => {
    const weight = offsets[i + 1] - offsets[i] + 1;
    return score(neighbourSum + x[i] - mean * weight, deviation, (n * weight - weight * weight) / (n - 1));
  });
}

function giScores(x: ArrayLike<number>, neighbours: Neighbours): Float64Array {
  const { offsets } = neighbours;
  const n = offsets.length - 1;
  const { sum, squares } = totals(x, n);
  const sums = neighbourSums(x, neighbours);
  return sums.map((neighbourSum, i) => {
    const weight = offsets[i + 1] - offsets[i];
    const mean = (sum - x[i]) / (n - 1);
    const deviation = Math.sqrt(Math.max(0, (squares - x[i] * x[i]) / (n - 1) - mean * mean));
    return score(neighbourSum - mean * weight, deviation, ((n - 1) * weight - weight * weight) / (n - 2));
  });
}

function score(excess: number, deviation: number, spread: number): number {
  const denominator = deviation * Math.sqrt(spread);
  return denominator > 0 ? excess / denominator : Number.NaN;
}

function totals(x: ArrayLike<number>, n: number): { sum: number; squares: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    sum += x[i];
    squares += x[i] * x[i];
  }
  return { sum, squares };
}
