import KDBush from 'kdbush';
import type { Meters } from '../units/units.ts';

/** A density on a regular grid of square cells, in incidents per km². */
export interface Surface {
  /** South-west corner of the grid, metres on the metric plane. */
  readonly left: number;
  readonly bottom: number;
  readonly cellSize: Meters;
  readonly columns: number;
  readonly rows: number;
  /** Value at the centre of each cell, row by row from the south, west to east. */
  readonly values: Float64Array;
  readonly kernel: 'quartic';
  readonly bandwidth: Meters;
}

export interface GridExtent {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Height of a kernel of unit mass at its centre, per km²: 3 / (pi h²) with h in km (Silverman 1986, eq. 4.5). */
const peakPerKm2 = (bandwidth: number): number => 3e6 / (Math.PI * bandwidth * bandwidth);

/**
 * Quartic kernel density on a grid: f(s) = sum of w 3 / (pi h²) (1 - d² / h²)² over points nearer than h.
 * No edge correction: near the boundary the density of the outside, taken as 0, flows in.
 *
 * The grid is the extent widened by one bandwidth, its lines on multiples of the cell size, so the sum of
 * value × cell area is the number of points up to the discretisation. Exact sums at the cell centres; cost:
 * points × pi (h / cell)².
 *
 * @param x metres on the metric plane
 * @param options.bandwidth radius of the kernel's support h, metres
 */
export function quarticSurface(
  x: Float64Array,
  y: Float64Array,
  extent: GridExtent,
  options: { bandwidth: Meters; cellSize: Meters; weights?: Float64Array | undefined },
): Surface {
  const { bandwidth, cellSize, weights } = options;
  const firstColumn = Math.floor((extent.left - bandwidth) / cellSize);
  const firstRow = Math.floor((extent.bottom - bandwidth) / cellSize);
  const columns = Math.ceil((extent.right + bandwidth) / cellSize) - firstColumn;
  const rows = Math.ceil((extent.top + bandwidth) / cellSize) - firstRow;
  const left = firstColumn * cellSize;
  const bottom = firstRow * cellSize;
  const values = new Float64Array(columns * rows);
  const step = cellSize / bandwidth;
  const stepSquared = step * step;
  const peak = peakPerKm2(bandwidth);
  for (let i = 0; i < x.length; i++) {
    const px = (x[i] - left) / cellSize - 0.5;
    const py = (y[i] - bottom) / cellSize - 0.5;
    const height = weights ? peak * weights[i] : peak;
    const reach = bandwidth / cellSize;
    const lastRow = Math.min(rows - 1, Math.floor(py + reach));
    for (let row = Math.max(0, Math.ceil(py - reach)); row <= lastRow; row++) {
      const vertical = (row - py) * (row - py) * stepSquared;
      const halfWidth = reach * Math.sqrt(Math.max(0, 1 - vertical));
      const lastColumn = Math.min(columns - 1, Math.floor(px + halfWidth));
      for (let column = Math.max(0, Math.ceil(px - halfWidth)); column <= lastColumn; column++) {
        const rest = 1 - vertical - (column - px) * (column - px) * stepSquared;
        if (rest > 0) values[row * columns + column] += height * rest * rest;
      }
    }
  }
  return { left, bottom, cellSize, columns, rows, values, kernel: 'quartic', bandwidth };
}

/** Number of grid cells `quarticSurface` would make. */
export function surfaceCells(extent: GridExtent, bandwidth: Meters, cellSize: Meters): number {
  return (
    Math.ceil((extent.right - extent.left + 2 * bandwidth) / cellSize + 1) *
    Math.ceil((extent.top - extent.bottom + 2 * bandwidth) / cellSize + 1)
  );
}

/**
 * Quartic kernel density at given points, incidents per km²; the same sums as `quarticSurface`.
 * Cost: points within the bandwidth of each place asked for.
 */
export function quarticDensityAt(
  x: Float64Array,
  y: Float64Array,
  at: { x: ArrayLike<number>; y: ArrayLike<number> },
  options: { bandwidth: Meters; weights?: Float64Array | undefined },
): Float64Array {
  const { bandwidth, weights } = options;
  const values = new Float64Array(at.x.length);
  if (x.length === 0) return values;
  const index = new KDBush(x.length);
  for (let i = 0; i < x.length; i++) index.add(x[i], y[i]);
  index.finish();
  const peak = peakPerKm2(bandwidth);
  const hSquared = bandwidth * bandwidth;
  for (let place = 0; place < values.length; place++) {
    let sum = 0;
    // Ascending order makes the sum independent of the index's inner order.
    for (const i of index.within(at.x[place], at.y[place], bandwidth).sort((a, b) => a - b)) {
      const dx = x[i] - at.x[place];
      const dy = y[i] - at.y[place];
      const rest = 1 - (dx * dx + dy * dy) / hSquared;
      if (rest > 0) sum += (weights ? weights[i] : 1) * rest * rest;
    }
    values[place] = peak * sum;
  }
  return values;
}
