import { type StudyArea, studyArea } from '@oryn/core';
import type { Feature, Geometry, Position } from 'geojson';
import type { StudyData } from '../evaluate/read.ts';

/** Degrees east and north. */
export type Shift = readonly [number, number];

/**
 * Everything on the ground moved by a shift: incidents, boundary and mask together. An H3 lattice cannot be moved, so
 * the city is moved under it; over half a cell its cells stay the same size to within 1 in 1,000.
 */
export function shiftedData(data: StudyData, shift: Shift): StudyData {
  if (shift[0] === 0 && shift[1] === 0) return data;
  const { incidents, area, possible } = data;
  return {
    ...data,
    incidents: {
      ...incidents,
      lon: incidents.lon.map((lon) => lon + shift[0]),
      lat: incidents.lat.map((lat) => lat + shift[1]),
    },
    area: area && shiftedArea(area, shift),
    possible: possible?.map((feature) => shiftedFeature(feature, shift)),
  };
}

function shiftedArea({ polygons, plane }: StudyArea, shift: Shift): StudyArea {
  return studyArea(
    polygons.map((rings) => rings.map((ring) => ring.map((position) => moved(position, shift)))),
    plane.crs,
  );
}

function shiftedFeature(feature: Feature, shift: Shift): Feature {
  return { ...feature, geometry: shiftedGeometry(feature.geometry, shift) };
}

function shiftedGeometry(geometry: Geometry, shift: Shift): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map((part) => shiftedGeometry(part, shift)) };
  }
  return { ...geometry, coordinates: shiftedCoordinates(geometry.coordinates, shift) } as Geometry;
}

type Coordinates = number[] | Coordinates[];

/** Lists of lists down to positions, however deep the geometry is. */
function shiftedCoordinates(coordinates: unknown, shift: Shift): Coordinates {
  const list = coordinates as Coordinates[] | Position;
  if (typeof list[0] === 'number') return moved(list as Position, shift);
  return (list as Coordinates[]).map((inner) => shiftedCoordinates(inner, shift));
}

function moved([lon, lat, ...rest]: Position, [east, north]: Shift): Position {
  return [lon + east, lat + north, ...rest];
}
