import { type PointGrid, pointGrid } from '../../geometry/point-grid.ts';
import type { DistinctPoints } from './distinct-points.ts';

/**
 * Group points around seeds: again and again the ungrouped coordinate with the most ungrouped points at
 * d <= threshold, those on it counted, becomes a seed and takes them all, as long as they are at least `minPoints`. Of equal
 * seeds the first in the order of the distinct points wins.
 *
 * @returns the group of each distinct coordinate from 0, in the order in which they were made; -1 for none
 */
export function groupBySeeds(
  points: DistinctPoints,
  threshold: number,
  minPoints: number,
): { groupOf: Int32Array; groups: number } {
  const { x, y, n } = points;
  const groupOf = new Int32Array(x.length).fill(-1);
  // A threshold of 0 still groups what shares a coordinate; any cell will do.
  const grid = pointGrid(x, y, threshold > 0 ? threshold : 1);
  const free = freeAround(grid, n, threshold);
  const queue = new SeedQueue(free, minPoints);
  let groups = 0;
  for (let seed = queue.next(); seed >= 0; seed = queue.next()) {
    const taken: number[] = [];
    visitWithin(grid, x[seed], y[seed], threshold, (i) => {
      if (groupOf[i] >= 0) return;
      groupOf[i] = groups;
      taken.push(i);
    });
    for (const i of taken) {
      free[i] = 0;
      visitWithin(grid, x[i], y[i], threshold, (j) => {
        if (groupOf[j] < 0) free[j] -= n[i];
      });
    }
    groups++;
  }
  return { groupOf, groups };
}

/** Points within the threshold of each coordinate. */
function freeAround(grid: PointGrid, n: Uint32Array, threshold: number): Uint32Array {
  const free = new Uint32Array(n.length);
  for (let at = 0; at < n.length; at++) {
    const i = grid.order[at];
    visitWithin(grid, grid.x[at], grid.y[at], threshold, (j) => {
      free[i] += n[j];
    });
  }
  return free;
}

/** Visit the points at d <= radius; the cells of the grid are at least as wide as the radius. */
function visitWithin(
  grid: PointGrid,
  px: number,
  py: number,
  radius: number,
  visit: (point: number) => void,
): void {
  const { left, bottom, cellSize, columns, rows, offsets, order, x, y } = grid;
  const column = Math.floor((px - left) / cellSize);
  const row = Math.floor((py - bottom) / cellSize);
  const [west, east] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)];
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
    for (let at = offsets[r * columns + west]; at < offsets[r * columns + east + 1]; at++) {
      const dx = x[at] - px;
      const dy = y[at] - py;
      if (dx * dx + dy * dy <= radius * radius) visit(order[at]);
    }
  }
}

/** Gives the coordinate with the most free points; as counts only fall, they are looked at again when they come up. */
class SeedQueue {
  /** A binary heap of coordinates by the count they had when they were put in. */
  private readonly heap: number[] = [];
  private readonly countOf: Uint32Array;
  private readonly free: Uint32Array;
  private readonly least: number;

  constructor(free: Uint32Array, least: number) {
    this.free = free;
    this.least = least;
    this.countOf = free.slice();
    for (let i = 0; i < free.length; i++) if (free[i] >= least) this.heap.push(i);
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  /** -1 when none has enough. */
  next(): number {
    const { heap, free, countOf, least } = this;
    while (heap.length > 0) {
      const top = heap[0];
      if (free[top] >= least && free[top] === countOf[top]) return top;
      if (free[top] >= least) countOf[top] = free[top];
      else {
        const last = heap.pop() as number;
        if (heap.length > 0) heap[0] = last;
      }
      this.sink(0);
    }
    return -1;
  }

  private isBefore(a: number, b: number): boolean {
    return this.countOf[a] > this.countOf[b] || (this.countOf[a] === this.countOf[b] && a < b);
  }

  private sink(from: number): void {
    const { heap } = this;
    for (let at = from; ; ) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && this.isBefore(heap[child], heap[first])) first = child;
      if (first === at) return;
      [heap[at], heap[first]] = [heap[first], heap[at]];
      at = first;
    }
  }
}
