import type { Feature, Geometry, Position } from 'geojson';
import { orient2d } from 'robust-predicates';
import { type Bounds, indexPolygons, type PolygonIndex } from '../geometry/polygon-index.ts';
import { BoxGrid } from './box-grid.ts';

/**
 * 1 for every polygon in which an incident is possible, by the same evidence as `cellsOfFeatures`: a point of the
 * mask lies in it, a line meets it or a polygon overlaps it. Exact, by vertices inside and crossings of sides.
 *
 * @param polygons of each place its polygons, degrees
 */
export function polygonsMeeting(
  features: readonly Feature[],
  polygons: readonly Position[][][][],
): Uint8Array {
  const indexes = polygons.map(indexPolygons);
  const boxes = new BoxGrid(indexes.map((index) => index.bounds));
  const met = new Uint8Array(polygons.length);
  const addPoint = ([x, y]: Position): void => {
    boxes.visitAt(x, y, (place) => {
      if (indexes[place].contains(x, y)) met[place] = 1;
    });
  };
  const addLine = (line: readonly Position[], inside?: PolygonIndex): void => {
    for (const point of line) addPoint(point);
    boxes.visitMeeting(boundsOf(line), (place) => {
      if (met[place] === 1) return;
      const rings = polygons[place].flat();
      const holdsCorner = inside && rings.some((ring) => ring.some(([x, y]) => inside.contains(x, y)));
      if (holdsCorner || rings.some((ring) => cross(line, ring))) met[place] = 1;
    });
  };
  const addPolygon = (rings: readonly Position[][]): void => {
    const inside = indexPolygons([[...rings]]);
    for (const ring of rings) addLine(ring, inside);
  };
  const add = (geometry: Geometry): void => {
    switch (geometry.type) {
      case 'Point':
        addPoint(geometry.coordinates);
        return;
      case 'MultiPoint':
        for (const point of geometry.coordinates) addPoint(point);
        return;
      case 'LineString':
        addLine(geometry.coordinates);
        return;
      case 'MultiLineString':
        for (const line of geometry.coordinates) addLine(line);
        return;
      case 'Polygon':
        addPolygon(geometry.coordinates);
        return;
      case 'MultiPolygon':
        for (const rings of geometry.coordinates) addPolygon(rings);
        return;
      case 'GeometryCollection':
        for (const part of geometry.geometries) add(part);
    }
  };
  for (const { properties, geometry } of features) {
    const population = properties?.population ?? properties?.pop;
    if (population !== undefined && population !== null && !(Number(population) > 0)) continue;
    if (geometry) add(geometry);
  }
  return met;
}

function boundsOf(line: readonly Position[]): Bounds {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of line) {
    bounds.west = Math.min(bounds.west, x);
    bounds.east = Math.max(bounds.east, x);
    bounds.south = Math.min(bounds.south, y);
    bounds.north = Math.max(bounds.north, y);
  }
  return bounds;
}

/** Whether any part of one line crosses or touches any part of another. */
function cross(a: readonly Position[], b: readonly Position[]): boolean {
  for (let i = 1; i < a.length; i++) {
    const [[ax, ay], [bx, by]] = [a[i - 1], a[i]];
    for (let j = 1; j < b.length; j++) {
      const [[cx, cy], [dx, dy]] = [b[j - 1], b[j]];
      if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) continue;
      if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) continue;
      const c = orient2d(ax, ay, bx, by, cx, cy);
      const d = orient2d(ax, ay, bx, by, dx, dy);
      if ((c > 0 && d > 0) || (c < 0 && d < 0)) continue;
      const e = orient2d(cx, cy, dx, dy, ax, ay);
      const f = orient2d(cx, cy, dx, dy, bx, by);
      if (!((e > 0 && f > 0) || (e < 0 && f < 0))) return true;
    }
  }
  return false;
}
