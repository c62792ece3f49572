import { expectedGini } from './even-throw.ts';
import { giniCoefficients } from './gini.ts';
import { placesByParent } from './parents.ts';

/** Concentration inside the parents, so that differences between them are out of it. */
export interface NestedGini {
  /** Mean of the Gini coefficients of the parents, each counting once. */
  mean: number;
  /** The same mean if the incidents of each parent fell evenly on its own places: exact. */
  expected: number;
  null: 'multinomial-even-within';
  /** Parents in the mean, and those that have no Gini of their own: a single place, or no incident. */
  parents: number;
  skipped: number;
  /** Gini over all places of all parents at once, and the same under an even throw over them. */
  overall: number;
  expectedOverall: number;
  /** Places without a parent, and their incidents: they take no part. */
  placesWithoutParent: number;
  incidentsWithoutParent: number;
}

/**
 * Nested Gini (O'Brien 2019): the average Gini inside parents, such as streets within neighbourhoods. Less than the
 * overall Gini by as much as the parents themselves differ. A parent of n places cannot pass (n - 1) / n, and one with
 * few incidents has a high Gini by chance alone: the expectation carries both.
 *
 * @param counts whole numbers >= 0, zeros included
 * @param parent number of each place's parent, any whole number >= 0; -1 for a place without one
 * @returns NaN where no parent has a Gini
 * @throws RangeError as `placesByParent`
 */
export function nestedGini(counts: ArrayLike<number>, parent: ArrayLike<number>): NestedGini {
  const { counts: groups, placesWithout, incidentsWithout } = placesByParent(counts, parent);
  let sum = 0;
  let expected = 0;
  let parents = 0;
  for (const group of groups) {
    const incidents = group.reduce((total, count) => total + count, 0);
    if (group.length < 2 || incidents === 0) continue;
    parents++;
    sum += giniCoefficients(group).gini;
    expected += expectedGini(group.length, incidents);
  }
  const all = groups.flat();
  const incidents = all.reduce((total, count) => total + count, 0);
  return {
    mean: sum / parents,
    expected: expected / parents,
    null: 'multinomial-even-within',
    parents,
    skipped: groups.length - parents,
    overall: giniCoefficients(all).gini,
    expectedOverall: expectedGini(all.length, incidents),
    placesWithoutParent: placesWithout,
    incidentsWithoutParent: incidentsWithout,
  };
}
