import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';

/** Where the middle of a pattern is and how far it spreads; metres and square metres. */
export interface Centrography {
  readonly points: number;
  /** Sum of the weights; the number of points without weights. */
  readonly weight: number;
  readonly meanCentre: readonly [number, number];
  /** Median of x and of y apart: it changes when the axes are turned. Weights are not used. */
  readonly medianCentre: readonly [number, number];
  /** The point of least summed distance; it does not change when the axes are turned. */
  readonly geometricMedian: readonly [number, number];
  /** √(Σ d² / n), d the distance to the mean centre (Bachi 1963). */
  readonly standardDistance: number;
  /** √(Σ d² / (n-2)), as CrimeStat; NaN for fewer than 3 points. */
  readonly standardDistanceSample: number;
  /** xx, xy, yy with divisor n-1; NaN for one point. */
  readonly covariance: readonly [number, number, number];
  readonly ellipse: DeviationEllipse;
}

/** Standard deviational ellipse: one standard deviation (divisor n-1) along each axis of the covariance. */
export interface DeviationEllipse {
  readonly majorMeters: number;
  readonly minorMeters: number;
  /** Direction of the longer axis, degrees from the x axis counter-clockwise, 0 <= angle < 180. */
  readonly angleDegrees: number;
}

/**
 * Mean, median and geometric median centre, standard distance and deviational ellipse. With weights w, sums are over
 * w and n is Σ w. A centre may lie where nothing ever happened: between two hot spots, in a lake.
 *
 * The ellipse has the axes of the covariance matrix (Lefever 1926 as corrected by Gong 2002), so its axes are one
 * standard deviation each; other programs multiply them by √2 or 2. In a bivariate normal pattern 39 % of the points
 * lie inside.
 *
 * @throws OrynError pattern.too-few-points (none); RangeError for weights that are negative, not finite or all 0
 */
export function centrography(points: PlanarPoints): Centrography {
  const { x, y, weights } = points;
  const n = x.length;
  if (n === 0) throw new OrynError('pattern.too-few-points', { count: 0, least: 1 });
  if (weights && !weights.every((weight) => weight >= 0 && Number.isFinite(weight)))
    throw new RangeError('weights are finite and not negative');
  const weightOf = (i: number): number => weights?.[i] ?? 1;
  // About the first point, which keeps the digits that metres of a UTM zone would cost.
  const [x0, y0] = [x[0], y[0]];
  let [total, sumX, sumY] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const weight = weightOf(i);
    total += weight;
    sumX += weight * (x[i] - x0);
    sumY += weight * (y[i] - y0);
  }
  if (!(total > 0)) throw new RangeError('all weights are 0');
  const [meanX, meanY] = [x0 + sumX / total, y0 + sumY / total];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const weight = weightOf(i);
    const [dx, dy] = [x[i] - meanX, y[i] - meanY];
    xx += weight * dx * dx;
    xy += weight * dx * dy;
    yy += weight * dy * dy;
  }
  const sample = total > 1 ? total - 1 : Number.NaN;
  const covariance = [xx / sample, xy / sample, yy / sample] as const;
  return {
    points: n,
    weight: total,
    meanCentre: [meanX, meanY],
    medianCentre: [median(x), median(y)],
    geometricMedian: geometricMedian(points),
    standardDistance: Math.sqrt((xx + yy) / total),
    standardDistanceSample: total > 2 ? Math.sqrt((xx + yy) / (total - 2)) : Number.NaN,
    covariance,
    ellipse: ellipseOf(covariance),
  };
}

function ellipseOf([xx, xy, yy]: readonly [number, number, number]): DeviationEllipse {
  const middle = (xx + yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  const angle = (Math.atan2(2 * xy, xx - yy) / 2) * (180 / Math.PI);
  return {
    majorMeters: Math.sqrt(middle + half),
    minorMeters: Math.sqrt(Math.max(0, middle - half)),
    angleDegrees: (angle + 180) % 180,
  };
}

function median(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Steps after which the search ends even if it still moves; it halves its error in a few. */
const MOST_STEPS = 10_000;

/**
 * The point of least weighted sum of distances, by Weiszfeld's steps with the remedy of Vardi & Zhang (2000) where a
 * step meets a point of the pattern. Ends when it moves less than 1e-10 of the pattern's size. Of points on one line
 * with a whole stretch of medians it gives one of the stretch.
 */
export function geometricMedian({ x, y, weights }: PlanarPoints): readonly [number, number] {
  const n = x.length;
  let [atX, atY] = [median(x), median(y)];
  const size = x.reduce((most, value, i) => Math.max(most, Math.hypot(value - atX, y[i] - atY)), 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    let [pullX, pullY, sum, here] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const weight = weights?.[i] ?? 1;
      const [dx, dy] = [x[i] - atX, y[i] - atY];
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance <= size * 1e-12) {
        here += weight;
        continue;
      }
      const share = weight / distance;
      sum += share;
      pullX += share * dx;
      pullY += share * dy;
    }
    if (sum === 0) break;
    const pull = Math.hypot(pullX, pullY);
    const moved = pull === 0 ? 0 : Math.max(0, 1 - here / pull);
    const [moveX, moveY] = [(moved * pullX) / sum, (moved * pullY) / sum];
    atX += moveX;
    atY += moveY;
    if (Math.hypot(moveX, moveY) <= size * 1e-10) break;
  }
  return [atX, atY];
}
