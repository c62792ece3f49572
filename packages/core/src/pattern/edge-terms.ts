import type { PointGrid } from '../geometry/point-grid.ts';
import { ALMOST_ONE, type DistanceSteps } from './distance-steps.ts';
import { isotropicWeights } from './isotropic-weights.ts';
import { visitRunsWithin } from './point-runs.ts';
import type { WindowEdges } from './window-edges.ts';

/** What the edge changes in the counts of ordered pairs, by the step of their distance. */
export interface EdgeTerms {
  /** Pairs that the border method leaves out at a step but not before it: those of points too near the edge. */
  readonly borderLoss: Float64Array;
  /** Sums of isotropic weight less 1. */
  readonly isotropicGain: Float64Array;
  /** Points at least r from the edge, for each r. */
  readonly borderPoints: Uint32Array;
}

/** The points whose neighbours are counted. */
export interface Origins {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edgeDistances: Float64Array;
  /** Points on each; undefined where each is one. */
  readonly counts: Float64Array | undefined;
  /** True where each is itself among the points of the grid, and is no neighbour of its own. */
  readonly areTargets: boolean;
}

/** The points that are counted, and how many each of the grid stands for, in its order. */
export interface Targets {
  readonly grid: PointGrid;
  readonly counts: Float64Array | undefined;
}

/**
 * Only origins nearer to the edge than the largest distance are looked at: of the others every pair counts
 * whole. Cost: their neighbours, and a weight for each neighbour farther off than the edge.
 *
 * @param onOrigin called after each origin with the number of its neighbours that were looked at
 */
export function edgeTerms(
  origins: Origins,
  { grid, counts: targetCounts }: Targets,
  edges: WindowEdges,
  { r, stepMeters }: DistanceSteps,
  wanted: { readonly border: boolean; readonly isotropic: boolean },
  onOrigin: (origin: number, visited: number) => void,
): EdgeTerms {
  const last = r.length - 1;
  const reach = r[last];
  const limit = reach * reach;
  const perStep = 1 / stepMeters;
  const almostOne = ALMOST_ONE;
  const borderLoss = new Float64Array(last + 1);
  const isotropicGain = new Float64Array(last + 1);
  const borderPoints = new Uint32Array(last + 1);
  const circles = isotropicWeights(edges, reach);
  const { x: gx, y: gy } = grid;
  for (let i = 0; i < origins.x.length; i++) {
    const edgeDistance = origins.edgeDistances[i];
    const tooNear = firstBeyond(r, stepMeters, edgeDistance);
    if (tooNear > last) {
      onOrigin(i, 0);
      continue;
    }
    const ownCount = origins.counts ? origins.counts[i] : 1;
    borderPoints[tooNear] += ownCount;
    if (!wanted.border && !wanted.isotropic) continue;
    const [x, y] = [origins.x[i], origins.y[i]];
    const edgeSquared = edgeDistance * edgeDistance;
    if (wanted.isotropic) circles.moveTo(x, y);
    let visited = 0;
    visitRunsWithin(grid, x, y, reach, (from, to) => {
      visited += to - from;
      for (let j = from; j < to; j++) {
        const dx = gx[j] - x;
        const dy = gy[j] - y;
        const squared = dx * dx + dy * dy;
        if (squared > limit) continue;
        const distance = Math.sqrt(squared);
        const step = (distance * perStep + almostOne) | 0;
        const count = targetCounts ? ownCount * targetCounts[j] : ownCount;
        borderLoss[Math.max(step, tooNear)] += count;
        if (squared > edgeSquared && wanted.isotropic)
          isotropicGain[step] += count * (circles.weight(distance) - 1);
      }
    });
    if (origins.areTargets) borderLoss[tooNear] -= ownCount;
    onOrigin(i, wanted.isotropic ? 5 * visited : visited);
  }
  // From "too near from this step on" to "far enough at this step".
  let near = 0;
  const all = origins.counts ? origins.counts.reduce((sum, count) => sum + count, 0) : origins.x.length;
  for (let k = 0; k <= last; k++) {
    near += borderPoints[k];
    borderPoints[k] = all - near;
  }
  return { borderLoss, isotropicGain, borderPoints };
}

/** The first step whose distance exceeds the given one. */
function firstBeyond(r: Float64Array, stepMeters: number, distance: number): number {
  let k = Math.min(r.length, Math.floor(distance / stepMeters) + 1);
  while (k > 0 && r[k - 1] > distance) k--;
  while (k < r.length && r[k] <= distance) k++;
  return k;
}
