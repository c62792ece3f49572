import type { OnProgress } from '../progress/on-progress.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { tailP } from '../significance/tails.ts';
import {
  dealtPlaces,
  differenceOfShares,
  type Redraw,
  relabelled,
  swappedPairs,
} from './difference-nulls.ts';
import { IncidentSampler } from './incident-sampler.ts';
import { placesByCount, sharesOfPlaces } from './thinned-places.ts';

/** The difference between two concentrations at equal incidents per place, with its test. */
export interface ConcentrationDifference {
  percent: number;
  /** Share of places that hold the percentage, of either side, both at the incidents per place below. */
  a: number;
  b: number;
  /** Those of the side that has fewer. */
  incidentsPerPlace: number;
  /** a - b. */
  difference: number;
  p: number;
  alternative: 'two-sided';
  null: DifferenceNull;
  correction: 'none';
  draws: number;
  seed: number;
}

/**
 * `exchangeable-pairs`: the two counts of a place, brought to one volume, could as well have come the other way round;
 * `same-places-labels`: every place has the same risk on both sides; `exchangeable-places`: the places of both cities
 * come from one law of risks.
 */
export type DifferenceNull = 'exchangeable-pairs' | 'same-places-labels' | 'exchangeable-places';

export interface DifferenceOptions {
  /** Of the incidents, 1 to 99; default 50. */
  percent?: number | undefined;
  draws: number;
  seed: number;
  onProgress?: OnProgress | undefined;
}

/**
 * Two years, or two offences, over the same places: has the concentration changed at equal incidents per place?
 *
 * The default null, `exchangeable-pairs`, is that of the question: risks are as unequal on both sides, whichever places
 * bear them. Each draw thins the busier side anew, without replacement, until its ordinary places are as busy as those
 * of the other, swaps the two counts of each place by the toss of a coin, and compares at equal incidents per place. Two
 * assumptions carry it. Places change their risk independently of each other: where whole districts rise or fall
 * together, p is too small. And where volumes differ, incidents come one by one: if they come in bursts (the series of
 * one offender, files registered in batches), the larger volume looks less concentrated after thinning for that reason
 * alone.
 *
 * `same-places-labels` permutes which side an incident belongs to, with the incidents of every place kept (multivariate
 * hypergeometric). It is exact for "the same risk in every place" and incidents independent of each other. **It does not
 * test concentration**: where an equal concentration lies on other places, or incidents come in bursts, it finds a
 * difference at the level .05 in 20 to 50 of 100 cases (measured in `difference.statistics.test.ts`).
 *
 * The shares compared are means over the thinnings, as of `rarefiedConcentration`, free of their noise; the draws are
 * not, so the tests err to the cautious side where volumes differ much.
 *
 * Cost: draws × (places + sqrt(places × incidents) + largest count), see `IncidentSampler`.
 *
 * @param a incidents of each place on one side, whole numbers >= 0
 * @param b of the same places in the same order
 * @returns a, b, difference and p NaN where a side has no incident
 * @throws RangeError where the lengths differ
 */
export function differenceOverSamePlaces(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: DifferenceOptions & { null?: 'exchangeable-pairs' | 'same-places-labels' | undefined },
): ConcentrationDifference {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} places`);
  const nullOf = options.null ?? 'exchangeable-pairs';
  const redraw = nullOf === 'exchangeable-pairs' ? swappedPairs : relabelled;
  return testedDifference(a, b, { ...options, null: nullOf, redraw });
}

/**
 * Two cities over places of one kind, area and mask rule: does one concentrate its incidents on fewer places than the
 * other at equal incidents per place?
 *
 * The null is that the places of both cities come from one law of risks. Each draw thins the busier city anew, without
 * replacement, until its ordinary places are as busy as those of the other, deals all places to two cities of the same
 * sizes, and compares at equal incidents per place. Shares are means over thinnings, as over the same places, and the
 * test errs to the cautious side where volumes differ much.
 *
 * Places are taken as independent: where a city is one centre and its outskirts, p is too small. Incidents in bursts
 * mislead as over the same places. And what each city registers as an incident is its own.
 *
 * Cost: draws × (places of both + sqrt(places × incidents) + largest count), see `IncidentSampler`.
 *
 * @param a incidents of each place of a city, whole numbers >= 0
 * @param b of the places of the other
 * @returns a, b, difference and p NaN where a city has no incident
 */
export function differenceBetweenCities(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: DifferenceOptions,
): ConcentrationDifference {
  return testedDifference(a, b, { ...options, null: 'exchangeable-places', redraw: dealtPlaces });
}

function testedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: DifferenceOptions & { null: DifferenceNull; redraw: Redraw },
): ConcentrationDifference {
  const { percent = 50, draws, seed, onProgress, redraw } = options;
  const [sideA, sideB] = [new IncidentSampler(a), new IncidentSampler(b)];
  const incidentsPerPlace = Math.min(sideA.incidents / a.length, sideB.incidents / b.length);
  const random = drawGenerator(seed, 0);
  const thinnedShare = (side: IncidentSampler): number => {
    const kept = side.draw(Math.round(incidentsPerPlace * side.counts.length), random);
    return sharesOfPlaces(placesByCount(kept), [percent])[0];
  };
  const next = redraw(sideA, sideB, random);
  const differences = new Float64Array(draws);
  let shareA = 0;
  let shareB = 0;
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    shareA += thinnedShare(sideA) / draws;
    shareB += thinnedShare(sideB) / draws;
    differences[draw] = differenceOfShares(next(), percent);
  }
  const difference = shareA - shareB;
  return {
    percent,
    a: shareA,
    b: shareB,
    incidentsPerPlace,
    difference,
    p: twoSidedP(difference, differences),
    alternative: 'two-sided',
    null: options.null,
    correction: 'none',
    draws,
    seed,
  };
}

/** (1 + draws at least as far) / (1 + draws), twice the smaller tail. */
function twoSidedP(observed: number, drawn: Float64Array): number {
  if (Number.isNaN(observed)) return Number.NaN;
  // Equal differences of equal counts may differ by rounding.
  const margin = 1e-9;
  let above = 1;
  let below = 1;
  for (const difference of drawn) {
    // A draw that leaves a side without incidents cannot be placed: it counts against a finding.
    if (!(difference < observed - margin)) above++;
    if (!(difference > observed + margin)) below++;
  }
  return tailP(above / (drawn.length + 1), below / (drawn.length + 1), 'two-sided');
}
