/**
 * The rank of each place of a list in every year by its count of that year, 1 for the most; equal counts share the
 * smaller number. A place that is first in every year is another thing than one that was first once.
 *
 * Counts of one year are small and ranks of like places change by chance alone: read them beside the counts.
 *
 * @param byYear for each year, incidents of each place of the list
 * @returns for each place, its rank in each year
 */
export function ranksByYear(byYear: readonly ArrayLike<number>[]): number[][] {
  const places = byYear.length > 0 ? byYear[0].length : 0;
  const ranks: number[][] = Array.from({ length: places }, () => []);
  for (const year of byYear) {
    const sorted = Float64Array.from(year).sort();
    for (let place = 0; place < places; place++) {
      let low = 0;
      let high = places;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle] <= year[place]) low = middle + 1;
        else high = middle;
      }
      ranks[place].push(places - low + 1);
    }
  }
  return ranks;
}

/** Sum of a column over the members of each group: counts of a year, or weights. */
export function sumsOfGroups(
  groups: readonly { members: readonly number[] }[],
  of: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(groups, ({ members }) => members.reduce((sum, place) => sum + of[place], 0));
}
