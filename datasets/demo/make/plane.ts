import type { XY } from './geometry.ts';

const METRES_PER_DEGREE_LAT = 111_170;
const METRES_PER_DEGREE_EQUATOR = 111_320;

/** Metres around a centre to degrees and back; the cities are small enough for a plane. */
export interface Plane {
  /** `[lon, lat]` rounded to six decimals, as every file has it. */
  lonLat(point: XY): [number, number];
  xy(lon: number, lat: number): XY;
}

export function planeAround(centre: readonly [number, number]): Plane {
  const [lon0, lat0] = centre;
  const perLon = METRES_PER_DEGREE_EQUATOR * Math.cos((lat0 * Math.PI) / 180);
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    lonLat: ([x, y]) => [round(lon0 + x / perLon), round(lat0 + y / METRES_PER_DEGREE_LAT)],
    xy: (lon, lat) => [(lon - lon0) * perLon, (lat - lat0) * METRES_PER_DEGREE_LAT],
  };
}
