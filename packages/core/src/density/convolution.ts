import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { complexTable, multiplyInto, powerOfTwo, transform } from './fourier.ts';
import type { Grid } from './grid.ts';
import { BANDWIDTH_PER_SIGMA, type Kernel, kernelPeak, kernelRadius, kernelShapes } from './kernels.ts';

/** Kernel sums by convolution on the grid, and how far they may be off. */
export interface Convolved {
  /** Per square metre, at the centres of the cells. */
  values: Float64Array;
  /** Upper bound of |value - exact sum| in each cell, the same unit. */
  bounds: Float64Array;
  /** Bins along the side of a cell. */
  parts: number;
}

/** Bins are at most this part of the kernel's standard deviation, where memory allows. */
const BIN_PER_SIGMA = 0.3;
/** Bins of the transformed table at most, 32 bytes each; a grid with more cells has one bin a cell. */
const MOST_BINS = 1 << 22;
/** Rounding of the transform, of the highest value; measured about 1e-15 on tables of 2048 × 2048. */
const ROUNDING = 1e-12;

/**
 * Kernel sums by linear binning and the fast Fourier transform (Silverman 1982; Wand 1994). Each point is shared
 * among the four corners of its bin square by bilinear weights, the bins are convolved with the kernel.
 *
 * The error is that of bilinear interpolation of the kernel over a bin of side b. In each cell it is at most the
 * sum over the points of the least of b²/8 sup(|k_xx| + |k_yy|) (where the kernel is smooth on the bin), b/√2
 * sup|∇k| (where it has a bend) and its jump (at the rim of `uniform` and `negative-exponential`), the suprema
 * over the square the point lies in. That sum is a convolution too and comes with the same transforms.
 *
 * Cost: points + 3 transforms of (columns + radius) × (rows + radius) × parts² bins, sides rounded up to powers
 * of two; independent of the bandwidth but for `parts`.
 */
export function convolveOnGrid(
  points: PlanarPoints,
  grid: Grid,
  spec: { kernel: Kernel; bandwidth: number },
  onProgress: OnProgress = () => {},
): Convolved {
  const { kernel, bandwidth } = spec;
  const radius = kernelRadius(kernel, bandwidth);
  const sizes = (parts: number): { pad: number; columns: number; rows: number } => {
    const pad = Math.ceil((radius * parts) / grid.cellSize) + 2;
    return {
      pad,
      columns: powerOfTwo(grid.columns * parts + 2 * pad),
      rows: powerOfTwo(grid.rows * parts + 2 * pad),
    };
  };
  const fits = (parts: number): boolean => sizes(parts).columns * sizes(parts).rows <= MOST_BINS;
  const wanted = grid.cellSize / ((BIN_PER_SIGMA * bandwidth) / BANDWIDTH_PER_SIGMA[kernel]);
  let parts = 1;
  while (parts < wanted && fits(2 * parts)) parts *= 2;
  const { pad, columns, rows } = sizes(parts);
  const bin = grid.cellSize / parts;

  onProgress(0, 4);
  const binned = complexTable(columns, rows);
  const { x, y, weights } = points;
  const [width, height] = [grid.columns * parts + 2 * pad, grid.rows * parts + 2 * pad];
  for (let i = 0; i < x.length; i++) {
    // The centre of each cell is a bin.
    const px = (x[i] - grid.left) / bin - parts / 2 + pad;
    const py = (y[i] - grid.bottom) / bin - parts / 2 + pad;
    const [column, row] = [Math.floor(px), Math.floor(py)];
    // Further than the radius from every cell.
    if (column < 0 || row < 0 || column + 1 >= width || row + 1 >= height) continue;
    const weight = weights ? weights[i] : 1;
    const [east, north] = [px - column, py - row];
    const at = row * columns + column;
    binned.real[at] += weight * (1 - east) * (1 - north);
    binned.real[at + 1] += weight * east * (1 - north);
    binned.real[at + columns] += weight * (1 - east) * north;
    binned.real[at + columns + 1] += weight * east * north;
  }

  const kernels = complexTable(columns, rows);
  const peak = kernelPeak(kernel, bandwidth);
  const shape = kernelShapes[kernel];
  const step = bin / bandwidth;
  const errorAt = interpolationError(kernel, step);
  for (let row = -pad; row <= pad; row++) {
    for (let column = -pad; column <= pad; column++) {
      const squared = (row * row + column * column) * step * step;
      const at = ((row + rows) % rows) * columns + ((column + columns) % columns);
      kernels.real[at] = peak * shape(squared);
      kernels.imaginary[at] = peak * errorAt(Math.sqrt(squared));
    }
  }
  onProgress(1, 4);
  transform(binned);
  onProgress(2, 4);
  transform(kernels);
  onProgress(3, 4);
  multiplyInto(binned, kernels);
  transform(binned, true);
  const values = new Float64Array(grid.columns * grid.rows);
  const bounds = new Float64Array(values.length);
  let highest = 0;
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const at = (row * parts + pad) * columns + column * parts + pad;
      const cell = row * grid.columns + column;
      values[cell] = Math.max(0, binned.real[at]);
      bounds[cell] = Math.max(0, binned.imaginary[at]);
      highest = Math.max(highest, values[cell]);
    }
  }
  for (let cell = 0; cell < bounds.length; cell++) bounds[cell] += ROUNDING * highest;
  onProgress(4, 4);
  return { values, bounds, parts };
}

/**
 * Upper bound of the error of bilinear interpolation of a kernel's shape over a square of side `step`
 * (bandwidths) that touches a node u bandwidths from the centre.
 */
function interpolationError(kernel: Kernel, step: number): (u: number) => number {
  const reach = Math.SQRT2 * step;
  const curved = (step * step) / 8;
  const bent = step / Math.SQRT2;
  const near = (u: number): number => Math.max(0, u - reach);
  const beyond = (u: number): boolean => u - reach >= 1;
  const onRim = (u: number): boolean => u + reach > 1;
  const bounds: Record<Kernel, (u: number) => number> = {
    // |f_xx| + |f_yy| <= 8 (1 - u²) + 8 u² = 8, and the slope has no jump at the rim.
    quartic: (u) => (beyond(u) ? 0 : 8 * curved),
    // (u² + 2) exp(-u²/2) falls with u.
    gaussian: (u) => (near(u) ** 2 + 2) * Math.exp(-(near(u) ** 2) / 2) * curved,
    epanechnikov: (u) => (beyond(u) ? 0 : onRim(u) ? 2 * bent : 4 * curved),
    triangular: (u) => (beyond(u) ? 0 : onRim(u) ? bent : Math.min(bent, curved / near(u))),
    uniform: (u) => (beyond(u) || !onRim(u) ? 0 : 1),
    'negative-exponential': (u) => {
      const height = Math.exp(-3 * near(u));
      if (beyond(u)) return 0;
      if (onRim(u)) return Math.exp(-3) + 3 * height * bent;
      return height * Math.min(3 * bent, (9 + 3 / near(u)) * curved);
    },
  };
  return bounds[kernel];
}
