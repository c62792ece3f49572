import type { StreetCrossings } from './noded-segments.ts';
import { placeId } from './place-id.ts';
import type { NamedSegments } from './segment-places.ts';

/** Seven decimals of a degree are a centimetre: two crossings are farther apart. */
const CROSSING_DECIMALS = 7;

/**
 * Segments and, after them, the crossings as places of their own: lines without length, named by their coordinates,
 * as in `E71.4300000_N51.1200000`. They share an end with every segment that ends there, and so are its neighbours.
 */
export function withCrossingPlaces(given: NamedSegments, { lon, lat }: StreetCrossings): NamedSegments {
  const taken = new Set(given.ids);
  const ids = Array.from(lon, (_, i) => {
    const own = placeId(lon[i], lat[i], CROSSING_DECIMALS);
    let id = own;
    for (let number = 2; taken.has(id); number++) id = `${own}/${number}`;
    taken.add(id);
    return id;
  });
  const points = Array.from(lon, (_, i) => [
    [lon[i], lat[i]],
    [lon[i], lat[i]],
  ]);
  return { ids: [...given.ids, ...ids], lines: [...given.lines, ...points] };
}
