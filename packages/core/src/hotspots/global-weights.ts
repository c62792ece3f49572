import type { Neighbours } from '../places/neighbours.ts';
import { type RowScaling, scaledNeighbours } from './local-weights.ts';

/** Sums of the weights that the variances of the global statistics need (Cliff & Ord 1981). */
export interface GlobalWeights {
  neighbours: Neighbours & { weights: Float64Array };
  /** Sum of all weights. */
  s0: number;
  /** Half the sum of (w_ij + w_ji)². */
  s1: number;
  /** Sum over places of (row sum + column sum)². */
  s2: number;
  /** Places without any neighbour. */
  islands: number;
}

export function globalWeights(neighbours: Neighbours, scaling: RowScaling): GlobalWeights {
  const scaled = scaledNeighbours(neighbours, scaling);
  const { offsets, indices, weights } = scaled;
  const count = offsets.length - 1;
  const rowsAndColumns = new Float64Array(count);
  let s0 = 0;
  let s1 = 0;
  let islands = 0;
  for (let i = 0; i < count; i++) {
    if (offsets[i] === offsets[i + 1]) islands++;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const weight = weights[at];
      const j = indices[at];
      s0 += weight;
      rowsAndColumns[i] += weight;
      rowsAndColumns[j] += weight;
      // Summed over both orders: half of (w + w')² per order is w² + w w'.
      s1 += weight * weight + weight * weightOf(scaled, j, i);
    }
  }
  let s2 = 0;
  for (const sum of rowsAndColumns) s2 += sum * sum;
  return { neighbours: scaled, s0, s1, s2, islands };
}

/** w_ij, 0 where j is no neighbour of i; the row is ascending. */
function weightOf(
  { offsets, indices, weights }: Neighbours & { weights: Float64Array },
  i: number,
  j: number,
): number {
  let low = offsets[i];
  let high = offsets[i + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (indices[middle] < j) low = middle + 1;
    else high = middle;
  }
  return low < offsets[i + 1] && indices[low] === j ? weights[low] : 0;
}
