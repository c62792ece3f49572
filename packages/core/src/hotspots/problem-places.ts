import type { Places } from '../places/hexagons.ts';
import { type HotPlaces, isSeed } from './hot-places.ts';

/** A contiguous group of hot places, small enough to be worked. */
export interface ProblemPlace {
  /** 1 for the largest excess. */
  rank: number;
  /** Positions in the places table, the peak first, then in the order they joined. */
  members: number[];
  n: number;
  /** Incidents if all tested incidents were spread evenly over the tested places. */
  expected: number;
  /** n - expected. */
  excess: number;
  areaKm2: number;
  /** Mean of the centres of the members, degrees. */
  lon: number;
  lat: number;
  /** Largest score and smallest q of a member: of single places, not of the group. */
  peakZ: number;
  smallestQ: number;
}

/** Most places of one problem place, by H3 resolution: about half a square kilometre in Kazakhstan. */
export function defaultMaxCells(resolution: number): number {
  if (resolution <= 8) return 1;
  return 4 * 7 ** (resolution - 9);
}

/**
 * Split the hot region into problem places.
 *
 * Seeds are hot places (q <= .05) with an incident. Each looks to its highest seed neighbour by score (ties by
 * count, then id): following these looks uphill ends at a local maximum, and all that end there are its slope.
 * A problem place is the maximum and the highest places of its slope that touch it, `maxCells` at most; what is
 * left of a longer slope belongs to none. Ranked by count minus expectation (ties by id of the peak).
 *
 * The members were chosen by the same counts they are ranked by, so their excess is overstated; and the q of
 * members is no test of the group.
 *
 * @param expectedPerPlace incidents per tested place under the null that spreads them evenly
 */
export function problemPlaces(
  places: Pick<Places, 'ids' | 'neighbours' | 'areaKm2' | 'lon' | 'lat'>,
  n: ArrayLike<number>,
  hot: Pick<HotPlaces, 'z' | 'q' | 'hotClass'>,
  options: { maxCells: number; expectedPerPlace: number },
): ProblemPlace[] {
  const { offsets, indices } = places.neighbours;
  const seeds: number[] = [];
  for (let i = 0; i < places.ids.length; i++) if (isSeed(hot.hotClass[i], n[i])) seeds.push(i);
  seeds.sort((a, b) => hot.z[b] - hot.z[a] || n[b] - n[a] || (places.ids[a] < places.ids[b] ? -1 : 1));
  const height = new Int32Array(places.ids.length).fill(-1);
  seeds.forEach((place, order) => {
    height[place] = seeds.length - order;
  });

  const peakOf = new Int32Array(places.ids.length).fill(-1);
  const slopes = new Map<number, Set<number>>();
  for (const place of seeds) {
    let highest = place;
    for (let j = offsets[place]; j < offsets[place + 1]; j++) {
      if (height[indices[j]] > height[highest]) highest = indices[j];
    }
    peakOf[place] = highest === place ? place : peakOf[highest];
    const slope = slopes.get(peakOf[place]) ?? new Set();
    slopes.set(peakOf[place], slope.add(place));
  }

  const found = [...slopes].map(([peak, slope]) => {
    const members = growFromPeak(peak, slope, options.maxCells, places.neighbours, height);
    const sum = (of: ArrayLike<number>): number => members.reduce((total, place) => total + of[place], 0);
    const count = sum(n);
    const expected = options.expectedPerPlace * members.length;
    return {
      rank: 0,
      members,
      n: count,
      expected,
      excess: count - expected,
      areaKm2: sum(places.areaKm2),
      lon: sum(places.lon) / members.length,
      lat: sum(places.lat) / members.length,
      peakZ: hot.z[peak],
      smallestQ: Math.min(...members.map((place) => hot.q[place])),
    };
  });
  found.sort((a, b) => b.excess - a.excess || (places.ids[a.members[0]] < places.ids[b.members[0]] ? -1 : 1));
  found.forEach((place, index) => {
    place.rank = index + 1;
  });
  return found;
}

function growFromPeak(
  peak: number,
  slope: Set<number>,
  maxCells: number,
  neighbours: { offsets: Uint32Array; indices: Uint32Array },
  height: Int32Array,
): number[] {
  const members = [peak];
  const edge = new Set<number>();
  const open = (place: number): void => {
    for (let j = neighbours.offsets[place]; j < neighbours.offsets[place + 1]; j++) {
      const next = neighbours.indices[j];
      if (slope.has(next) && !members.includes(next)) edge.add(next);
    }
  };
  open(peak);
  while (members.length < maxCells && edge.size > 0) {
    let highest = -1;
    for (const place of edge) if (highest < 0 || height[place] > height[highest]) highest = place;
    edge.delete(highest);
    members.push(highest);
    open(highest);
  }
  return members;
}
