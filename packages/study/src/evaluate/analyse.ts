import {
  type Concentration,
  type Correction,
  concentrationOver,
  concentrationOverOccupied,
  empiricalBayesRates,
  findProblemPlaces,
  type HotPlaces,
  hotPlaces,
  type Inference,
  type LocalMoranPlaces,
  type LocalTestOptions,
  localMoranPlaces,
  type Neighbours,
  type OnProgress,
  type Places,
  type ProblemPlace,
  type ProblemPlaces,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { type EvidenceSummary, evidenceOf, type PlaceEvidence, type YearlyCounts } from './evidence.ts';

/** What the counts say without a test. */
export interface CountSummary {
  /** Incidents per tested place if spread evenly. */
  expectedPerPlace: number;
  concentration: Concentration[];
}

/** Everything that follows from one count per place; the same for a whole study and for a filter of it. */
export interface Analysis extends CountSummary {
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
}

/** How local statistics are tested, by the keys of a study. */
export type TestKeys = Pick<Study, 'statistic' | 'inference' | 'correction' | 'permutations' | 'seed'>;

export type AnalysisOptions = TestKeys &
  Pick<Study, 'rankBy'> & {
    maxCells: number;
    /** Of each place: people or the like; without it all tested places are alike. */
    exposure?: Float64Array | undefined;
    years: YearlyCounts;
    /** Which places touch, where neighbours are others than these. */
    touching?: Neighbours | undefined;
  };

const CORRECTIONS: Record<Study['correction'], Correction> = {
  bh: 'benjamini-hochberg',
  by: 'benjamini-yekutieli',
  holm: 'holm',
  bonferroni: 'bonferroni',
};

/** The least p must pass a correction over thousands of places: 1 in 1,000 never does. */
export const LOCAL_DRAWS = 99_999;

/** The options of core that the keys of a study stand for. */
export function testOptions(options: Omit<TestKeys, 'statistic'>, onProgress?: OnProgress): LocalTestOptions {
  const { inference, correction, permutations, seed } = options;
  return {
    inference,
    correction: CORRECTIONS[correction],
    permutation: { seed, draws: permutations ?? LOCAL_DRAWS },
    onProgress,
  };
}

/**
 * Hot places, problem places and concentration of one count per place.
 *
 * @param inMask 1 for a place where an incident is possible; undefined when nothing says so
 * @param onProgress each part of the work counts by itself; may throw to stop
 */
export function analyse(
  places: Places,
  n: Uint32Array,
  inMask: Uint8Array | undefined,
  options: AnalysisOptions,
  onProgress?: OnProgress,
): Analysis {
  const hot = hotOf(places, n, inMask, options, onProgress);
  const { maxCells, exposure, rankBy, years, touching } = options;
  const search = { maxCells, include: inMask, exposure, rankBy };
  const joined = { ...places, touching };
  const yearly = { ...(years.byYear.length > 0 && { byYear: years.byYear }), years: years.length };
  const problems = findProblemPlaces(joined, n, hot, { ...search, ...yearly }, onProgress);
  const mapOf = (counts: ArrayLike<number>, include: Uint8Array | undefined): HotPlaces =>
    hotOf(places, counts, include, options, onProgress);
  return {
    hot,
    hotAll: hotOfAll(places, n, inMask, options, onProgress),
    moran: options.statistic === 'moran' ? moranOf(places, n, inMask, options, onProgress) : undefined,
    problems,
    problemPlaces: problems.listed,
    ...evidenceOf(joined, problems.listed, years, mapOf, search, onProgress),
    ...summaryOf(places, n, inMask),
  };
}

/** Concentration over every denominator that is known, the mask first. */
export function summaryOf(places: Places, n: Uint32Array, inMask: Uint8Array | undefined): CountSummary {
  const tested = inMask ? n.filter((_, place) => inMask[place] === 1) : n;
  const concentration: Concentration[] = [];
  if (inMask) concentration.push(concentrationOver(tested, 'mask'));
  // Of addresses only the occupied ones are known: there is no wider denominator.
  if (places.extent !== 'occupied') concentration.push(concentrationOver(n, places.extent));
  concentration.push(concentrationOverOccupied(n));
  const expectedPerPlace = tested.length > 0 ? tested.reduce((a, b) => a + b, 0) / tested.length : Number.NaN;
  return { expectedPerPlace, concentration };
}

/** Getis-Ord of the tested places. */
export function hotOf(
  { neighbours }: Pick<Places, 'neighbours'>,
  counts: ArrayLike<number>,
  inMask: Uint8Array | undefined,
  options: TestKeys,
  onProgress?: OnProgress,
): HotPlaces {
  const statistic = options.statistic === 'gi' ? 'gi' : 'gi-star';
  return hotPlaces(counts, neighbours, { statistic, ...testOptions(options, onProgress), include: inMask });
}

/** The same over the whole area, where there is a mask to tell it from. */
export function hotOfAll(
  places: Pick<Places, 'neighbours'>,
  counts: ArrayLike<number>,
  inMask: Uint8Array | undefined,
  options: TestKeys,
  onProgress?: OnProgress,
): HotPlaces | undefined {
  return inMask && hotOf(places, counts, undefined, options, onProgress);
}

/** Rates are no counts and have no exact tail: they are tested by permutation, and that is said as a choice. */
export function moranInference(inference: Inference, hasExposure: boolean): Inference {
  return hasExposure && inference === 'exact' ? 'permutation' : inference;
}

/** Local Moran of counts; with an exposure of empirical-Bayes rates, where places without anyone stay out. */
export function moranOf(
  { neighbours }: Pick<Places, 'neighbours'>,
  n: Uint32Array,
  inMask: Uint8Array | undefined,
  options: TestKeys & Pick<AnalysisOptions, 'exposure'>,
  onProgress?: OnProgress,
): LocalMoranPlaces {
  const { exposure } = options;
  const inference = moranInference(options.inference, exposure !== undefined);
  const test = testOptions({ ...options, inference }, onProgress);
  if (!exposure) return localMoranPlaces(n, neighbours, { ...test, include: inMask });
  const { z } = empiricalBayesRates(n, exposure);
  return localMoranPlaces(z, neighbours, { ...test, include: withRate(z, inMask) });
}

/** 1 for the tested places that have a rate. */
export function withRate(rates: Float64Array, inMask: Uint8Array | undefined): Uint8Array {
  return Uint8Array.from(rates, (rate, place) =>
    Number.isNaN(rate) || (inMask && inMask[place] !== 1) ? 0 : 1,
  );
}
