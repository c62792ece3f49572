import type { PlanarWindow } from '../geometry/planar-window.ts';
import { pointGrid } from '../geometry/point-grid.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import { scottSigmas } from './bandwidth-rules.ts';
import type { DistinctPoints } from './distinct-points.ts';
import { kernelMass } from './kernel-mass.ts';
import { kthNearestDistances } from './nearest-distances.ts';

/** A standard deviation that was searched for. */
export interface FoundSigma {
  /** Metres. */
  sigma: number;
  /** The least or greatest value tried was the best: the data do not settle it. */
  atEnd: boolean;
  /** Distinct coordinates the criterion was taken at: all, or a seeded sample of them. */
  evaluated: number;
}

export interface SearchOptions {
  readonly seed: number;
  readonly window?: PlanarWindow | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The criteria are averages over points; so many coordinates give them within a few per cent. */
const MOST_EVALUATED = 2000;
/** Standard deviations after which a Gaussian is left out of the criterion: under 4e-6 of its height. */
const CUT = 5;
const LIKELIHOOD_STEP = 1.25;
/** The likelihood has one hill; after so many steps down its top is behind. */
const STEPS_DOWN = 4;
const DIGGLE_RADII = 512;

/**
 * Log-likelihood of each point under the density of the others, Gaussian with a standard deviation, less the
 * mass: Σ log f(x_i without i) - n (Silverman 1986, sec. 3.4.4; Loader 1999, sec. 5.3). A point is foretold from the
 * *other coordinates* only: points on its own would make the criterion grow without end towards 0. With a window
 * the density is corrected for its edge (uniform), as `bw.ppl` of spatstat does.
 *
 * @param sample the coordinates it is summed over
 */
export function likelihoodCriterion(
  places: DistinctPoints,
  sample: Uint32Array,
  { window, onProgress }: Pick<SearchOptions, 'window' | 'onProgress'> = {},
): (sigma: number) => number {
  const { x, y, counts } = places;
  const nearest = kthNearestDistances(places, 1);
  const massAt = window && kernelMass(window, 'gaussian', Math.max(1e-3, quantileOf(nearest, 0.9)));
  return (sigma) => {
    const radius = CUT * sigma;
    const grid = pointGrid(x, y, radius);
    let sum = 0;
    sample.forEach((place, i) => {
      if (i % 64 === 0) onProgress?.(i, sample.length);
      let f = 0;
      visitNear(grid, x[place], y[place], radius, (other, squared) => {
        if (other !== place) f += counts[other] * Math.exp(-squared / (2 * sigma * sigma));
      });
      // Far from everything only the nearest counts; its logarithm stays finite where the height is not.
      const height = f > 0 ? Math.log(f) : -(nearest[place] ** 2) / (2 * sigma * sigma);
      const mass = massAt ? massAt(x[place], y[place], sigma) : 1;
      sum += counts[place] * (height - Math.log(2 * Math.PI * mass * sigma * sigma) - 1);
    });
    return sum;
  };
}

/**
 * The standard deviation of a Gaussian kernel that foretells each point best from the others: the greatest value
 * of `likelihoodCriterion`. Values are tried upward in steps of a quarter until the top is behind, then it is
 * found to half a per cent. Cost: sampled coordinates × their neighbours within 5 standard deviations × about 25.
 */
export function likelihoodSigma(places: DistinctPoints, options: SearchOptions): FoundSigma {
  const sample = sampleOfPlaces(places, options.seed);
  const criterion = likelihoodCriterion(places, sample, options);
  const scott = scottSigmas(places).sigma;
  const least = Math.max(scott / 500, quantileOf(kthNearestDistances(places, 1), 0.05) / 4);
  const tried: { sigma: number; value: number }[] = [];
  let best = 0;
  for (let sigma = least; sigma < 8 * scott || tried.length < 3; sigma *= LIKELIHOOD_STEP) {
    tried.push({ sigma, value: criterion(sigma) });
    if (tried[tried.length - 1].value > tried[best].value) best = tried.length - 1;
    if (tried.length - 1 - best >= STEPS_DOWN) break;
  }
  const atEnd = best === 0 || best === tried.length - 1;
  const from = tried[Math.max(0, best - 1)].sigma;
  const to = tried[Math.min(tried.length - 1, best + 1)].sigma;
  return { sigma: goldenSection(criterion, from, to), atEnd, evaluated: sample.length };
}

/**
 * The standard deviation that minimises the mean square error of a density under a stationary Cox process
 * (Berman & Diggle 1989; Diggle 1985): with K(r) the mean number of further points within r of a point, over n,
 *
 * M(h) = (1/n - 2 K(h)) / (pi h²) + ∫ A(r, h) dK(r) / (pi h²)², A the area two discs of radius h share at
 * distance r; the standard deviation is h / 2, that of the uniform kernel. No edge correction of K, for which the
 * window's area falls out of the comparison. Often small, for it answers to the tightest clusters.
 *
 * Each coordinate counts once: stacked points would be a jump of K at 0 that draws the minimum to 0. Cost: sampled coordinates × their neighbours within 4 standard deviations of the widest tried.
 */
export function diggleSigma(places: DistinctPoints, options: SearchOptions): FoundSigma {
  const { x, y } = places;
  const bounds = options.window?.bounds ?? boundsOf(places);
  const [width, height] = [bounds.right - bounds.left, bounds.top - bounds.bottom];
  const area = options.window?.areaSquareMeters ?? width * height;
  // The range over which K is estimated well (spatstat's rule), twice the widest radius tried.
  const quarter = Math.min(width, height) / 4 || Math.max(width, height) / 4;
  const most = Math.min(quarter, area > 0 ? Math.sqrt((1000 * area) / (Math.PI * x.length)) : quarter);
  const binWidth = most / (2 * DIGGLE_RADII);
  const pairs = new Float64Array(2 * DIGGLE_RADII);
  const sample = sampleOfPlaces(places, options.seed);
  const grid = pointGrid(x, y, most / 4);
  sample.forEach((place, i) => {
    if (i % 64 === 0) options.onProgress?.(i, sample.length);
    visitNear(grid, x[place], y[place], most, (other, squared) => {
      const bin = Math.floor(Math.sqrt(squared) / binWidth);
      if (other !== place && bin < pairs.length) pairs[bin]++;
    });
  });
  let best = { h: 0, value: Infinity, step: 0 };
  for (let step = 1; step <= DIGGLE_RADII; step++) {
    const h = step * binWidth;
    const disc = Math.PI * h * h;
    let within = 0;
    let shared = 0;
    for (let bin = 0; bin < 2 * step; bin++) {
      if (bin < step) within += pairs[bin];
      const half = (bin + 0.5) / (2 * step);
      shared += pairs[bin] * 2 * h * h * (Math.acos(half) - half * Math.sqrt(1 - half * half));
    }
    const value = (1 - (2 * within) / sample.length) / disc + shared / sample.length / (disc * disc);
    if (value < best.value) best = { h, value, step };
  }
  return {
    sigma: best.h / 2,
    atEnd: best.step === 1 || best.step === DIGGLE_RADII,
    evaluated: sample.length,
  };
}

/** All coordinates, or a seeded sample of them without repetition. */
function sampleOfPlaces({ x }: DistinctPoints, seed: number): Uint32Array {
  const order = Uint32Array.from(x, (_, i) => i);
  if (order.length <= MOST_EVALUATED) return order;
  const random = randomStream(seed);
  for (let i = 0; i < MOST_EVALUATED; i++) {
    const j = random.integer(i, order.length - 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.slice(0, MOST_EVALUATED);
}

function visitNear(
  grid: ReturnType<typeof pointGrid>,
  x: number,
  y: number,
  radius: number,
  visit: (index: number, squared: number) => void,
): void {
  const cell = (value: number, from: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor((value - from) / grid.cellSize)));
  const first = cell(x - radius, grid.left, grid.columns);
  const last = cell(x + radius, grid.left, grid.columns);
  const lastRow = cell(y + radius, grid.bottom, grid.rows);
  for (let row = cell(y - radius, grid.bottom, grid.rows); row <= lastRow; row++) {
    const end = grid.offsets[row * grid.columns + last + 1];
    for (let at = grid.offsets[row * grid.columns + first]; at < end; at++) {
      const squared = (grid.x[at] - x) ** 2 + (grid.y[at] - y) ** 2;
      if (squared <= radius * radius) visit(grid.order[at], squared);
    }
  }
}

function goldenSection(criterion: (sigma: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(from), Math.log(to)];
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atA, atB] = [criterion(Math.exp(a)), criterion(Math.exp(b))];
  while (high - low > 0.005) {
    if (atA > atB) {
      [high, b, atB] = [b, a, atA];
      a = high - ratio * (high - low);
      atA = criterion(Math.exp(a));
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + ratio * (high - low);
      atB = criterion(Math.exp(b));
    }
  }
  return Math.exp((low + high) / 2);
}

function quantileOf(values: Float64Array, share: number): number {
  return values.slice().sort()[Math.floor(share * (values.length - 1))];
}

function boundsOf({ x, y }: DistinctPoints): { left: number; right: number; bottom: number; top: number } {
  const bounds = { left: x[0], right: x[x.length - 1], bottom: Infinity, top: -Infinity };
  for (const value of y) {
    bounds.bottom = Math.min(bounds.bottom, value);
    bounds.top = Math.max(bounds.top, value);
  }
  return bounds;
}
