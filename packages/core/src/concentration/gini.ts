import { sortedDescending } from './share-of-places.ts';

/** Inequality of incidents over places. */
export interface GiniCoefficients {
  /** G = 2 sum i x_(i) / (N C) - (N + 1) / N, x ascending. */
  gini: number;
  /** G N / (N - 1) (Deltas 2003). */
  unbiased: number;
  /** G' = max(1, N / C) (G - 1) + 1 (Bernasco & Steenbeek 2017): 0 when no place has more than one incident. */
  generalised: number;
}

/**
 * Gini coefficient and its forms. None is corrected for chance: under pure randomness the generalised form is
 * .05 at .05 incidents per place, .52 at 1 and .25 at 5, so it is always shown beside its expectation.
 *
 * @param counts whole numbers >= 0, places without incidents included
 */
export function giniCoefficients(counts: ArrayLike<number>): GiniCoefficients {
  const sorted = sortedDescending(counts);
  const places = sorted.length;
  let incidents = 0;
  let weighted = 0;
  for (let i = 0; i < places; i++) {
    incidents += sorted[i];
    weighted += (places - i) * sorted[i];
  }
  if (incidents === 0) return { gini: Number.NaN, unbiased: Number.NaN, generalised: Number.NaN };
  const gini = (2 * weighted) / (places * incidents) - (places + 1) / places;
  return {
    gini,
    unbiased: places > 1 ? (gini * places) / (places - 1) : Number.NaN,
    generalised: generaliseGini(gini, places, incidents),
  };
}

export function generaliseGini(gini: number, places: number, incidents: number): number {
  return Math.max(1, places / incidents) * (gini - 1) + 1;
}
