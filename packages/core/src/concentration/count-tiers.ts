/**
 * Places by their count, busiest first: every distinct count with the number of places that have it. All measures of
 * concentration depend on the places through this alone.
 */
export interface CountTiers {
  places: number;
  incidents: number;
  /** Distinct counts, descending, 0 included. */
  counts: number[];
  /** Places with each of them. */
  sizes: number[];
}

/** Counts under this are sorted by counting; a longer walk past empty counts would cost more than a sort. */
const COUNTED = 2 ** 16;

/**
 * Cost: places + largest count where all are whole numbers under 65,536, else places log places.
 *
 * @param counts whole numbers >= 0, zeros included; weights of any real size >= 0 are taken too
 */
export function countTiers(counts: ArrayLike<number>): CountTiers {
  const tiers: CountTiers = { places: counts.length, incidents: 0, counts: [], sizes: [] };
  let largest = 0;
  let isWhole = true;
  for (let i = 0; i < counts.length && isWhole; i++) {
    if (counts[i] > largest) largest = counts[i];
    isWhole = Number.isInteger(counts[i]);
  }
  if (isWhole && largest < COUNTED) {
    const sizes = new Uint32Array(largest + 1);
    for (let i = 0; i < counts.length; i++) sizes[counts[i]]++;
    for (let count = largest; count >= 0; count--) {
      if (sizes[count] > 0) append(tiers, count, sizes[count]);
    }
    return tiers;
  }
  const sorted = sortedDescending(counts);
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    append(tiers, sorted[start], end - start);
  }
  return tiers;
}

function append(tiers: CountTiers, count: number, size: number): void {
  tiers.counts.push(count);
  tiers.sizes.push(size);
  tiers.incidents += count * size;
}

export function sortedDescending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort().reverse();
}
