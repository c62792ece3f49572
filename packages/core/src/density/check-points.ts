import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';

/**
 * Points that can be smoothed: finite coordinates, weights finite and 0 or more.
 *
 * @throws OrynError points.coordinate, points.weight with the number of the first bad point, counted from 1
 */
export function checkPoints({ x, y, weights }: PlanarPoints): void {
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) {
      const given = `${x[i]}, ${y[i]}`;
      throw new OrynError('points.coordinate', { row: i + 1, given });
    }
    if (weights && !(weights[i] >= 0 && weights[i] < Infinity))
      throw new OrynError('points.weight', { row: i + 1, given: String(weights[i]) });
  }
}

/** @throws OrynError bandwidth.invalid */
export function checkBandwidth(bandwidth: number): void {
  if (!(bandwidth > 0 && bandwidth < Infinity))
    throw new OrynError('bandwidth.invalid', { given: String(bandwidth) });
}
