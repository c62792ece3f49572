/** Rows with the same values, numbered in the order in which they first appear. */
export interface RowGroups {
  count: number;
  /** Group of each row; -1 where a value of the row is not known (NaN). */
  groupOf: Int32Array;
  /** Rows per group. */
  n: Uint32Array;
  /** Position of the first row of each group. */
  first: Uint32Array;
}

/**
 * Group rows by exact equality of several columns, in one pass with a hash table: a Map with text keys would
 * take ten times the memory. Equality is that of the numbers, so -0 is 0 and NaN belongs to no group.
 */
export function groupRows(columns: readonly ArrayLike<number>[], rows = columns[0]?.length ?? 0): RowGroups {
  const groupOf = new Int32Array(rows).fill(-1);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, rows * 2)))).fill(-1);
  const mask = slots.length - 1;
  const first = new Uint32Array(rows);
  const n = new Uint32Array(rows);
  const float = new Float64Array(1);
  const words = new Uint32Array(float.buffer);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    let hash = 0x9e3779b9;
    let known = true;
    for (const column of columns) {
      if (Number.isNaN(column[row])) known = false;
      float[0] = column[row] + 0;
      hash = mix(mix(hash, words[0]), words[1]);
    }
    if (!known) continue;
    let slot = hash & mask;
    while (slots[slot] >= 0 && !sameValues(columns, row, first[slots[slot]])) slot = (slot + 1) & mask;
    if (slots[slot] < 0) {
      first[count] = row;
      slots[slot] = count++;
    }
    groupOf[row] = slots[slot];
    n[slots[slot]]++;
  }
  return { count, groupOf, n: n.slice(0, count), first: first.slice(0, count) };
}

/** One round of a multiplicative hash (the finaliser of MurmurHash3). */
function mix(hash: number, word: number): number {
  let h = Math.imul(hash ^ word, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function sameValues(columns: readonly ArrayLike<number>[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
