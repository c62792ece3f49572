/** The places of every parent (a segment's neighbourhood, an address's street), and those without one. */
export interface Parents {
  /** Counts of the places of each parent. */
  counts: number[][];
  /** Places whose parent is -1, and their incidents: they take no part. */
  placesWithout: number;
  incidentsWithout: number;
}

/**
 * @param parent number of each place's parent, any whole number >= 0; -1 for a place without one
 * @throws RangeError other numbers, or not one for every place
 */
export function placesByParent(counts: ArrayLike<number>, parent: ArrayLike<number>): Parents {
  if (parent.length !== counts.length)
    throw new RangeError(`${parent.length} parents for ${counts.length} places`);
  const groups = new Map<number, number[]>();
  let placesWithout = 0;
  let incidentsWithout = 0;
  for (let i = 0; i < counts.length; i++) {
    if (!Number.isSafeInteger(parent[i]) || parent[i] < -1)
      throw new RangeError(`parent ${parent[i]} at ${i} is not a whole number >= 0, nor -1`);
    if (parent[i] === -1) {
      placesWithout++;
      incidentsWithout += counts[i];
      continue;
    }
    const group = groups.get(parent[i]);
    if (group) group.push(counts[i]);
    else groups.set(parent[i], [counts[i]]);
  }
  return { counts: [...groups.values()], placesWithout, incidentsWithout };
}
