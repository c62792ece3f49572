/** Points with those on one coordinate put together; distances between the distinct ones are all greater than 0. */
export interface DistinctPoints {
  /** From west to east, and from south to north on one meridian, so the order of the points changes nothing. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Points on each coordinate. */
  readonly n: Uint32Array;
  /** The distinct coordinate of each point given. */
  readonly of: Uint32Array;
}

/** Put points of exactly equal coordinates together, by a hash of their bytes; then sort them. */
export function distinctPoints(x: Float64Array, y: Float64Array): DistinctPoints {
  const count = x.length;
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const first = new Uint32Array(count);
  const n = new Uint32Array(count);
  const of = new Uint32Array(count);
  const bytes = new Float64Array(2);
  const words = new Uint32Array(bytes.buffer);
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    // Adding 0 makes one of 0 and -0, which are equal but differ in their bytes.
    bytes[0] = x[i] + 0;
    bytes[1] = y[i] + 0;
    let hash = 0;
    for (let word = 0; word < 4; word++) {
      hash = Math.imul(hash ^ words[word], 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    while (table[slot] >= 0 && (x[first[table[slot]]] !== x[i] || y[first[table[slot]]] !== y[i]))
      slot = (slot + 1) & mask;
    if (table[slot] < 0) {
      table[slot] = distinct;
      first[distinct++] = i;
    }
    of[i] = table[slot];
    n[of[i]]++;
  }
  const kept = first.subarray(0, distinct);
  const sorted = Uint32Array.from(kept, (_, i) => i).sort(
    (a, b) => x[kept[a]] - x[kept[b]] || y[kept[a]] - y[kept[b]],
  );
  const rank = new Uint32Array(distinct);
  sorted.forEach((i, at) => {
    rank[i] = at;
  });
  return {
    x: Float64Array.from(sorted, (i) => x[kept[i]]),
    y: Float64Array.from(sorted, (i) => y[kept[i]]),
    n: Uint32Array.from(sorted, (i) => n[i]),
    of: of.map((i) => rank[i]),
  };
}
