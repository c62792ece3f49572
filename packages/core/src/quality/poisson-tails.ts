/**
 * Tails of a Poisson count: P(X <= n) and P(X >= n).
 *
 * @param n whole number >= 0
 * @param mean >= 0
 */
export function poissonTails(n: number, mean: number): { lower: number; upper: number } {
  if (mean === 0) return { lower: 1, upper: n === 0 ? 1 : 0 };
  const at = Math.exp(n * Math.log(mean) - mean - logFactorial(n));
  let below = 0;
  for (let k = n, term = at; k > 0 && term > below * 1e-17; k--) {
    term *= k / mean;
    below += term;
  }
  let above = 0;
  for (let k = n + 1, term = at; ; k++) {
    term *= mean / k;
    above += term;
    if (term <= above * 1e-17 || (k > mean && term === 0)) break;
  }
  // The sum away from the mean is exact; the other is taken from it, so that neither cancels digits.
  return n < mean ? { lower: at + below, upper: 1 - below } : { lower: 1 - above, upper: at + above };
}

/** ln n! by Stirling's series (Abramowitz & Stegun 1964, 6.1.41), exact sums for small n. */
function logFactorial(n: number): number {
  if (n < 16) {
    let sum = 0;
    for (let k = 2; k <= n; k++) sum += Math.log(k);
    return sum;
  }
  const z = n + 1;
  return (
    (z - 0.5) * Math.log(z) -
    z +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * z) -
    1 / (360 * z ** 3) +
    1 / (1260 * z ** 5)
  );
}
