import { boundarySet } from './boundary-set.ts';

/** How far the places that hold a percentage of the incidents are the same in two years. */
export interface SetStability {
  percent: number;
  /** Places in both sets / places in at least one. */
  jaccard: number;
  /** Its mean if as many places had been chosen at random in each year. */
  jaccardByChance: number;
  placesA: number;
  placesB: number;
  both: number;
  /** Least incidents of a place of each set. */
  leastCountA: number;
  leastCountB: number;
}

/**
 * Jaccard index of the two sets of places that hold a percentage of the incidents, ties at the boundary whole
 * (`boundarySet`), beside its value by chance. "The same share" and "the same places" are different statements: a share
 * may stay while every place of it changes.
 *
 * Chance here is two sets of these sizes laid at random over all the places (the size of the overlap is hypergeometric),
 * which is what a city without lasting risk gives. Perfectly lasting risk does not give 1: counts of few incidents
 * reshuffle the boundary every year.
 *
 * Cost: places + the smaller set.
 *
 * @param a incidents of each place in one year, whole numbers >= 0
 * @param b of the same places in the other
 * @returns jaccard and its chance NaN where a year has no incident
 * @throws RangeError where the lengths differ
 */
export function stabilityOfSets(a: ArrayLike<number>, b: ArrayLike<number>, percent: number): SetStability {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} places`);
  const [setA, setB] = [boundarySet(a, percent), boundarySet(b, percent)];
  let both = 0;
  for (let i = 0; i < a.length; i++) both += setA.has[i] & setB.has[i];
  const isKnown = setA.size > 0 && setB.size > 0;
  return {
    percent,
    jaccard: isKnown ? both / (setA.size + setB.size - both) : Number.NaN,
    jaccardByChance: isKnown ? jaccardByChance(a.length, setA.size, setB.size) : Number.NaN,
    placesA: setA.size,
    placesB: setB.size,
    both,
    leastCountA: setA.leastCount,
    leastCountB: setB.leastCount,
  };
}

/**
 * Mean of h / (a + b - h) over the hypergeometric overlap h of two random sets of sizes a and b among `places`. The
 * probabilities run both ways from the most likely overlap by the ratio of neighbours and are made to sum to 1.
 */
function jaccardByChance(places: number, a: number, b: number): number {
  const NEGLIGIBLE = 1e-18;
  const least = Math.max(0, a + b - places);
  const most = Math.min(a, b);
  const mode = Math.min(most, Math.max(least, Math.floor(((a + 1) * (b + 1)) / (places + 2))));
  const jaccard = (h: number): number => h / (a + b - h);
  const up = (h: number): number => ((a - h) * (b - h)) / ((h + 1) * (places - a - b + h + 1));
  let total = 1;
  let mean = jaccard(mode);
  for (let h = mode, term = 1; h < most && term > NEGLIGIBLE; h++) {
    term *= up(h);
    total += term;
    mean += term * jaccard(h + 1);
  }
  for (let h = mode, term = 1; h > least && term > NEGLIGIBLE; h--) {
    term /= up(h - 1);
    total += term;
    mean += term * jaccard(h - 1);
  }
  return mean / total;
}
