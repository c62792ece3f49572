import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarBounds, PlanarWindow } from '../geometry/planar-window.ts';
import { type PointGrid, pointGrid } from '../geometry/point-grid.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { checkedPattern } from './checked-pattern.ts';
import { ALMOST_ONE, cumulated, type DistanceSteps, distanceSteps } from './distance-steps.ts';
import { type EdgeTerms, edgeTerms } from './edge-terms.ts';
import { cellForReach, visitRunsAfter } from './point-runs.ts';
import { sortedCounts, stackedPoints } from './stacked-points.ts';
import { progressOf } from './work-progress.ts';

/** How pairs across the edge of the window are made up for. `translate` only where it is an upright rectangle. */
export type PatternCorrection = 'none' | 'border' | 'isotropic' | 'translate';

export interface KOptions {
  /** Largest distance r, metres. */
  readonly maxDistanceMeters: number;
  /** How many equal steps lead to it; 100 by default. */
  readonly steps?: number | undefined;
  /** Isotropic by default. */
  readonly corrections?: readonly PatternCorrection[] | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Ripley's K of one pattern, or the cross-K of two. */
export interface KFunction {
  /** Metres, from 0. */
  readonly r: Float64Array;
  /** π r², the K of complete spatial randomness (or of two patterns that have nothing to do with each other). */
  readonly theoretical: Float64Array;
  /** Square metres. `border` is NaN where no point is so far from the edge (`borderPoints` is 0 there). */
  readonly estimates: Partial<Record<PatternCorrection, Float64Array>>;
  /** Points at least r from the edge, which alone are counted from under the border correction. */
  readonly borderPoints: Uint32Array;
  /** Pairs at distance 0: stacked coordinates. They count from r = 0 on. */
  readonly coincidentPairs: number;
  /** The largest distance exceeds half the shorter side of the window: few circles still lie in it. */
  readonly isFarForWindow: boolean;
}

const DEFAULT_STEPS = 100;

/**
 * Ripley's K: K(r) = |W| / (n (n-1)) · Σ_{i≠j} e_ij 1(d_ij <= r), the mean number of others within r of a point
 * over the density (Ripley 1977). e_ij is 1 (`none`, too low near the edge), 1 over the share of the circle about
 * i through j that lies inside (`isotropic`, cut at 100), or |W| over the area of the window cut with itself moved
 * by j - i (`translate`; Ohser 1983). `border` counts only from points at least r from the edge: Σ of their
 * neighbours over their number, times |W| / n. Conventions of spatstat; λ² is estimated by n (n-1) / |W|².
 *
 * K of street crime nearly always exceeds π r², as houses and streets are clustered too: that is no finding.
 * Hold it against another kind of incident (cross-K, random labelling) or measure along the streets.
 *
 * Time: about π r² n² / (2 |W|) pairs, once, and those of the points near the edge again; where many points share
 * coordinates, pairs of places instead. Memory: 60 bytes a point.
 *
 * @param points inside the window; weights are not used
 * @throws OrynError pattern.too-few-points (fewer than 2), pattern.empty-window, pattern.translate-window
 * @throws RangeError for a distance, number of steps or point that cannot be
 */
export function ripleyK(points: PlanarPoints, window: PlanarWindow, options: KOptions): KFunction {
  const { corrections = ['isotropic'], maxDistanceMeters, steps = DEFAULT_STEPS } = options;
  const at = distanceSteps(maxDistanceMeters, steps);
  const n = points.x.length;
  const stacks = stackedPoints(points);
  const { edges, edgeDistances } = checkedPattern(n < 2 ? points : stacks, window, n < 2 ? 2 : 1);
  const grid = pointGrid(stacks.x, stacks.y, cellForReach(maxDistanceMeters));
  const places = stacks.x.length;
  const tick = progressOf(options.onProgress, 2 * places);
  const counts = sortedCounts(stacks, grid);
  const inStacks = counts ? counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0) : 0;
  const pairs = countPairs(grid, counts, at, tick);
  pairs[0] += inStacks;
  const origins = { ...stacks, edgeDistances, areTargets: true };
  const wanted = wantedTerms(corrections);
  const terms = edgeTerms(origins, { grid, counts }, edges, at, wanted, (i, visited) =>
    tick(places + i, visited),
  );
  const ordered = pairs.map((count) => 2 * count);
  const estimates = kEstimates(ordered, terms, corrections, {
    perPair: window.areaSquareMeters / (n * (n - 1)),
    perNeighbour: window.areaSquareMeters / n,
  });
  if (corrections.includes('translate')) {
    const sums = translateSums(grid, counts, rectangleOf(edges.rectangle), at);
    sums[0] += inStacks;
    estimates.translate = cumulated(sums, at.r.length).map(
      (sum) => (2 * sum * window.areaSquareMeters) / (n * (n - 1)),
    );
  }
  return kFunction(window, at, estimates, terms, pairs[0]);
}

/** Besag's L(r) = √(K(r) / π): r itself under complete spatial randomness, and of nearly even variance. */
export const besagL = (k: Float64Array): Float64Array => k.map((value) => Math.sqrt(value / Math.PI));

