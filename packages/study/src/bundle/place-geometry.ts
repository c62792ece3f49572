import type { Places } from '@oryn/core';
import type { Geometry, Position } from 'geojson';
import { ringOf } from './geojson.ts';

/** What a place looks like on a map: a cell, the user's polygon or line, the point of an address or a crossing. */
export function placeGeometry(places: Places, place: number): Geometry {
  switch (places.kind) {
    case 'h3':
      return { type: 'Polygon', coordinates: [ringOf(places.ids[place])] };
    case 'squares':
    case 'polygons': {
      const polygons = places.polygons[place] as Position[][][];
      return polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons };
    }
    case 'segments':
      if (places.lengthMeters[place] === 0) return { type: 'Point', coordinates: places.lines[place][0] };
      return { type: 'LineString', coordinates: places.lines[place] as Position[] };
    case 'address':
      return { type: 'Point', coordinates: [places.lon[place], places.lat[place]] };
  }
}
