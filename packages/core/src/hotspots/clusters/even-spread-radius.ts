import { poissonTails } from '../../significance/poisson-tails.ts';
import { type Meters, meters } from '../../units/units.ts';
import { checkMinPoints } from './check-input.ts';

/** Share of the points that an even spread would make core points. */
const EVEN_SPREAD_SHARE = 0.001;

/**
 * A radius for DBSCAN when nobody has one: the largest at which as many points, spread evenly and at random over the
 * area, would have `minPoints` within it, the point itself counted, at only one point in a thousand (Poisson
 * tail; edges not corrected for). A core point is then a place that an even spread hardly ever makes. It is no
 * test of a cluster, and the even spread is a weak null: nobody lives in the steppe.
 *
 * Like the threshold of NNH it shrinks as √(area / count). 0 for no points or no area.
 * Where `minPoints` is more than there are points no radius makes a core point; the radius is then that of all points.
 *
 * @throws OrynError clusters.min-points
 */
export function evenSpreadRadius(count: number, areaSquareMeters: number, minPoints: number): Meters {
  checkMinPoints(minPoints, 1);
  if (!(count > 0 && areaSquareMeters > 0)) return meters(0);
  const others = Math.max(1, Math.min(minPoints, count) - 1);
  let [low, high] = [0, others];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (poissonTails(others, middle).upper > EVEN_SPREAD_SHARE) high = middle;
    else low = middle;
  }
  return meters(Math.sqrt((low * areaSquareMeters) / (Math.PI * count)));
}
