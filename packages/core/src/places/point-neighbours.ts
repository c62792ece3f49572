import KDBush from 'kdbush';
import { OrynError } from '../errors/oryn-error.ts';
import { type PointGrid, pointGrid } from '../geometry/point-grid.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { joinBothWays, type Neighbours } from './neighbours.ts';

/** Centres of places on a metric plane, metres, finite. */
export interface Centres {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** More pairs than this (400 MB of indices) would not fit the memory of an ordinary laptop. */
const MOST_NEIGHBOUR_PAIRS = 100_000_000;

const PLACES_PER_CALL = 1024;

/**
 * Neighbours within a distance between centres: j is a neighbour of i where |ij| <= radius, binary, symmetric.
 * Places with the same centre are neighbours of each other. A place with no centre in reach is an island.
 *
 * Cost: the points of nine grid cells a place, twice (counted, then written); 4 bytes a pair.
 *
 * @param radiusMeters greater than 0
 * @param options.mostPairs more than this are refused before memory is asked for
 * @throws OrynError neighbours.band, memory.neighbours
 */
export function bandNeighbours(
  centres: Centres,
  radiusMeters: number,
  options: { mostPairs?: number | undefined; onProgress?: OnProgress | undefined } = {},
): Neighbours {
  if (!(radiusMeters > 0 && radiusMeters < Infinity)) {
    throw new OrynError('neighbours.band', { given: radiusMeters });
  }
  const { mostPairs = MOST_NEIGHBOUR_PAIRS, onProgress } = options;
  const { x, y } = centres;
  const count = x.length;
  const grid = pointGrid(x, y, radiusMeters);
  const squared = radiusMeters * radiusMeters;

  const offsets = new Uint32Array(count + 1);
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    if (i % PLACES_PER_CALL === 0) onProgress?.(i, 2 * count);
    let found = -1;
    visitRuns(grid, x[i], y[i], (from, to) => {
      for (let at = from; at < to; at++) {
        const dx = grid.x[at] - x[i];
        const dy = grid.y[at] - y[i];
        if (dx * dx + dy * dy <= squared) found++;
      }
    });
    pairs += found;
    if (pairs > mostPairs) {
      throw new OrynError('memory.neighbours', { limit: mostPairs, places: count });
    }
    offsets[i + 1] = pairs;
  }

  // The relation is symmetric: writing i into the rows of its neighbours, i ascending, leaves every row ascending.
  const indices = new Uint32Array(pairs);
  const next = offsets.slice(0, -1);
  for (let i = 0; i < count; i++) {
    if (i % PLACES_PER_CALL === 0) onProgress?.(count + i, 2 * count);
    visitRuns(grid, x[i], y[i], (from, to) => {
      for (let at = from; at < to; at++) {
        const dx = grid.x[at] - x[i];
        const dy = grid.y[at] - y[i];
        const j = grid.order[at];
        if (dx * dx + dy * dy <= squared && j !== i) indices[next[j]++] = i;
      }
    });
  }
  onProgress?.(2 * count, 2 * count);
  return { offsets, indices };
}

/** The runs of sorted points in the nine cells about a point. */
function visitRuns(grid: PointGrid, px: number, py: number, visit: (from: number, to: number) => void): void {
  const { left, bottom, cellSize, columns, rows, offsets } = grid;
  const column = Math.min(columns - 1, Math.floor((px - left) / cellSize));
  const row = Math.min(rows - 1, Math.floor((py - bottom) / cellSize));
  const first = Math.max(0, column - 1);
  const last = Math.min(columns - 1, column + 1);
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
    visit(offsets[r * columns + first], offsets[r * columns + last + 1]);
  }
}

