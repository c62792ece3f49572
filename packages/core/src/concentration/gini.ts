import { type CountTiers, countTiers } from './count-tiers.ts';

/** Inequality of incidents over places. */
export interface GiniCoefficients {
  /** G = 2 sum i x_(i) / (N C) - (N + 1) / N, x ascending. */
  gini: number;
  /** G N / (N - 1) (Deltas 2003). */
  unbiased: number;
  /** G' = max(1, N / C) (G - 1) + 1 (Bernasco & Steenbeek 2017): 0 when no place has more than one incident. */
  generalised: number;
  /** G' m / (m - 1), m = min(N, C): what the R package lorenzgini prints unless told otherwise. NaN for m = 1. */
  generalisedUnbiased: number;
}

/**
 * Gini coefficient and its forms. None is corrected for chance: under pure randomness the generalised form is
 * .05 at .05 incidents per place, .52 at 1 and .25 at 5, so it is always shown beside its expectation.
 *
 * @param counts whole numbers >= 0, places without incidents included
 */
export function giniCoefficients(counts: ArrayLike<number>): GiniCoefficients {
  return giniOfTiers(countTiers(counts));
}

/** The same where the places are already in tiers. NaN without incidents. */
export function giniOfTiers(tiers: CountTiers): GiniCoefficients {
  const { places, incidents } = tiers;
  if (incidents === 0) {
    const unknown = Number.NaN;
    return { gini: unknown, unbiased: unknown, generalised: unknown, generalisedUnbiased: unknown };
  }
  const gini = (2 * rankSum(tiers)) / (places * incidents) - (places + 1) / places;
  const generalised = generaliseGini(gini, places, incidents);
  return {
    gini,
    unbiased: correctForSize(gini, places),
    generalised,
    generalisedUnbiased: correctForSize(generalised, Math.min(places, incidents)),
  };
}

export function generaliseGini(gini: number, places: number, incidents: number): number {
  return Math.max(1, places / incidents) * (gini - 1) + 1;
}

/**
 * Sum of rank × count, the quietest place first: a whole number that orders fields of equal places and incidents as
 * their Gini does.
 */
export function rankSum({ places, counts, sizes }: CountTiers): number {
  let sum = 0;
  let busier = 0;
  for (let tier = 0; tier < counts.length; tier++) {
    const size = sizes[tier];
    sum += counts[tier] * (size * (places - busier) - (size * (size - 1)) / 2);
    busier += size;
  }
  return sum;
}

function correctForSize(gini: number, n: number): number {
  return n > 1 ? (gini * n) / (n - 1) : Number.NaN;
}
