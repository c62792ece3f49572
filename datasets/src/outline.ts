import type { LonLat } from './names.ts';

/** A rough ring around a city. It is not a boundary and no share, density or count may be based on it. */
export interface ApproximateOutline {
  readonly purpose: 'navigation only';
  readonly radiusKm: number;
  /** Closed ring, counter-clockwise. */
  readonly ring: readonly LonLat[];
}

const CORNERS = 12;
const KM_PER_DEGREE = 111.2;

/** Twelve points `radiusKm` away from the centre, closed, rounded to 4 decimals of a degree. */
export function approximateOutline(centre: LonLat, radiusKm: number): ApproximateOutline {
  const [lon, lat] = centre;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  const latRadius = radiusKm / KM_PER_DEGREE;
  const lonRadius = latRadius / Math.cos((lat * Math.PI) / 180);
  const ring: LonLat[] = [];
  for (let corner = 0; corner <= CORNERS; corner++) {
    const angle = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    ring.push([round(lon + lonRadius * Math.cos(angle)), round(lat + latRadius * Math.sin(angle))]);
  }
  return { purpose: 'navigation only', radiusKm, ring };
}
