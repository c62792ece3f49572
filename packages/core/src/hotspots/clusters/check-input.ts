import { OrynError } from '../../errors/oryn-error.ts';
import type { PlanarPoints } from '../../geometry/planar-points.ts';

/** @throws RangeError for columns of unequal length, coordinates or weights that are not finite, weights below 0 */
export function checkPoints({ x, y, weights }: PlanarPoints): void {
  if (y.length !== x.length || (weights && weights.length !== x.length))
    throw new RangeError('x, y and weights must be of one length');
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`the coordinates of point ${i} are not finite`);
    if (weights && !(Number.isFinite(weights[i]) && weights[i] >= 0))
      throw new RangeError(`the weight of point ${i} must be finite and not below 0, not ${weights[i]}`);
  }
}

/** @throws OrynError clusters.min-points */
export function checkMinPoints(minPoints: number, least: number): void {
  if (Number.isInteger(minPoints) && minPoints >= least) return;
  throw new OrynError('clusters.min-points', { given: minPoints, least });
}
