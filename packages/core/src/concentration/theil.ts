import { type CountTiers, countTiers } from './count-tiers.ts';
import { expectedTheilPart } from './even-throw.ts';
import { placesByParent } from './parents.ts';

interface TheilParts {
  total: number;
  /** What remains if every place had the mean of its parent. */
  between: number;
  /** Mean of the parents' own indices, weighted by their incidents. */
  within: number;
}

/** The inequality of places, split into that between their parents and that inside them. total = between + within. */
export interface TheilDecomposition extends TheilParts {
  parents: number;
  /** The same parts if these incidents fell evenly on these places. */
  expected: TheilParts;
  null: 'multinomial-even';
  /** Places without a parent, and their incidents: they take no part. */
  placesWithoutParent: number;
  incidentsWithoutParent: number;
}

/**
 * Theil's T = sum of (x / C) ln(x N / C), 0 ln 0 = 0 (Theil 1967): 0 for an even spread, ln N for all in one place.
 * Not bounded by 1, and under chance alone about ln(1 / λ) for few incidents per place: read it beside its expectation.
 *
 * @returns NaN without incidents
 */
export function theilIndex(counts: ArrayLike<number>): number {
  return theilOfTiers(countTiers(counts));
}

export function theilOfTiers({ places, incidents, counts, sizes }: CountTiers): number {
  if (incidents === 0) return Number.NaN;
  let sum = 0;
  counts.forEach((count, tier) => {
    if (count > 0) sum += sizes[tier] * (count / incidents) * Math.log((count * places) / incidents);
  });
  return sum;
}

/**
 * Theil's T split between and within parents (Shorrocks 1980): T = sum s_g ln(s_g N / n_g) + sum s_g T_g, with s_g the
 * share of the incidents and n_g the places of parent g. The expectations are exact. Few incidents per place make the
 * part within look large by chance alone, so the shares of the parts are compared with those expected, never with 0.
 *
 * @param counts whole numbers >= 0, zeros included
 * @param parent number of each place's parent, any whole number >= 0; -1 for a place without one
 * @returns NaN without incidents
 * @throws RangeError as `placesByParent`
 */
export function theilDecomposition(counts: ArrayLike<number>, parent: ArrayLike<number>): TheilDecomposition {
  const grouped = placesByParent(counts, parent);
  const groups = grouped.counts.map(countTiers);
  const places = groups.reduce((sum, group) => sum + group.places, 0);
  const incidents = groups.reduce((sum, group) => sum + group.incidents, 0);
  let between = 0;
  let within = 0;
  let expectedBetween = 0;
  const expectedOf = new Map<number, number>();
  for (const group of groups) {
    const ofPlaces = group.places / places;
    if (group.incidents > 0) {
      const share = group.incidents / incidents;
      between += share * Math.log(share / ofPlaces);
      within += share * theilOfTiers(group);
    }
    if (!expectedOf.has(group.places)) expectedOf.set(group.places, expectedTheilPart(ofPlaces, incidents));
    expectedBetween += expectedOf.get(group.places)!;
  }
  const expectedTotal = places * expectedTheilPart(1 / places, incidents);
  const isKnown = incidents > 0;
  const known = (value: number): number => (isKnown ? value : Number.NaN);
  return {
    total: known(between + within),
    between: known(between),
    within: known(within),
    parents: groups.length,
    expected: {
      total: known(expectedTotal),
      between: known(expectedBetween),
      within: known(expectedTotal - expectedBetween),
    },
    null: 'multinomial-even',
    placesWithoutParent: grouped.placesWithout,
    incidentsWithoutParent: grouped.incidentsWithout,
  };
}
