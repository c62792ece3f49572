import content from './content/country-outlines.json' with { type: 'json' };
import type { LonLat, Names } from './names.ts';

/** A country generalised to a tenth of a degree: to show where a city lies, no statement on any boundary. */
export interface CountryOutline {
  /** ISO 3166-1 numeric. */
  readonly id: string;
  readonly name: Names | undefined;
  /** Outer rings of the mainland and of what lies near it, closed: longitude, latitude pairs in degrees. */
  readonly rings: readonly Float64Array[];
}

/** Not all countries: those of which one outline would show one side of a dispute are left out. */
export const countryOutlines: readonly CountryOutline[] = content.rows.map(({ id, rings, ...row }) => ({
  id,
  name: 'name' in row ? row.name : undefined,
  rings: rings.map(ringOf),
}));

/** The country a point lies in by its outline; undefined at sea, in a country left out, and near a coast it cuts off. */
export function countryAt([lon, lat]: LonLat): CountryOutline | undefined {
  return countryOutlines.find(({ rings }) => rings.some((ring) => isInside(ring, lon, lat)));
}

/** A first vertex and steps in tenths of a degree, as vertices in degrees with the first again at the end. */
function ringOf(steps: readonly number[]): Float64Array {
  const ring = new Float64Array(steps.length + 2);
  let [lon, lat] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    lon += steps[i]!;
    lat += steps[i + 1]!;
    ring.set([lon / 10, lat / 10], i);
  }
  ring.set([ring[0]!, ring[1]!], steps.length);
  return ring;
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function isInside(ring: Float64Array, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [lonA, latA, lonB, latB] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    if (latA > lat !== latB > lat && lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA))
      inside = !inside;
  }
  return inside;
}
