import type { Position } from 'geojson';
import { contourPolygons } from '../../density/contours.ts';
import type { GridValues } from '../../density/grid.ts';
import type { PlanarPoints } from '../../geometry/planar-points.ts';
import { pointGrid } from '../../geometry/point-grid.ts';
import { indexPolygons } from '../../geometry/polygon-index.ts';
import { checkMinPoints, checkPoints } from './check-input.ts';
import { rankLabels } from './rank-labels.ts';

/** Hot-spot polygons: the parts of the plane where a density is at or above a level. */
export interface DensityClusters {
  readonly method: 'density';
  readonly level: number;
  readonly minPoints: number;
  /** 0 outside, else the polygon from 1, the one with most points first. */
  readonly labels: Int32Array;
  readonly count: number;
  /** Closed rings of each cluster, holes after the outer one, metres; the first is that of cluster 1. */
  readonly polygons: readonly Position[][][];
}

/**
 * The polygons above a level of a density surface that hold at least `minPoints` points. It is a picture cut at
 * a height: every surface has peaks, and bandwidth, cell and level decide how many. Polygons narrower than a cell
 * are lost. No polygon where the level is nowhere reached.
 *
 * Cost: cells of the surface, and points in the bounds of each polygon.
 *
 * @param surface in any unit
 * @param options.level in the unit of the surface
 * @throws OrynError clusters.min-points; RangeError for columns that are no points
 */
export function densityClusters(
  points: Pick<PlanarPoints, 'x' | 'y'>,
  surface: GridValues,
  options: { level: number; minPoints: number },
): DensityClusters {
  const { level, minPoints } = options;
  const { x, y } = points;
  checkPoints({ x, y });
  checkMinPoints(minPoints, 1);
  const { polygons } = contourPolygons(surface, level);
  const grid = pointGrid(x, y, 4 * surface.cellSize);
  const groupOf = new Int32Array(x.length).fill(-1);
  // Groups are named by one of their points, so that they may be ranked by the same rule as all clusters.
  const polygonOfGroup = new Map<number, Position[][]>();
  for (const polygon of polygons) {
    const index = indexPolygons([polygon]);
    const { west, south, east, north } = index.bounds;
    const column = (px: number): number => Math.floor((px - grid.left) / grid.cellSize);
    const row = (py: number): number => Math.floor((py - grid.bottom) / grid.cellSize);
    const inside: number[] = [];
    const last = Math.min(grid.columns - 1, column(east));
    for (let r = Math.max(0, row(south)); r <= Math.min(grid.rows - 1, row(north)); r++) {
      const first = Math.max(0, column(west));
      if (first > last) break;
      for (
        let at = grid.offsets[r * grid.columns + first];
        at < grid.offsets[r * grid.columns + last + 1];
        at++
      )
        if (index.contains(grid.x[at], grid.y[at])) inside.push(grid.order[at]);
    }
    if (inside.length < minPoints) continue;
    polygonOfGroup.set(inside[0], polygon);
    for (const i of inside) groupOf[i] = inside[0];
  }
  const { labels, count } = rankLabels(groupOf);
  const ranked = new Array<Position[][]>(count);
  for (const [group, polygon] of polygonOfGroup) ranked[labels[group] - 1] = polygon;
  return { method: 'density', level, minPoints, labels, count, polygons: ranked };
}
