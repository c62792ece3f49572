/** How few places hold a given share of the incidents. */
export interface ShareOfPlaces {
  /** 25, 50 or 80. */
  percent: number;
  /** Least number of places, busiest first, that hold at least this percentage. */
  k: number;
  /** k divided by the number of places. */
  share: number;
  /** Linear inside the step, for comparison with the analytic null. */
  interpolatedShare: number;
  /** Incidents of the k-th place, and how many places have just as many: membership among these is open. */
  boundaryCount: number;
  placesAtBoundary: number;
}

/**
 * The share of places that hold a percentage of the incidents (Weisburd 2015; methods B1). The test is made
 * in whole numbers, 100 × cumulative >= percent × total, because a product of fractions can miss by rounding.
 *
 * @param counts whole numbers >= 0; places without incidents belong in it
 */
export function shareOfPlaces(counts: ArrayLike<number>, percent: number): ShareOfPlaces {
  const sorted = sortedDescending(counts);
  let total = 0;
  for (const n of sorted) total += n;
  if (total === 0) {
    const unknown = Number.NaN;
    return {
      percent,
      k: 0,
      share: unknown,
      interpolatedShare: unknown,
      boundaryCount: 0,
      placesAtBoundary: 0,
    };
  }
  let k = 0;
  let held = 0;
  while (100 * held < percent * total) held += sorted[k++];
  const boundaryCount = sorted[k - 1];
  const before = held - boundaryCount;
  return {
    percent,
    k,
    share: k / sorted.length,
    interpolatedShare: (k - 1 + ((percent / 100) * total - before) / boundaryCount) / sorted.length,
    boundaryCount,
    placesAtBoundary: sorted.filter((n) => n === boundaryCount).length,
  };
}

export function sortedDescending(counts: ArrayLike<number>): Float64Array {
  return Float64Array.from(counts).sort().reverse();
}
