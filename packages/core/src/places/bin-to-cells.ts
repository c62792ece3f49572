import { latLngToCell } from 'h3-js';
import { latticeOf } from './lattice.ts';

/** The H3 cells that hold points: `cells` in ascending order of their index, `cellOf[i]` the cell of point i. */
export interface CellBins {
  cells: string[];
  /** Position in `cells`, one per point. */
  cellOf: Uint32Array;
  /** Points per cell. */
  counts: Uint32Array;
}

/**
 * Bin points into H3 cells.
 *
 * Cost: one lattice key per point (about 60 ns) and one call of h3-js per distinct cell, against about 1 µs
 * per point for `latLngToCell`. A point within rounding of a cell's edge may fall on either side of it.
 *
 * @param longitudes degrees, finite
 * @param latitudes degrees, finite
 * @param resolution 0 to 12
 */
export function binToCells(
  longitudes: ArrayLike<number>,
  latitudes: ArrayLike<number>,
  resolution: number,
): CellBins {
  const { keyOf } = latticeOf(resolution);
  const count = longitudes.length;
  const distinct = new KeyTable(count);
  const keyIndex = new Uint32Array(count);
  const firstPoint: number[] = [];
  for (let i = 0; i < count; i++) {
    const index = distinct.indexOf(keyOf(longitudes[i], latitudes[i]));
    if (index === firstPoint.length) firstPoint.push(i);
    keyIndex[i] = index;
  }
  // Two keys of neighbouring faces may name one cell, so cells are made distinct by their H3 index.
  const cellOfKey = firstPoint.map((i) => latLngToCell(latitudes[i], longitudes[i], resolution));
  const cells = [...new Set(cellOfKey)].sort();
  const position = new Map(cells.map((cell, index) => [cell, index]));
  const positionOfKey = Uint32Array.from(cellOfKey, (cell) => position.get(cell)!);
  const cellOf = new Uint32Array(count);
  const counts = new Uint32Array(cells.length);
  for (let i = 0; i < count; i++) {
    const cell = positionOfKey[keyIndex[i]];
    cellOf[i] = cell;
    counts[cell]++;
  }
  return { cells, cellOf, counts };
}

/** Open addressing over exact whole numbers under 2^53; numbers the distinct keys in order of appearance. */
class KeyTable {
  private keys: Float64Array;
  private indexes: Int32Array;
  private size = 0;

  constructor(expectedPoints: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(64, Math.min(expectedPoints, 1 << 16))));
    this.keys = new Float64Array(capacity).fill(-1);
    this.indexes = new Int32Array(capacity);
  }

  indexOf(key: number): number {
    let slot = this.slotOf(key);
    if (this.keys[slot] === key) return this.indexes[slot];
    if (this.size * 2 >= this.keys.length) {
      this.grow();
      slot = this.slotOf(key);
    }
    this.keys[slot] = key;
    this.indexes[slot] = this.size;
    return this.size++;
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    const high = Math.floor(key / 4_294_967_296);
    let slot = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, indexes } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.indexes = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue;
      const slot = this.slotOf(keys[i]);
      this.keys[slot] = keys[i];
      this.indexes[slot] = indexes[i];
    }
  }
}
