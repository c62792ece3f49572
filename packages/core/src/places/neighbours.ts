import { gridDisk } from 'h3-js';

/**
 * Who is next to whom, as compressed rows (CSR): the neighbours of place i are
 * `indices[offsets[i]] … indices[offsets[i + 1] - 1]`, ascending, each once, without i itself.
 */
export interface Neighbours {
  readonly offsets: Uint32Array;
  readonly indices: Uint32Array;
  /** One per entry of `indices`, finite and >= 0; absent where every neighbour counts as one. Never of a place itself. */
  readonly weights?: Float64Array | undefined;
}

/** Neighbours within this many rings of H3 cells; the cell itself left out. */
export type RingCount = 1 | 2 | 3;

/**
 * Neighbours of H3 cells within `rings` rings, among the given cells: 6, 18 or 36 inside; a pentagon has 5, 15
 * or 30, a rim cell fewer, a cell alone none.
 */
export function hexagonNeighbours(cells: readonly string[], rings: RingCount = 1): Neighbours {
  const position = new Map(cells.map((cell, index) => [cell, index]));
  const addDisk = (index: number, row: number[]): number[] => {
    for (const cell of gridDisk(cells[index], rings)) {
      const neighbour = position.get(cell);
      if (neighbour !== undefined && neighbour !== index) row.push(neighbour);
    }
    return row;
  };
  if (rings === 1) return neighboursOf(cells.length, addDisk);
  const first = hexagonNeighbours(cells, 1);
  const seenBy = new Int32Array(cells.length).fill(-1);
  return neighboursOf(cells.length, (index, row) => {
    addWithinSteps(first, index, rings, row, seenBy);
    // Steps from cell to cell stay inside the disk; a full count is the whole of it, and h3-js need not be asked.
    if (row.length === 3 * rings * (rings + 1)) return row;
    row.length = 0;
    return addDisk(index, row);
  });
}

/** Add to `row` what some steps along a relation reach, the start left out. @param seenBy scratch, one entry a place */
function addWithinSteps(
  { offsets, indices }: Neighbours,
  start: number,
  steps: number,
  row: number[],
  seenBy: Int32Array,
): void {
  seenBy[start] = start;
  let from = -1;
  for (let step = 0; step < steps; step++) {
    const to = row.length;
    for (let at = from; at < to; at++) {
      const place = at < 0 ? start : row[at];
      for (let i = offsets[place]; i < offsets[place + 1]; i++) {
        if (seenBy[indices[i]] === start) continue;
        seenBy[indices[i]] = start;
        row.push(indices[i]);
      }
    }
    from = to;
  }
}

/**
 * Build compressed rows from a list per place.
 *
 * @param listOf the neighbours of a place in any order, each once, without itself; may fill and return `row`, an
 *   empty list that is used again for the next place
 */
export function neighboursOf(
  count: number,
  listOf: (index: number, row: number[]) => readonly number[],
): Neighbours {
  const rows = new NeighbourRows(count);
  const row: number[] = [];
  for (let i = 0; i < count; i++) {
    row.length = 0;
    for (const neighbour of listOf(i, row)) rows.add(neighbour);
    rows.endRow();
  }
  return rows.build();
}

/** Compressed rows written one after another into memory that doubles as it fills. */
export class NeighbourRows {
  private readonly offsets: Uint32Array;
  private indices: Uint32Array;
  private weights: Float64Array | undefined;
  private rows = 0;
  private entries = 0;

  constructor(count: number, options: { weighted?: boolean } = {}) {
    this.offsets = new Uint32Array(count + 1);
    this.indices = new Uint32Array(Math.max(16, 8 * count));
    this.weights = options.weighted ? new Float64Array(this.indices.length) : undefined;
  }

  /** Add a neighbour to the row that is being written. @param weight only where the rows are weighted */
  add(neighbour: number, weight = 1): void {
    if (this.entries === this.indices.length) this.grow();
    if (this.weights) this.weights[this.entries] = weight;
    this.indices[this.entries++] = neighbour;
  }

