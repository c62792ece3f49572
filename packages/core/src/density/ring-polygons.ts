import type { Position } from 'geojson';
import { indexPolygons } from '../geometry/polygon-index.ts';

/** Area of a closed ring in square metres, positive counter-clockwise; about its first corner, for the digits. */
export function signedRingArea(ring: readonly Position[]): number {
  const [[x0, y0]] = ring;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    twice += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0);
  }
  return twice / 2;
}

/**
 * Rings that do not cross, put together to polygons: counter-clockwise rings are outlines, each clockwise one a
 * hole of the smallest outline around it. Largest polygons first.
 */
export function polygonsOfRings(rings: readonly Position[][]): Position[][][] {
  const measured = rings.map((ring) => ({ ring, area: signedRingArea(ring) }));
  const outlines = measured
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map(({ ring, area }) => ({ area, polygon: [ring], index: indexPolygons([[ring]]) }));
  for (const { ring, area } of measured) {
    if (area >= 0) continue;
    const [x, y] = innerPoint(ring);
    const around = outlines.find((outline) => outline.area > -area && outline.index.contains(x, y));
    around?.polygon.push(ring);
  }
  return outlines.reverse().map(({ polygon }) => polygon);
}

/** A corner may touch the outline of the ring around it; the middle of the first side lies off it. */
const innerPoint = (ring: readonly Position[]): [number, number] => [
  (ring[0][0] + ring[1][0]) / 2,
  (ring[0][1] + ring[1][1]) / 2,
];
