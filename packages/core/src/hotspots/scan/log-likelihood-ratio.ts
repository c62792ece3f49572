/** Which windows count: those with more incidents than expected, those with fewer, or either. */
export type ScanRates = 'high' | 'low' | 'both';

/**
 * Log likelihood ratio of one window of the Poisson scan (Kulldorff 1997):
 * `c ln(c/E) + (C-c) ln((C-c)/(C-E))`, with 0 ln 0 = 0. It is 0 where c = E, and grows both ways from there.
 *
 * @param count incidents in the window, c
 * @param expected incidents expected in it, E, between 0 and C, both ends left out
 * @param total incidents in all, C
 */
export function logLikelihoodRatio(count: number, expected: number, total: number): number {
  const inside = count > 0 ? count * Math.log(count / expected) : 0;
  const rest = total - count;
  // The ratio outside is close to 1: log1p keeps its digits.
  const outside = rest > 0 ? rest * Math.log1p((expected - count) / (total - expected)) : 0;
  return Math.max(0, inside + outside);
}

/** The smallest count above what is expected whose ratio exceeds a floor; `total + 1` where none does. */
export function leastCountAbove(floor: number, expected: number, total: number, from = 0): number {
  let low = Math.max(from, Math.floor(expected) + 1);
  if (low > total || logLikelihoodRatio(low, expected, total) > floor) return low;
  let step = 1;
  while (low + step <= total && logLikelihoodRatio(low + step, expected, total) <= floor) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, total + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (logLikelihoodRatio(middle, expected, total) > floor) high = middle;
    else low = middle;
  }
  return high;
}

/** The largest count below what is expected whose ratio exceeds a floor; -1 where none does. */
export function mostCountBelow(floor: number, expected: number, total: number): number {
  if (!(logLikelihoodRatio(0, expected, total) > floor) || !(expected > 0)) return -1;
  let low = 0;
  let high = Math.ceil(expected);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (logLikelihoodRatio(middle, expected, total) > floor) low = middle;
    else high = middle;
  }
  return low;
}

/** The largest expectation below a count at which its ratio exceeds a floor; 0 where none does. */
export function mostExpectedBelow(floor: number, count: number, total: number): number {
  if (count === 0) return 0;
  let low = 0;
  let high = count;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (middle > 0 && logLikelihoodRatio(count, middle, total) > floor) low = middle;
    else high = middle;
  }
  // A hair more than the bound: rounding may let a window in that then fails, never keep one out.
  return floor === 0 ? count : high * (1 + 1e-9);
}
