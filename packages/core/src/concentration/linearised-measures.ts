import type { CountTiers } from './count-tiers.ts';
import { giniOfTiers } from './gini.ts';
import { shareOfTiers } from './share-of-places.ts';

/**
 * A measure of concentration and what one place of each tier adds to its error: the measure differs from that of the
 * law the places come from by the mean of the influences, and by terms that vanish faster. Over all places the
 * influences sum to 0; the mean of their squares over the number of places is the variance of the measure.
 */
export interface LinearisedMeasure {
  value: number;
  /** One per tier. */
  influence: Float64Array;
}

/**
 * The interpolated share of places that hold a percentage of the incidents. It is the largest over t = 1, 2, … of the
 * mean over places of g_t(x) = (q x - (x - t)+) / t, since the share p solves q mean = min over t of t p + mean of
 * (x - t)+ (Rockafellar & Uryasev 2000, theorem 1), and the best t is the count at the boundary. A maximum of means of
 * independent places tends to the same maximum over the law: the interpolated share of the law of counts.
 */
export function linearisedShare(tiers: CountTiers, percent: number): LinearisedMeasure {
  const { interpolatedShare, boundaryCount } = shareOfTiers(tiers, percent);
  return {
    value: interpolatedShare,
    influence: influenceAt(boundaryCount, tiers, percent, interpolatedShare),
  };
}

/**
 * The means of g_t with t the boundary count and the counts of the tiers next to it: the share is the largest of them.
 * Near a corner of the Lorenz curve, where the boundary count changes, either may be the one that is largest in the law.
 */
export function rivalShares(tiers: CountTiers, percent: number): LinearisedMeasure[] {
  const { counts, sizes, places } = tiers;
  const boundary = counts.indexOf(shareOfTiers(tiers, percent).boundaryCount);
  const rivals = counts.slice(Math.max(0, boundary - 1), boundary + 2).filter((t) => t > 0);
  return rivals.map((t) => {
    const means = influenceAt(t, tiers, percent, 0);
    const value = means.reduce((sum, mean, tier) => sum + mean * sizes[tier], 0) / places;
    return { value, influence: means.map((mean) => mean - value) };
  });
}

function influenceAt(t: number, { counts }: CountTiers, percent: number, value: number): Float64Array {
  return Float64Array.from(counts, (x) => ((percent / 100) * x - Math.max(0, x - t)) / t - value);
}

/** The Gini coefficient over all places, E|X - X'| / (2 mean) (influence: Davidson 2009, equation 11, for ties). */
export function linearisedGini(tiers: CountTiers): LinearisedMeasure {
  const { counts, sizes, places, incidents } = tiers;
  const { gini } = giniOfTiers(tiers);
  const mean = incidents / places;
  const influence = new Float64Array(counts.length);
  let placesAbove = 0;
  let incidentsAbove = 0;
  for (let tier = 0; tier < counts.length; tier++) {
    const x = counts[tier];
    placesAbove += sizes[tier];
    incidentsAbove += sizes[tier] * x;
    const distance =
      (incidentsAbove - placesAbove * x + (places - placesAbove) * x - (incidents - incidentsAbove)) / places;
    influence[tier] = (distance - 2 * gini * mean) / mean - (gini * (x - mean)) / mean;
  }
  return { value: gini, influence };
}
