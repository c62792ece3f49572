import type { RandomStream } from '@oryn/core';
import type { XY } from './geometry.ts';
import type { Incident } from './incidents.ts';
import type { Plane } from './plane.ts';

/** Every rate at which the incident table is spoiled on purpose; shares of all rows. */
export const defectRates = {
  /** Geocoded to the police station of the district. */
  policeStation: 0.005,
  /** Coordinates exactly 0, 0. */
  zero: 0.007,
  /** No coordinates. */
  empty: 0.006,
  /** Latitude in the column of the longitude and the other way round. */
  swapped: 0.005,
  /** A point outside the boundary, up to about 25 km away. */
  outside: 0.01,
  /** Hour unknown, written as 00:00. */
  unknownHour: 0.08,
  /** The whole row once more, same objectid. */
  duplicate: 0.003,
} as const;

export type Place =
  | { readonly kind: 'right' | 'station' | 'swapped' | 'outside'; readonly lon: number; readonly lat: number }
  | { readonly kind: 'zero' }
  | { readonly kind: 'empty' };

export interface Surroundings {
  readonly plane: Plane;
  inside(point: XY): boolean;
  /** Coordinates of the police station of a district. */
  station(district: number): XY;
}

const FARTHEST_METRES = 25_000;

/** Where the register says an incident happened. */
export function spoiledPlace(
  incident: Incident,
  district: number,
  { plane, inside, station }: Surroundings,
  random: RandomStream,
): Place {
  const [lon, lat] = plane.lonLat(incident.point);
  let draw = random.uniform();
  const falls = (rate: number): boolean => {
    const hit = draw >= 0 && draw < rate;
    draw -= rate;
    return hit;
  };
  if (falls(defectRates.policeStation)) {
    const [x, y] = plane.lonLat(station(district));
    return { kind: 'station', lon: x, lat: y };
  }
  if (falls(defectRates.zero)) return { kind: 'zero' };
  if (falls(defectRates.empty)) return { kind: 'empty' };
  if (falls(defectRates.swapped)) return { kind: 'swapped', lon: lat, lat: lon };
  if (falls(defectRates.outside)) {
    for (;;) {
      const angle = 2 * Math.PI * random.uniform();
      const off = FARTHEST_METRES * Math.sqrt(random.uniform());
      const point: XY = [off * Math.cos(angle), off * Math.sin(angle)];
      if (inside(point)) continue;
      const [x, y] = plane.lonLat(point);
      return { kind: 'outside', lon: x, lat: y };
    }
  }
  return { kind: 'right', lon, lat };
}
