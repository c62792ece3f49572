import type { Position } from 'geojson';
import { pointGrid } from '../geometry/point-grid.ts';
import { groupRows } from '../quality/group-rows.ts';
import { NeighbourRows, type Neighbours } from './neighbours.ts';

/** What places touch (vertices, edges, nodes), as compressed rows: place i has `items[offsets[i]] … items[offsets[i + 1] - 1]`. */
interface Touched {
  offsets: Uint32Array;
  items: ArrayLike<number>;
  itemCount: number;
}

/**
 * Neighbours of polygons by contiguity. `queen`: a shared vertex. `rook`: a shared edge, that is two vertices that
 * follow each other in a ring of both.
 *
 * Vertices are compared exactly, or within `tolerance` where files of two makers do not meet. Only vertices count:
 * a corner that ends on the middle of another polygon's side (a T without a vertex there) is no contact, an
 * overlap is none either. Polygons that touch nothing are islands.
 *
 * @param polygons rings of each place, holes among them, coordinates of any unit
 * @param options.tolerance same unit, >= 0; 0 compares the coordinates as they are
 */
export function polygonNeighbours(
  polygons: readonly (readonly (readonly Position[])[])[],
  rule: 'queen' | 'rook',
  options: { tolerance?: number } = {},
): Neighbours {
  const corners = verticesOf(polygons, options.tolerance ?? 0);
  if (rule === 'queen') return neighboursThrough(corners);
  const { offsets, items, itemCount } = corners;
  const edgeOffsets = new Uint32Array(offsets.length);
  const numbers = new Map<number, number>();
  const edges: number[] = [];
  let at = 0;
  polygons.forEach((rings, place) => {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [items[at + i - 1], items[at + i]];
        if (a === b) continue;
        const key = Math.min(a, b) * itemCount + Math.max(a, b);
        let number = numbers.get(key);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(key, number);
        }
        edges.push(number);
      }
      at += ring.length;
    }
    edgeOffsets[place + 1] = edges.length;
  });
  return neighboursThrough({ offsets: edgeOffsets, items: edges, itemCount: numbers.size });
}

/**
 * Neighbours of street segments: those that share an end. Ends are compared exactly, or within `tolerance`; a line
 * that crosses another without a common end is no neighbour, as at a bridge.
 *
 * @param lines vertices of each segment in order, coordinates of any unit
 */
export function segmentNeighbours(
  lines: readonly (readonly Position[])[],
  options: { tolerance?: number } = {},
): Neighbours {
  const ends = lines.map((line) => [[line[0], line[line.length - 1]]]);
  return neighboursThrough(verticesOf(ends, options.tolerance ?? 0));
}

/** Every vertex of every ring, numbered so that equal coordinates have equal numbers. */
function verticesOf(
  places: readonly (readonly (readonly Position[])[])[],
  tolerance: number,
): Touched & { items: Int32Array } {
  const offsets = new Uint32Array(places.length + 1);
  places.forEach((rings, place) => {
    offsets[place + 1] = offsets[place] + rings.reduce((sum, ring) => sum + ring.length, 0);
  });
  const x = new Float64Array(offsets[places.length]);
  const y = new Float64Array(offsets[places.length]);
  let at = 0;
  for (const rings of places) {
    for (const ring of rings) {
      for (const [px, py] of ring) {
        x[at] = px;
        y[at++] = py;
      }
    }
  }
  const { groupOf, count, first } = groupRows([x, y]);
  if (tolerance > 0) {
    const leader = leadersWithin(
      Float64Array.from(first, (row) => x[row]),
      Float64Array.from(first, (row) => y[row]),
      tolerance,
    );
    for (let i = 0; i < groupOf.length; i++) groupOf[i] = leader[groupOf[i]];
  }
  return { offsets, items: groupOf, itemCount: count };
}

/** For each point the first point within the tolerance that is its own leader: itself if there is none before it. */
function leadersWithin(x: Float64Array, y: Float64Array, tolerance: number): Uint32Array {
  const grid = pointGrid(x, y, tolerance);
  const leader = Uint32Array.from(x, (_, i) => i);
  for (let i = 0; i < x.length; i++) {
    const column = Math.min(grid.columns - 1, Math.floor((x[i] - grid.left) / grid.cellSize));
    const row = Math.min(grid.rows - 1, Math.floor((y[i] - grid.bottom) / grid.cellSize));
    for (let r = Math.max(0, row - 1); r <= Math.min(grid.rows - 1, row + 1); r++) {
      const from = grid.offsets[r * grid.columns + Math.max(0, column - 1)];
      const to = grid.offsets[r * grid.columns + Math.min(grid.columns - 1, column + 1) + 1];
      for (let at = from; at < to; at++) {
        const j = grid.order[at];
        if (j >= leader[i] || leader[j] !== j) continue;
        if (Math.hypot(x[j] - x[i], y[j] - y[i]) <= tolerance) leader[i] = j;
      }
    }
  }
  return leader;
}

/** Two places are neighbours where both touch one item. */
function neighboursThrough({ offsets, items, itemCount }: Touched): Neighbours {
  const placeCount = offsets.length - 1;
  const starts = new Uint32Array(itemCount + 1);
  for (let i = 0; i < items.length; i++) starts[items[i] + 1]++;
  for (let item = 0; item < itemCount; item++) starts[item + 1] += starts[item];
  const next = starts.slice(0, -1);
  const placesAt = new Uint32Array(items.length);
  for (let place = 0; place < placeCount; place++) {
    for (let i = offsets[place]; i < offsets[place + 1]; i++) placesAt[next[items[i]]++] = place;
  }
  const rows = new NeighbourRows(placeCount);
  const seenBy = new Int32Array(placeCount).fill(-1);
  for (let place = 0; place < placeCount; place++) {
    seenBy[place] = place;
    for (let i = offsets[place]; i < offsets[place + 1]; i++) {
      for (let at = starts[items[i]]; at < starts[items[i] + 1]; at++) {
        const other = placesAt[at];
        if (seenBy[other] === place) continue;
        seenBy[other] = place;
        rows.add(other);
      }
    }
    rows.endRow();
  }
  return rows.build();
}
