import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import { type WindowEdges, windowEdges } from './window-edges.ts';

/** Share of the window's size by which a point on its edge may lie outside by rounding. */
const EDGE_ROUNDING = 1e-9;

/** A pattern that can be studied: its window's edges, and how far each point lies from them. */
export interface CheckedPattern {
  readonly edges: WindowEdges;
  /** Metres, >= 0. */
  readonly edgeDistances: Float64Array;
}

/**
 * @param least fewest points that the statistic needs
 * @throws OrynError pattern.too-few-points, pattern.empty-window
 * @throws RangeError for a point outside the window, or a coordinate that is no finite number
 */
export function checkedPattern(points: PlanarPoints, window: PlanarWindow, least: number): CheckedPattern {
  const { x, y } = points;
  if (x.length < least) throw new OrynError('pattern.too-few-points', { count: x.length, least });
  if (!(window.areaSquareMeters > 0)) throw new OrynError('pattern.empty-window');
  const edges = windowEdges(window);
  const { left, bottom, right, top } = window.bounds;
  const rounding = EDGE_ROUNDING * Math.max(right - left, top - bottom);
  const edgeDistances = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const distance = edges.distance(x[i], y[i]);
    const isInside = edges.rectangle ? distance >= -rounding : window.contains(x[i], y[i]);
    if (!isInside && !(Math.abs(distance) <= rounding))
      throw new RangeError(`point ${i} (${x[i]}, ${y[i]}) lies outside the window`);
    edgeDistances[i] = Math.max(0, distance);
  }
  return { edges, edgeDistances };
}
