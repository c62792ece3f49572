import {
  type ComparedDensities,
  type ContourArea,
  contourPolygons,
  type MetricPlane,
  type RelabellingTest,
  type ShareContour,
} from '@oryn/core';
import type { Feature, FeatureCollection, Position } from 'geojson';

/** Level under which a place is drawn as tested and found different. */
export const TOLERANCE_P = 0.05;

/** Contours of shares as longitude and latitude (metres for `planar`), the largest share first, to be drawn under. */
export function contoursGeoJson(
  contours: readonly ShareContour[],
  plane: MetricPlane,
  simulated: boolean,
): FeatureCollection {
  const sorted = contours.toSorted((a, b) => b.share - a.share);
  return collection(
    sorted.map((contour) => ({ area: contour, properties: contourRecord(contour) })),
    plane,
    simulated,
  );
}

/** A contour in the words of its table: share asked for, level, area, and the incidents truly inside. */
export function contourRecord(contour: ShareContour): Record<string, number> {
  return {
    share: contour.share,
    level_per_km2: contour.level,
    area_km2: contour.areaSquareMeters / 1e6,
    n: contour.pointsInside,
    n_share: contour.pointShare,
  };
}

/** Where the test finds more of the first (and of the second) than random labels would: tolerance contours. */
export function toleranceAreas(
  compared: ComparedDensities,
): { direction: 'more' | 'less'; area: ContourArea; test: RelabellingTest }[] {
  const { test, values, comparison } = compared;
  if (!test) throw new RangeError('Only a tested comparison has tolerance contours');
  const neutral = comparison === 'ratio' ? 1 : 0;
  return (['more', 'less'] as const).map((direction) => {
    const isThere = (value: number): boolean => (direction === 'more' ? value > neutral : value < neutral);
    const margin = test.p.map((p, cell) => (isThere(values[cell]) ? TOLERANCE_P - p : -1));
    return { direction, area: contourPolygons({ ...compared, values: margin }, 0), test };
  });
}

/** Tolerance contours as longitude and latitude (metres for `planar`), with their test. */
export function toleranceGeoJson(
  compared: ComparedDensities,
  plane: MetricPlane,
  simulated: boolean,
): FeatureCollection {
  const areas = toleranceAreas(compared).map(({ direction, area, test }) => {
    const properties = {
      ...{ direction, p: TOLERANCE_P, alternative: test.alternative, null: test.null },
      ...{ correction: test.correction, draws: test.draws, area_km2: area.areaSquareMeters / 1e6 },
    };
    return { area, properties };
  });
  return collection(areas, plane, simulated);
}

function collection(
  areas: readonly { area: ContourArea; properties: Record<string, number | string> }[],
  plane: MetricPlane,
  simulated: boolean,
): FeatureCollection {
  const mark = simulated && { simulated: true };
  // Seven decimals of a degree are a centimetre.
  const position = ([x, y]: Position): Position =>
    plane.unproject(x, y).map((value) => Number(value.toFixed(7)));
  const features = areas.map(
    ({ area, properties }): Feature => ({
      type: 'Feature',
      properties: { ...properties, ...mark },
      geometry: {
        type: 'MultiPolygon',
        coordinates: area.polygons.map((polygon) => polygon.map((ring) => ring.map(position))),
      },
    }),
  );
  return { type: 'FeatureCollection', ...mark, features };
}
