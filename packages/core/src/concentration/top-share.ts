import type { CountLaw } from './count-law.ts';
import type { CountTiers } from './count-tiers.ts';

/** The share of the incidents in the busiest percent of the places. */
export interface TopShare {
  /** Of the places: 1, 5 or 10. */
  percent: number;
  /** This percent of the places, rounded up. */
  k: number;
  /** Share of the incidents in the k busiest places. */
  share: number;
  /** The same if the incidents fell evenly on the places by chance. */
  expectedShare: number;
  /** Incidents of the k-th place, and how many places have just as many: membership among these is open. */
  boundaryCount: number;
  placesAtBoundary: number;
}

/**
 * The share of incidents in the top percent of places (Hipp & Kim 2017; Levin, Rosenfeld & Deckard 2017). It swings
 * with the number of incidents more than the share of places does: with fewer incidents than that percent of places
 * it is 1, whatever the city.
 *
 * @param percent whole number, 1 to 100
 * @param chance the law of counts of equal mean; undefined without incidents, where shares are NaN
 */
export function topShare(tiers: CountTiers, percent: number, chance: CountLaw | undefined): TopShare {
  const { places, incidents, counts, sizes } = tiers;
  // The product is a whole number, and a quotient by 100 that is none never rounds to one.
  const k = Math.ceil((percent * places) / 100);
  if (incidents === 0) {
    const unknown = Number.NaN;
    return { percent, k, share: unknown, expectedShare: unknown, boundaryCount: 0, placesAtBoundary: 0 };
  }
  let tier = 0;
  let left = k;
  let held = 0;
  while (left > sizes[tier]) {
    held += counts[tier] * sizes[tier];
    left -= sizes[tier++];
  }
  held += left * counts[tier];
  return {
    percent,
    k,
    share: held / incidents,
    expectedShare: chance ? chance.shareOfIncidents(k / places) : Number.NaN,
    boundaryCount: counts[tier],
    placesAtBoundary: sizes[tier],
  };
}
