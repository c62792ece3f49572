import type { Neighbours } from '../../places/neighbours.ts';
import type { OnProgress } from '../../progress/on-progress.ts';
import type { NegativeBinomial } from '../../significance/negative-binomial.ts';
import { type HotClass, isSeed } from '../hot-places.ts';
import { type Candidate, candidates } from './candidates.ts';
import { type CountLaw, FEWEST_FOR_A_LAW } from './count-law.ts';
import { type CountModel, countModel } from './count-model.ts';
import { rememberedCounts } from './memory.ts';
import { PROBLEM_PLACE_ROUTES, type ProblemPlace, type ProblemPlaceRoute } from './problem-place.ts';
import { neighbourhoodTails, ownCountTails } from './route-tails.ts';
import { rateInterval, type ShrunkenRate, shrunkenRate } from './shrunken-rate.ts';

/** What of the places table is needed; areas may be NaN where they are not known. */
export interface PlacesOfProblems {
  ids: readonly string[];
  lon: ArrayLike<number>;
  lat: ArrayLike<number>;
  areaKm2: ArrayLike<number>;
  neighbours: Neighbours;
  /** Which places touch, so that groups hang together; without it the neighbours. */
  touching?: Neighbours | undefined;
}

/** What of the map of hot places is needed. */
export interface HotMap {
  z: ArrayLike<number>;
  q: ArrayLike<number>;
  hotClass: ArrayLike<HotClass | ''>;
}

export interface ProblemPlaceOptions {
  /** Most places of one problem place, >= 1; see `defaultMaxCells`. */
  maxCells: number;
  /** Places to test (1) or leave out (0), as in the map; without it all. */
  include?: Uint8Array | undefined;
  /** Default both. */
  routes?: readonly ProblemPlaceRoute[] | undefined;
  /**
   * People, addresses or street metres of each place; places that expect less than one incident are not tested.
   * Without it: an even spread.
   */
  exposure?: ArrayLike<number> | undefined;
  /** `count` where the budget is a number of places, `density` where it is km². Default `count`. */
  rankBy?: 'count' | 'density' | undefined;
  /**
   * Dated incidents per place for each year in turn. Older years weigh less in the rate
   * where places drift.
   */
  byYear?: readonly ArrayLike<number>[] | undefined;
  /** Length of the data in years where `byYear` is not given. Default 1. */
  years?: number | undefined;
  /** Of single places that come in and of groups that are listed. Default .05. */
  level?: number | undefined;
}

export interface ProblemPlaceTest {
  alternative: 'greater';
  statistic: 'smallest-tail-of-a-member';
  /** The null of each route that was used. */
  nulls: { route: ProblemPlaceRoute; null: CountLaw | 'total-permutation' | 'negative-binomial-sum' }[];
  spread: 'even' | 'exposure';
  correction: 'benjamini-hochberg-over-groups';
  level: number;
  /** Places tested, and tails looked at in the first round: places times routes. */
  places: number;
  /** Places left out because their exposure brings less than one incident at the city's rate. */
  tooLittleExposure: number;
  tails: number;
  rounds: number;
  /** The tails are exact or of a fitted law: nothing is drawn, there is no seed. */
  draws: 0;
}

export interface ProblemPlaces {
  /** Groups whose own test passes, ranked. */
  listed: ProblemPlace[];
  /** Groups whose own test does not pass, by their q; their rank is 0. */
  notConfirmed: ProblemPlace[];
  /** How each place came in, in any round: 0 not at all, 1 by its own count, 2 by its neighbourhood, 3 by both. */
  routeOf: Uint8Array;
  test: ProblemPlaceTest;
  /** Fitted to all tested places: expectation, and prior of the shrunken rates. */
  model: NegativeBinomial;
  /** How much the levels of places drift from year to year, see `rememberedCounts`; 0: all years weigh the same. */
  drift: number;
}

/** The search ends by itself when a round confirms nothing; this only bounds its time. */
const MOST_ROUNDS = 20;

