import type { PlanarPoints } from '../geometry/planar-points.ts';
import { pointGrid } from '../geometry/point-grid.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { Grid } from './grid.ts';
import { type Kernel, kernelPeak, kernelRadius, kernelShapes } from './kernels.ts';

/** A kernel and its bandwidth, one for all points or one for each. */
export interface KernelSpec {
  readonly kernel: Kernel;
  /** Metres, greater than 0. */
  readonly bandwidth: number;
  /** Metres, one for each point, greater than 0; in place of the common one. */
  readonly bandwidths?: Float64Array | undefined;
}

/** Progress is told after so many points. */
const POINTS_PER_STEP = 1024;

/** Adds a row of cells: u runs from `u` by `step` in bandwidths, `v2` is the squared distance of the row. */
type AddRow = (
  values: Float64Array,
  from: number,
  count: number,
  u: number,
  step: number,
  v2: number,
  height: number,
) => void;

/** Row loops of their own for the kernels that are a polynomial of the squared distance. */
const ADD_ROW: Readonly<Partial<Record<Kernel, AddRow>>> = {
  quartic: (values, from, count, u, step, v2, height) => {
    const rest = 1 - v2;
    for (let i = 0; i < count; i++) {
      const along = u + i * step;
      const share = rest - along * along;
      if (share > 0) values[from + i] += height * share * share;
    }
  },
  epanechnikov: (values, from, count, u, step, v2, height) => {
    const rest = 1 - v2;
    for (let i = 0; i < count; i++) {
      const along = u + i * step;
      const share = rest - along * along;
      if (share > 0) values[from + i] += height * share;
    }
  },
  uniform: (values, from, count, u, step, v2, height) => {
    for (let i = 0; i < count; i++) {
      const along = u + i * step;
      if (v2 + along * along <= 1) values[from + i] += height;
    }
  },
};

const addRowOf = (kernel: Kernel): AddRow => {
  const shape = kernelShapes[kernel];
  return (
    ADD_ROW[kernel] ??
    ((values, from, count, u, step, v2, height) => {
      for (let i = 0; i < count; i++) {
        const along = u + i * step;
        values[from + i] += height * shape(v2 + along * along);
      }
    })
  );
};

/**
 * Sums of kernels at the centres of grid cells, per square metre: exact, each point added to every cell within
 * its radius. Cost: points × pi (radius / cell)².
 */
export function sumOnGrid(
  points: PlanarPoints,
  grid: Grid,
  spec: KernelSpec,
  onProgress: OnProgress = () => {},
): Float64Array {
  const { x, y, weights } = points;
  const { left, bottom, cellSize, columns, rows } = grid;
  const { kernel, bandwidth: common, bandwidths } = spec;
  const values = new Float64Array(columns * rows);
  const addRow = addRowOf(kernel);
  const isGaussian = kernel === 'gaussian';
  const factors = new Float64Array(isGaussian ? columns : 0);
  const rowFactors = new Float64Array(isGaussian ? rows : 0);
  for (let i = 0; i < x.length; i++) {
    if (i % POINTS_PER_STEP === 0) onProgress(i, x.length);
    const bandwidth = bandwidths ? bandwidths[i] : common;
    const step = cellSize / bandwidth;
    const reach = kernelRadius(kernel, bandwidth) / cellSize;
    const peak = kernelPeak(kernel, bandwidth);
    const height = weights ? peak * weights[i] : peak;
    const px = (x[i] - left) / cellSize - 0.5;
    const py = (y[i] - bottom) / cellSize - 0.5;
    const firstRow = Math.max(0, Math.ceil(py - reach));
    const lastRow = Math.min(rows - 1, Math.floor(py + reach));
    if (isGaussian) {
      fillGaussian(factors, px, step, reach);
      fillGaussian(rowFactors, py, step, reach);
    }
    for (let row = firstRow; row <= lastRow; row++) {
      const halfWidth = Math.sqrt(Math.max(0, reach * reach - (row - py) * (row - py)));
      const first = Math.max(0, Math.ceil(px - halfWidth));
      const last = Math.min(columns - 1, Math.floor(px + halfWidth));
      if (isGaussian) {
        const rowHeight = height * rowFactors[row];
        const shift = row * columns;
        for (let column = first; column <= last; column++)
          values[shift + column] += rowHeight * factors[column];
      } else {
        const v = (row - py) * step;
        addRow(values, row * columns + first, last - first + 1, (first - px) * step, step, v * v, height);
      }
    }
  }
  onProgress(x.length, x.length);
  return values;
}

