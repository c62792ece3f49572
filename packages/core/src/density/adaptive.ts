import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { checkBandwidth, checkPoints } from './check-points.ts';
import { distinctPoints } from './distinct-points.ts';
import { type DensityOptions, kernelDensityAt } from './kernel-surface.ts';
import { kthNearestDistances } from './nearest-distances.ts';

/** A bandwidth for each point, metres. */
export interface AdaptiveBandwidths {
  bandwidths: Float64Array;
  least: number;
  median: number;
  most: number;
  /** Points whose bandwidth was cut back to the most allowed, or raised to the least. */
  trimmed: number;
}

/** No bandwidth of Abramson's is wider than this many medians: a lone point would be smeared over the city. */
const MOST_MEDIANS = 5;

/**
 * Abramson's square-root rule: h_i = h f(x_i)^(-1/2) / g, f a pilot density of fixed bandwidth and g the geometric
 * mean of f^(-1/2) over the points, so that dense places are drawn sharper and sparse ones smoother around the
 * common bandwidth h (Abramson 1982; Silverman 1986, sec. 5.3). Bandwidths over 5 times their median are cut to it,
 * as `sparr` does.
 *
 * Cost: the pilot at the points.
 *
 * @param options.bandwidth h, metres
 * @param options.pilot bandwidth of the pilot density, the same kernel, metres; default h
 * @throws OrynError bandwidth.invalid, points.coordinate, points.weight
 */
export function abramsonBandwidths(
  points: PlanarPoints,
  options: Omit<DensityOptions, 'bandwidths'> & { pilot?: DensityOptions['bandwidth'] | undefined },
): AdaptiveBandwidths {
  const { bandwidth, pilot = bandwidth } = options;
  checkBandwidth(bandwidth);
  // The pilot is one density, whatever is later done at the edge.
  const f = kernelDensityAt(points, points, { ...options, bandwidth: pilot, edge: undefined });
  // A point of weight 0 may lie where the pilot is 0; it adds nothing and takes the widest bandwidth.
  let sumOfLogs = 0;
  let positive = 0;
  for (const value of f) {
    if (!(value > 0)) continue;
    sumOfLogs += Math.log(value);
    positive++;
  }
  const geometric = Math.exp(-sumOfLogs / Math.max(1, positive) / 2);
  const wanted = f.map((value) => (value > 0 ? bandwidth / Math.sqrt(value) / geometric : Infinity));
  return limited(wanted, 0, MOST_MEDIANS);
}

/**
 * For each point the distance from its coordinate to the k-th nearest other one (Loftsgaarden & Quesenberry
 * 1965): stacked points share a bandwidth and it is never 0.
 *
 * @param options.least no bandwidth is under this, metres: about the cell of the grid, under which a kernel falls
 *   between the cell centres
 * @throws OrynError bandwidth.too-few where there are not more than k different coordinates
 */
export function nearestBandwidths(
  points: PlanarPoints,
  options: { neighbours: number; least: number; onProgress?: DensityOptions['onProgress'] },
): AdaptiveBandwidths {
  const { neighbours, least, onProgress } = options;
  checkPoints(points);
  const places = distinctPoints(points);
  const coordinates = places.x.length;
  if (coordinates <= neighbours)
    throw new OrynError('bandwidth.too-few', {
      rule: `nearest:${neighbours}`,
      coordinates,
      least: neighbours + 1,
    });
  const distances = kthNearestDistances(places, neighbours, onProgress);
  return limited(
    Float64Array.from(places.placeOf, (place) => distances[place]),
    least,
    Infinity,
  );
}

function limited(wanted: Float64Array, least: number, mostMedians: number): AdaptiveBandwidths {
  const sorted = wanted.slice().sort();
  const middle = sorted.length / 2;
  const median = (sorted[Math.floor(middle - 0.5)] + sorted[Math.floor(middle)]) / 2;
  const most = mostMedians === Infinity ? Infinity : mostMedians * median;
  let trimmed = 0;
  const bandwidths = wanted.map((value) => {
    const kept = Math.min(most, Math.max(least, value));
    if (kept !== value) trimmed++;
    return kept;
  });
  return {
    bandwidths,
    least: bandwidths.reduce((a, b) => Math.min(a, b), Infinity),
    median,
    most: bandwidths.reduce((a, b) => Math.max(a, b), 0),
    trimmed,
  };
}
