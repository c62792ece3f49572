import { PathSearch } from '../network/path-search.ts';
import type { PlacesByEdge } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { LineKernel } from './network-kernel.ts';
import { type Arrival, NetworkLattice } from './network-lattice.ts';
import type { EqualSplit, EqualSplitWalks } from './network-walks.ts';

/** Mass followed on a `NetworkLattice` instead of walk by walk. */
export interface LatticeUse {
  /** Part of `total` that left its own edge on the lattice; none of it is lost. */
  readonly part: number;
  /** Metres between its ticks. */
  readonly step: number;
  /** Largest change of a value when the step was doubled, per kilometre; the error is about a third of it. */
  readonly error: number;
}

/** Sums under way; values by the place's position along the edges. */
export interface Sums {
  values: Float64Array;
  mass: number;
  lost: number;
  /** What is left for the lattice. */
  pool: Arrival[];
}

/** Add what the events of one edge give: their metres along it, ascending, and weights. */
export type Spread = (edge: number, along: Float64Array, weight: Float64Array, sums: Sums) => void;

/** By shortest paths: every place once, from the nearer end of its edge. */
export function spreadSimple(network: StreetNetwork, kernel: LineKernel, places: PlacesByEdge): Spread {
  const { from, to, length, endOffsets, ends } = network;
  const search = new PathSearch(network);
  const visitedBy = new Int32Array(network.edges).fill(-1);
  let searches = 0;
  /** Mass along a way of some length whose ends lie at these distances. */
  const massAlong = (near: number, far: number, meters: number): number => {
    const meeting = Math.max(0, Math.min(meters, (far + meters - near) / 2));
    const one = near < kernel.reach ? kernel.beyond(near) - kernel.beyond(near + meeting) : 0;
    const other = far < kernel.reach ? kernel.beyond(far) - kernel.beyond(far + meters - meeting) : 0;
    return one + other;
  };
  return (edge, along, weight, sums) => {
    along.forEach((here, i) => {
      search.fromEdge(edge, here, kernel.reach);
      visitedBy[edge] = ++searches;
      const [start, end] = [search.distance[from[edge]], search.distance[to[edge]]];
      for (let at = places.offsets[edge]; at < places.offsets[edge + 1]; at++) {
        const distance = Math.min(Math.abs(places.along[at] - here), search.toEdge(edge, places.along[at]));
        if (distance <= kernel.reach) sums.values[at] += weight[i] * kernel.at(distance);
      }
      let mass = massAlong(0, start, here) + massAlong(0, end, length[edge] - here);
      for (let n = 0; n < search.count; n++) {
        const node = search.reached[n];
        for (let e = endOffsets[node]; e < endOffsets[node + 1]; e++) {
          const other = ends[e] >> 1;
          if (visitedBy[other] === searches) continue;
          visitedBy[other] = searches;
          mass += massAlong(search.distance[from[other]], search.distance[to[other]], length[other]);
          for (let at = places.offsets[other]; at < places.offsets[other + 1]; at++) {
            const distance = search.toEdge(other, places.along[at]);
            if (distance <= kernel.reach) sums.values[at] += weight[i] * kernel.at(distance);
          }
        }
      }
      sums.mass += weight[i] * mass;
    });
  };
}

/** By equal splits, walk by walk; edges with too many walks leave their mass in the pool. */
export function spreadSplit(
  network: StreetNetwork,
  kernel: LineKernel,
  places: PlacesByEdge,
  walks: EqualSplitWalks,
): Spread {
  const { length } = network;
  const { reach } = kernel;
  /** Add the kernel along an edge entered through one end, the distance there being `base`. */
  const enter = (end: number, base: number, share: number, values: Float64Array): void => {
    const edge = end >> 1;
    const [first, last] = [places.offsets[edge], places.offsets[edge + 1] - 1];
    if (end & 1) {
      const far = base + length[edge];
      for (let at = last; at >= first && far - places.along[at] <= reach; at--) {
        values[at] += share * kernel.at(Math.max(0, far - places.along[at]));
      }
    } else {
      for (let at = first; at <= last && base + places.along[at] <= reach; at++) {
        values[at] += share * kernel.at(base + places.along[at]);
      }
    }
  };
  return (edge, along, weight, sums) => {
    for (let i = 0; i < along.length; i++) {
      sums.mass += weight[i];
      for (let at = places.offsets[edge]; at < places.offsets[edge + 1]; at++) {
        const distance = Math.abs(places.along[at] - along[i]);
        if (distance <= reach) sums.values[at] += weight[i] * kernel.at(distance);
      }
    }
    for (const end of [2 * edge, 2 * edge + 1]) {
      // Metres from an event to this end; the nearest event decides how far the walks go.
      const away = (i: number): number => (end & 1 ? length[edge] - along[i] : along[i]);
      const nearest = end & 1 ? away(along.length - 1) : away(0);
      if (nearest >= reach) continue;
      if (!walks.from(end, reach - nearest)) {
        for (let i = 0; i < along.length; i++) sums.pool.push({ end, distance: away(i), weight: weight[i] });
        continue;
      }
      for (let i = 0; i < along.length; i++) {
        const offset = away(i);
        for (let walk = 0; walk < walks.count && offset + walks.distance[walk] < reach; walk++) {
          enter(walks.end[walk], offset + walks.distance[walk], weight[i] * walks.share[walk], sums.values);
        }
        for (const { distance, share } of walks.stopped) {
          const lost = weight[i] * share * kernel.beyond(offset + distance);
          sums.lost += lost;
          sums.mass -= lost;
        }
      }
    }
  };
}

/** Follow on a lattice what had too many walks, twice, to see how much the step matters. */
export function spreadPool(
  network: StreetNetwork,
  split: EqualSplit,
  kernel: LineKernel,
  places: PlacesByEdge,
  sums: Sums,
  onProgress: OnProgress | undefined,
): LatticeUse | undefined {
  const { pool } = sums;
  if (pool.length === 0) return undefined;
  const lattice = new NetworkLattice(network, split, kernel, pool);
  const coarse = new Float64Array(sums.values.length);
  lattice.spread(lattice.ticks / 2, places, coarse, onProgress);
  const fine = new Float64Array(sums.values.length);
  const lost = lattice.spread(lattice.ticks, places, fine, onProgress);
  let error = 0;
  for (let i = 0; i < fine.length; i++) {
    sums.values[i] += fine[i];
    error = Math.max(error, Math.abs(fine[i] - coarse[i]));
  }
  sums.lost += lost;
  sums.mass -= lost;
  const part = pool.reduce((sum, { distance, weight }) => sum + weight * kernel.beyond(distance), 0);
  return { part, step: kernel.reach / lattice.ticks, error };
}
