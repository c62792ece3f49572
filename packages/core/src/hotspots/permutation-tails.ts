import type { Neighbours } from '../places/neighbours.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { Tails } from '../significance/tails.ts';
import type { GetisOrdStatistic } from './getis-ord.ts';
import { type PermutedField, permutedField } from './permutation-field.ts';
import { drawAlone } from './permutation-independent.ts';
import { drawTogether } from './permutation-shared.ts';
import { checkPermutationWork } from './permutation-work.ts';

export interface PermutationOptions {
  /** Number that all draws follow from. */
  seed: number;
  /** Draws per place (R), the most where they may stop early. Default 9,999: the smallest p is 1 / (R + 1). */
  draws?: number | undefined;
  /** Draw anew for each place instead of once per number of neighbours. Default false. */
  independent?: boolean | undefined;
  /**
   * Stop drawing for a place once each tail has been reached this often (Besag & Clifford 1991); draws are then
   * independent. 10 to 20 is usual. Default: never stop.
   */
  exceedances?: number | undefined;
}

export const DEFAULT_DRAWS = 9999;

/** Simulated tails: (r + 1) / (R + 1), or h / l where the draws of a tail stopped at l; NaN for islands. */
export interface PermutationTails extends Tails {
  /** Draws made for each place. */
  draws: Uint32Array;
}

/**
 * Permutation tails of the weighted local sum by seeded draws, for any finite values and weights >= 0.
 *
 * `gi-star`: total permutation, k + 1 values are drawn from all n and take the weights of the place and its
 * neighbours. `gi`: conditional permutation, the own value is held and k are drawn from the other n - 1.
 *
 * Shared draws (the default): one table of R draws of k + 1 distinct places per number of neighbours k, from
 * stream k of the seed. Under `gi` the first k of a draw count; where the place itself is among them, the last
 * one, the spare, stands in for it, which leaves every choice of k others equally likely. Each p is as valid as
 * with draws of its own; the p of places with equal k share their chance error, so average nothing over them.
 * Independent draws: place i takes stream i. Either way a place's result depends on nothing but the seed, its
 * position and the field: parts computed by any number of workers join to the same bytes.
 *
 * Values equal within 1e-12 of the sum of their terms are ties and count in both tails.
 *
 * Cost: shared, equal weights: R k per distinct k, n log R; shared, unequal weights or independent: n R k.
 * Bytes: 16 R (k + 1) and 8 n for one k at a time.
 *
 * @param options.range the places to compute, from the first up to but not including the second; the others stay
 *   NaN. For sharing the work among workers.
 * @throws OrynError inference.permutation-size where it would take more than about two minutes or a gigabyte
 */
export function permutationTails(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  statistic: GetisOrdStatistic,
  options: PermutationOptions & {
    selfWeight?: number | undefined;
    range?: readonly [number, number] | undefined;
    onProgress?: OnProgress | undefined;
  },
): PermutationTails {
  const { draws = DEFAULT_DRAWS, exceedances } = options;
  if (!Number.isSafeInteger(draws) || draws < 1)
    throw new RangeError(`draws ${draws} is not a whole number >= 1`);
  if (exceedances !== undefined && (!Number.isSafeInteger(exceedances) || exceedances < 1))
    throw new RangeError(`exceedances ${exceedances} is not a whole number >= 1`);
  const field = permutedField(x, neighbours, statistic, options.selfWeight);
  const n = field.values.length;
  const empty = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  const stopsEarly = exceedances !== undefined;
  const tails: PermutationTails = {
    upper: empty(),
    lower: empty(),
    ...(stopsEarly ? {} : { equal: empty() }),
    draws: new Uint32Array(n),
  };
  const [from, to] = options.range ?? [0, n];
  const tested: number[] = [];
  for (let i = from; i < to; i++) if (field.degree(i) > 0) tested.push(i);
  const alone = stopsEarly || options.independent === true;
  const groups = byDegree(tested, field);
  checkPermutationWork(field, groups, { draws, alone, exceedances });
  let done = 0;
  let work = 0;
  const tick = (cost: number): void => {
    done++;
    work += cost;
    if (work < TICK) return;
    work = 0;
    options.onProgress?.(done, tested.length);
  };
  if (alone) {
    const pool = field.values.slice();
    for (const i of tested) {
      drawAlone(field, i, pool, { seed: options.seed, draws, exceedances }, tails);
      tick(tails.draws[i] * field.degree(i));
    }
  } else {
    for (const [degree, places] of groups) {
      drawTogether(field, degree, places, { seed: options.seed, draws }, tails, tick);
    }
  }
  return tails;
}

/** Terms added between two calls of `onProgress`: about ten milliseconds. */
const TICK = 2e6;

function byDegree(places: readonly number[], field: PermutedField): [number, number[]][] {
  const groups = new Map<number, number[]>();
  for (const i of places) {
    const degree = field.degree(i);
    const group = groups.get(degree);
    if (group) group.push(i);
    else groups.set(degree, [i]);
  }
  return [...groups].sort((a, b) => a[0] - b[0]);
}
