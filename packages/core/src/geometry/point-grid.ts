/**
 * Points sorted into square cells, row by row, so that the points of neighbouring cells of one row lie side by
 * side in memory: a search within a radius of one cell reads three runs. Inside a cell they keep their order.
 *
 * Memory: 20 bytes a point, 4 bytes a cell. The cell grows where the grid would have more than `4 n + 1024`
 * cells, so a far-off point cannot ask for more memory than the points themselves do.
 */
export interface PointGrid {
  readonly left: number;
  readonly bottom: number;
  /** Metres; at least what was asked for. */
  readonly cellSize: number;
  readonly columns: number;
  readonly rows: number;
  /** First point of each cell, and one past the last: columns × rows + 1 numbers. */
  readonly offsets: Uint32Array;
  /** Position of each sorted point in the columns given. */
  readonly order: Uint32Array;
  /** Sorted coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** @param cellSize metres, greater than 0; usually the radius that will be searched */
export function pointGrid(x: Float64Array, y: Float64Array, cellSize: number): PointGrid {
  const count = x.length;
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    bottom = Math.min(bottom, y[i]);
    top = Math.max(top, y[i]);
  }
  if (count === 0) [left, bottom, right, top] = [0, 0, 0, 0];
  const most = 4 * count + 1024;
  let size = cellSize;
  const along = (span: number): number => Math.floor(span / size) + 1;
  while (along(right - left) * along(top - bottom) > most) size *= 1.5;
  const columns = along(right - left);
  const rows = along(top - bottom);
  const cellOf = (i: number): number =>
    Math.min(rows - 1, Math.floor((y[i] - bottom) / size)) * columns +
    Math.min(columns - 1, Math.floor((x[i] - left) / size));

  const offsets = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < count; i++) offsets[cellOf(i) + 1]++;
  for (let cell = 0; cell < columns * rows; cell++) offsets[cell + 1] += offsets[cell];
  const next = offsets.slice(0, -1);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[next[cellOf(i)]++] = i;
  return {
    left,
    bottom,
    cellSize: size,
    columns,
    rows,
    offsets,
    order,
    x: Float64Array.from(order, (i) => x[i]),
    y: Float64Array.from(order, (i) => y[i]),
  };
}
