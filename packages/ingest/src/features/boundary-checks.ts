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
