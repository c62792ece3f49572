import { incompleteGamma } from '../significance/gamma-functions.ts';
import {
  type NegativeBinomial,
  negativeBinomialQuantile,
  upperTail,
} from '../significance/negative-binomial.ts';
import type { CountTiers } from './count-tiers.ts';

/** How well a fitted law describes counts: chi-squared over classes that expect at least five places. */
export interface FitOfLaw {
  chiSquare: number;
  /** Classes less one less the parameters fitted; 0 where that is none. */
  degrees: number;
  p: number;
  /** Poor: p < .05. Unknown: too few classes to judge by. */
  verdict: 'adequate' | 'poor' | 'unknown';
}

const LEAST_EXPECTED = 5;

/**
 * Pearson's chi-squared of a negative binomial (or Poisson) law fitted by maximum likelihood. Counts are pooled from 0
 * up until a class expects five places; the last one takes the whole tail. With very many places a misfit is found that
 * moves no measure; with few a wide one is missed.
 */
export function fitOfLaw({ places, counts, sizes }: CountTiers, { mean, size }: NegativeBinomial): FitOfLaw {
  let chiSquare = 0;
  let classes = 0;
  let tier = counts.length - 1;
  for (let tail = places, isLast = false; !isLast; classes++) {
    let next = Number.POSITIVE_INFINITY;
    let beyond = 0;
    if (tail >= 2 * LEAST_EXPECTED) {
      next = negativeBinomialQuantile(1 - (tail - LEAST_EXPECTED) / places, mean, size) + 1;
      beyond = places * upperTail(next, mean, size);
    }
    isLast = beyond < LEAST_EXPECTED;
    const expected = isLast ? tail : tail - beyond;
    let observed = 0;
    for (; tier >= 0 && (isLast || counts[tier] < next); tier--) observed += sizes[tier];
    chiSquare += (observed - expected) ** 2 / expected;
    tail = beyond;
  }
  const degrees = classes - 1 - (size === Number.POSITIVE_INFINITY ? 1 : 2);
  if (degrees < 1) return { chiSquare, degrees: 0, p: Number.NaN, verdict: 'unknown' };
  const p = incompleteGamma(degrees / 2, chiSquare / 2).upper;
  return { chiSquare, degrees, p, verdict: p < 0.05 ? 'poor' : 'adequate' };
}
