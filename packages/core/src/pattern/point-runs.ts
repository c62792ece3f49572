import type { PointGrid } from '../geometry/point-grid.ts';

/** Cells along a radius: more would cut the corners of the circle closer, but make the runs short. */
const CELLS_PER_REACH = 8;

/** A run of sorted points; some of them may lie farther off than was asked. */
export type VisitRun = (from: number, to: number) => void;

/** The side of a cell that suits searches within a radius. */
export const cellForReach = (reachMeters: number): number => reachMeters / CELLS_PER_REACH;

/** Every run of sorted points that may hold one within `reach` metres of a place. */
export function visitRunsWithin(grid: PointGrid, x: number, y: number, reach: number, visit: VisitRun): void {
  const { bottom, cellSize, rows } = grid;
  const first = Math.max(0, Math.floor((y - reach - bottom) / cellSize));
  const last = Math.min(rows - 1, Math.floor((y + reach - bottom) / cellSize));
  for (let row = first; row <= last; row++) visitRow(grid, row, x, y, reach, 0, visit);
}

/** The same for the sorted point `i`, of which only later points are visited: each pair once. */
export function visitRunsAfter(grid: PointGrid, i: number, reach: number, visit: VisitRun): void {
  const { bottom, cellSize, rows, x, y } = grid;
  const own = Math.min(rows - 1, Math.floor((y[i] - bottom) / cellSize));
  const last = Math.min(rows - 1, Math.floor((y[i] + reach - bottom) / cellSize));
  for (let row = own; row <= last; row++) visitRow(grid, row, x[i], y[i], reach, i + 1, visit);
}

/** The part of one row of cells within reach, from the sorted position `after` on. */
function visitRow(
  { left, bottom, cellSize, columns, rows, offsets }: PointGrid,
  row: number,
  x: number,
  y: number,
  reach: number,
  after: number,
  visit: VisitRun,
): void {
  const below = bottom + row * cellSize - y;
  // The last row may hold points on its upper edge, so only rows wholly above or below lose width.
  const above = row === rows - 1 ? 0 : -below - cellSize;
  const gap = Math.max(0, below, above);
  const half = Math.sqrt(Math.max(0, reach * reach - gap * gap)) + reach * 1e-9;
  const firstColumn = Math.max(0, Math.floor((x - half - left) / cellSize));
  const lastColumn = Math.min(columns - 1, Math.floor((x + half - left) / cellSize));
  if (firstColumn > lastColumn) return;
  const from = Math.max(after, offsets[row * columns + firstColumn]);
  const to = offsets[row * columns + lastColumn + 1];
  if (from < to) visit(from, to);
}
