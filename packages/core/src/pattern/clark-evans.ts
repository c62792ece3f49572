import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { twoSidedNormalP } from '../significance/normal.ts';
import { type Alternative, tailP } from '../significance/tails.ts';
import { checkedPattern } from './checked-pattern.ts';
import { nearestDistances } from './nearest-neighbours.ts';
import { streamOfDraw, uniformPoints } from './random-points.ts';
import { rectangleOf } from './ripley-k.ts';

/** Clark and Evans' index of a pattern, and its p under complete spatial randomness. */
export interface ClarkEvans {
  /** Mean distance to the nearest neighbour over the expected one: below 1 clustered, above 1 regular. */
  readonly index: number;
  readonly meanMeters: number;
  readonly expectedMeters: number;
  readonly standardErrorMeters: number;
  readonly z: number;
  readonly p: number;
  readonly alternative: Alternative;
  readonly null: 'complete-spatial-randomness';
  /** How the edge is made up for, not a correction of p. */
  readonly edge: ClarkEvansEdge;
  readonly tested: 1;
  /** Points whose nearest distance is in the mean. */
  readonly points: number;
}

/** `donnelly` only where the window is an upright rectangle; `guard` leaves out points near the edge. */
export type ClarkEvansEdge = 'none' | 'donnelly' | 'guard';

export interface ClarkEvansOptions {
  /** None by default. */
  readonly edge?: ClarkEvansEdge | undefined;
  /** Width of the guard, metres: points nearer to the edge are neighbours only. Needed with `guard`. */
  readonly guardMeters?: number | undefined;
  /** `less`: clustered, `greater`: regular; two-sided by default. */
  readonly alternative?: Alternative | undefined;
}

/**
 * Clark & Evans (1954): the mean nearest distance against 1 / (2 √λ), with standard error √((4-π) / (4 π λ n)).
 * Donnelly (1978), for a rectangle of perimeter P: expected ½ √(A/n) + (.0514 + .041/√n) P/n, squared error
 * .07 A/n² + .037 P √(A/n⁵). The normal p takes the distances for independent, which pairs of mutual nearest
 * neighbours are not, and without a correction the edge makes distances too long: {@link clarkEvansSimulated} is the
 * honest p. Stacked coordinates give distance 0 and pull the index down, however regular the stacks are.
 *
 * @throws OrynError pattern.too-few-points (fewer than 2, or all in the guard), pattern.empty-window,
 *   pattern.translate-window (Donnelly outside a rectangle)
 * @throws RangeError for a guard that is no width, or a point outside the window
 */
export function clarkEvans(
  points: PlanarPoints,
  window: PlanarWindow,
  { edge = 'none', guardMeters = 0, alternative = 'two-sided' }: ClarkEvansOptions = {},
): ClarkEvans {
  const { edges, edgeDistances } = checkedPattern(points, window, 2);
  if (edge === 'guard' && !(guardMeters > 0)) throw new RangeError('a guard needs guardMeters above 0');
  const nearest = nearestDistances(points, 1);
  const n = points.x.length;
  const area = window.areaSquareMeters;
  const used = edge === 'guard' ? nearest.filter((_, i) => edgeDistances[i] >= guardMeters) : nearest;
  if (used.length === 0) throw new OrynError('pattern.too-few-points', { count: 0, least: 1 });
  const meanMeters = used.reduce((sum, distance) => sum + distance, 0) / used.length;
  let expectedMeters = Math.sqrt(area / n) / 2;
  let variance = ((4 - Math.PI) * area) / (4 * Math.PI * n * used.length);
  if (edge === 'donnelly') {
    const { left, bottom, right, top } = rectangleOf(edges.rectangle);
    const perimeter = 2 * (right - left + top - bottom);
    expectedMeters += ((0.0514 + 0.041 / Math.sqrt(n)) * perimeter) / n;
    variance = (0.07 * area) / n ** 2 + 0.037 * perimeter * Math.sqrt(area / n ** 5);
  }
  const standardErrorMeters = Math.sqrt(variance);
  const z = (meanMeters - expectedMeters) / standardErrorMeters;
  const half = twoSidedNormalP(z) / 2;
  return {
    index: meanMeters / expectedMeters,
    ...{ meanMeters, expectedMeters, standardErrorMeters, z },
    p: tailP(z > 0 ? half : 1 - half, z > 0 ? 1 - half : half, alternative),
    ...{ alternative, null: 'complete-spatial-randomness', edge, tested: 1, points: used.length },
  };
}

/** The p of Clark and Evans' index by simulation. */
export interface ClarkEvansSimulated {
  /** Mean nearest distance over the mean of the simulated ones: corrected for the edge by the window itself. */
  readonly index: number;
  readonly meanMeters: number;
  /** Mean over the simulated patterns. */
  readonly expectedMeters: number;
  readonly p: number;
  readonly alternative: Alternative;
  readonly null: 'complete-spatial-randomness';
  readonly correction: 'none';
  readonly tested: 1;
  readonly draws: number;
  readonly seed: number;
}

/**
 * The mean nearest distance against those of as many points spread evenly over the same window: exact for every shape
 * of window and every n. p = (r + 1) / (draws + 1), doubled for two-sided.
 *
 * @throws as {@link clarkEvans}; RangeError for fewer than 1 draw
 */
export function clarkEvansSimulated(
  points: PlanarPoints,
  window: PlanarWindow,
  options: {
    readonly draws: number;
    readonly seed: number;
    readonly alternative?: Alternative | undefined;
    readonly onProgress?: OnProgress | undefined;
  },
): ClarkEvansSimulated {
  const { draws, seed, alternative = 'two-sided', onProgress } = options;
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`${draws} draws`);
  checkedPattern(points, window, 2);
  const n = points.x.length;
  const meanNearest = (of: PlanarPoints): number =>
    nearestDistances(of, 1).reduce((sum, distance) => sum + distance, 0) / n;
  const meanMeters = meanNearest(points);
  let [above, below, sum] = [1, 1, 0];
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    const simulated = meanNearest(uniformPoints(window, n, streamOfDraw(seed, draw)));
    sum += simulated;
    if (simulated >= meanMeters) above++;
    if (simulated <= meanMeters) below++;
  }
  const expectedMeters = sum / draws;
  return {
    ...{ index: meanMeters / expectedMeters, meanMeters, expectedMeters },
    p: tailP(above / (draws + 1), below / (draws + 1), alternative),
    ...{ alternative, null: 'complete-spatial-randomness', correction: 'none', tested: 1, draws, seed },
  };
}
