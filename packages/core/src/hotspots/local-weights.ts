import type { Neighbours } from '../places/neighbours.ts';

/**
 * `row-standardised`: the weights of each place are divided by their sum, so the lag is a mean of neighbours;
 * `as-given`: the weights of the neighbours as they are, 1 where they have none (binary).
 */
export type RowScaling = 'row-standardised' | 'as-given';

/** What the weights of each place add up to; all 0 for an island. */
export interface RowWeights {
  sum: Float64Array;
  squares: Float64Array;
  largest: Float64Array;
  /** 1 where all weights of the row are equal: the local sum is then that of values drawn without replacement. */
  even: Uint8Array;
}

export function rowWeights({ offsets, weights }: Neighbours): RowWeights {
  const count = offsets.length - 1;
  const rows: RowWeights = {
    sum: new Float64Array(count),
    squares: new Float64Array(count),
    largest: new Float64Array(count),
    even: new Uint8Array(count).fill(1),
  };
  for (let i = 0; i < count; i++) {
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const weight = weights ? weights[at] : 1;
      rows.sum[i] += weight;
      rows.squares[i] += weight * weight;
      rows.largest[i] = Math.max(rows.largest[i], weight);
      if (weights && weight !== weights[offsets[i]]) rows.even[i] = 0;
    }
  }
  return rows;
}

/** Weighted sums over the neighbours of each place, the place itself left out; 0 for an island. */
export function neighbourSums(x: ArrayLike<number>, { offsets, indices, weights }: Neighbours): Float64Array {
  const sums = new Float64Array(offsets.length - 1);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    const end = offsets[i + 1];
    if (weights) for (let at = offsets[i]; at < end; at++) sum += weights[at] * x[indices[at]];
    else for (let at = offsets[i]; at < end; at++) sum += x[indices[at]];
    sums[i] = sum;
  }
  return sums;
}

/** The neighbours with their weights written out under the chosen scaling. */
export function scaledNeighbours(
  neighbours: Neighbours,
  scaling: RowScaling,
): Required<Neighbours> & { weights: Float64Array } {
  const { offsets, indices } = neighbours;
  const weights = neighbours.weights ? neighbours.weights.slice() : new Float64Array(indices.length).fill(1);
  if (scaling === 'row-standardised') {
    const { sum } = rowWeights(neighbours);
    for (let i = 0; i < sum.length; i++) {
      if (sum[i] > 0) for (let at = offsets[i]; at < offsets[i + 1]; at++) weights[at] /= sum[i];
    }
  }
  return { offsets, indices, weights };
}

/**
 * The border of every local and global statistic: the values and weights must be numbers.
 *
 * @throws RangeError where there are not as many values as places, a value is not finite (leave the places out
 *   whose weight is missing, or count them), or a weight is negative or not finite
 */
export function checkField(x: ArrayLike<number>, { offsets, weights }: Neighbours): void {
  if (x.length !== offsets.length - 1)
    throw new RangeError(`${x.length} values for ${offsets.length - 1} places`);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i])) throw new RangeError(`value ${x[i]} at place ${i} is not a finite number`);
  }
  for (let at = 0; weights && at < weights.length; at++) {
    if (!(weights[at] >= 0 && weights[at] < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight ${weights[at]} at entry ${at} is not a finite number >= 0`);
  }
}
