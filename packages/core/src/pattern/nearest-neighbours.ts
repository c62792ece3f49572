import type { PlanarPoints } from '../geometry/planar-points.ts';
import { type PointGrid, pointGrid } from '../geometry/point-grid.ts';

/** Points a cell holds on average: few enough to look at, many enough not to walk over empty cells. */
const POINTS_PER_CELL = 2;

/**
 * Distances from each point to its 1st … k-th nearest other, metres: k numbers a point, in order of the points.
 * Stacked points are at distance 0 of each other.
 *
 * Time: a few dozen distances a point where points lie evenly; a point of a very dense crowd looks at its crowd.
 * Memory: 20 + 8 k bytes a point.
 *
 * @param k whole number from 1 to the number of points less 1
 * @throws RangeError for another k
 */
export function nearestDistances({ x, y }: PlanarPoints, k: number): Float64Array {
  const n = x.length;
  if (!Number.isInteger(k) || k < 1 || k >= n)
    throw new RangeError(`there is no neighbour number ${k} among ${n} points`);
  const grid = pointGrid(x, y, cellSizeOf(x, y));
  const distances = new Float64Array(n * k);
  const squares = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    nearestSquares(grid, i, squares);
    for (let order = 0; order < k; order++) distances[grid.order[i] * k + order] = Math.sqrt(squares[order]);
  }
  return distances;
}

/** Mean distance to the 1st … k-th nearest neighbour, metres. @throws RangeError as {@link nearestDistances} */
export function meanNearestDistances(points: PlanarPoints, k: number): Float64Array {
  const distances = nearestDistances(points, k);
  const means = new Float64Array(k);
  for (let at = 0; at < distances.length; at++) means[at % k] += distances[at];
  return means.map((sum) => (sum * k) / distances.length);
}

function cellSizeOf(x: Float64Array, y: Float64Array): number {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    bottom = Math.min(bottom, y[i]);
    top = Math.max(top, y[i]);
  }
  const [width, height] = [right - left, top - bottom];
  const even = Math.sqrt((POINTS_PER_CELL * width * height) / x.length);
  return Math.max(even, Math.max(width, height) / x.length, Number.MIN_VALUE) || 1;
}

/** The least squared distances about the sorted point i, in ascending order: cells in growing rings about it. */
function nearestSquares(grid: PointGrid, i: number, squares: Float64Array): void {
  const { left, bottom, cellSize, columns, rows, offsets, x, y } = grid;
  const last = squares.length - 1;
  squares.fill(Infinity);
  const column = Math.min(columns - 1, Math.floor((x[i] - left) / cellSize));
  const row = Math.min(rows - 1, Math.floor((y[i] - bottom) / cellSize));
  const most = Math.max(column, columns - 1 - column, row, rows - 1 - row);
  const look = (from: number, to: number): void => {
    for (let j = from; j < to && squares[last] > 0; j++) {
      if (j === i) continue;
      const dx = x[j] - x[i];
      const dy = y[j] - y[i];
      const squared = dx * dx + dy * dy;
      if (squared >= squares[last]) continue;
      let at = last;
      while (at > 0 && squares[at - 1] > squared) {
        squares[at] = squares[at - 1];
        at--;
      }
      squares[at] = squared;
    }
  };
  for (let ring = 0; ring <= most; ring++) {
    // Whatever lies in this ring or beyond is at least so far off.
    const gap = Math.max(0, ring - 1) * cellSize;
    if (ring > 0 && squares[last] <= gap * gap) return;
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const isWhole = Math.abs(r - row) === ring;
      const from = Math.max(0, column - ring);
      const to = Math.min(columns - 1, column + ring);
      if (isWhole) look(offsets[r * columns + from], offsets[r * columns + to + 1]);
      else {
        if (column - ring >= 0) look(offsets[r * columns + from], offsets[r * columns + from + 1]);
        if (column + ring < columns) look(offsets[r * columns + to], offsets[r * columns + to + 1]);
      }
    }
  }
}
