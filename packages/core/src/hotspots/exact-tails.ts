import type { Neighbours } from '../places/neighbours.ts';
import { DrawSums, type SumTails } from '../significance/draw-sums.ts';
import { countValues, type ValueCounts } from '../significance/value-counts.ts';
import { type GetisOrdStatistic, neighbourSums } from './getis-ord.ts';

/** Exact permutation tails of the local sum; NaN for islands. */
export interface ExactTails {
  /** P(S >= observed). */
  upper: Float64Array;
  /** P(S <= observed). */
  lower: Float64Array;
  /** Two-sided: min(1, 2 min(upper, lower)). */
  p: Float64Array;
}

/**
 * Exact permutation tails of the Getis-Ord local sum under the null that every arrangement of the counts
 * over the places is equally likely. Nothing is simulated.
 *
 * `gi-star`: total permutation; the own value takes part, k + 1 values are drawn from all n. One
 * distribution per number of neighbours. Its mean and variance are those of the analytic score.
 * `gi`: conditional permutation (Anselin 1995); the own value is held, k are drawn from the other n - 1.
 * One distribution per number of neighbours and own value.
 *
 * Neither sees a single stack of incidents: it is part of its own null, p is at least about (k + 1) / n.
 *
 * @param x counts, whole numbers >= 0, zero places included
 */
export function exactTails(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
): ExactTails {
  const counted = countValues(x);
  const sums = neighbourSums(x, neighbours);
  const degrees = degreesOf(neighbours);
  return statistic === 'gi-star'
    ? totalTails(x, counted, sums, degrees)
    : conditionalTails(x, counted, sums, degrees);
}

function degreesOf({ offsets }: Neighbours): Uint32Array {
  return Uint32Array.from({ length: offsets.length - 1 }, (_, i) => offsets[i + 1] - offsets[i]);
}

function totalTails(
  x: ArrayLike<number>,
  counted: ValueCounts,
  sums: Float64Array,
  degrees: Uint32Array,
): ExactTails {
  let distribution = DrawSums.empty(maximum(degrees) + 1);
  counted.values.forEach((value, v) => {
    distribution = distribution.times(value, counted.multiplicities[v]);
  });
  const byDegree = new Map<number, SumTails>();
  return collect(degrees, (i) => {
    const degree = degrees[i];
    let tails = byDegree.get(degree);
    if (!tails) {
      tails = distribution.tails(degree + 1);
      byDegree.set(degree, tails);
    }
    const sum = sums[i] + x[i];
    return [tails.upper(sum), tails.lower(sum)];
  });
}

function conditionalTails(
  x: ArrayLike<number>,
  counted: ValueCounts,
  sums: Float64Array,
  degrees: Uint32Array,
): ExactTails {
  const placesOfValue: number[][] = counted.values.map(() => []);
  for (let i = 0; i < x.length; i++) if (degrees[i] > 0) placesOfValue[counted.indexOf[i]].push(i);
  const upper = new Float64Array(x.length);
  const lower = new Float64Array(x.length);
  forEachWithoutOne(counted, DrawSums.empty(maximum(degrees)), (v, distribution) => {
    const byDegree = new Map<number, SumTails>();
    for (const i of placesOfValue[v]) {
      let tails = byDegree.get(degrees[i]);
      if (!tails) {
        tails = distribution.tails(degrees[i]);
        byDegree.set(degrees[i], tails);
      }
      upper[i] = tails.upper(sums[i]);
      lower[i] = tails.lower(sums[i]);
    }
  });
  return collect(degrees, (i) => [upper[i], lower[i]]);
}

/**
 * For each distinct value, the distribution with one item of that value left out. Dividing the whole product
 * by a factor would cancel digits; halving the list of values builds every product from positive terms only,
 * at log2(distinct values) times the cost of one.
 */
function forEachWithoutOne(
  counted: ValueCounts,
  start: DrawSums,
  visit: (valueIndex: number, distribution: DrawSums) => void,
): void {
  const { values, multiplicities } = counted;
  const descend = (from: number, to: number, others: DrawSums): void => {
    if (to - from === 1) {
      visit(from, others.times(values[from], multiplicities[from] - 1));
      return;
    }
    const middle = (from + to) >> 1;
    let withRight = others;
    for (let v = middle; v < to; v++) withRight = withRight.times(values[v], multiplicities[v]);
    descend(from, middle, withRight);
    let withLeft = others;
    for (let v = from; v < middle; v++) withLeft = withLeft.times(values[v], multiplicities[v]);
    descend(middle, to, withLeft);
  };
  if (values.length > 0) descend(0, values.length, start);
}

function collect(degrees: Uint32Array, tailsOf: (i: number) => [number, number]): ExactTails {
  const count = degrees.length;
  const upper = new Float64Array(count).fill(Number.NaN);
  const lower = new Float64Array(count).fill(Number.NaN);
  const p = new Float64Array(count).fill(Number.NaN);
  for (let i = 0; i < count; i++) {
    if (degrees[i] === 0) continue;
    [upper[i], lower[i]] = tailsOf(i);
    p[i] = Math.min(1, 2 * Math.min(upper[i], lower[i]));
  }
  return { upper, lower, p };
}

function maximum(values: Uint32Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
