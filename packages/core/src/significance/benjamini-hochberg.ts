/**
 * Benjamini & Hochberg (1995) adjusted p-values: q_(i) = min over j >= i of m p_(j) / j, at most 1.
 * Calling every test with q <= alpha keeps the expected share of false ones at or under alpha.
 *
 * The share is over tests, not over the joined places that neighbouring tests may form.
 *
 * @param p p-values in [0, 1]; NaN marks a test that was not made: it stays NaN and does not count in m
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const tested: number[] = [];
  for (let i = 0; i < p.length; i++) if (!Number.isNaN(p[i])) tested.push(i);
  tested.sort((a, b) => p[a] - p[b] || a - b);
  const q = new Float64Array(p.length).fill(Number.NaN);
  let smallest = 1;
  for (let rank = tested.length; rank >= 1; rank--) {
    const test = tested[rank - 1];
    smallest = Math.min(smallest, (p[test] * tested.length) / rank);
    q[test] = smallest;
  }
  return q;
}
