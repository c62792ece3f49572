import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { relabelled, streamOfDraw, uniformPoints } from './random-points.ts';

/** What the simulated patterns are: the claim that the p is about. */
export type PatternNull = 'complete-spatial-randomness' | 'random-labelling';

export interface EnvelopeOptions {
  /** Simulated patterns, at least 19. */
  readonly draws: number;
  readonly seed: number;
  readonly onProgress?: OnProgress | undefined;
}

/** A curve of a pattern held against curves of simulated patterns. */
export interface Envelope {
  readonly observed: Float64Array;
  /** Mean of the simulated curves. */
  readonly mean: Float64Array;
  /**
   * Pointwise: at one r chosen beforehand the curve leaves it with chance `pointwiseLevel` under the null. Over many
   * r it leaves it somewhere much more often: no test.
   */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pointwiseLevel: number;
  /**
   * Global: under the null the whole curve stays inside with a chance of at least 1 - `globalLevel`. It leaves it
   * somewhere exactly where p <= globalLevel.
   */
  readonly globalLower: Float64Array;
  readonly globalUpper: Float64Array;
  readonly globalLevel: number;
  /** The one test of all r together. */
  readonly test: EnvelopeTest;
}

export interface EnvelopeTest {
  /** Studentised maximum absolute deviation. */
  readonly name: 'studentised-mad';
  /** Largest distance of the curve from the mean of all, in standard deviations at its r. */
  readonly deviation: number;
  /** (curves that deviate as much, the observed one among them) / (draws + 1). */
  readonly p: number;
  readonly alternative: 'two-sided';
  readonly null: PatternNull;
  readonly correction: 'none';
  readonly tested: 1;
  readonly draws: number;
  readonly seed: number;
}

const POINTWISE_LEVEL = 0.05;
const GLOBAL_LEVEL = 0.05;

/**
 * A curve against complete spatial randomness: as many points, evenly over the window. Of street crime it is nearly
 * always rejected and tells a planner nothing, as houses are not spread evenly either.
 *
 * @param curveOf such as `(points) => besagL(ripleyK(points, window, …).estimates.isotropic!)`
 * @throws RangeError for fewer than 19 draws
 */
export function randomnessEnvelope(
  points: PlanarPoints,
  window: PlanarWindow,
  curveOf: (points: PlanarPoints) => Float64Array,
  options: EnvelopeOptions,
): Envelope {
  const draw = (number: number): Float64Array =>
    curveOf(uniformPoints(window, points.x.length, streamOfDraw(options.seed, number)));
  return envelopeOf(curveOf(points), draw, 'complete-spatial-randomness', options);
}

/**
 * A curve of two patterns against random labelling: the places stay where they are, and which of them belong to the
 * first pattern is dealt out anew. Asks whether the first are arranged as the two together are: the question of a
 * planner, since streets and houses are the same for both (Diggle & Chetwynd 1991). A curve may leave the second
 * pattern aside: the K of the first alone, against draws of as many from both.
 *
 * @throws RangeError for fewer than 19 draws
 */
export function labellingEnvelope(
  first: PlanarPoints,
  second: PlanarPoints,
  curveOf: (first: PlanarPoints, second: PlanarPoints) => Float64Array,
  options: EnvelopeOptions,
): Envelope {
  const draw = (number: number): Float64Array =>
    curveOf(...relabelled(first, second, streamOfDraw(options.seed, number)));
  return envelopeOf(curveOf(first, second), draw, 'random-labelling', options);
}

/**
 * Pointwise envelope (Ripley 1977) and the studentised maximum absolute deviation test with its global envelope
 * (Myllymäki et al. 2015, 2017). Mean and spread at each r are those of all curves, the observed one among them, so
 * that under the null all are alike and p is exact. An r where any curve is not defined takes no part and is NaN.
 *
 * Memory: 8 bytes a draw and step.
 */
function envelopeOf(
  observed: Float64Array,
  draw: (number: number) => Float64Array,
  nullHypothesis: PatternNull,
  { draws, seed, onProgress }: EnvelopeOptions,
): Envelope {
  if (!Number.isInteger(draws) || draws < 19)
    throw new RangeError(`${draws} draws; a level of .05 needs at least 19`);
  const curves = [observed];
  for (let number = 0; number < draws; number++) {
    onProgress?.(number, draws);
    curves.push(draw(number));
  }
  const rank = Math.max(1, Math.floor((POINTWISE_LEVEL / 2) * (draws + 1)));
  const length = observed.length;
  const [mean, lower, upper, centre, spread] = Array.from({ length: 5 }, () => new Float64Array(length));
  for (let at = 0; at < length; at++) {
    const all = Float64Array.from(curves, (curve) => curve[at]);
    const isDefined = all.every(Number.isFinite);
    const simulated = all.slice(1).sort();
    mean[at] = isDefined ? meanOf(simulated) : Number.NaN;
    lower[at] = isDefined ? simulated[rank - 1] : Number.NaN;
    upper[at] = isDefined ? simulated[draws - rank] : Number.NaN;
    centre[at] = isDefined ? meanOf(all) : Number.NaN;
    const variance = all.reduce((sum, value) => sum + (value - centre[at]) ** 2, 0) / draws;
    spread[at] = isDefined ? Math.sqrt(variance) : Number.NaN;
  }
  const deviations = curves.map((curve) => largestDeviation(curve, centre, spread));
  // A simulated curve equal to the observed one counts against it; rounding may not decide that.
  const asMuch = deviations.filter((deviation) => deviation >= deviations[0] * (1 - 1e-12)).length;
  const critical =
    Float64Array.from(deviations).sort()[Math.ceil((1 - GLOBAL_LEVEL) * (draws + 1) - 1e-9) - 1];
  return {
    ...{ observed, mean, lower, upper },
    pointwiseLevel: (2 * rank) / (draws + 1),
    globalLower: centre.map((value, at) => value - critical * spread[at]),
    globalUpper: centre.map((value, at) => value + critical * spread[at]),
    globalLevel: GLOBAL_LEVEL,
    test: {
      name: 'studentised-mad',
      deviation: deviations[0],
      p: asMuch / (draws + 1),
      ...{ alternative: 'two-sided', null: nullHypothesis, correction: 'none', tested: 1, draws, seed },
    },
  };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** An r where all curves agree, such as 0, has nothing to compare. */
function largestDeviation(curve: Float64Array, centre: Float64Array, spread: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < curve.length; at++) {
    if (spread[at] > 1e-12 * Math.abs(centre[at]))
      largest = Math.max(largest, Math.abs(curve[at] - centre[at]) / spread[at]);
  }
  return largest;
}
