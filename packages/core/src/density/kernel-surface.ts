import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarBounds, PlanarWindow } from '../geometry/planar-window.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import type { Meters } from '../units/units.ts';
import { checkBandwidth, checkPoints } from './check-points.ts';
import { type Convolved, convolveOnGrid } from './convolution.ts';
import { cellCentres, type GridValues, gridOver } from './grid.ts';
import { kernelMass } from './kernel-mass.ts';
import { sumAtPlaces, sumOnGrid } from './kernel-sums.ts';
import type { Kernel } from './kernels.ts';

/** How a density makes up for what a kernel loses beyond the edge of the area. */
export type EdgeCorrection = 'none' | 'uniform' | 'diggle';

export interface DensityOptions {
  readonly kernel: Kernel;
  /** Radius of the kernel's support, metres; for `gaussian` its standard deviation. Greater than 0. */
  readonly bandwidth: Meters;
  /** A bandwidth for each point in place of the common one (adaptive), metres. Not with `uniform`. */
  readonly bandwidths?: Float64Array | undefined;
  /**
   * `uniform` divides the density at a place by the mass of a kernel there that lies in the window; `diggle`
   * divides each point by the mass of its own kernel in the window, so that the density over the window adds up
   * to the points (Diggle 1985; Jones 1993). With either the density outside the window is 0. Default `none`.
   */
  readonly edge?: { readonly correction: EdgeCorrection; readonly window: PlanarWindow } | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** How far a fast surface is off the exact sums, incidents per km². */
export interface Approximation {
  /** Bins along the side of a cell. */
  parts: number;
  /** No cell is further off than this: from theory. */
  bound: number;
  /** The furthest of a seeded sample of cells, against their exact sums. */
  measured: number;
  sampledCells: number;
  seed: number;
}

/** A density on a regular grid of square cells, in incidents per km². */
export interface Surface extends GridValues {
  readonly kernel: Kernel;
  /** The common bandwidth, or the one an adaptive surface starts from, metres. */
  readonly bandwidth: Meters;
  /** Where the surface is not made of exact sums. */
  readonly approximation?: Approximation | undefined;
}

const PER_KM2 = 1e6;
/** Cells on which a fast surface is held against the exact sums. */
const SAMPLED_CELLS = 200;
/** A point whose kernel has less than this part of its mass in the window does not lie in it. */
const LEAST_MASS = 1e-6;

/**
 * How far beyond the points a surface is carried: to the end of the kernel, 6 standard deviations of a Gaussian,
 * so that value × cell area adds up to the points; not at all with an edge correction, which is of the window.
 */
export function surfaceMargin(
  options: Pick<DensityOptions, 'kernel' | 'bandwidth' | 'bandwidths' | 'edge'>,
): number {
  const { kernel, bandwidth, bandwidths, edge } = options;
  if (edge && edge.correction !== 'none') return 0;
  const widest = bandwidths ? bandwidths.reduce((a, b) => Math.max(a, b), 0) : bandwidth;
  return kernel === 'gaussian' ? 6 * widest : widest;
}

/**
 * Kernel density on a grid: f(s) = Σ w k(|s - x|) over the points, times 1e6, in points (or weight) per km²; see
 * `kernelPeak` for the kernels. Exact sums at the cell centres unless `fast` is given, which convolves on the grid
 * and states its error.
 *
 * The sum of value × cell area is the number of points up to the discretisation, which is small while the
 * bandwidth is several cells. Without points the surface is 0.
 *
 * It misleads where it is read as a test (every surface has peaks), over water and empty land (it flows over
 * them), and beside surfaces of another bandwidth.
 *
 * Cost: exact, points × pi (radius / cell)²; fast, see `convolveOnGrid`.
 *
 * @param options.fast seed of the cells the convolution is checked on; with `bandwidths` the sums stay exact
 * @param bounds what the grid must cover; widened by the kernel, its lines on multiples of the cell size
 * @throws OrynError bandwidth.invalid, points.coordinate, points.weight, density.edge-adaptive
 */
export function kernelSurface(
  points: PlanarPoints,
  bounds: PlanarBounds,
  options: DensityOptions & { cellSize: Meters; fast?: { seed: number } | undefined },
): Surface {
  const { kernel, bandwidth, bandwidths, cellSize, fast, onProgress } = options;
  check(points, options);
  const grid = gridOver(bounds, surfaceMargin(options), cellSize);
  const massed = pointsByMass(points, options);
  const isFast = fast !== undefined && !bandwidths;
  const sums: Convolved | undefined = isFast ? convolveOnGrid(massed, grid, options, onProgress) : undefined;
  const values = sums?.values ?? sumOnGrid(massed, grid, options, onProgress);
  const centres = cellCentres(grid);
  finish(values, centres, options);
  const surface = { ...grid, values, kernel, bandwidth };
  if (!sums || !fast) return surface;
  finish(sums.bounds, centres, options);
  let bound = 0;
  for (const value of sums.bounds) bound = Math.max(bound, value);
  const cells = sampleOf(values, fast.seed);
  const at = { x: cells.map((cell) => centres.x[cell]), y: cells.map((cell) => centres.y[cell]) };
  const exact = sumAtPlaces(massed, at, options);
  finish(exact, at, options);
  const measured = cells.reduce((most, cell, i) => Math.max(most, Math.abs(values[cell] - exact[i])), 0);
  return {
    ...surface,
    approximation: { parts: sums.parts, bound, measured, sampledCells: cells.length, seed: fast.seed },
  };
}

/**
 * Kernel density at given places, points (or weight) per km²: the sums of `kernelSurface`, always exact. Cost:
 * points × the places within the radius of each.
 *
 * @throws OrynError as `kernelSurface`
 */
export function kernelDensityAt(
  points: PlanarPoints,
  at: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  options: DensityOptions,
): Float64Array {
  check(points, options);
  const values = sumAtPlaces(pointsByMass(points, options), at, options, options.onProgress);
  finish(values, at, options);
  return values;
}

function check(points: PlanarPoints, { bandwidth, bandwidths, edge }: DensityOptions): void {
  checkBandwidth(bandwidth);
  checkPoints(points);
  if (bandwidths && bandwidths.length !== points.x.length)
    throw new RangeError('There must be one bandwidth for each point');
  for (const value of bandwidths ?? []) checkBandwidth(value);
  if (bandwidths && edge?.correction === 'uniform') throw new OrynError('density.edge-adaptive');
}

/** With Diggle's correction each point counts as one over the mass of its kernel in the window. */
function pointsByMass(points: PlanarPoints, options: DensityOptions): PlanarPoints {
  const { kernel, bandwidth, bandwidths, edge } = options;
  if (edge?.correction !== 'diggle') return points;
  const { x, y } = points;
  const massAt = kernelMass(edge.window, kernel, bandwidth);
  const weights = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const mass = massAt(x[i], y[i], bandwidths?.[i]);
    if (mass < LEAST_MASS)
      throw new RangeError('Every point must lie in the window to be corrected for its edge');
    weights[i] = (points.weights ? points.weights[i] : 1) / mass;
  }
  return { x, y, weights };
}

