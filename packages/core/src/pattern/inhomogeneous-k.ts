import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import { pointGrid } from '../geometry/point-grid.ts';
import { checkedPattern } from './checked-pattern.ts';
import { ALMOST_ONE, cumulated, distanceSteps } from './distance-steps.ts';
import { isotropicWeights } from './isotropic-weights.ts';
import { cellForReach, visitRunsAfter, visitRunsWithin } from './point-runs.ts';
import type { KOptions } from './ripley-k.ts';
import { progressOf } from './work-progress.ts';

/** K of a pattern whose density is not even. */
export interface InhomogeneousK {
  /** Metres, from 0. */
  readonly r: Float64Array;
  /** π r²: no more pairs than the uneven density alone makes. */
  readonly theoretical: Float64Array;
  /** Square metres. */
  readonly values: Float64Array;
  /** Σ 1/λ over the points, divided by the area: 1 where the intensities fit; the values are divided by it. */
  readonly fit: number;
}

/**
 * K that allows for an uneven density λ(u): K(r) = 1/|W| · Σ_{i≠j} e_ij 1(d_ij <= r) / (λ_i λ_j), divided by
 * Σ (1/λ_i) / |W| (Baddeley, Møller & Waagepetersen 2000, eq. 5; the division as in spatstat `Kinhom`). Street crime
 * follows streets, so its λ should come from something that knows nothing of these incidents: road length, people,
 * all other crime. A λ smoothed from the incidents themselves eats the clusters it is meant to leave.
 *
 * A point where λ is almost 0 outweighs all others: look at `fit`.
 *
 * Time and memory: as {@link ripleyK}.
 *
 * @param intensities at each point, points per square metre, greater than 0
 * @throws OrynError pattern.too-few-points (fewer than 2), pattern.empty-window
 * @throws RangeError for an intensity, distance, number of steps or point that cannot be
 */
export function inhomogeneousK(
  points: PlanarPoints,
  intensities: Float64Array,
  window: PlanarWindow,
  options: Pick<KOptions, 'maxDistanceMeters' | 'steps' | 'onProgress'> & {
    readonly correction?: 'none' | 'isotropic' | undefined;
  },
): InhomogeneousK {
  const { maxDistanceMeters: reach, steps = 100, correction = 'isotropic' } = options;
  const { r, stepMeters } = distanceSteps(reach, steps);
  const { edges, edgeDistances } = checkedPattern(points, window, 2);
  if (
    intensities.length !== points.x.length ||
    !intensities.every((lambda) => lambda > 0 && Number.isFinite(lambda))
  )
    throw new RangeError('every point needs a finite intensity above 0');
  const grid = pointGrid(points.x, points.y, cellForReach(reach));
  const { x: gx, y: gy, order } = grid;
  const shares = Float64Array.from(order, (i) => 1 / intensities[i]);
  const histogram = new Float64Array(steps + 1);
  const circles = isotropicWeights(edges, reach);
  const tick = progressOf(options.onProgress, gx.length);
  for (let i = 0; i < gx.length; i++) {
    const edgeDistance = edgeDistances[order[i]];
    let visited = 0;
    visitRunsAfter(grid, i, reach, (from, to) => {
      visited += to - from;
      for (let j = from; j < to; j++) {
        const distance = Math.sqrt((gx[j] - gx[i]) ** 2 + (gy[j] - gy[i]) ** 2);
        if (distance <= reach)
          histogram[(distance / stepMeters + ALMOST_ONE) | 0] += 2 * shares[i] * shares[j];
      }
    });
    tick(i, visited);
    if (correction === 'none' || edgeDistance >= reach) continue;
    circles.moveTo(gx[i], gy[i]);
    visitRunsWithin(grid, gx[i], gy[i], reach, (from, to) => {
      for (let j = from; j < to; j++) {
        const distance = Math.sqrt((gx[j] - gx[i]) ** 2 + (gy[j] - gy[i]) ** 2);
        if (distance > reach || distance <= edgeDistance) continue;
        const gain = circles.weight(distance) - 1;
        histogram[(distance / stepMeters + ALMOST_ONE) | 0] += gain * shares[i] * shares[j];
      }
    });
  }
  const fit = shares.reduce((sum, share) => sum + share, 0) / window.areaSquareMeters;
  return {
    r,
    theoretical: r.map((distance) => Math.PI * distance * distance),
    values: cumulated(histogram, steps + 1).map((sum) => sum / window.areaSquareMeters / fit),
    fit,
  };
}
