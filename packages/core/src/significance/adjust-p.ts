import { firstAtLeast } from './sorted-search.ts';

/**
 * Corrections for many tests, as in p.adjust of R. `benjamini-hochberg` (1995) holds the expected share of false
 * ones among those called, under independence and the positive dependence of neighbouring sums;
 * `benjamini-yekutieli` (2001) under any dependence; `bonferroni`, `holm` (1979) and `hochberg` (1988) the chance
 * of a single false one, the last under independence or positive dependence.
 */
export type Correction =
  | 'benjamini-hochberg'
  | 'benjamini-yekutieli'
  | 'bonferroni'
  | 'holm'
  | 'hochberg'
  | 'none';

/**
 * Adjusted p-values: calling every test with an adjusted p <= alpha keeps the error of the correction at alpha.
 *
 * The correction is over the tests made: mark those not made (water, islands) with NaN and do not test what
 * cannot happen. The error is over tests, not over the joined places that neighbouring tests may form.
 *
 * Cost: one sort and one binary search per test; 24 bytes per test.
 *
 * @param p p-values in [0, 1]; NaN marks a test that was not made: it stays NaN and does not count in m
 */
export function adjustP(p: Float64Array, correction: Correction): Float64Array {
  const sorted = p.filter((value) => !Number.isNaN(value)).sort();
  const adjusted = adjustSorted(sorted, correction);
  // Equal p have equal adjusted p under every correction here, so the value finds its own.
  return p.map((value) => (Number.isNaN(value) ? Number.NaN : adjusted[firstAtLeast(sorted, value)]));
}

function adjustSorted(sorted: Float64Array, correction: Correction): Float64Array {
  const m = sorted.length;
  switch (correction) {
    case 'none':
      return sorted;
    case 'bonferroni':
      return sorted.map((p) => Math.min(1, p * m));
    case 'holm':
      return risingFromSmallest(sorted, (rank) => m - rank + 1);
    case 'hochberg':
      return fallingFromLargest(sorted, (p, rank) => p * (m - rank + 1));
    case 'benjamini-hochberg':
      return fallingFromLargest(sorted, (p, rank) => (p * m) / rank);
    case 'benjamini-yekutieli': {
      let harmonic = 0;
      for (let rank = 1; rank <= m; rank++) harmonic += 1 / rank;
      return fallingFromLargest(sorted, (p, rank) => (p * m * harmonic) / rank);
    }
  }
}

/** Step-up: the smallest of the scaled p from this rank on, at most 1. */
function fallingFromLargest(sorted: Float64Array, scaled: (p: number, rank: number) => number): Float64Array {
  const adjusted = new Float64Array(sorted.length);
  let smallest = 1;
  for (let rank = sorted.length; rank >= 1; rank--) {
    smallest = Math.min(smallest, scaled(sorted[rank - 1], rank));
    adjusted[rank - 1] = smallest;
  }
  // Ties share the value of their last rank, which the running minimum gives to the first of them too.
  return adjusted;
}

/** Step-down: the largest of the scaled p up to this rank, at most 1. */
function risingFromSmallest(sorted: Float64Array, factor: (rank: number) => number): Float64Array {
  let largest = 0;
  return sorted.map((p, at) => {
    largest = Math.max(largest, Math.min(1, p * factor(at + 1)));
    return largest;
  });
}
