import { distinctPoints } from '../density/distinct-points.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PointGrid } from '../geometry/point-grid.ts';

/** Above this share of different x, stacks are too few to be worth finding. */
const MOST_DISTINCT = 0.8;

/** Points, where many share a coordinate as one place with their number. */
export interface StackedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Points on each; undefined where each place is one point. */
  readonly counts: Float64Array | undefined;
}

/**
 * Incidents geocoded to addresses or block midpoints make a pair of places stand for many pairs of points. Looking for
 * stacks costs a sort, so it is done only where x alone already repeats.
 */
export function stackedPoints({ x, y }: PlanarPoints): StackedPoints {
  const sorted = Float64Array.from(x).sort();
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  if (distinct > MOST_DISTINCT * x.length) return { x, y, counts: undefined };
  const places = distinctPoints({ x, y });
  return { x: places.x, y: places.y, counts: Float64Array.from(places.counts) };
}

/** The counts in the order of a grid of the places. */
export function sortedCounts({ counts }: StackedPoints, grid: PointGrid): Float64Array | undefined {
  return counts && Float64Array.from(grid.order, (place) => counts[place]);
}