/**
 * A Gaussian is a product over the axes: its factors along an axis are the same for every row (column) of a point.
 * exp(-(u + s)²/2) follows from exp(-u²/2) by a factor that itself shrinks by exp(-s²) a step; from the middle
 * outward k steps cost about k² / 2 roundings, under 1e-13 for 30 cells.
 */
function fillGaussian(factors: Float64Array, centre: number, step: number, reach: number): void {
  const first = Math.max(0, Math.ceil(centre - reach));
  const last = Math.min(factors.length - 1, Math.floor(centre + reach));
  const middle = Math.min(last, Math.max(first, Math.round(centre)));
  const u = (middle - centre) * step;
  const shrink = Math.exp(-step * step);
  const height = Math.exp((-u * u) / 2);
  let factor = height;
  let ratio = Math.exp(-u * step - (step * step) / 2);
  for (let cell = middle; cell <= last; cell++) {
    factors[cell] = factor;
    factor *= ratio;
    ratio *= shrink;
  }
  factor = height;
  ratio = Math.exp(u * step - (step * step) / 2);
  for (let cell = middle - 1; cell >= first; cell--) {
    factor *= ratio;
    ratio *= shrink;
    factors[cell] = factor;
  }
}

/**
 * The same sums at given places, per square metre. Cost: points × the places within the radius of each; the
 * order of the sum is that of the points.
 */
export function sumAtPlaces(
  points: PlanarPoints,
  at: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  spec: KernelSpec,
  onProgress: OnProgress = () => {},
): Float64Array {
  const { x, y, weights } = points;
  const { kernel, bandwidth: common, bandwidths } = spec;
  const shape = kernelShapes[kernel];
  const places = pointGrid(
    Float64Array.from(at.x),
    Float64Array.from(at.y),
    kernelRadius(kernel, bandwidths ? medianOf(bandwidths, common) : common),
  );
  const sums = new Float64Array(at.x.length);
  for (let i = 0; i < x.length; i++) {
    if (i % POINTS_PER_STEP === 0) onProgress(i, x.length);
    const bandwidth = bandwidths ? bandwidths[i] : common;
    const radius = kernelRadius(kernel, bandwidth);
    const height = kernelPeak(kernel, bandwidth) * (weights ? weights[i] : 1);
    const perBandwidth = 1 / (bandwidth * bandwidth);
    const radiusSquared = radius * radius;
    const [px, py] = [x[i] - places.left, y[i] - places.bottom];
    const firstRow = Math.max(0, Math.floor((py - radius) / places.cellSize));
    const lastRow = Math.min(places.rows - 1, Math.floor((py + radius) / places.cellSize));
    const first = Math.max(0, Math.floor((px - radius) / places.cellSize));
    const last = Math.min(places.columns - 1, Math.floor((px + radius) / places.cellSize));
    if (first > last) continue;
    for (let row = firstRow; row <= lastRow; row++) {
      const end = places.offsets[row * places.columns + last + 1];
      for (let place = places.offsets[row * places.columns + first]; place < end; place++) {
        const dx = places.x[place] - x[i];
        const dy = places.y[place] - y[i];
        const squared = dx * dx + dy * dy;
        if (squared <= radiusSquared) sums[place] += height * shape(squared * perBandwidth);
      }
    }
  }
  onProgress(x.length, x.length);
  const values = new Float64Array(sums.length);
  for (let place = 0; place < sums.length; place++) values[places.order[place]] = sums[place];
  return values;
}

function medianOf(values: Float64Array, otherwise: number): number {
  return values.length === 0 ? otherwise : Float64Array.from(values).sort()[values.length >> 1];
}
