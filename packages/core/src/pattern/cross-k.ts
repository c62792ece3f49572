import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import { pointGrid } from '../geometry/point-grid.ts';
import { checkedPattern } from './checked-pattern.ts';
import { ALMOST_ONE, cumulated, distanceSteps } from './distance-steps.ts';
import { edgeTerms } from './edge-terms.ts';
import { cellForReach, visitRunsWithin } from './point-runs.ts';
import {
  countRun,
  countStacks,
  type KFunction,
  type KOptions,
  kEstimates,
  kFunction,
  rectangleOf,
  wantedTerms,
} from './ripley-k.ts';
import { sortedCounts, stackedPoints } from './stacked-points.ts';
import { progressOf } from './work-progress.ts';

/**
 * Cross-K: K₁₂(r) = |W| / (n₁ n₂) · Σ_i Σ_j e_ij 1(d_ij <= r), i of the first pattern and j of the second: the mean
 * number of second points within r of a first point, over their density (Ripley 1981; spatstat `Kcross`). Edge
 * weights as in {@link ripleyK}. π r² where the patterns have nothing to do with each other, which is not the same
 * as "labels given at random": the envelope says which null it holds.
 *
 * @throws OrynError pattern.too-few-points (fewer than 1 of either), pattern.empty-window, pattern.translate-window
 * @throws RangeError as {@link ripleyK}
 */
export function crossK(
  from: PlanarPoints,
  to: PlanarPoints,
  window: PlanarWindow,
  options: KOptions,
): KFunction {
  const { corrections = ['isotropic'], maxDistanceMeters, steps = 100 } = options;
  const at = distanceSteps(maxDistanceMeters, steps);
  const starts = stackedPoints(from);
  const ends = stackedPoints(to);
  const { edges, edgeDistances } = checkedPattern(starts, window, 1);
  checkedPattern(ends, window, 1);
  const grid = pointGrid(ends.x, ends.y, cellForReach(maxDistanceMeters));
  const counts = sortedCounts(ends, grid);
  const { x: gx, y: gy } = grid;
  const n = from.x.length;
  const places = starts.x.length;
  const tick = progressOf(options.onProgress, 2 * places);
  const ones = new Float64Array(counts ? 0 : ends.x.length).fill(1);
  const [limit, perStep] = [maxDistanceMeters ** 2, 1 / at.stepMeters];
  const pairs = new Float64Array(at.r.length);
  const translated = new Float64Array(at.r.length);
  const rectangle = corrections.includes('translate') ? rectangleOf(edges.rectangle) : undefined;
  const [width, height] = rectangle
    ? [rectangle.right - rectangle.left, rectangle.top - rectangle.bottom]
    : [0, 0];
  for (let i = 0; i < places; i++) {
    const [x, y] = [starts.x[i], starts.y[i]];
    const ownCount = starts.counts ? starts.counts[i] : 1;
    let visited = 0;
    visitRunsWithin(grid, x, y, maxDistanceMeters, (first, end) => {
      visited += end - first;
      if (counts || ownCount > 1)
        countStacks(pairs, gx, gy, counts ?? ones, first, end, x, y, ownCount, limit, perStep);
      else countRun(pairs, gx, gy, first, end, x, y, limit, perStep);
      for (let j = first; rectangle && j < end; j++) {
        const [dx, dy] = [Math.abs(gx[j] - x), Math.abs(gy[j] - y)];
        const distance = Math.sqrt(dx * dx + dy * dy);
        if (distance > maxDistanceMeters) continue;
        translated[(distance / at.stepMeters + ALMOST_ONE) | 0] +=
          (ownCount * (counts ? counts[j] : 1) * width * height) / ((width - dx) * (height - dy));
      }
    });
    tick(i, visited);
  }
  const origins = { ...starts, edgeDistances, areTargets: false };
  const terms = edgeTerms(origins, { grid, counts }, edges, at, wantedTerms(corrections), (i, visited) =>
    tick(places + i, visited),
  );
  const perNeighbour = window.areaSquareMeters / to.x.length;
  const estimates = kEstimates(pairs, terms, corrections, { perPair: perNeighbour / n, perNeighbour });
  if (rectangle)
    estimates.translate = cumulated(translated, at.r.length).map((sum) => (sum * perNeighbour) / n);
  return kFunction(window, at, estimates, terms, pairs[0]);
}
