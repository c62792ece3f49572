import type { Neighbours } from '../places/neighbours.ts';
import type { GetisOrdStatistic } from './getis-ord.ts';
import { type LocalTestOptions, type LocalTestRecord, spread, testLocally } from './local-tests.ts';

export type HotClass = 'hot99' | 'hot95' | 'hot90' | 'none' | 'cold90' | 'cold95' | 'cold99';

/** Local statistics of every place; `p`, `q`, `z` are NaN and the class empty for a place not tested. */
export interface HotPlaces extends LocalTestRecord {
  statistic: GetisOrdStatistic;
  /** The analytic score, whatever p was found by. */
  z: Float64Array;
  p: Float64Array;
  /** Adjusted p of the correction named. */
  q: Float64Array;
  hotClass: (HotClass | '')[];
}

/**
 * Getis-Ord hot and cold places: score, p by the chosen inference, adjusted p over the tested places, and the
 * class by q <= .01, .05, .10 (the direction of the smaller tail). `gi-star` is tested against the total
 * permutation, `gi` against the conditional one.
 *
 * A hot place has more incidents in it and around it than the null gives; with `gi-star` a place without any
 * incident beside a busy one can be hot. The q of single places says nothing of a group of them.
 *
 * On a constant field z is NaN, the analytic p is not defined (nothing is tested), exact and permutation p are 1.
 * Islands and places left out are not tested. Without places all is empty.
 *
 * @param x values, one per place, zero places included; whole numbers >= 0 for exact inference
 * @throws RangeError where a value or weight is not a finite number, or a weight is negative; OrynError
 *   inference.exact-whole, inference.exact-weights, inference.exact-size where exact p cannot be found: nothing
 *   falls back to another inference by itself
 */
export function hotPlaces(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  options: LocalTestOptions & { statistic: GetisOrdStatistic },
): HotPlaces {
  const { statistic } = options;
  const tests = testLocally(x, neighbours, statistic, options);
  const { members, tails, p, q } = tests;
  const hotClass: (HotClass | '')[] = new Array(x.length).fill('');
  members.forEach((place, i) => {
    if (!Number.isNaN(p[i])) hotClass[place] = classOf(q[i], tails.upper[i] < tails.lower[i]);
  });
  return {
    statistic,
    ...tests.record,
    z: spread(tests.z, members, x.length),
    p: spread(p, members, x.length),
    q: spread(q, members, x.length),
    hotClass,
  };
}

function classOf(q: number, isHot: boolean): HotClass {
  const level = q <= 0.01 ? '99' : q <= 0.05 ? '95' : q <= 0.1 ? '90' : undefined;
  if (level === undefined) return 'none';
  return `${isHot ? 'hot' : 'cold'}${level}`;
}

/** True for the places that may start or join a problem place: hot at q <= .05 and at least one incident. */
export function isSeed(hotClass: HotClass | '', n: number): boolean {
  return (hotClass === 'hot95' || hotClass === 'hot99') && n >= 1;
}
