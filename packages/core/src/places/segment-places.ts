import type { Position } from 'geojson';
import type { MetricPlane } from '../geometry/crs.ts';
import { type PlanarLines, segmentsOfLines } from '../network/segment-index.ts';
import { snapToSegments } from '../network/snap.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { Meters } from '../units/units.ts';
import { withCrossingPlaces } from './crossing-places.ts';
import { projectLines, type StreetCrossings } from './noded-segments.ts';
import { choosePlaces, type PlacedPoints, type SegmentPlaces } from './places.ts';
import { segmentNeighbours } from './shared-vertices.ts';
import type { StudyArea } from './study-area.ts';

/** Street segments of the user's own, each with a name. */
export interface NamedSegments {
  readonly ids: readonly string[];
  /** Vertices of each segment, degrees; two or more. */
  readonly lines: readonly (readonly Position[])[];
}

/**
 * Where a point at a crossing counts, which is equally near to every segment that ends there. `lowest-id`: on the
 * first of them. `leave-out`: nowhere (as Weisburd and others do, since such a crime belongs to no one block).
 * `places`: on the crossing, which is a place of its own (as Braga, Hureau and Papachristos 2011 do).
 */
export type CrossingRule = 'lowest-id' | 'leave-out' | 'places';

export interface PlacedOnSegments extends PlacedPoints<SegmentPlaces> {
  /** Points inside the area that have no segment within the snap distance. */
  unsnapped: number;
  /** Metres from each point to its segment; NaN for a point on none. */
  snapMeters: Float64Array;
  /** Points within `CROSSING_METERS` of a crossing, whatever became of them. */
  atCrossings: number;
}

/** Points farther than this from every segment belong to none, unless another limit is given. */
export const MOST_SNAP_METERS = 100 as Meters;

/** A point this near to an intersection is at it: what is geocoded to a crossing lies on it, a house stands off. */
export const CROSSING_METERS = 10 as Meters;

/**
 * Points moved to the nearest street segment, by exact distance on the metric plane.
 *
 * A point nearest to a crossing is equally near to every segment that ends there; `crossingRule` says what becomes of
 * it. By `lowest-id` one segment takes the incidents of the whole crossing. Points farther than `maxSnap` are
 * counted, never forced.
 *
 * With an area, segments belong to the study if their middle lies inside or a point snapped to them does. Neighbours
 * are those that share an end.
 *
 * @param plane of the area; lines and points are projected to it
 * @param options.crossings needed by the rules other than `lowest-id`, and to count `atCrossings`
 */
export function placeOnSegments(
  longitudes: Float64Array,
  latitudes: Float64Array,
  given: NamedSegments,
  options: {
    plane: MetricPlane;
    area?: StudyArea | undefined;
    maxSnap?: Meters | undefined;
    crossings?: StreetCrossings | undefined;
    crossingRule?: CrossingRule | undefined;
    onProgress?: OnProgress | undefined;
  },
): PlacedOnSegments {
  const {
    plane,
    area,
    maxSnap = MOST_SNAP_METERS,
    crossings,
    crossingRule = 'lowest-id',
    onProgress,
  } = options;
  const { segments, line } = segmentsOfLines(projectLines(given.lines, plane));
  const x = new Float64Array(longitudes.length);
  const y = new Float64Array(longitudes.length);
  for (let i = 0; i < longitudes.length; i++) {
    if (i % POINTS_PER_CALL === 0) onProgress?.(0, longitudes.length);
    // A point outside the area takes no part; the search passes over it.
    if (area && !area.contains(longitudes[i], latitudes[i])) x[i] = Number.NaN;
    else [x[i], y[i]] = plane.project(longitudes[i], latitudes[i]);
  }
  const snapped = snapToSegments({ x, y }, segments, { maxDistance: maxSnap, onProgress });
  const placeOfPoint = snapped.segment.map((segment) => (segment < 0 ? -1 : line[segment]));
  const nearest = crossings && nearestCrossings({ x, y }, crossings, plane);
  const isAt = (point: number): boolean =>
    nearest !== undefined && nearest[point] >= 0 && placeOfPoint[point] >= 0;
  let atCrossings = 0;
  for (let i = 0; i < placeOfPoint.length; i++) {
    if (!isAt(i)) continue;
    atCrossings++;
    if (crossingRule === 'leave-out') placeOfPoint[i] = -1;
    else if (crossingRule === 'places') placeOfPoint[i] = given.ids.length + nearest![i];
  }
  const named = crossings && crossingRule === 'places' ? withCrossingPlaces(given, crossings) : given;
  return {
    ...segmentsHolding(named, placeOfPoint, { plane, area, crossings: named.ids.length - given.ids.length }),
    unsnapped: snapped.tooFar,
    snapMeters: snapped.distance,
    atCrossings,
  };
}

