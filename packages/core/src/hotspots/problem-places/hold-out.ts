import type { OnProgress } from '../../progress/on-progress.ts';
import { negativeBinomialQuantile } from '../../significance/negative-binomial.ts';
import { countModel } from './count-model.ts';
import {
  findProblemPlaces,
  type HotMap,
  type PlacesOfProblems,
  type ProblemPlaceOptions,
  testedPlaces,
} from './find-problem-places.ts';
import { rememberedCounts } from './memory.ts';
import type { ProblemPlace } from './problem-place.ts';
import { shrunkenRate } from './shrunken-rate.ts';

/** A problem place chosen on the earlier years, and what the last one brought. */
export interface HeldOutPlace {
  /** Of the earlier years. */
  place: ProblemPlace;
  /** Incidents of the last year in its members. */
  n: number;
  /** Shrunken incidents a year of the earlier years, brought to the city's level of the last. */
  expected: number;
  /** Where 95 of 100 such counts should lie. */
  interval: [number, number];
}

export interface HoldOut {
  chosen: HeldOutPlace[];
  /** All incidents of the tested places in the last year, and in the members of the chosen places. */
  total: number;
  inChosen: number;
  /** Last year's total over the mean of the earlier years. */
  cityChange: number;
  /** How the counts of single places swing from year to year beyond Poisson: 1 / variance of the yearly factor. */
  swing: number;
}

/**
 * Choose problem places on all years but the last, by the same rules, and look at the last: the data that choose
 * cannot also prove.
 *
 * `expected` is the posterior mean a year times the change of the city's total. Its interval is negative binomial:
 * chance of the count, uncertainty of the level, and the swing of places from year to year, estimated by moments
 * from the earlier years (of a single one it is supposed).
 *
 * @param byYear incidents per place for each year in turn; at least two years
 * @param mapOf the map of hot places of a count per place, as used for the whole period
 * @returns undefined for fewer than two years
 */
export function holdOut(
  places: PlacesOfProblems,
  byYear: readonly ArrayLike<number>[],
  mapOf: (counts: Float64Array) => HotMap,
  options: Omit<ProblemPlaceOptions, 'years' | 'byYear'>,
  onProgress?: OnProgress,
): HoldOut | undefined {
  if (byYear.length < 2) return undefined;
  const earlier = byYear.slice(0, -1);
  const last = byYear[byYear.length - 1];
  const counts = Float64Array.from(last, (_, place) => earlier.reduce((sum, year) => sum + year[place], 0));
  const { tested } = testedPlaces(counts, options.include, options.exposure);
  const totalOf = (year: ArrayLike<number>): number => tested.reduce((sum, place) => sum + year[place], 0);
  const before = totalOf(counts) / earlier.length;
  const total = totalOf(last);
  const cityChange = before > 0 ? total / before : 1;
  const swing = earlier.length > 1 ? swingOf(earlier, tested) : UNTOLD_SWING;
  const { listed } = findProblemPlaces(
    places,
    counts,
    mapOf(counts),
    { ...options, byYear: earlier },
    onProgress,
  );
  const model = countModel(counts, tested, options.exposure);
  const remembered = rememberedCounts(earlier, tested, model);
  const chosen = listed.map((place): HeldOutPlace => {
    const { shape } = shrunkenRate(place.members, remembered, model, earlier.length);
    const expected = place.perYear * cityChange;
    const size = 1 / (1 / shape + 1 / swing);
    return {
      place,
      n: place.members.reduce((sum, member) => sum + last[member], 0),
      expected,
      interval: [
        negativeBinomialQuantile(0.025, expected, size),
        negativeBinomialQuantile(0.975, expected, size),
      ],
    };
  });
  return {
    chosen,
    total,
    inChosen: chosen.reduce((sum, { n }) => sum + n, 0),
    cityChange,
    swing,
  };
}

/**
 * The chosen place that each place of a list is: the one that shares most members, at least half of the list's own;
 * -1 for "not chosen then". Ties go to the better rank.
 */
export function matchChosen(
  listed: readonly Pick<ProblemPlace, 'members'>[],
  chosen: readonly { place: Pick<ProblemPlace, 'members'> }[],
): Int32Array {
  const chosenOf = new Map<number, number>();
  chosen.forEach(({ place }, index) => {
    for (const member of place.members) chosenOf.set(member, index);
  });
  return Int32Array.from(listed, ({ members }) => {
    const shared = new Map<number, number>();
    for (const member of members) {
      const index = chosenOf.get(member);
      if (index !== undefined) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    let best = -1;
    for (const [index, count] of [...shared].sort((a, b) => a[0] - b[0])) {
      if (2 * count >= members.length && count > (shared.get(best) ?? 0)) best = index;
    }
    return best;
  });
}

/** One year cannot tell; Cincinnati and Vancouver lie between 16 and 37. */
const UNTOLD_SWING = 25;

/** Moments: of the squared distance from the place's share of each year, what Poisson does not explain. */
function swingOf(years: readonly ArrayLike<number>[], tested: Uint32Array): number {
  const totals = years.map((year) => tested.reduce((sum, place) => sum + year[place], 0));
  const all = totals.reduce((a, b) => a + b, 0);
  let beyond = 0;
  let squares = 0;
  for (const place of tested) {
    let n = 0;
    for (const year of years) n += year[place];
    years.forEach((year, t) => {
      const share = all > 0 ? totals[t] / all : 0;
      const expected = n * share;
      beyond += (year[place] - expected) ** 2 - expected * (1 - share);
      squares += expected * expected * (1 - share);
    });
  }
  return beyond > 0 ? squares / beyond : Number.POSITIVE_INFINITY;
}