/** Per square metre to per km², and what an edge correction does at the place itself. */
function finish(
  values: Float64Array,
  at: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  { kernel, bandwidth, edge }: DensityOptions,
): void {
  for (let i = 0; i < values.length; i++) values[i] *= PER_KM2;
  if (!edge || edge.correction === 'none') return;
  const { window, correction } = edge;
  const massAt = correction === 'uniform' ? kernelMass(window, kernel, bandwidth) : undefined;
  for (let i = 0; i < values.length; i++) {
    if (!window.contains(at.x[i], at.y[i])) values[i] = 0;
    else if (massAt && values[i] > 0) values[i] /= massAt(at.x[i], at.y[i]);
  }
}

/** Cells on which something lies, drawn evenly; the highest is always among them. */
function sampleOf(values: Float64Array, seed: number): number[] {
  const filled: number[] = [];
  let highest = 0;
  for (let cell = 0; cell < values.length; cell++) {
    if (values[cell] > 0) filled.push(cell);
    if (values[cell] > values[highest]) highest = cell;
  }
  if (filled.length <= SAMPLED_CELLS) return filled;
  const random = randomStream(seed);
  const drawn = new Set([highest]);
  while (drawn.size < SAMPLED_CELLS) drawn.add(filled[random.integer(0, filled.length - 1)]);
  return [...drawn];
}