  /** Close the row of the next place: its neighbours are put in ascending order. */
  endRow(): void {
    const start = this.offsets[this.rows];
    if (!this.weights && this.entries - start > LONG_ROW) this.indices.subarray(start, this.entries).sort();
    else this.sortByInsertion(start);
    this.offsets[++this.rows] = this.entries;
  }

  build(): Neighbours {
    const indices = this.indices.slice(0, this.entries);
    const weights = this.weights?.slice(0, this.entries);
    return weights ? { offsets: this.offsets, indices, weights } : { offsets: this.offsets, indices };
  }

  private grow(): void {
    const size = this.indices.length * 2;
    const indices = new Uint32Array(size);
    indices.set(this.indices);
    this.indices = indices;
    if (!this.weights) return;
    const weights = new Float64Array(size);
    weights.set(this.weights);
    this.weights = weights;
  }

  private sortByInsertion(start: number): void {
    const { indices, weights } = this;
    for (let at = start + 1; at < this.entries; at++) {
      const neighbour = indices[at];
      const weight = weights ? weights[at] : 1;
      let to = at;
      for (; to > start && indices[to - 1] > neighbour; to--) {
        indices[to] = indices[to - 1];
        if (weights) weights[to] = weights[to - 1];
      }
      indices[to] = neighbour;
      if (weights) weights[to] = weight;
    }
  }
}

/** Longer rows than this are sorted by the engine, shorter ones in place. */
const LONG_ROW = 48;

/**
 * The part of a neighbour structure among some places, with its weights.
 *
 * @param members the places kept, ascending, each once
 */
export function restrictNeighbours(neighbours: Neighbours, members: Uint32Array): Neighbours {
  const { offsets, indices, weights } = neighbours;
  const positionOf = new Int32Array(offsets.length - 1).fill(-1);
  members.forEach((place, position) => {
    positionOf[place] = position;
  });
  const keptOffsets = new Uint32Array(members.length + 1);
  const keptIndices = new Uint32Array(indices.length);
  const keptWeights = weights && new Float64Array(indices.length);
  let entries = 0;
  members.forEach((place, position) => {
    for (let i = offsets[place]; i < offsets[place + 1]; i++) {
      const neighbour = positionOf[indices[i]];
      if (neighbour < 0) continue;
      if (keptWeights && weights) keptWeights[entries] = weights[i];
      keptIndices[entries++] = neighbour;
    }
    keptOffsets[position + 1] = entries;
  });
  const kept = { offsets: keptOffsets, indices: keptIndices.slice(0, entries) };
  return keptWeights ? { ...kept, weights: keptWeights.slice(0, entries) } : kept;
}

/** Neighbours where either of two places has the other: the union of the relation and its reverse, binary. */
export function joinBothWays({ offsets, indices }: Neighbours): Neighbours {
  const count = offsets.length - 1;
  const reverseOffsets = new Uint32Array(count + 1);
  for (const neighbour of indices) reverseOffsets[neighbour + 1]++;
  for (let i = 0; i < count; i++) reverseOffsets[i + 1] += reverseOffsets[i];
  const next = reverseOffsets.slice(0, -1);
  const reverse = new Uint32Array(indices.length);
  for (let i = 0; i < count; i++) {
    for (let at = offsets[i]; at < offsets[i + 1]; at++) reverse[next[indices[at]]++] = i;
  }
  const rows = new NeighbourRows(count);
  for (let i = 0; i < count; i++) {
    let a = offsets[i];
    let b = reverseOffsets[i];
    // Both rows are ascending: merged, an entry of both once.
    while (a < offsets[i + 1] || b < reverseOffsets[i + 1]) {
      const own = a < offsets[i + 1] ? indices[a] : Infinity;
      const other = b < reverseOffsets[i + 1] ? reverse[b] : Infinity;
      rows.add(Math.min(own, other));
      if (own <= other) a++;
      if (other <= own) b++;
    }
    rows.endRow();
  }
  return rows.build();
}

/** The places without any neighbour, ascending. They are in every mean and variance, and are not tested. */
export function islandsOf({ offsets }: Neighbours): Uint32Array {
  const islands: number[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) if (offsets[i] === offsets[i + 1]) islands.push(i);
  return Uint32Array.from(islands);
}