/** Unordered pairs by the step of their distance. */
function countPairs(
  grid: PointGrid,
  counts: Float64Array | undefined,
  { r, stepMeters }: DistanceSteps,
  tick: (done: number, visited: number) => void,
): Float64Array {
  const { x: gx, y: gy } = grid;
  const histogram = new Float64Array(r.length);
  const reach = r[r.length - 1];
  const limit = reach * reach;
  const perStep = 1 / stepMeters;
  for (let i = 0; i < gx.length; i++) {
    const x = gx[i];
    const y = gy[i];
    let visited = 0;
    visitRunsAfter(grid, i, reach, (from, to) => {
      visited += to - from;
      if (counts) countStacks(histogram, gx, gy, counts, from, to, x, y, counts[i], limit, perStep);
      else countRun(histogram, gx, gy, from, to, x, y, limit, perStep);
    });
    tick(i, visited);
  }
  return histogram;
}

/** The hot loop of every K. */
export function countRun(
  histogram: Float64Array,
  gx: Float64Array,
  gy: Float64Array,
  from: number,
  to: number,
  x: number,
  y: number,
  limit: number,
  perStep: number,
): void {
  const almostOne = ALMOST_ONE;
  for (let j = from; j < to; j++) {
    const dx = gx[j] - x;
    const dy = gy[j] - y;
    const squared = dx * dx + dy * dy;
    if (squared <= limit) histogram[(Math.sqrt(squared) * perStep + almostOne) | 0]++;
  }
}

/** The same where a place stands for many points. */
export function countStacks(
  histogram: Float64Array,
  gx: Float64Array,
  gy: Float64Array,
  counts: Float64Array,
  from: number,
  to: number,
  x: number,
  y: number,
  ownCount: number,
  limit: number,
  perStep: number,
): void {
  const almostOne = ALMOST_ONE;
  for (let j = from; j < to; j++) {
    const dx = gx[j] - x;
    const dy = gy[j] - y;
    const squared = dx * dx + dy * dy;
    if (squared <= limit) histogram[(Math.sqrt(squared) * perStep + almostOne) | 0] += ownCount * counts[j];
  }
}

/** Weights of the translation correction in a rectangle, by the step of the distance, each pair once. */
function translateSums(
  grid: PointGrid,
  counts: Float64Array | undefined,
  { left, bottom, right, top }: PlanarBounds,
  { r, stepMeters }: DistanceSteps,
): Float64Array {
  const { x: gx, y: gy } = grid;
  const sums = new Float64Array(r.length);
  const reach = r[r.length - 1];
  const [width, height] = [right - left, top - bottom];
  for (let i = 0; i < gx.length; i++) {
    visitRunsAfter(grid, i, reach, (from, to) => {
      for (let j = from; j < to; j++) {
        const dx = Math.abs(gx[j] - gx[i]);
        const dy = Math.abs(gy[j] - gy[i]);
        const distance = Math.sqrt(dx * dx + dy * dy);
        if (distance > reach) continue;
        const count = counts ? counts[i] * counts[j] : 1;
        sums[(distance / stepMeters + ALMOST_ONE) | 0] +=
          (count * width * height) / ((width - dx) * (height - dy));
      }
    });
  }
  return sums;
}

export function wantedTerms(corrections: readonly PatternCorrection[]): {
  border: boolean;
  isotropic: boolean;
} {
  return { border: corrections.includes('border'), isotropic: corrections.includes('isotropic') };
}

/** @throws OrynError pattern.translate-window where there is no rectangle */
export function rectangleOf(rectangle: PlanarBounds | undefined): PlanarBounds {
  if (!rectangle) throw new OrynError('pattern.translate-window');
  return rectangle;
}

/** The estimates that need no more than counts of ordered pairs and the edge's terms. */
export function kEstimates(
  ordered: Float64Array,
  terms: EdgeTerms,
  corrections: readonly PatternCorrection[],
  scale: { readonly perPair: number; readonly perNeighbour: number },
): Partial<Record<PatternCorrection, Float64Array>> {
  const length = ordered.length;
  const estimates: Partial<Record<PatternCorrection, Float64Array>> = {};
  if (corrections.includes('none'))
    estimates.none = cumulated(ordered, length).map((sum) => sum * scale.perPair);
  if (corrections.includes('isotropic')) {
    const weighted = ordered.map((count, k) => count + terms.isotropicGain[k]);
    estimates.isotropic = cumulated(weighted, length).map((sum) => sum * scale.perPair);
  }
  if (corrections.includes('border')) {
    const left = cumulated(
      ordered.map((count, k) => count - terms.borderLoss[k]),
      length,
    );
    estimates.border = left.map((sum, k) =>
      terms.borderPoints[k] > 0 ? (sum / terms.borderPoints[k]) * scale.perNeighbour : Number.NaN,
    );
  }
  return estimates;
}

export function kFunction(
  { bounds: { left, bottom, right, top } }: PlanarWindow,
  { r }: DistanceSteps,
  estimates: Partial<Record<PatternCorrection, Float64Array>>,
  { borderPoints }: EdgeTerms,
  coincidentPairs: number,
): KFunction {
  return {
    r,
    theoretical: r.map((distance) => Math.PI * distance * distance),
    estimates,
    borderPoints,
    coincidentPairs,
    isFarForWindow: r[r.length - 1] > Math.min(right - left, top - bottom) / 2,
  };
}