/**
 * Problem places: contiguous groups of hot places, small enough to be worked, each with a test of its own.
 *
 * 1. Places come in by their own count (upper tail of the fitted law, Benjamini-Hochberg over the tested places) or
 *    by their neighbourhood (hot in the map at q <= level), with at least one incident.
 * 2. Those that touch are joined and split along slopes (`groupsOfSlopes`), at most `maxCells` each.
 * 3. Each group is tested (`candidates`); those with q <= level are set aside.
 * 4. What is very busy hides what is busy: in a permutation of all counts, or in a law fitted to all, a large count is
 *    part of the null. So law, tails and groups are made again among the places that are left, until a round confirms
 *    nothing (sequential tests as in Zhang, Assunção & Kulldorff 2010). Where nothing is true the first round is the
 *    only one, so the chance of listing anything stays what it was.
 * 5. All confirmed are ranked by shrunken incidents a year, by count or by density.
 *
 * Everything follows from the counts: the same on every machine, no draws. Empty input, all zero or all equal counts
 * give empty lists; an island can come in only by its own count.
 *
 * The members were chosen by the counts they are judged by: n, ratio and even the shrunken rate are too high on
 * average; `holdOut` shows by how much. The null by neighbourhood is that any place could have any count: a city whose
 * centre is denser than its rim is rejected for that alone. Give a mask, or an exposure.
 *
 * @param counts whole numbers >= 0, one per place, zero places included; weights never enter the test
 * @param hot the map; with an exposure its own hot places are not used, the tails of the exposure model are
 * @throws RangeError counts that are not whole numbers >= 0; an exposure that is negative or not finite; maxCells < 1
 */
export function findProblemPlaces(
  places: PlacesOfProblems,
  counts: ArrayLike<number>,
  hot: HotMap,
  options: ProblemPlaceOptions,
  onProgress?: OnProgress,
): ProblemPlaces {
  const { maxCells, exposure, routes = PROBLEM_PLACE_ROUTES, level = 0.05 } = options;
  if (!(maxCells >= 1)) throw new RangeError(`maxCells ${maxCells} is not >= 1`);
  const { tested: all, tooLittleExposure } = testedPlaces(counts, options.include, exposure);
  const whole = countModel(counts, all, exposure);
  const hasLaw = all.length >= FEWEST_FOR_A_LAW;
  const nulls: ProblemPlaceTest['nulls'] = [];
  const routeOf = new Uint8Array(counts.length);
  const confirmed: { group: Candidate; round: number }[] = [];
  const unconfirmed: { group: Candidate; round: number }[] = [];
  let tested = all;
  let rounds = 0;
  const inRound: OnProgress = (done, total) => onProgress?.(rounds + done / total, MOST_ROUNDS);
  while (rounds < MOST_ROUNDS && tested.length > 0) {
    inRound(0, 1);
    const model = rounds === 0 ? whole : countModel(counts, tested, exposure);
    const own =
      hasLaw && routes.includes('own-count') ? ownCountTails(counts, tested, model, level) : undefined;
    const around = routes.includes('neighbourhood')
      ? neighbourhoodTails(counts, tested, places.neighbours, model, level, inRound)
      : undefined;
    if (rounds === 0) {
      if (own) nulls.push({ route: 'own-count', null: own.law });
      if (around) nulls.push({ route: 'neighbourhood', null: around.law });
      if (around && !exposure) {
        for (const place of tested) {
          around.isHot[place] =
            isSeed(hot.hotClass[place], counts[place]) && around.tail[place] < 0.5 ? 1 : 0;
        }
      }
    }
    for (const place of tested) {
      if (counts[place] < 1) continue;
      if (own?.isHot[place] === 1) routeOf[place] |= 1;
      if (around?.isHot[place] === 1) routeOf[place] |= 2;
    }
    const found = candidates(places, counts, tested, { own, around }, model, maxCells);
    rounds++;
    const aside = new Set<number>();
    for (const group of found) {
      if (!(group.q <= level)) {
        unconfirmed.push({ group, round: rounds });
        continue;
      }
      confirmed.push({ group, round: rounds });
      for (const place of group.members) aside.add(place);
    }
    if (aside.size === 0) break;
    tested = tested.filter((place) => !aside.has(place));
  }
  onProgress?.(MOST_ROUNDS, MOST_ROUNDS);

  const { byYear, years = byYear?.length ?? 1 } = options;
  const remembered =
    byYear && byYear.length > 0
      ? rememberedCounts(byYear, all, whole)
      : { drift: 0, counts: Float64Array.from(counts), lengths: new Float64Array(counts.length).fill(years) };
  const rateOf = (members: readonly number[]): ShrunkenRate =>
    shrunkenRate(members, remembered, whole, years);
  const describe = describer(places, counts, hot, whole, rateOf, level);
  const listed = confirmed.map(({ group, round }) => describe(group, round, true));
  const byRank = options.rankBy === 'density' ? 'perYearPerKm2' : 'perYear';
  const idOf = (place: ProblemPlace): string => places.ids[place.members[0]];
  listed.sort((a, b) => b[byRank] - a[byRank] || b.n - a.n || (idOf(a) < idOf(b) ? -1 : 1));
  listed.forEach((place, index) => {
    place.rank = index + 1;
  });
  const taken = new Set(confirmed.flatMap(({ group }) => group.members));
  const notConfirmed: ProblemPlace[] = [];
  // The last word on a group is that of its last round.
  for (const { group, round } of unconfirmed.sort((a, b) => b.round - a.round || a.group.q - b.group.q)) {
    if (group.members.some((place) => taken.has(place))) continue;
    for (const place of group.members) taken.add(place);
    notConfirmed.push(describe(group, round, false));
  }
  notConfirmed.sort((a, b) => a.q - b.q || (idOf(a) < idOf(b) ? -1 : 1));
  return {
    listed,
    notConfirmed,
    routeOf,
    test: {
      alternative: 'greater',
      statistic: 'smallest-tail-of-a-member',
      nulls,
      spread: whole.spread,
      correction: 'benjamini-hochberg-over-groups',
      level,
      places: all.length,
      tooLittleExposure,
      tails: all.length * nulls.length,
      rounds,
      draws: 0,
    },
    model: { mean: whole.mean, size: whole.size },
    drift: remembered.drift,
  };
}

