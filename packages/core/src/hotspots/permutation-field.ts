import type { Neighbours } from '../places/neighbours.ts';
import { firstAbove, firstAtLeast } from '../significance/sorted-search.ts';
import { type GetisOrdStatistic, selfWeights } from './getis-ord.ts';
import { neighbourSums, rowWeights } from './local-weights.ts';

/** A field of values as permutations see it. */
export interface PermutedField {
  values: Float64Array;
  neighbours: Neighbours;
  /** True where the own value is held (Gi), false where it is drawn too (Gi*). */
  held: boolean;
  /** Weights of the place itself; they take no part where the own value is held. */
  own: Float64Array;
  /** 1 where all weights of the place are equal, so that they need not be multiplied. */
  even: Uint8Array;
  /** Local sums as observed, and the sums of the sizes of their terms. */
  sums: Float64Array;
  sizes: Float64Array;
  /** Number of neighbours, 0 for an island or a row without weight. */
  degree(i: number): number;
}

export function permutedField(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
  selfWeight: number | undefined,
): PermutedField {
  const values = Float64Array.from(x);
  const { offsets, indices } = neighbours;
  const rows = rowWeights(neighbours);
  const own = selfWeights(rows, selfWeight);
  const held = statistic === 'gi';
  const even = rows.even.map((isEven, i) => (isEven && (held || own[i] === rows.largest[i]) ? 1 : 0));
  const plain: Neighbours = { offsets, indices };
  const local = (of: Float64Array): Float64Array => {
    const unweighted = neighbourSums(of, plain);
    const weighted = neighbours.weights ? neighbourSums(of, neighbours) : unweighted;
    return unweighted.map((sum, i) => {
      if (even[i]) return sum + (held ? 0 : of[i]);
      return weighted[i] + (held ? 0 : own[i] * of[i]);
    });
  };
  return {
    values,
    neighbours,
    held,
    own,
    even,
    sums: local(values),
    sizes: local(values.map(Math.abs)),
    degree: (i) => (rows.sum[i] > 0 ? offsets[i + 1] - offsets[i] : 0),
  };
}

/** The weights of a place in the order its neighbours stand, its own last unless it is held. */
export function weightsOf({ neighbours, held, own }: PermutedField, i: number): Float64Array {
  const { offsets, weights } = neighbours;
  const degree = offsets[i + 1] - offsets[i];
  const row = new Float64Array(held ? degree : degree + 1).fill(1);
  if (weights) row.set(weights.subarray(offsets[i], offsets[i + 1]));
  if (!held) row[degree] = own[i];
  return row;
}

/** Counts of draws in each tail; a draw equal to the observed sum is in both. */
export class TailCounts {
  atLeast = 0;
  atMost = 0;
  private readonly lowest: number;
  private readonly highest: number;

  constructor(field: PermutedField, i: number) {
    const slack = 1e-12 * field.sizes[i];
    this.lowest = field.sums[i] - slack;
    this.highest = field.sums[i] + slack;
  }

  add(sum: number, times = 1): void {
    if (sum >= this.lowest) this.atLeast += times;
    if (sum <= this.highest) this.atMost += times;
  }

  addSorted(sorted: Float64Array): void {
    this.atLeast += sorted.length - firstAtLeast(sorted, this.lowest);
    this.atMost += firstAbove(sorted, this.highest);
  }
}
