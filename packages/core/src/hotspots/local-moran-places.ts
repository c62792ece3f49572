import type { Neighbours } from '../places/neighbours.ts';
import { differencesFromMean, type LocalMoranOptions, localMoran, type Quadrant } from './local-moran.ts';
import { type LocalTestOptions, type LocalTestRecord, spread, testLocally } from './local-tests.ts';

/** Local Moran of every place with its test; NaN and empty for a place not tested. */
export interface LocalMoranPlaces extends LocalTestRecord {
  statistic: 'moran';
  i: Float64Array;
  /** The analytic conditional score, whatever p was found by. */
  z: Float64Array;
  p: Float64Array;
  /** Adjusted p of the correction named. */
  q: Float64Array;
  /** q at or under this makes a place significant. */
  level: number;
  /** The quadrant of a significant place, `none` of another tested one, empty where not tested. */
  cluster: (Quadrant | '')[];
}

/**
 * Clusters and outliers by local Moran: HH and LL are like their neighbours, HL and LH unlike them.
 *
 * The null holds the own value and shuffles the others (conditional permutation). I_i is then the local sum of
 * the neighbours times a number held, so its exact tails are those of Gi, with sides changed where the place
 * lies under the mean; a place exactly at the mean has I = 0 in every draw and p = 1. Under a total permutation
 * the own value would be drawn too, and a place would be called for its own size as much as for its neighbours:
 * `localMoran` gives that score for comparison, not for a test.
 *
 * @param x values, one per place, zero places included; whole numbers >= 0 for exact inference. For rates give
 *   the standardised ones of `empiricalBayesRates` with permutation inference.
 * @param options.level of the clusters; default .05
 * @throws RangeError where a value or weight is not a finite number, or a weight is negative; OrynError as
 *   `hotPlaces`
 */
export function localMoranPlaces(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  options: LocalTestOptions & Pick<LocalMoranOptions, 'weights' | 'divisor'> & { level?: number | undefined },
): LocalMoranPlaces {
  const { weights, divisor, level = 0.05 } = options;
  const tests = testLocally(x, neighbours, 'gi', options, (values) => differencesFromMean(values).signs);
  const { members, among, values, p, q } = tests;
  const moran = localMoran(values, among, { weights, divisor });
  const cluster: (Quadrant | '')[] = new Array(x.length).fill('');
  members.forEach((place, i) => {
    if (!Number.isNaN(p[i])) cluster[place] = q[i] <= level ? moran.quadrant[i] : 'none';
  });
  return {
    statistic: 'moran',
    ...tests.record,
    i: spread(moran.i, members, x.length),
    z: spread(moran.z, members, x.length),
    p: spread(p, members, x.length),
    q: spread(q, members, x.length),
    level,
    cluster,
  };
}