/** Places with less exposure than brings one incident at the city's rate say nothing of a rate. */
const LEAST_EXPECTED = 1;

/**
 * The places a study of problem places is over. With an exposure only those where an incident or more is to be
 * expected: six residents beside a station make a rate of any height, and a law of one shape for all levels cannot
 * tell it from a true one.
 */
export function testedPlaces(
  counts: ArrayLike<number>,
  include: Uint8Array | undefined,
  exposure: ArrayLike<number> | undefined,
): { tested: Uint32Array; tooLittleExposure: number } {
  const exposed: number[] = [];
  let [incidents, total] = [0, 0];
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place];
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`count ${count} at ${place} is not a whole number >= 0`);
    if (exposure && !(exposure[place] >= 0 && exposure[place] < Number.POSITIVE_INFINITY))
      throw new RangeError(`exposure ${exposure[place]} at ${place} is not a number >= 0`);
    if (include && include[place] !== 1) continue;
    if (exposure && !(exposure[place] > 0)) continue;
    exposed.push(place);
    incidents += count;
    total += exposure?.[place] ?? 1;
  }
  const rate = incidents / total;
  const tested = exposure ? exposed.filter((place) => exposure[place] * rate >= LEAST_EXPECTED) : exposed;
  return { tested: Uint32Array.from(tested), tooLittleExposure: exposed.length - tested.length };
}

function describer(
  places: PlacesOfProblems,
  counts: ArrayLike<number>,
  hot: HotMap,
  model: CountModel,
  rateOf: (members: readonly number[]) => ShrunkenRate,
  level: number,
): (group: Candidate, round: number, isListed: boolean) => ProblemPlace {
  return ({ members, ownTail, neighbourhoodTail, p, q }, round, isListed) => {
    const sum = (of: ArrayLike<number>): number => members.reduce((total, place) => total + of[place], 0);
    const n = sum(counts);
    const expected = model.sumOf(members).mean;
    const shrunken = rateOf(members);
    const areaKm2 = sum(places.areaKm2);
    const best = Math.min(...[ownTail, neighbourhoodTail].filter((tail) => !Number.isNaN(tail)));
    const carries = (tail: number): boolean =>
      !Number.isNaN(tail) && (!isListed || tail === best || (tail / best) * q <= level);
    const known = members.filter((place) => !Number.isNaN(hot.q[place]));
    const routes: ProblemPlaceRoute[] = [];
    if (carries(ownTail)) routes.push('own-count');
    if (carries(neighbourhoodTail)) routes.push('neighbourhood');
    return {
      rank: 0,
      members,
      n,
      expected,
      excess: n - expected,
      ratio: n / expected,
      perYear: shrunken.mean,
      perYearInterval: rateInterval(shrunken),
      perYearPerKm2: shrunken.mean / areaKm2,
      areaKm2,
      lon: sum(places.lon) / members.length,
      lat: sum(places.lat) / members.length,
      peakZ: hot.z[members[0]],
      smallestQ: known.length > 0 ? Math.min(...known.map((place) => hot.q[place])) : Number.NaN,
      routes,
      tails: { ownCount: ownTail, neighbourhood: neighbourhoodTail },
      p,
      q,
      round,
    };
  };
}
