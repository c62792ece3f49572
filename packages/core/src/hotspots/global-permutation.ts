import type { OnProgress } from '../progress/on-progress.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { type Alternative, tailP } from '../significance/tails.ts';

export interface GlobalDraws {
  /** (r + 1) / (R + 1) under the alternative asked for. */
  p: number;
  /** Mean and variance (divisor R - 1) of the statistic over the draws. */
  mean: number;
  variance: number;
}

/**
 * Permutation test of a sum over the whole field: draw r shuffles the values by stream r of the seed, so draws may
 * be shared among workers. A draw within 1e-12 of the size of its terms is a tie and counts in both tails.
 */
export function globalPermutation(
  values: Float64Array,
  sumOf: (values: Float64Array) => number,
  { seed, draws, alternative }: { seed: number; draws: number; alternative: Alternative },
  onProgress?: OnProgress,
): GlobalDraws {
  if (!Number.isSafeInteger(draws) || draws < 1)
    throw new RangeError(`draws ${draws} is not a whole number >= 1`);
  const observed = sumOf(values);
  const slack = 1e-12 * Math.max(Math.abs(observed), sumOf(values.map(Math.abs)));
  const shuffled = new Float64Array(values.length);
  let atLeast = 0;
  let atMost = 0;
  let mean = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    shuffled.set(values);
    const random = drawGenerator(seed, draw);
    for (let i = shuffled.length - 1; i > 0; i--) {
      const other = random.below(i + 1);
      const value = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = value;
    }
    const sum = sumOf(shuffled);
    if (sum >= observed - slack) atLeast++;
    if (sum <= observed + slack) atMost++;
    const step = sum - mean;
    mean += step / (draw + 1);
    squares += step * (sum - mean);
  }
  return {
    p: tailP((atLeast + 1) / (draws + 1), (atMost + 1) / (draws + 1), alternative),
    mean,
    variance: draws > 1 ? squares / (draws - 1) : Number.NaN,
  };
}