/** The crossing of each point that lies at one, else -1. */
function nearestCrossings(
  points: { x: Float64Array; y: Float64Array },
  { lon, lat }: StreetCrossings,
  plane: MetricPlane,
): Int32Array {
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let i = 0; i < lon.length; i++) [x[i], y[i]] = plane.project(lon[i], lat[i]);
  // A crossing is a segment without length.
  return snapToSegments(points, { x0: x, y0: y, x1: x, y1: y }, { maxDistance: CROSSING_METERS }).segment;
}

/**
 * The segments of a study, their points already told.
 *
 * @param placeOfPoint position of the segment of each point inside the area, -1 for none
 * @param options.crossings how many of the last segments are crossings, points without length
 */
export function segmentsHolding(
  given: NamedSegments,
  placeOfPoint: Int32Array,
  options: { plane: MetricPlane; area?: StudyArea | undefined; crossings?: number | undefined },
): PlacedPoints<SegmentPlaces> {
  const { plane, area, crossings = 0 } = options;
  const planar = projectLines(given.lines, plane);
  const middles = given.lines.map((_, place) => middleOf(planar, place));
  const degrees = middles.map(({ x, y }) => plane.unproject(x, y));
  const { chosen, placeOf, counts } = choosePlaces(
    given.ids.length,
    placeOfPoint,
    (place) => !area || area.contains(degrees[place][0], degrees[place][1]),
  );
  const lines = Array.from(chosen, (place) => given.lines[place]);
  const places: SegmentPlaces = {
    kind: 'segments',
    count: chosen.length,
    ids: Array.from(chosen, (place) => given.ids[place]),
    lon: Float64Array.from(chosen, (place) => degrees[place][0]),
    lat: Float64Array.from(chosen, (place) => degrees[place][1]),
    areaKm2: new Float64Array(chosen.length).fill(Number.NaN),
    lengthMeters: Float64Array.from(chosen, (place) => middles[place].length),
    crossings: chosen.filter((place) => place >= given.ids.length - crossings).length,
    neighbours: segmentNeighbours(lines),
    extent: area ? 'area' : 'file',
    lines,
  };
  return { places, placeOf, counts };
}

const POINTS_PER_CALL = 4096;

/** The point half way along a line, and its length in metres. */
function middleOf({ offsets, x, y }: PlanarLines, line: number): { x: number; y: number; length: number } {
  const [from, to] = [offsets[line], offsets[line + 1] - 1];
  const along = (vertex: number): number => Math.hypot(x[vertex + 1] - x[vertex], y[vertex + 1] - y[vertex]);
  let length = 0;
  for (let vertex = from; vertex < to; vertex++) length += along(vertex);
  let left = length / 2;
  for (let vertex = from; vertex < to; vertex++) {
    const own = along(vertex);
    if (own >= left && own > 0) {
      const share = left / own;
      return {
        x: x[vertex] + share * (x[vertex + 1] - x[vertex]),
        y: y[vertex] + share * (y[vertex + 1] - y[vertex]),
        length,
      };
    }
    left -= own;
  }
  return { x: x[from], y: y[from], length };
}
