import type { Position } from 'geojson';
import type { MetricPlane } from '../geometry/crs.ts';
import { segmentsOfLines } from '../network/segment-index.ts';
import { snapToSegments } from '../network/snap.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { Meters } from '../units/units.ts';
import { choosePlaces, type PlacedPoints, type SegmentPlaces } from './places.ts';
import { segmentNeighbours } from './shared-vertices.ts';
import type { StudyArea } from './study-area.ts';

/** Street segments of the user's own, each with a name. */
export interface NamedSegments {
  readonly ids: readonly string[];
  /** Vertices of each segment, degrees; two or more. */
  readonly lines: readonly Position[][];
}

export interface PlacedOnSegments extends PlacedPoints<SegmentPlaces> {
  /** Points inside the area that have no segment within the snap distance. */
  unsnapped: number;
  /** Metres from each point to its segment; NaN for a point on none. */
  snapMeters: Float64Array;
}

/** Points farther than this from every segment belong to none. */
export const MOST_SNAP_METERS = 100 as Meters;

/**
 * Points moved to the nearest street segment, by exact distance on the metric plane.
 *
 * A point nearest to a crossing is equally near to every segment that ends there: it goes to the first of them in
 * the order given. So one segment of a crossing takes the incidents of the whole crossing; where many incidents are
 * geocoded to crossings, count crossings apart. Points farther than `maxSnap` are counted, never forced.
 *
 * With an area, segments belong to the study if their middle lies inside or a point snapped to them does. Neighbours
 * are those that share an end.
 *
 * @param plane of the area; lines and points are projected to it
 */
export function placeOnSegments(
  longitudes: Float64Array,
  latitudes: Float64Array,
  given: NamedSegments,
  options: {
    plane: MetricPlane;
    area?: StudyArea | undefined;
    maxSnap?: Meters | undefined;
    onProgress?: OnProgress | undefined;
  },
): PlacedOnSegments {
  const { plane, area, maxSnap = MOST_SNAP_METERS, onProgress } = options;
  const planar = projectLines(given.lines, plane);
  const { segments, line } = segmentsOfLines(planar);
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

  const middles = given.lines.map((_, place) => middleOf(planar, place));
  const degrees = middles.map(({ x: mx, y: my }) => plane.unproject(mx, my));
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
    neighbours: segmentNeighbours(lines),
    extent: area ? 'area' : 'file',
    lines,
  };
  return { places, placeOf, counts, unsnapped: snapped.tooFar, snapMeters: snapped.distance };
}

const POINTS_PER_CALL = 4096;

interface PlanarRows {
  offsets: Uint32Array;
  x: Float64Array;
  y: Float64Array;
}

function projectLines(lines: readonly Position[][], plane: MetricPlane): PlanarRows {
  const offsets = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    offsets[i + 1] = offsets[i] + line.length;
  });
  const x = new Float64Array(offsets[lines.length]);
  const y = new Float64Array(offsets[lines.length]);
  lines.forEach((line, i) => {
    line.forEach(([lon, lat], vertex) => {
      [x[offsets[i] + vertex], y[offsets[i] + vertex]] = plane.project(lon, lat);
    });
  });
  return { offsets, x, y };
}

/** The point half way along a line, and its length in metres. */
function middleOf({ offsets, x, y }: PlanarRows, line: number): { x: number; y: number; length: number } {
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
