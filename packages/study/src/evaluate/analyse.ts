import {
  type Concentration,
  type Correction,
  concentrationOver,
  concentrationOverOccupied,
  empiricalBayesRates,
  findProblemPlaces,
  type HotPlaces,
  hotPlaces,
  type LocalMoranPlaces,
  type LocalTestOptions,
  localMoranPlaces,
  type Places,
  type ProblemPlace,
  type ProblemPlaces,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { type EvidenceSummary, evidenceOf, type PlaceEvidence, type YearlyCounts } from './evidence.ts';

/** Everything that follows from one count per place; the same for a whole study and for a filter of it. */
export interface Analysis {
  /** Of the tested places: those of the mask where there is one, else all. */
  hot: HotPlaces;
  /** Over the whole area, beside it, where there is a mask. */
  hotAll: HotPlaces | undefined;
  /** Where it is asked for: of counts, or of empirical-Bayes rates where an exposure is given. */
  moran: LocalMoranPlaces | undefined;
  /** Groups found, confirmed or not, with the test that decided. */
  problems: ProblemPlaces;
  /** The confirmed ones, ranked. */
  problemPlaces: ProblemPlace[];
  /** What else is known of each of them, in their order. */
  evidence: PlaceEvidence[];
  evidenceSummary: EvidenceSummary;
  /** Incidents per tested place if spread evenly. */
  expectedPerPlace: number;
  concentration: Concentration[];
}

export type AnalysisOptions = Pick<
  Study,
  'statistic' | 'inference' | 'correction' | 'permutations' | 'seed' | 'rankBy'
> & {
  maxCells: number;
  /** Of each place: people or the like; without it all tested places are alike. */
  exposure?: Float64Array | undefined;
  years: YearlyCounts;
};

const CORRECTIONS: Record<Study['correction'], Correction> = {
  bh: 'benjamini-hochberg',
  by: 'benjamini-yekutieli',
  holm: 'holm',
  bonferroni: 'bonferroni',
};

/** How local statistics are tested, by the keys of a study. */
export function testOptions(
  options: Pick<AnalysisOptions, 'inference' | 'correction' | 'permutations' | 'seed'>,
): LocalTestOptions {
  const { inference, correction, permutations, seed } = options;
  return {
    inference,
    correction: CORRECTIONS[correction],
    permutation: { seed, draws: permutations },
  };
}

/**
 * Hot places, problem places and concentration of one count per place.
 *
 * @param inMask 1 for a place where an incident is possible; undefined when nothing says so
 */
export function analyse(
  places: Places,
  n: Uint32Array,
  inMask: Uint8Array | undefined,
  options: AnalysisOptions,
): Analysis {
  const statistic = options.statistic === 'gi' ? 'gi' : 'gi-star';
  const test = testOptions(options);
  const mapOf = (counts: ArrayLike<number>): HotPlaces =>
    hotPlaces(counts, places.neighbours, { statistic, ...test, include: inMask });
  const hot = mapOf(n);
  const hotAll = inMask ? hotPlaces(n, places.neighbours, { statistic, ...test }) : undefined;
  const tested = inMask ? n.filter((_, place) => inMask[place] === 1) : n;
  const expectedPerPlace = tested.length > 0 ? tested.reduce((a, b) => a + b, 0) / tested.length : Number.NaN;
  const concentration: Concentration[] = [];
  if (inMask) concentration.push(concentrationOver(tested, 'mask'));
  // Of addresses only the occupied ones are known: there is no wider denominator.
  if (places.extent !== 'occupied') concentration.push(concentrationOver(n, places.extent));
  concentration.push(concentrationOverOccupied(n));
  const { maxCells, exposure, rankBy, years } = options;
  const search = { maxCells, include: inMask, exposure, rankBy };
  const problems = findProblemPlaces(places, n, hot, {
    ...search,
    ...(years.byYear.length > 0 && { byYear: years.byYear }),
    years: years.length,
  });
  return {
    hot,
    hotAll,
    moran: options.statistic === 'moran' ? moranOf(places, n, inMask, options) : undefined,
    problems,
    problemPlaces: problems.listed,
    ...evidenceOf(places, problems.listed, years, mapOf, search),
    expectedPerPlace,
    concentration,
  };
}

/** Local Moran of counts; with an exposure of rates, which have no exact tail: the places without anyone stay out. */
function moranOf(
  places: Places,
  n: Uint32Array,
  inMask: Uint8Array | undefined,
  options: AnalysisOptions,
): LocalMoranPlaces {
  const test = testOptions(options);
  const { exposure } = options;
  if (!exposure) return localMoranPlaces(n, places.neighbours, { ...test, include: inMask });
  const { z } = empiricalBayesRates(n, exposure);
  const include = Uint8Array.from(z, (value, place) =>
    Number.isNaN(value) || (inMask && inMask[place] !== 1) ? 0 : 1,
  );
  const rates = z.map((value) => (Number.isNaN(value) ? 0 : value));
  return localMoranPlaces(rates, places.neighbours, { ...test, include });
}
