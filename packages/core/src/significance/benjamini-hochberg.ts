import { adjustP } from './adjust-p.ts';

/**
 * Benjamini & Hochberg (1995) adjusted p-values: q_(i) = min over j >= i of m p_(j) / j, at most 1.
 * Calling every test with q <= alpha keeps the expected share of false ones at or under alpha.
 *
 * The share is over tests, not over the joined places that neighbouring tests may form.
 *
 * @param p p-values in [0, 1]; NaN marks a test that was not made: it stays NaN and does not count in m
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  return adjustP(p, 'benjamini-hochberg');
}

/**
 * The p under which tests are called at a false discovery rate (Caldas de Castro & Singer 2006, as esda.fdr):
 * the largest i alpha / m with p_(i) < i alpha / m, and alpha / m where there is none.
 *
 * @param p p-values in [0, 1]; NaN marks a test that was not made
 * @param level alpha in (0, 1)
 * @returns NaN where no test was made
 */
export function falseDiscoveryCutOff(p: Float64Array, level: number): number {
  const sorted = p.filter((value) => !Number.isNaN(value)).sort();
  const m = sorted.length;
  for (let rank = m; rank >= 1; rank--) {
    const cutOff = (rank * level) / m;
    if (sorted[rank - 1] < cutOff) return cutOff;
  }
  return m > 0 ? level / m : Number.NaN;
}
