import { area as turfArea } from '@turf/area';
import type { Position } from 'geojson';
import { indexPolygons } from '../geometry/polygon-index.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { BoxGrid } from './box-grid.ts';
import { choosePlaces, type PlacedPoints, type PolygonPlaces } from './places.ts';
import { polygonNeighbours } from './shared-vertices.ts';
import type { StudyArea } from './study-area.ts';

/** Polygons of the user's own, each with a name. */
export interface NamedPolygons {
  readonly ids: readonly string[];
  /** Of each place its polygons (outer ring and holes, closed), degrees. */
  readonly polygons: readonly Position[][][][];
}

const POINTS_PER_CALL = 4096;

export interface PlacedInPolygons extends PlacedPoints<PolygonPlaces> {
  /** Points that lie in more than one polygon; they go to the first. */
  inSeveral: number;
  /** Points inside the area that lie in no polygon. */
  inNone: number;
}

/**
 * Points counted in the user's polygons. A point in several goes to the first of them and is counted as such: the
 * polygons overlap, and their areas add up to more than the ground. With an area, polygons belong to the study if
 * their centroid lies inside or a point in them does. Neighbours are those by a shared vertex (queen).
 */
export function placeInPolygons(
  longitudes: Float64Array,
  latitudes: Float64Array,
  given: NamedPolygons,
  options: { area?: StudyArea | undefined; onProgress?: OnProgress | undefined } = {},
): PlacedInPolygons {
  const { area, onProgress } = options;
  const indexes = given.polygons.map(indexPolygons);
  const boxes = new BoxGrid(indexes.map((index) => index.bounds));
  const placeOfPoint = new Int32Array(longitudes.length).fill(-1);
  let inSeveral = 0;
  let inNone = 0;
  for (let i = 0; i < longitudes.length; i++) {
    if (i % POINTS_PER_CALL === 0) onProgress?.(i, longitudes.length);
    const [lon, lat] = [longitudes[i], latitudes[i]];
    if (area && !area.contains(lon, lat)) continue;
    let found = 0;
    boxes.visitAt(lon, lat, (place) => {
      if (!indexes[place].contains(lon, lat)) return;
      if (found++ === 0) placeOfPoint[i] = place;
    });
    if (found === 0) inNone++;
    if (found > 1) inSeveral++;
  }
  return { ...polygonsHolding(given, placeOfPoint, area), inSeveral, inNone };
}

/**
 * The polygons of a study, their points already told.
 *
 * @param placeOfPoint position of the polygon of each point inside the area, -1 for none
 */
export function polygonsHolding(
  given: NamedPolygons,
  placeOfPoint: Int32Array,
  area: StudyArea | undefined,
): PlacedPoints<PolygonPlaces> {
  const centroids = given.polygons.map(centroidOf);
  const { chosen, placeOf, counts } = choosePlaces(
    given.ids.length,
    placeOfPoint,
    (place) => !area || area.contains(centroids[place][0], centroids[place][1]),
  );
  const polygons = Array.from(chosen, (place) => given.polygons[place]);
  const places: PolygonPlaces = {
    kind: 'polygons',
    count: chosen.length,
    ids: Array.from(chosen, (place) => given.ids[place]),
    lon: Float64Array.from(chosen, (place) => centroids[place][0]),
    lat: Float64Array.from(chosen, (place) => centroids[place][1]),
    areaKm2: Float64Array.from(polygons, (own) => turfArea({ type: 'MultiPolygon', coordinates: own }) / 1e6),
    neighbours: polygonNeighbours(
      polygons.map((own) => own.flat()),
      'queen',
    ),
    extent: area ? 'area' : 'file',
    polygons,
  };
  return { places, placeOf, counts };
}

/**
 * Centroid of some polygons with holes, by area, in degrees taken as a plane (over a city the error is metres).
 * It may lie outside a bent polygon. Polygons without area: the mean of their vertices.
 */
function centroidOf(polygons: readonly Position[][][]): [number, number] {
  const [x0, y0] = polygons[0][0][0];
  let [twiceArea, sumX, sumY, meanX, meanY, vertices] = [0, 0, 0, 0, 0, 0];
  for (const rings of polygons) {
    rings.forEach((ring, number) => {
      let [ringArea, ringX, ringY] = [0, 0, 0];
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = [ring[i - 1][0] - x0, ring[i - 1][1] - y0];
        const [bx, by] = [ring[i][0] - x0, ring[i][1] - y0];
        const cross = ax * by - bx * ay;
        ringArea += cross;
        ringX += (ax + bx) * cross;
        ringY += (ay + by) * cross;
        [meanX, meanY, vertices] = [meanX + bx, meanY + by, vertices + 1];
      }
      // Outer rings add and holes take away, whichever way round they are written.
      const sign = Math.sign(ringArea) * (number === 0 ? 1 : -1);
      [twiceArea, sumX, sumY] = [twiceArea + sign * ringArea, sumX + sign * ringX, sumY + sign * ringY];
    });
  }
  if (twiceArea > 0) return [x0 + sumX / (3 * twiceArea), y0 + sumY / (3 * twiceArea)];
  return vertices > 0 ? [x0 + meanX / vertices, y0 + meanY / vertices] : [x0, y0];
}
