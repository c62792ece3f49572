import type { RandomStream } from '../random/stream.ts';

/**
 * Which departures from the null count: `greater` large values of the statistic, `less` small ones, `two-sided`
 * both, as p = min(1, 2 min(upper, lower)).
 */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** The two tails of a discrete statistic, one per test, both with the observed value in them. */
export interface Tails {
  /** P(S >= observed). */
  upper: Float64Array;
  /** P(S <= observed). */
  lower: Float64Array;
  /** P(S = observed); absent where the draws stopped early. */
  equal?: Float64Array | undefined;
}

/** The p of a pair of tails under the stated alternative. */
export function tailP(upper: number, lower: number, alternative: Alternative): number {
  if (alternative === 'greater') return upper;
  if (alternative === 'less') return lower;
  return Math.min(1, 2 * Math.min(upper, lower));
}

/** The p of every test under the stated alternative; NaN stays NaN. */
export function tailPs(tails: Tails, alternative: Alternative): Float64Array {
  return tails.upper.map((upper, i) => tailP(upper, tails.lower[i], alternative));
}

/**
 * Mid-p (Lancaster 1961): half of P(S = observed) taken off each tail. Closer to the level on sparse counts,
 * but no longer sure to stay under it: describe with it, do not test with it.
 *
 * @throws RangeError where the tails do not know P(S = observed)
 */
export function midP(tails: Tails, alternative: Alternative): Float64Array {
  return shrunkenP(tails, alternative, () => 0.5);
}

/**
 * Randomised p: P(S > s) + U P(S = s), exactly uniform under the null of a discrete statistic. It exists to
 * check calibration: two analysts would get two answers, so it is never printed as a result.
 *
 * @throws RangeError where the tails do not know P(S = observed)
 */
export function randomisedP(tails: Tails, alternative: Alternative, random: RandomStream): Float64Array {
  return shrunkenP(tails, alternative, () => random.uniform());
}

/** p with the share `shareOf()` of the ties in the upper tail and the rest in the lower. */
function shrunkenP(tails: Tails, alternative: Alternative, shareOf: () => number): Float64Array {
  const { upper, lower, equal } = tails;
  if (!equal) throw new RangeError('tails without the probability of a tie have no randomised or mid-p');
  return upper.map((atLeast, i) => {
    const share = shareOf();
    return tailP(atLeast - (1 - share) * equal[i], lower[i] - share * equal[i], alternative);
  });
}
