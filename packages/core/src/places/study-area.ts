import { area as turfArea } from '@turf/area';
import type { Position } from 'geojson';
import { type MetricPlane, planeOfCrs, utmCrs } from '../geometry/crs.ts';
import { type Bounds, indexPolygons } from '../geometry/polygon-index.ts';
import { type SquareKilometers, squareKilometers } from '../units/units.ts';

/** The polygon in which an incident could have been counted. */
export interface StudyArea {
  readonly polygons: Position[][][];
  readonly bounds: Bounds;
  /** Area on the sphere that H3 uses too, so that cells and boundary are measured alike. */
  readonly area: SquareKilometers;
  readonly plane: MetricPlane;
  contains(longitude: number, latitude: number): boolean;
}

/**
 * The study area of boundary polygons (longitude, latitude; all of them together are the area).
 * The metric plane is the given projected system, otherwise the UTM zone of the middle of the bounds.
 */
export function studyArea(polygons: Position[][][], crs?: string): StudyArea {
  const index = indexPolygons(polygons);
  const { west, south, east, north } = index.bounds;
  return {
    polygons,
    bounds: index.bounds,
    area: squareKilometers(turfArea({ type: 'MultiPolygon', coordinates: polygons }) / 1e6),
    plane: planeOfCrs(crs ?? utmCrs((west + east) / 2, (south + north) / 2)),
    contains: index.contains,
  };
}
