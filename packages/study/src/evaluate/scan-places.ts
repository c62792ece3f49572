import {
  cellsOfFeatures,
  type HexagonPlaces,
  type Incidents,
  type MetricPlane,
  OrynError,
  placeInHexagons,
  type ScanCluster,
  selectIncidents,
} from '@oryn/core';
import { nothingInside } from './account.ts';
import { analysedCategories } from './evaluate.ts';
import type { StudyData } from './read.ts';
import { planeOf } from './smoothing.ts';

/** The tested places and the analysed incidents in them. */
export interface ScannedPlaces {
  places: HexagonPlaces;
  plane: MetricPlane;
  /** Inside the area, layers kept apart included. */
  incidents: Incidents;
  placeOf: Int32Array;
  analysed: Uint8Array;
  inMask: Uint8Array | undefined;
  insideMask: number | undefined;
  /** Analysed incidents per place. */
  counts: Uint32Array;
  /** Tested places, their middles in metres, and the position of each place among them (-1 for none). */
  tested: Uint32Array;
  x: Float64Array;
  y: Float64Array;
  positionOf: Int32Array;
}

/** @throws OrynError coordinates.all-outside, possible.outside, memory.cells */
export function scannedPlaces(data: StudyData): ScannedPlaces {
  const { study, area } = data;
  const { lon, lat } = data.incidents;
  const placed = placeInHexagons(lon, lat, {
    resolution: study.resolution,
    area,
    containment: study.containment,
  });
  const incidents = selectIncidents(
    data.incidents,
    Uint8Array.from(placed.placeOf, (place) => (place >= 0 ? 1 : 0)),
  );
  if (incidents.count === 0) throw nothingInside(data);
  const placeOf = placed.placeOf.filter((place) => place >= 0);
  const { places } = placed;
  const plane = planeOf(data, incidents);
  const inMask = maskOf(data, places);
  const analysed = analysedCategories(incidents, study.category);
  const counts = new Uint32Array(places.count);
  placeOf.forEach((place, i) => {
    if (analysed[incidents.category.codes[i]]) counts[place]++;
  });
  const tested = Uint32Array.from({ length: places.count }, (_, i) => i).filter(
    (place) => !inMask || inMask[place] === 1,
  );
  const x = new Float64Array(tested.length);
  const y = new Float64Array(tested.length);
  const positionOf = new Int32Array(places.count).fill(-1);
  tested.forEach((place, i) => {
    [x[i], y[i]] = plane.project(places.lon[place], places.lat[place]);
    positionOf[place] = i;
  });
  const insideMask = inMask && placeOf.reduce((sum, place) => sum + inMask[place], 0);
  return {
    places,
    plane,
    incidents,
    placeOf,
    analysed,
    inMask,
    insideMask,
    counts,
    tested,
    x,
    y,
    positionOf,
  };
}

function maskOf({ possible, study }: StudyData, places: HexagonPlaces): Uint8Array | undefined {
  if (!possible) return undefined;
  const cells = cellsOfFeatures(possible, study.resolution);
  const inMask = Uint8Array.from(places.ids, (id) => (cells.has(id) ? 1 : 0));
  if (!inMask.includes(1)) throw new OrynError('possible.outside', { file: study.possible ?? '' });
  return inMask;
}

/** A circle in space-time is named by its places with incidents; on the map it is all tested cells of the circle. */
export function cellsWithin(
  { centre, radius }: ScanCluster,
  { places, tested, x, y }: ScannedPlaces,
): string[] {
  const apart = (i: number): number => Math.hypot(x[i] - x[centre], y[i] - y[centre]);
  return Array.from(tested.keys())
    .filter((i) => apart(i) <= radius + 1e-6)
    .sort((a, b) => apart(a) - apart(b) || a - b)
    .map((i) => places.ids[tested[i]]);
}
