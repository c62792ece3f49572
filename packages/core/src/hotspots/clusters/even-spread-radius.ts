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
 *
 * @throws OrynError clusters.min-points
 */
export function evenSpreadRadius(count: number, areaSquareMeters: number, minPoints: number): Meters {
  checkMinPoints(minPoints, 1);
  if (!(count > 0 && areaSquareMeters > 0)) return meters(0);
  const others = Math.max(1, minPoints - 1);
  let [low, high] = [0, others];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (poissonTail(others, middle) > EVEN_SPREAD_SHARE) high = middle;
    else low = middle;
  }
  return meters(Math.sqrt((low * areaSquareMeters) / (Math.PI * count)));
}

/** P(N >= least) for a Poisson count of a mean at most `least`: from the largest term on, all positive. */
function poissonTail(least: number, mean: number): number {
  let logTerm = least * Math.log(mean) - mean;
  for (let k = 2; k <= least; k++) logTerm -= Math.log(k);
  let sum = 0;
  let term = Math.exp(logTerm);
  for (let k = least; term > sum * 1e-17; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}
