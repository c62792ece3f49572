import type { PlanarBounds } from '../geometry/planar-window.ts';
import type { Meters } from '../units/units.ts';

/** A regular grid of square cells on a metric plane. */
export interface Grid {
  /** South-west corner, metres. */
  readonly left: number;
  readonly bottom: number;
  readonly cellSize: Meters;
  readonly columns: number;
  readonly rows: number;
}

/** A number at the centre of each cell of a grid, row by row from the south, west to east. */
export interface GridValues extends Grid {
  readonly values: Float64Array;
}

/**
 * The grid over some bounds widened by a margin, its lines on multiples of the cell size, so that grids of
 * different incidents fit each other.
 *
 * @throws RangeError where cell size or margin is not a finite number greater (at least equal) to 0
 */
export function gridOver(bounds: PlanarBounds, margin: number, cellSize: Meters): Grid {
  if (!(cellSize > 0 && Number.isFinite(cellSize)))
    throw new RangeError(`The cell size must be greater than 0, not ${cellSize}`);
  if (!(margin >= 0 && Number.isFinite(margin)))
    throw new RangeError(`The margin must be 0 or more, not ${margin}`);
  const firstColumn = Math.floor((bounds.left - margin) / cellSize);
  const firstRow = Math.floor((bounds.bottom - margin) / cellSize);
  return {
    left: firstColumn * cellSize,
    bottom: firstRow * cellSize,
    cellSize,
    columns: Math.max(1, Math.ceil((bounds.right + margin) / cellSize) - firstColumn),
    rows: Math.max(1, Math.ceil((bounds.top + margin) / cellSize) - firstRow),
  };
}

/** Number of cells `gridOver` would make, before any memory is asked for. */
export function cellsOver(bounds: PlanarBounds, margin: number, cellSize: Meters): number {
  const { columns, rows } = gridOver(bounds, margin, cellSize);
  return columns * rows;
}

/** Centres of the cells, in the order of the values. */
export function cellCentres(grid: Grid): { x: Float64Array; y: Float64Array } {
  const { left, bottom, cellSize, columns, rows } = grid;
  const x = new Float64Array(columns * rows);
  const y = new Float64Array(columns * rows);
  for (let cell = 0; cell < x.length; cell++) {
    x[cell] = left + ((cell % columns) + 0.5) * cellSize;
    y[cell] = bottom + (Math.floor(cell / columns) + 0.5) * cellSize;
  }
  return { x, y };
}
