import { insideRing, type XY } from './geometry.ts';
import { type Cell, type CornerShift, outlineOf } from './grid.ts';
import type { CityPlan } from './plan.ts';

export interface ZoneFinder {
  /** The cell of the plan around a point, undefined outside the boundary. */
  at(point: XY): Cell | undefined;
}

/** Finds cells by their outlines in metres; a coarse raster keeps the search short. */
export function zoneFinder(plan: CityPlan, cells: readonly Cell[], shift: CornerShift): ZoneFinder {
  const size = 400;
  const bins = new Map<string, { cell: Cell; ring: XY[] }[]>();
  for (const cell of cells) {
    const ring = outlineOf(plan, [cell], shift)[0];
    if (!ring) continue;
    const xs = ring.map((p) => Math.floor(p[0] / size));
    const ys = ring.map((p) => Math.floor(p[1] / size));
    for (let x = Math.min(...xs); x <= Math.max(...xs); x++) {
      for (let y = Math.min(...ys); y <= Math.max(...ys); y++) {
        const key = `${x},${y}`;
        bins.set(key, [...(bins.get(key) ?? []), { cell, ring }]);
      }
    }
  }
  return {
    at: (point) => {
      const list = bins.get(`${Math.floor(point[0] / size)},${Math.floor(point[1] / size)}`) ?? [];
      return list.find(({ ring }) => insideRing(point, ring))?.cell;
    },
  };
}
