import type { Neighbours } from '../places/neighbours.ts';
import { differencesFromMean } from './local-moran.ts';
import { checkField, type RowScaling, scaledNeighbours } from './local-weights.ts';

/**
 * Local Geary (Anselin 1995, equation 17, as spdep localC): c_i = sum_j w_ij (x_i - x_j)² / s², s² the variance with
 * divisor n - 1. Small where a place is like its neighbours, on either side of the mean. NaN for islands and on
 * a constant field. Without a test here: its null is that of local Moran, its tail another.
 *
 * @param x finite values, one per place, zero places included
 * @throws RangeError where a value or weight is not a finite number, or a weight is negative
 */
export function localGeary(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  scaling: RowScaling = 'row-standardised',
): Float64Array {
  checkField(x, neighbours);
  const { offsets, indices, weights } = scaledNeighbours(neighbours, scaling);
  const { differences } = differencesFromMean(x);
  let squares = 0;
  for (const d of differences) squares += d * d;
  const variance = squares / (x.length - 1);
  return differences.map((own, i) => {
    if (offsets[i] === offsets[i + 1] || !(variance > 0)) return Number.NaN;
    let sum = 0;
    for (let at = offsets[i]; at < offsets[i + 1]; at++)
      sum += weights[at] * (own - differences[indices[at]]) ** 2;
    return sum / variance;
  });
}
