import { OrynError } from '../errors/oryn-error.ts';
import type { Neighbours } from '../places/neighbours.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { DrawSums, drawSumsWork, MOST_DRAWS, type SumTails } from '../significance/draw-sums.ts';
import { type Tails, tailPs } from '../significance/tails.ts';
import { countValues, type ValueCounts } from '../significance/value-counts.ts';
import { type GetisOrdStatistic, selfWeights } from './getis-ord.ts';
import { neighbourSums, rowWeights } from './local-weights.ts';

/** Exact permutation tails of the local sum; NaN for islands. */
export interface ExactTails extends Tails {
  /** P(S = observed). */
  equal: Float64Array;
  /** Two-sided: min(1, 2 min(upper, lower)). */
  p: Float64Array;
}

export interface ExactOptions {
  /** Weight of the place itself under Gi*; exact tails need that of its neighbours, which is the default. */
  selfWeight?: number | undefined;
  onProgress?: OnProgress | undefined;
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
 * Cost: see `DrawSums`; `gi` takes about log2(distinct counts) times that of `gi-star`. Sums above the largest
 * observed one, and those that cannot be reached, take no memory, so one huge stack costs nothing.
 *
 * @param x counts, whole numbers >= 0, zero places included
 * @throws OrynError inference.exact-whole where a value is not a count; inference.exact-weights where the weights
 *   of a place differ; inference.exact-size where it would take more than about twenty seconds or a gigabyte
 */
export function exactTails(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
  options: ExactOptions = {},
): ExactTails {
  checkCounts(x);
  const degrees = evenDegrees(neighbours, statistic, options.selfWeight);
  const counted = countValues(x);
  const { offsets, indices } = neighbours;
  const sums = neighbourSums(x, { offsets, indices });
  if (statistic === 'gi-star') for (let i = 0; i < sums.length; i++) sums[i] += x[i];
  const draws = maximum(degrees) + (statistic === 'gi-star' ? 1 : 0);
  const largestSum = maximum(sums);
  checkSize(counted, statistic, draws, largestSum);
  const start = DrawSums.empty({ draws, items: x.length, largestSum });
  const tails =
    statistic === 'gi-star'
      ? totalTails(counted, start, sums, degrees, options.onProgress)
      : conditionalTails(counted, start, sums, degrees, options.onProgress);
  return { ...tails, p: tailPs(tails, 'two-sided') };
}

function checkCounts(x: ArrayLike<number>): void {
  for (let i = 0; i < x.length; i++) {
    if (!Number.isSafeInteger(x[i]) || x[i] < 0)
      throw new OrynError('inference.exact-whole', { place: i + 1, given: x[i] });
  }
}

/** Number of neighbours of each place, 0 for an island or a row without weight. */
function evenDegrees(neighbours: Neighbours, statistic: GetisOrdStatistic, selfWeight?: number): Uint32Array {
  const { offsets } = neighbours;
  const rows = rowWeights(neighbours);
  const own = selfWeights(rows, selfWeight);
  let uneven = 0;
  const degrees = Uint32Array.from(rows.sum, (sum, i) => {
    if (sum === 0) return 0;
    if (!rows.even[i] || (statistic === 'gi-star' && own[i] !== rows.largest[i])) uneven++;
    return offsets[i + 1] - offsets[i];
  });
  if (uneven > 0) throw new OrynError('inference.exact-weights', { count: uneven, n: uneven });
  return degrees;
}

/** Ten to twenty seconds, at 1e8 to 2e8 terms a second on a laptop core, and a gigabyte. */
const MOST_TERMS = 2e9;
const MOST_SUMS = 1e8;

function checkSize(
  counted: ValueCounts,
  statistic: GetisOrdStatistic,
  draws: number,
  largestSum: number,
): void {
  if (draws > MOST_DRAWS) throw new OrynError('inference.exact-size', { draws });
  const { terms, sums } = drawSumsWork(counted, { draws, largestSum });
  // Without one value at a time: every value is multiplied in at each halving of the list, and each keeps its product.
  const halvings = statistic === 'gi' ? Math.ceil(Math.log2(counted.values.length + 1)) : 1;
  if (terms * halvings > MOST_TERMS || sums * (halvings + 1) > MOST_SUMS)
    throw new OrynError('inference.exact-size', { draws });
}

type DistinctTails = Omit<ExactTails, 'p'>;

function totalTails(
  counted: ValueCounts,
  start: DrawSums,
  sums: Float64Array,
  degrees: Uint32Array,
  onProgress?: OnProgress,
): DistinctTails {
  let distribution = start;
  counted.values.forEach((value, v) => {
    onProgress?.(v, counted.values.length);
    distribution = distribution.times(value, counted.multiplicities[v]);
  });
  const tails = emptyTails(degrees.length);
  const byDegree = new Map<number, SumTails>();
  degrees.forEach((degree, i) => {
    if (degree > 0) put(tails, i, tailsOf(byDegree, distribution, degree, degree + 1), sums[i]);
  });
  return tails;
}

function conditionalTails(
  counted: ValueCounts,
  start: DrawSums,
  sums: Float64Array,
  degrees: Uint32Array,
  onProgress?: OnProgress,
): DistinctTails {
  const placesOfValue: number[][] = counted.values.map(() => []);
  degrees.forEach((degree, i) => {
    if (degree > 0) placesOfValue[counted.indexOf[i]].push(i);
  });
  const tails = emptyTails(degrees.length);
  forEachWithoutOne(
    counted,
    start,
    (v, distribution) => {
      const byDegree = new Map<number, SumTails>();
      for (const i of placesOfValue[v]) {
        put(tails, i, tailsOf(byDegree, distribution, degrees[i], degrees[i]), sums[i]);
      }
    },
    onProgress,
  );
  return tails;
}

/**
 * For each distinct value, the distribution with one item of that value left out. Dividing the whole product
 * by a factor would cancel digits; halving the list of values builds every product from positive terms only,
 * at log2(distinct values) times the cost of one.
 */
function forEachWithoutOne(
  { values, multiplicities }: ValueCounts,
  start: DrawSums,
  visit: (valueIndex: number, distribution: DrawSums) => void,
  onProgress?: OnProgress,
): void {
  const total = values.length * Math.ceil(Math.log2(values.length + 1));
  let done = 0;
  const times = (sums: DrawSums, v: number, multiplicity: number): DrawSums => {
    onProgress?.(Math.min(done++, total), total);
    return sums.times(values[v], multiplicity);
  };
  const descend = (from: number, to: number, others: DrawSums): void => {
    if (to - from === 1) {
      visit(from, times(others, from, multiplicities[from] - 1));
      return;
    }
    const middle = (from + to) >> 1;
    let withRight = others;
    for (let v = middle; v < to; v++) withRight = times(withRight, v, multiplicities[v]);
    descend(from, middle, withRight);
    let withLeft = others;
    for (let v = from; v < middle; v++) withLeft = times(withLeft, v, multiplicities[v]);
    descend(middle, to, withLeft);
  };
  if (values.length > 0) descend(0, values.length, start);
}

function tailsOf(made: Map<number, SumTails>, sums: DrawSums, degree: number, draws: number): SumTails {
  let tails = made.get(degree);
  if (!tails) {
    tails = sums.tails(draws);
    made.set(degree, tails);
  }
  return tails;
}

function emptyTails(count: number): DistinctTails {
  const empty = (): Float64Array => new Float64Array(count).fill(Number.NaN);
  return { upper: empty(), lower: empty(), equal: empty() };
}

function put(tails: DistinctTails, i: number, of: SumTails, sum: number): void {
  tails.upper[i] = of.upper(sum);
  tails.lower[i] = of.lower(sum);
  tails.equal[i] = of.equal(sum);
}

function maximum(values: Uint32Array | Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
