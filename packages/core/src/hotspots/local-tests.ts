import type { Neighbours } from '../places/neighbours.ts';
import { restrictNeighbours } from '../places/neighbours.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { adjustP, type Correction } from '../significance/adjust-p.ts';
import { twoSidedNormalP } from '../significance/normal.ts';
import { type Alternative, type Tails, tailPs } from '../significance/tails.ts';
import { exactTails } from './exact-tails.ts';
import { type GetisOrdStatistic, getisOrdScores } from './getis-ord.ts';
import { checkField, rowWeights } from './local-weights.ts';
import { DEFAULT_DRAWS, type PermutationOptions, permutationTails } from './permutation-tails.ts';

/**
 * How p is found. `exact`: the permutation tail itself, counts and equal weights only. `permutation`: the same
 * tail by seeded draws, for any values and weights. `analytic`: a normal tail of the score with the mean and variance
 * of the same permutation; asymptotic, too small on sparse counts.
 */
export type Inference = 'exact' | 'analytic' | 'permutation';

/**
 * What is shuffled. `total-permutation`: all values over all places, the own one too. `conditional-permutation`: the
 * own value is held, the others are shuffled.
 */
export type PermutationNull = 'total-permutation' | 'conditional-permutation';

export interface LocalTestOptions {
  inference: Inference;
  /** Default two-sided. */
  alternative?: Alternative | undefined;
  /** Over the tested places. Default Benjamini-Hochberg. */
  correction?: Correction | undefined;
  /**
   * Places to test (1) or leave out (0): mean, variance, neighbours, permutations and correction use only these.
   * Without it all places. The values of places left out are not looked at and may be NaN.
   */
  include?: Uint8Array | undefined;
  /** Weight of the place itself under Gi*; without it the largest of its row, 1 for binary neighbours. */
  selfWeight?: number | undefined;
  /** Draws of permutation inference; seed 1 and 9,999 shared draws where nothing is said. */
  permutation?: PermutationOptions | undefined;
  onProgress?: OnProgress | undefined;
}

/** How the draws were made, for the record. */
export interface PermutationRecord {
  seed: number;
  /** Most draws per place. */
  draws: number;
  /** False where places with equally many neighbours share their draws. */
  independent: boolean;
  /** Draws of a place stopped once each tail was reached this often; null where they never stopped. */
  exceedances: number | null;
}

/** What every p of a set of local tests is to be read with. */
export interface LocalTestRecord {
  inference: Inference;
  null: PermutationNull;
  alternative: Alternative;
  correction: Correction;
  /** Number of tests the correction is over: the places asked for that have a neighbour among them. */
  tested: number;
  /** Null unless inference is by permutation. */
  permutation: PermutationRecord | null;
}

/** Tests of the local sum at the included places, in the order of `members`. */
export interface LocalTests {
  record: LocalTestRecord;
  members: Uint32Array;
  among: Neighbours;
  values: Float64Array;
  z: Float64Array;
  tails: Tails;
  p: Float64Array;
  q: Float64Array;
}

/**
 * Score, tails, p and adjusted p of a local sum at every included place; NaN where the place is not tested.
 *
 * @param turned tells by place whether its tails change sides (-1), stay (1) or say nothing (0), for statistics
 *   that are the local sum times a number held
 */
export function testLocally(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
  options: LocalTestOptions,
  turned?: (values: Float64Array) => Int8Array,
): LocalTests {
  const { inference, alternative = 'two-sided', correction = 'benjamini-hochberg', include } = options;
  const members = membersOf(x.length, include);
  if (x.length !== neighbours.offsets.length - 1)
    throw new RangeError(`${x.length} values for ${neighbours.offsets.length - 1} places`);
  const among = include ? restrictNeighbours(neighbours, members) : neighbours;
  const values = new Float64Array(members.length);
  members.forEach((place, i) => {
    values[i] = x[place];
  });
  checkField(values, among);
  const z = getisOrdScores(values, among, statistic, options.selfWeight);
  const weightOfRow = rowWeights(among).sum;
  for (let i = 0; i < z.length; i++) if (weightOfRow[i] === 0) z[i] = Number.NaN;
  const tails = tailsOf(values, among, statistic, z, options);
  if (turned) turnTails(tails, z, turned(values));
  const p = tailPs(tails, alternative);
  let tested = 0;
  for (const value of p) if (!Number.isNaN(value)) tested++;
  const { permutation = { seed: 1 } } = options;
  return {
    record: {
      inference,
      null: statistic === 'gi-star' ? 'total-permutation' : 'conditional-permutation',
      alternative,
      correction,
      tested,
      permutation: inference === 'permutation' ? recordOf(permutation) : null,
    },
    members,
    among,
    values,
    z,
    tails,
    p,
    q: adjustP(p, correction),
  };
}

/** The places asked for, ascending. */
export function membersOf(count: number, include: Uint8Array | undefined): Uint32Array {
  const members = new Uint32Array(count);
  let kept = 0;
  for (let i = 0; i < count; i++) if (!include || include[i] === 1) members[kept++] = i;
  return members.subarray(0, kept);
}

function tailsOf(
  values: Float64Array,
  among: Neighbours,
  statistic: GetisOrdStatistic,
  z: Float64Array,
  options: LocalTestOptions,
): Tails {
  const { selfWeight, onProgress, permutation = { seed: 1 } } = options;
  switch (options.inference) {
    case 'exact':
      return exactTails(values, among, statistic, { selfWeight, onProgress });
    case 'permutation':
      return permutationTails(values, among, statistic, { ...permutation, selfWeight, onProgress });
    case 'analytic':
      return normalTails(z);
  }
}

function normalTails(z: Float64Array): Tails {
  const upper = new Float64Array(z.length);
  const lower = z.map((score, i) => {
    const half = twoSidedNormalP(score) / 2;
    upper[i] = score < 0 ? 1 - half : half;
    return score < 0 ? half : 1 - half;
  });
  return { upper, lower };
}

function turnTails({ upper, lower, equal }: Tails, z: Float64Array, turns: Int8Array): void {
  turns.forEach((turn, i) => {
    z[i] *= turn;
    if (Number.isNaN(upper[i])) return;
    if (turn < 0) [upper[i], lower[i]] = [lower[i], upper[i]];
    if (turn !== 0) return;
    upper[i] = 1;
    lower[i] = 1;
    if (equal) equal[i] = 1;
  });
}

function recordOf({ seed, draws, independent, exceedances }: PermutationOptions): PermutationRecord {
  return {
    seed,
    draws: draws ?? DEFAULT_DRAWS,
    independent: independent === true || exceedances !== undefined,
    exceedances: exceedances ?? null,
  };
}

/** Values of the included places at their positions among all; NaN elsewhere. */
export function spread(of: Float64Array, members: Uint32Array, count: number): Float64Array {
  const all = new Float64Array(count).fill(Number.NaN);
  members.forEach((place, i) => {
    all[place] = of[i];
  });
  return all;
}
