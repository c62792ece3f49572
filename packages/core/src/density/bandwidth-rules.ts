import type { PlanarPoints } from '../geometry/planar-points.ts';

/** A standard deviation chosen for each axis, metres, and the one that is used for both: their geometric mean. */
export interface AxisSigmas {
  x: number;
  y: number;
  /** Where one axis has no spread (all points on a line along the other), the value of the other. */
  sigma: number;
}

/**
 * Scott's rule in two dimensions: n^(-1/6) times the standard deviation (divisor n-1) of each axis (Scott 1992,
 * eq. 6.42). Right for one normal cloud; a city is many, so it smooths too much.
 */
export function scottSigmas({ x, y }: PlanarPoints): AxisSigmas {
  const factor = x.length ** (-1 / 6);
  return together(factor * standardDeviation(x), factor * standardDeviation(y));
}

/**
 * Silverman's rule of thumb for each axis alone: 0.9 min(s, IQR / 1.34) n^(-1/5) (Silverman 1986, eq. 3.31;
 * `nrd0` of R). Made for one dimension; in two it is a little small for one normal cloud and still too much for
 * a city.
 */
export function silvermanSigmas(points: PlanarPoints): AxisSigmas {
  const axis = (values: Float64Array): number => 0.9 * spread(values) * values.length ** (-1 / 5);
  return together(axis(points.x), axis(points.y));
}

/**
 * The normal reference bandwidth of MASS, 4 × 1.06 min(s, IQR / 1.34) n^(-1/5) for each axis (Venables & Ripley
 * 2002, sec. 5.6): four standard deviations, not one. sfhotspot means the mean of the two; it takes that of x.
 */
export function massBandwidths(points: PlanarPoints): { x: number; y: number } {
  const axis = (values: Float64Array): number => 4 * 1.06 * spread(values) * values.length ** (-1 / 5);
  return { x: axis(points.x), y: axis(points.y) };
}

/**
 * The search radius that ArcGIS takes by itself: 0.9 min(SD, D √(1 / ln 2)) n^(-1/5), SD the standard distance
 * from the mean centre and D the median distance to it. A radius of its quartic kernel.
 */
export function arcgisRadius({ x, y }: PlanarPoints): number {
  const count = x.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const distances = x.map((px, i) => Math.hypot(px - meanX, y[i] - meanY));
  const standardDistance = Math.sqrt(distances.reduce((sum, d) => sum + d * d, 0) / count);
  const median = quantile(distances.slice().sort(), 0.5);
  const robust = median > 0 ? Math.sqrt(1 / Math.LN2) * median : Infinity;
  return 0.9 * Math.min(standardDistance, robust) * count ** -0.2;
}

const together = (x: number, y: number): AxisSigmas => ({
  x,
  y,
  sigma: x === 0 || y === 0 ? Math.max(x, y) : Math.sqrt(x * y),
});

/** The lesser of the standard deviation and the interquartile range as one; the former where half are equal. */
function spread(values: Float64Array): number {
  const sorted = values.slice().sort();
  const range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  const deviation = standardDeviation(values);
  return range > 0 ? Math.min(deviation, range) : deviation;
}

const mean = (values: Float64Array): number => {
  const [first] = values;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
};

function standardDeviation(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

/** By linear interpolation of sorted values (type 7 of R). */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}
