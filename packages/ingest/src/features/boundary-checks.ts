import { OrynError } from '@oryn/core';
import type { Position } from 'geojson';

/**
 * Refuses polygons that enclose nothing. A ring that crosses itself is no reason: published boundaries have small
 * crossings, and what lies inside an odd number of times still is inside.
 *
 * @param row number of the feature, said in the error
 * @throws OrynError boundary.no-ring, boundary.not-number, boundary.open-ring
 */
export function checkPolygon(file: string, row: number, rings: readonly Position[][]): void {
  if (rings.length === 0) throw new OrynError('boundary.no-ring', { file, row });
  for (const ring of rings) {
    if (!ring.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) {
      throw new OrynError('boundary.not-number', { file, row });
    }
    const [first, last] = [ring[0], ring[ring.length - 1]];
    if (ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
      throw new OrynError('boundary.open-ring', { file, row });
    }
  }
}

/**
 * Refuses a boundary whose outer rings all lie on a line or one point, judged by their size: nothing could be inside.
 *
 * @throws OrynError boundary.no-area
 */
export function checkArea(file: string, polygons: readonly Position[][][]): void {
  if (!polygons.some(([outer]) => hasArea(outer))) throw new OrynError('boundary.no-area', { file });
}

/** Thinner than this share of its length squared a ring is a line with errors of rounding. */
const LEAST_SHARE = 1e-9;

function hasArea(ring: readonly Position[]): boolean {
  const [x0, y0] = ring[0];
  let [twice, reach] = [0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1][0] - x0, ring[i - 1][1] - y0];
    const [bx, by] = [ring[i][0] - x0, ring[i][1] - y0];
    twice += ax * by - bx * ay;
    reach = Math.max(reach, bx * bx + by * by);
  }
  return Math.abs(twice) > LEAST_SHARE * reach;
}
