import { type FilteredFindings, type OpenBundle, ringOf } from '@oryn/study';
import type { Position } from 'geojson';
import { type CellColumns, type CellShapes, CORNERS, hotClasses, mercatorOf } from './cell-columns.ts';

/** Outlines of all cells of a bundle for the map. */
export function cellShapes({ places }: Pick<OpenBundle, 'places'>): CellShapes {
  const { count, ids, lon, lat } = places;
  const origin = count > 0 ? mercatorOf(lon[0], lat[0]) : ([0, 0] as const);
  const corners = new Float32Array(count * CORNERS * 2);
  for (let cell = 0; cell < count; cell++) {
    // A ring ends where it begins.
    const ring = sixCorners(ringOf(ids[cell]).slice(0, -1));
    ring.forEach((corner, i) => {
      const [x, y] = mercatorOf(corner[0], corner[1]);
      corners[(cell * CORNERS + i) * 2] = x - origin[0];
      corners[(cell * CORNERS + i) * 2 + 1] = y - origin[1];
    });
  }
  return { origin, corners };
}

/**
 * Twelve cells of the world have five corners: one is taken twice. A cell on an edge of H3's solid has a seventh or eighth
 * where its side bends a little: the corners that turn least are left out.
 */
function sixCorners(ring: Position[]): Position[] {
  const six = [...ring];
  while (six.length < CORNERS) six.push(six[six.length - 1]);
  while (six.length > CORNERS) {
    const turns = six.map((corner, i) => {
      const before = six.at(i - 1)!;
      const after = six[(i + 1) % six.length];
      const [ax, ay] = [corner[0] - before[0], corner[1] - before[1]];
      const [bx, by] = [after[0] - corner[0], after[1] - corner[1]];
      return Math.abs(ax * by - ay * bx) / (Math.hypot(ax, ay) * Math.hypot(bx, by));
    });
    six.splice(turns.indexOf(Math.min(...turns)), 1);
  }
  return six;
}

export function cellColumns({ hot, n, problemPlaces }: FilteredFindings): CellColumns {
  const rank = new Uint16Array(n.length);
  for (const place of problemPlaces) for (const member of place.members) rank[member] = place.rank;
  const codes = new Map(hotClasses.map((hotClass, code) => [hotClass, code]));
  return {
    n,
    z: Float64Array.from(hot.z),
    p: Float64Array.from(hot.p),
    q: Float64Array.from(hot.q),
    hotClass: Uint8Array.from(hot.hotClass, (hotClass) => codes.get(hotClass)!),
    rank,
  };
}
