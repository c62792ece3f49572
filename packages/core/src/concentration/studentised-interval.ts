import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import type { CountTiers } from './count-tiers.ts';
import type { LinearisedMeasure } from './linearised-measures.ts';
import { type PlaceResampler, varianceOfIndependent } from './place-resampler.ts';

export interface StudentisedInterval {
  value: number;
  low: number;
  high: number;
  /** Variance of the value as resampled over its variance if all places were independent. */
  designEffect: number;
}

/** A measure between 0 and 1 of the tiers of places. */
export interface ResampledMeasure {
  of(tiers: CountTiers): LinearisedMeasure;
  /** Measures of which it is the largest, for one that bends where another becomes the largest. */
  rivals?(tiers: CountTiers): LinearisedMeasure[];
}

const NORMAL_95 = 1.959963984540054;

/**
 * 95 % intervals by the studentised bootstrap on the logit scale (Efron & Tibshirani 1993, ch. 12): the error of a
 * measure in units of its own standard error is much the same in every draw, also where the measure and its error are
 * skewed. One set of draws serves all measures.
 *
 * The bootstrap fails where a measure bends. The high end of the largest of rivals is the largest of their own normal
 * high ends instead: the one that is largest in the law lies under its own end in 97.5 of 100 cases.
 *
 * @returns NaN for low and high where a measure has no error (all places alike), or a draw left it unknown
 */
export function studentisedIntervals(
  resampler: PlaceResampler,
  measures: readonly ResampledMeasure[],
  options: {
    draws: number;
    seed: number;
    onProgress?: OnProgress | undefined;
  },
): StudentisedInterval[] {
  const { draws, seed, onProgress } = options;
  const random = randomStream(seed);
  const observed = measures.map((measure) => {
    const { value, influence } = measure.of(resampler.observed);
    const independent = varianceOfIndependent(resampler.observed, influence);
    const variance = resampler.variance(influence);
    const rivals = measure.rivals?.(resampler.observed);
    const highest = rivals?.map(
      (rival) => rival.value + NORMAL_95 * Math.sqrt(resampler.variance(rival.influence)),
    );
    return { value, designEffect: variance / independent, highest, ...onLogit(value, variance) };
  });
  const scores = measures.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    const tiers = resampler.draw(random);
    measures.forEach((measure, i) => {
      const { value, influence } = measure.of(tiers);
      const { logit, error } = onLogit(value, resampler.variance(influence));
      scores[i][draw] = (logit - observed[i].logit) / error;
    });
  }
  return observed.map(({ value, designEffect, highest, logit, error }, i) => {
    const sorted = scores[i].sort();
    const isKnown = error > 0 && !Number.isNaN(sorted[draws - 1]);
    if (!isKnown) return { value, low: Number.NaN, high: Number.NaN, designEffect };
    // Ranks of .025 and .975 among the gaps that the draws leave.
    const rank = Math.max(1, Math.floor((draws + 1) / 40));
    const above = highest
      ? (Math.max(...highest) - value) / (value * (1 - value))
      : -sorted[rank - 1] * error;
    return {
      value,
      low: fromLogit(logit - sorted[draws - rank] * error),
      high: fromLogit(logit + above),
      designEffect,
    };
  });
}

/** A share and its variance on the logit scale. */
function onLogit(value: number, variance: number): { logit: number; error: number } {
  return { logit: Math.log(value / (1 - value)), error: Math.sqrt(variance) / (value * (1 - value)) };
}

function fromLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
