import type { Position } from 'geojson';
import { distanceToEdges, type EdgeBlocks, edgeBlocks } from '../geometry/edge-blocks.ts';
import type { PlanarBounds, PlanarWindow } from '../geometry/planar-window.ts';
import { outerEdges } from './outer-edges.ts';

/** The edge of a window, made ready for edge corrections. */
export interface WindowEdges {
  /** Each edge has the window on its left; edges between two of its polygons are left out. */
  readonly blocks: EdgeBlocks;
  /** The bounds, where the window is an upright rectangle. */
  readonly rectangle: PlanarBounds | undefined;
  contains(x: number, y: number): boolean;
  /** Distance from a point inside to the edge, metres. */
  distance(x: number, y: number): number;
}

/** The outer edge of a window; see {@link outerEdges} for what that is of several polygons. */
export function windowEdges(window: PlanarWindow): WindowEdges {
  const { polygons, bounds, contains } = window;
  const rectangle = isUprightRectangle(polygons) ? bounds : undefined;
  const blocks = edgeBlocks(outerEdges(window));
  if (!rectangle) return { blocks, rectangle, contains, distance: (x, y) => distanceToEdges(blocks, x, y) };
  const { left, bottom, right, top } = rectangle;
  return {
    blocks,
    rectangle,
    contains,
    distance: (x, y) => Math.min(x - left, right - x, y - bottom, top - y),
  };
}

function isUprightRectangle(polygons: Position[][][]): boolean {
  const ring = polygons.length === 1 && polygons[0].length === 1 ? polygons[0][0] : [];
  if (ring.length !== 5) return false;
  return [0, 1, 2, 3].every((i) => {
    const alongX = ring[i][1] === ring[i + 1][1] && ring[i][0] !== ring[i + 1][0];
    const alongY = ring[i][0] === ring[i + 1][0] && ring[i][1] !== ring[i + 1][1];
    const before = ring[(i + 3) % 4];
    return alongX ? before[0] === ring[i][0] : alongY && before[1] === ring[i][1];
  });
}
