import type { MetricPlane } from '../geometry/crs.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { groupRows } from '../quality/group-rows.ts';
import { placeId } from './place-id.ts';
import type { AddressPlaces, PlacedPoints } from './places.ts';
import { nearestNeighbours } from './point-neighbours.ts';
import type { StudyArea } from './study-area.ts';

/** Six decimals of a degree are a tenth of a metre: the same address survives a projection there and back. */
export const ADDRESS_DECIMALS = 6;

/** Neighbours of an address unless others are asked for: as many as a square has on a lattice. */
const ADDRESS_NEIGHBOURS = 8;

/**
 * Addresses: the distinct coordinates of points, after rounding to `decimals` of a degree, ascending by longitude,
 * then latitude. The id is both, as in `E71.430000_N51.120000`.
 *
 * Only addresses with an incident are known, so there is no address without one: shares of all addresses of a city
 * cannot be stated of them, and every mean and variance is over occupied places. Coordinates of a block, a street
 * or a district (see the quality report) are one address each here, whatever stands there.
 *
 * @param plane on which the distances behind the neighbours are measured
 */
export function placeAtAddresses(
  longitudes: Float64Array,
  latitudes: Float64Array,
  options: {
    plane: MetricPlane;
    area?: StudyArea | undefined;
    decimals?: number | undefined;
    onProgress?: OnProgress | undefined;
  },
): PlacedPoints<AddressPlaces> {
  const { plane, area, decimals = ADDRESS_DECIMALS, onProgress } = options;
  const scale = 10 ** decimals;
  const round = (degrees: number): number => Math.round(degrees * scale) / scale;
  const isOut = Uint8Array.from(longitudes, (lon, i) => (area && !area.contains(lon, latitudes[i]) ? 1 : 0));
  const lon = longitudes.map((value, i) => (isOut[i] ? Number.NaN : round(value)));
  const lat = latitudes.map(round);
  const { count, groupOf, n, first } = groupRows([lon, lat]);

  const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => lon[first[a]] - lon[first[b]] || lat[first[a]] - lat[first[b]],
  );
  const position = new Int32Array(count);
  order.forEach((group, index) => {
    position[group] = index;
  });
  const ownLon = Float64Array.from(order, (group) => lon[first[group]]);
  const ownLat = Float64Array.from(order, (group) => lat[first[group]]);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) [x[i], y[i]] = plane.project(ownLon[i], ownLat[i]);
  const places: AddressPlaces = {
    kind: 'address',
    count,
    ids: Array.from(ownLon, (value, i) => placeId(value, ownLat[i], decimals)),
    lon: ownLon,
    lat: ownLat,
    areaKm2: new Float64Array(count).fill(Number.NaN),
    neighbours: nearestNeighbours({ x, y }, ADDRESS_NEIGHBOURS, { onProgress }),
    extent: 'occupied',
    decimals,
  };
  return {
    places,
    placeOf: groupOf.map((group) => (group < 0 ? -1 : position[group])),
    counts: Uint32Array.from(order, (group) => n[group]),
  };
}
