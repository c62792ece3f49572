import { pointGrid } from '../geometry/point-grid.ts';

/** Vertices that are one and the same place: for each vertex the first vertex, by index, of its place. */
export interface SharedVertices {
  readonly first: Uint32Array;
}

/**
 * Which vertices share a place. With a tolerance of 0 coordinates must be equal to the last bit, as they are where
 * streets come from one map and were projected together. With a greater one each vertex joins the earliest vertex
 * within that distance that did not join another itself, so places lie more than the tolerance apart and no chain
 * of near vertices pulls far ones together.
 *
 * Cost: the vertices of a grid cell (tolerance 0) or nine a vertex.
 *
 * @param x finite, metres
 * @param tolerance metres, at least 0
 */
export function sharedVertices(x: Float64Array, y: Float64Array, tolerance: number): SharedVertices {
  const grid = pointGrid(x, y, Math.max(tolerance, 1));
  const { left, bottom, cellSize, columns, rows, offsets, order } = grid;
  const first = new Uint32Array(x.length);
  const isPlace = new Uint8Array(x.length);
  const reach = tolerance > 0 ? 1 : 0;
  const squared = tolerance * tolerance;
  for (let i = 0; i < x.length; i++) {
    const column = Math.min(columns - 1, Math.floor((x[i] - left) / cellSize));
    const row = Math.min(rows - 1, Math.floor((y[i] - bottom) / cellSize));
    let found = i;
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      const from = offsets[r * columns + Math.max(0, column - reach)];
      const to = offsets[r * columns + Math.min(columns - 1, column + reach) + 1];
      for (let at = from; at < to; at++) {
        const other = order[at];
        if (other >= found || !isPlace[other]) continue;
        const dx = grid.x[at] - x[i];
        const dy = grid.y[at] - y[i];
        if (dx * dx + dy * dy <= squared) found = other;
      }
    }
    first[i] = found;
    if (found === i) isPlace[i] = 1;
  }
  return { first };
}
