/** Straight segments on a metric plane, metres. */
export interface PlanarSegments {
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
}

/** Polylines on a metric plane, metres, as compressed rows: line i has the vertices `offsets[i]` to `offsets[i + 1] - 1`. */
export interface PlanarLines {
  readonly offsets: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Segments sorted into square cells: each cell lists the segments that cross it, ascending. */
export interface SegmentIndex {
  readonly segments: PlanarSegments;
  readonly left: number;
  readonly bottom: number;
  /** Metres. */
  readonly cellSize: number;
  readonly columns: number;
  readonly rows: number;
  /** First entry of each cell in `members`, and one past the last. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

/** The straight segments of polylines in order, and the line of each; lines of fewer than two vertices have none. */
export function segmentsOfLines(lines: PlanarLines): { segments: PlanarSegments; line: Uint32Array } {
  const { offsets, x, y } = lines;
  const first: number[] = [];
  const line: number[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let vertex = offsets[i]; vertex + 1 < offsets[i + 1]; vertex++) {
      first.push(vertex);
      line.push(i);
    }
  }
  return {
    segments: {
      x0: Float64Array.from(first, (vertex) => x[vertex]),
      y0: Float64Array.from(first, (vertex) => y[vertex]),
      x1: Float64Array.from(first, (vertex) => x[vertex + 1]),
      y1: Float64Array.from(first, (vertex) => y[vertex + 1]),
    },
    line: Uint32Array.from(line),
  };
}

/**
 * Index segments for `snapToSegments`.
 *
 * The cell is .7 of the mean segment (the fastest for a grid of streets) and grows until the grid has at most
 * `2 n + 1024` cells. Memory: 4 bytes a cell and 4 bytes per segment and cell it crosses.
 *
 * @param segments finite coordinates
 */
export function segmentIndex(segments: PlanarSegments): SegmentIndex {
  const { x0, y0, x1, y1 } = segments;
  const count = x0.length;
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  let length = 0;
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x0[i], x1[i]);
    right = Math.max(right, x0[i], x1[i]);
    bottom = Math.min(bottom, y0[i], y1[i]);
    top = Math.max(top, y0[i], y1[i]);
    length += Math.hypot(x1[i] - x0[i], y1[i] - y0[i]);
  }
  if (count === 0) [left, bottom, right, top] = [0, 0, 0, 0];
  let cellSize = count > 0 && length > 0 ? (0.7 * length) / count : 1;
  const along = (span: number): number => Math.floor(span / cellSize) + 1;
  while (along(right - left) * along(top - bottom) > 2 * count + 1024) cellSize *= 1.5;
  const grid = { left, bottom, cellSize, columns: along(right - left), rows: along(top - bottom) };

  const offsets = new Uint32Array(grid.columns * grid.rows + 1);
  for (let i = 0; i < count; i++) visitCells(grid, segments, i, (cell) => offsets[cell + 1]++);
  for (let cell = 0; cell + 1 < offsets.length; cell++) offsets[cell + 1] += offsets[cell];
  const next = offsets.slice(0, -1);
  const members = new Uint32Array(offsets[offsets.length - 1]);
  for (let i = 0; i < count; i++) {
    visitCells(grid, segments, i, (cell) => {
      members[next[cell]++] = i;
    });
  }
  return { segments, ...grid, offsets, members };
}

/** Share of a cell by which a segment is thickened, so that rounding cannot put it beside a cell it touches. */
const SLACK = 1e-6;

/** Every cell that a segment touches, row by row. */
function visitCells(
  grid: Pick<SegmentIndex, 'left' | 'bottom' | 'cellSize' | 'columns' | 'rows'>,
  { x0, y0, x1, y1 }: PlanarSegments,
  i: number,
  visit: (cell: number) => void,
): void {
  const { left, bottom, cellSize, columns, rows } = grid;
  const upward = y0[i] <= y1[i];
  // In cells, the lower end first.
  const ax = ((upward ? x0[i] : x1[i]) - left) / cellSize;
  const ay = ((upward ? y0[i] : y1[i]) - bottom) / cellSize;
  const bx = ((upward ? x1[i] : x0[i]) - left) / cellSize;
  const by = ((upward ? y1[i] : y0[i]) - bottom) / cellSize;
  const within = (value: number, most: number): number => Math.max(0, Math.min(most - 1, Math.floor(value)));
  const lastRow = within(by + SLACK, rows);
  const slope = by > ay ? (bx - ax) / (by - ay) : 0;
  for (let row = within(ay - SLACK, rows); row <= lastRow; row++) {
    // The part of the segment within this row of cells.
    const flat = by - ay < SLACK;
    const start = flat ? ax : ax + slope * (Math.max(ay, Math.min(by, row - SLACK)) - ay);
    const end = flat ? bx : ax + slope * (Math.max(ay, Math.min(by, row + 1 + SLACK)) - ay);
    const last = within(Math.max(start, end) + SLACK, columns);
    for (let column = within(Math.min(start, end) - SLACK, columns); column <= last; column++) {
      visit(row * columns + column);
    }
  }
}
