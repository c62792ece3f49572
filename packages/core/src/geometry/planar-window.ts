import type { Position } from 'geojson';
import { distanceToRings } from './distance-to-rings.ts';
import { indexPolygons } from './polygon-index.ts';

/** A box on a metric plane, metres. */
export interface PlanarBounds {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** The area of a study on a metric plane: what edge corrections and pattern statistics measure against. */
export interface PlanarWindow {
  /** Polygons with holes, closed rings of [x, y] in metres. */
  readonly polygons: Position[][][];
  readonly bounds: PlanarBounds;
  /** Outer rings less their holes; polygons that overlap are counted twice. */
  readonly areaSquareMeters: number;
  contains(x: number, y: number): boolean;
  /** Distance to the nearest edge, inside or out, metres. */
  distanceToBoundary(x: number, y: number): number;
}

/** The window of some polygons, all together. @param polygons closed rings of [x, y] in metres on a plane */
export function planarWindow(polygons: Position[][][]): PlanarWindow {
  const index = indexPolygons(polygons);
  const { west, south, east, north } = index.bounds;
  let area = 0;
  for (const [outer, ...holes] of polygons) {
    area += ringArea(outer);
    for (const hole of holes) area -= ringArea(hole);
  }
  return {
    polygons,
    bounds: { left: west, bottom: south, right: east, top: north },
    areaSquareMeters: area,
    contains: index.contains,
    distanceToBoundary: distanceToRings(polygons.flat()),
  };
}

/** A box as a window. */
export function boxWindow({ left, bottom, right, top }: PlanarBounds): PlanarWindow {
  return planarWindow([
    [
      [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
        [left, bottom],
      ],
    ],
  ]);
}

/** Shoelace formula about the first corner, which keeps the digits that metres of a UTM zone would cost. */
function ringArea(ring: Position[]): number {
  const [[x0, y0]] = ring;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay, bx, by] = [ring[i - 1][0] - x0, ring[i - 1][1] - y0, ring[i][0] - x0, ring[i][1] - y0];
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice) / 2;
}