/**
 * The k places whose centres are nearest, the place itself left out. Of places equally far the one of the lower
 * number is nearer, so the rows do not depend on any order of search. With k >= n every other place is taken.
 *
 * The relation is not symmetric: a place at the edge looks inward to places that have nearer ones. With
 * `symmetric`, i and j are neighbours where either is among the k of the other; rows are then of unequal length.
 *
 * Cost: O(log n + k) a place with a k-d tree; 4 k bytes a place. Thousands of places at one coordinate are
 * searched one by one.
 *
 * @param k whole, at least 1
 * @throws OrynError neighbours.nearest, memory.neighbours
 */
export function nearestNeighbours(
  centres: Centres,
  k: number,
  options: { symmetric?: boolean | undefined; onProgress?: OnProgress | undefined } = {},
): Neighbours {
  if (!(Number.isSafeInteger(k) && k >= 1)) throw new OrynError('neighbours.nearest', { given: k });
  const { symmetric = false, onProgress } = options;
  const { x, y } = centres;
  const count = x.length;
  const taken = Math.max(0, Math.min(k, count - 1));
  if (taken * count > MOST_NEIGHBOUR_PAIRS) {
    throw new OrynError('memory.neighbours', { limit: MOST_NEIGHBOUR_PAIRS, places: count });
  }
  const offsets = Uint32Array.from({ length: count + 1 }, (_, i) => i * taken);
  const indices = new Uint32Array(taken * count);
  if (taken > 0) {
    const tree = new KDBush(count, LEAF);
    for (let i = 0; i < count; i++) tree.add(x[i], y[i]);
    tree.finish();
    const search = nearestInTree(tree, taken);
    // In the order of the tree, whose neighbouring points read the same memory.
    for (let at = 0; at < count; at++) {
      if (at % PLACES_PER_CALL === 0) onProgress?.(at, count);
      const i = tree.ids[at];
      const row = indices.subarray(offsets[i], offsets[i + 1]);
      search(i, x[i], y[i], row);
      row.sort();
    }
    onProgress?.(count, count);
  }
  return symmetric ? joinBothWays({ offsets, indices }) : { offsets, indices };
}

const LEAF = 16;

/**
 * Search of the k nearest in the implicit tree of kdbush: sorted halves about a middle item, axes in turn. Items
 * nearest so far are kept in order of distance, then number; a half farther than the last of them is left out.
 */
function nearestInTree(
  { ids, coords }: KDBush,
  k: number,
): (self: number, px: number, py: number, found: Uint32Array) => void {
  const best = new Uint32Array(k);
  const distances = new Float64Array(k);
  let [self, px, py, kept] = [0, 0, 0, 0];

  const offer = (at: number): void => {
    const id = ids[at];
    if (id === self) return;
    const dx = coords[2 * at] - px;
    const dy = coords[2 * at + 1] - py;
    const squared = dx * dx + dy * dy;
    if (kept === k) {
      const last = k - 1;
      if (squared > distances[last] || (squared === distances[last] && id > best[last])) return;
    } else kept++;
    let to = kept - 1;
    while (to > 0 && (distances[to - 1] > squared || (distances[to - 1] === squared && best[to - 1] > id))) {
      distances[to] = distances[to - 1];
      best[to] = best[to - 1];
      to--;
    }
    distances[to] = squared;
    best[to] = id;
  };

  const search = (left: number, right: number, axis: number): void => {
    if (right - left <= LEAF) {
      for (let at = left; at <= right; at++) offer(at);
      return;
    }
    const middle = (left + right) >> 1;
    offer(middle);
    const beyond = (axis === 0 ? px : py) - coords[2 * middle + axis];
    if (beyond <= 0) search(left, middle - 1, 1 - axis);
    else search(middle + 1, right, 1 - axis);
    if (kept === k && beyond * beyond > distances[k - 1]) return;
    if (beyond <= 0) search(middle + 1, right, 1 - axis);
    else search(left, middle - 1, 1 - axis);
  };

  return (place, x, y, found) => {
    [self, px, py, kept] = [place, x, y, 0];
    search(0, ids.length - 1, 0);
    found.set(best);
  };
}
