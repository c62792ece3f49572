import { shareOfPlaces } from '../concentration/share-of-places.ts';

/** The places that hold a percentage of the incidents, told apart from all others without an order of the places. */
export interface BoundarySet {
  /** 1 for a place of the set. */
  has: Uint8Array;
  size: number;
  /** Least incidents of a place of the set; 0 where there is no incident and so no set. */
  leastCount: number;
}

/**
 * The fewest places that hold the percentage, busiest first, and all those with as many incidents as the last of them.
 * Which of equal places would complete the fewest is open, so the whole tier is in: the set is "every place with at
 * least so many incidents", depends on no order, and holds the percentage or more. With few incidents per place it may
 * be every place with any.
 */
export function boundarySet(counts: ArrayLike<number>, percent: number): BoundarySet {
  const { boundaryCount } = shareOfPlaces(counts, percent);
  const has = new Uint8Array(counts.length);
  let size = 0;
  for (let i = 0; i < counts.length; i++) {
    if (boundaryCount === 0 || counts[i] < boundaryCount) continue;
    has[i] = 1;
    size++;
  }
  return { has, size, leastCount: boundaryCount };
}
