import { visitPathDistances } from '../network/path-distances.ts';
import type { NetworkPoints } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { NetworkCircles } from './network-circles.ts';
import { FineDistances, type NetworkPairCorrelation } from './network-pair-correlation.ts';

/** K along streets at some radii. */
export interface NetworkK {
  /** Metres along the streets. */
  readonly radii: Float64Array;
  /** Geometrically corrected K (Ang, Baddeley & Nair 2012), metres; r itself under complete randomness. */
  readonly k: Float64Array;
  /** The plain network K (Okabe & Yamada 2001), metres; depends on the form of the network. */
  readonly uncorrected: Float64Array;
  /** Pair correlation, the derivative of the corrected K; 1 under complete randomness. */
  readonly pairCorrelation: NetworkPairCorrelation;
  /** Events of the first kind, and of the second (the same where there is one kind). */
  readonly from: number;
  readonly to: number;
  /** Metres. */
  readonly totalLength: number;
  /** Ordered pairs no farther apart than the last radius. */
  readonly pairs: number;
}

/**
 * K function along streets: K(r) = L / (n (n-1)) Σ_i Σ_{j≠i} 1(d_ij <= r) / m(i, d_ij), with the length L of all
 * streets, the shortest path d_ij and m(i, t) the number of places at exactly t from event i. Dividing by m makes
 * K(r) = r for events spread evenly by length, whatever the streets look like.
 *
 * With `to`, cross K of events of two kinds: L / (n1 n2), every pair of one of each.
 *
 * Events on one coordinate are pairs at 0 and count at every radius, the first of them too; spatstat leaves them
 * out. Fewer than two events give zeros. On a network of several parts L is that of all, so K stays under r where
 * parts are small against the radius.
 *
 * Misleads: addresses stack and streets are not equally busy, so complete randomness is nearly always rejected and
 * that says little; compare kinds of incidents, or years, instead.
 *
 * Cost: per event a search to the last radius, a sort of the edges reached and the events found.
 *
 * @param radii metres, ascending, the first at least 0, at least one
 */
export function networkK(
  network: StreetNetwork,
  events: NetworkPoints,
  radii: Float64Array,
  options: { to?: NetworkPoints | undefined; onProgress?: OnProgress | undefined } = {},
): NetworkK {
  const { to, onProgress } = options;
  if (radii.length === 0 || !(radii[0] >= 0) || radii.some((r, i) => !Number.isFinite(r) || r < radii[i - 1]))
    throw new RangeError('radii must be finite, at least 0, and ascend');
  const most = radii[radii.length - 1];
  const counts = new Float64Array(radii.length);
  const sums = new Float64Array(radii.length);
  const fine = new FineDistances(most);
  const circles = new NetworkCircles(network);
  let pairs = 0;
  const count = (i: number, j: number, distance: number): void => {
    if (!to && i === j) return;
    const share = 1 / circles.placesAt(distance);
    const step = firstAtLeast(radii, distance);
    counts[step]++;
    sums[step] += share;
    fine.add(distance, share);
    pairs++;
  };
  visitPathDistances(network, events, to ?? events, most, count, {
    onProgress,
    onSearch: (i, search) => circles.about(search, events.edge[i], events.along[i]),
  });
  const [n, m] = [events.edge.length, (to ?? events).edge.length];
  const possible = to ? n * m : n * (n - 1);
  const scale = possible > 0 ? network.totalLength / possible : 0;
  for (let i = 1; i < radii.length; i++) {
    counts[i] += counts[i - 1];
    sums[i] += sums[i - 1];
  }
  return {
    radii,
    k: sums.map((sum) => sum * scale),
    uncorrected: counts.map((sum) => sum * scale),
    pairCorrelation: fine.pairCorrelation(radii, scale),
    ...{ from: n, to: m, totalLength: network.totalLength, pairs },
  };
}

/** Position of the first radius not under a distance that is not over the last. */
function firstAtLeast(radii: Float64Array, distance: number): number {
  let [low, high] = [0, radii.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (radii[middle] < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}
