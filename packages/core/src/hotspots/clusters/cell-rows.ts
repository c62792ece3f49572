/**
 * Points sorted into the occupied square cells of a grid without bounds, row by row from the south, west to east:
 * the points of neighbouring cells of one row lie side by side. Only occupied cells are kept, so memory is
 * linear in the points whatever the extent: 20 bytes a point, 8 a cell; 46 a point while they are sorted.
 */
export interface CellRows {
  /** Position of each sorted point in the columns given. */
  readonly order: Uint32Array;
  /** Sorted coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** First point of each cell, and one past the last. */
  readonly offsets: Uint32Array;
  /** Number of the column of each cell. */
  readonly column: Uint32Array;
  /** First cell of each occupied row, and one past the last. */
  readonly rowOffsets: Uint32Array;
  /** Number of each occupied row, ascending. */
  readonly row: Uint32Array;
}

/** Whether the cells of some extent can be told apart: rounding must not move a point across more than a trace of one. */
export function canHoldCells(width: number, height: number, side: number): boolean {
  const [columns, rows] = [width / side + 1, height / side + 1];
  return columns < 2 ** 32 && rows < 2 ** 32 && columns * rows < 2 ** 52;
}

/** @param side metres, such that `canHoldCells` is true of the extent of the points */
export function cellRows(x: Float64Array, y: Float64Array, side: number): CellRows {
  const count = x.length;
  let [left, right, bottom] = [Infinity, -Infinity, Infinity];
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    bottom = Math.min(bottom, y[i]);
  }
  const columns = count > 0 ? Math.floor((right - left) / side) + 1 : 1;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++)
    keys[i] = Math.floor((y[i] - bottom) / side) * columns + Math.floor((x[i] - left) / side);
  const { sorted, order } = sortByDigits(keys);
  const offsets = new Uint32Array(count + 1);
  const column = new Uint32Array(count);
  const row: number[] = [];
  const rowOffsets: number[] = [];
  let cells = 0;
  for (let at = 0; at < count; at++) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    const r = Math.floor(sorted[at] / columns);
    if (row[row.length - 1] !== r) {
      row.push(r);
      rowOffsets.push(cells);
    }
    column[cells] = sorted[at] - r * columns;
    offsets[cells++] = at;
  }
  offsets[cells] = count;
  rowOffsets.push(cells);
  const sortedX = new Float64Array(count);
  const sortedY = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    sortedX[at] = x[order[at]];
    sortedY[at] = y[order[at]];
  }
  return {
    ...{ order, x: sortedX, y: sortedY },
    offsets: offsets.slice(0, cells + 1),
    column: column.slice(0, cells),
    rowOffsets: Uint32Array.from(rowOffsets),
    row: Uint32Array.from(row),
  };
}

const DIGIT = 65_536;

/** Radix sort of whole numbers from 0, 16 bits at a time; `order` is where each came from, equal ones in order. */
function sortByDigits(keys: Float64Array): { sorted: Float64Array; order: Uint32Array } {
  const count = keys.length;
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, keys[i]);
  let from: Float64Array = keys;
  let to: Float64Array = new Float64Array(count);
  let [order, nextOrder] = [new Uint32Array(count), new Uint32Array(count)];
  for (let i = 0; i < count; i++) order[i] = i;
  const digits = new Uint16Array(count);
  for (let scale = 1; scale === 1 || scale <= largest; scale *= DIGIT) {
    const next = new Uint32Array(DIGIT + 1);
    for (let i = 0; i < count; i++) {
      const rest = Math.floor(from[i] / scale);
      digits[i] = rest - Math.floor(rest / DIGIT) * DIGIT;
      next[digits[i] + 1]++;
    }
    for (let digit = 0; digit < DIGIT; digit++) next[digit + 1] += next[digit];
    for (let i = 0; i < count; i++) {
      const at = next[digits[i]]++;
      to[at] = from[i];
      nextOrder[at] = order[i];
    }
    [from, to] = [to, from];
    [order, nextOrder] = [nextOrder, order];
  }
  return { sorted: from, order };
}

/** Cells on each side that are looked at. */
const REACH = 2;

/**
 * Visit every occupied cell with the runs of occupied cells at most two rows and two columns away, itself
 * included. A run is given as its first cell and one past its last; it may be empty.
 *
 * @param visit may read `runs` (5 × 2 numbers) only until it returns
 */
export function visitCells(cells: CellRows, visit: (cell: number, runs: Uint32Array) => void): void {
  const { row, rowOffsets, column } = cells;
  const runs = new Uint32Array(2 * (2 * REACH + 1));
  for (let r = 0; r < row.length; r++) {
    const near: number[] = [];
    for (let other = r - REACH; other <= r + REACH; other++) {
      const isNear = other >= 0 && other < row.length && Math.abs(row[other] - row[r]) <= REACH;
      near.push(isNear ? other : -1);
    }
    near.forEach((other, k) => {
      runs[2 * k] = runs[2 * k + 1] = other < 0 ? 0 : rowOffsets[other];
    });
    for (let cell = rowOffsets[r]; cell < rowOffsets[r + 1]; cell++) {
      for (let k = 0; k < near.length; k++) {
        if (near[k] < 0) continue;
        const end = rowOffsets[near[k] + 1];
        while (runs[2 * k] < end && column[runs[2 * k]] + REACH < column[cell]) runs[2 * k]++;
        while (runs[2 * k + 1] < end && column[runs[2 * k + 1]] <= column[cell] + REACH) runs[2 * k + 1]++;
      }
      visit(cell, runs);
    }
  }
}
