import { type CountTiers, countTiers } from './count-tiers.ts';

/** How few places hold a given share of the incidents. */
export interface ShareOfPlaces {
  /** 25, 50 or 80. */
  percent: number;
  /** Least number of places, busiest first, that hold at least this percentage. */
  k: number;
  /** k divided by the number of places. */
  share: number;
  /** Linear inside the step, for comparison with the analytic null. */
  interpolatedShare: number;
  /** Incidents of the k-th place, and how many places have just as many: membership among these is open. */
  boundaryCount: number;
  placesAtBoundary: number;
}

/**
 * The share of places that hold a percentage of the incidents (Weisburd 2015; methods B1). The test is made
 * in whole numbers, 100 × cumulative >= percent × total, because a product of fractions can miss by rounding.
 *
 * @param counts whole numbers >= 0; places without incidents belong in it
 * @param percent whole number, 1 to 100
 */
export function shareOfPlaces(counts: ArrayLike<number>, percent: number): ShareOfPlaces {
  return shareOfTiers(countTiers(counts), percent);
}

/** The same where the places are already in tiers. */
export function shareOfTiers(tiers: CountTiers, percent: number): ShareOfPlaces {
  const { places, incidents } = tiers;
  if (incidents === 0) {
    const unknown = Number.NaN;
    return {
      percent,
      k: 0,
      share: unknown,
      interpolatedShare: unknown,
      boundaryCount: 0,
      placesAtBoundary: 0,
    };
  }
  const { k, tier, before } = fewestPlaces(tiers, percent);
  const boundaryCount = tiers.counts[tier];
  return {
    percent,
    k,
    share: k / places,
    interpolatedShare: (k - 1 + ((percent / 100) * incidents - before) / boundaryCount) / places,
    boundaryCount,
    placesAtBoundary: tiers.sizes[tier],
  };
}

/**
 * The least number of places that hold a percentage of the incidents (at least one incident), the tier of the last of
 * them, and the incidents of those before it.
 */
export function fewestPlaces(
  { incidents, counts, sizes }: CountTiers,
  percent: number,
): { k: number; tier: number; before: number } {
  const wanted = percent * incidents;
  let held = 0;
  let above = 0;
  for (let tier = 0; ; tier++) {
    const inTier = held + counts[tier] * sizes[tier];
    if (100 * inTier >= wanted || tier === counts.length - 1) {
      const taken = placesToReach(wanted, held, counts[tier]);
      return { k: above + taken, tier, before: held + (taken - 1) * counts[tier] };
    }
    held = inTier;
    above += sizes[tier];
  }
}

/** Least n >= 1 with 100 × (held + n × count) >= wanted, decided in whole numbers: the quotient only starts the search. */
function placesToReach(wanted: number, held: number, count: number): number {
  let n = Math.max(1, Math.ceil((wanted - 100 * held) / (100 * count)));
  while (n > 1 && 100 * (held + (n - 1) * count) >= wanted) n--;
  while (100 * (held + n * count) < wanted) n++;
  return n;
}
