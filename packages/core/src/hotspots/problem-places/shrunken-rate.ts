import { gammaQuantile } from '../../significance/gamma-functions.ts';
import type { CountModel } from './count-model.ts';
import type { RememberedCounts } from './memory.ts';

/** Incidents a year to be expected of a group, as gamma; shape Infinity where the mean is certain. */
export interface ShrunkenRate {
  shape: number;
  mean: number;
}

/**
 * Empirical Bayes (Poisson-gamma): the yearly level of each place is gamma with the shape k of the fitted model around
 * its expectation m; given x remembered incidents in T remembered years it is gamma again, with shape k + x and
 * mean (k + x) / (k / m + T): drawn from the count towards the expectation. A group is the sum of its places, gamma by
 * its first two moments.
 *
 * Where counts are not distinguishable from Poisson (k = Infinity) all difference is chance: every place is at its
 * expectation.
 *
 * @param years length of the data in years
 */
export function shrunkenRate(
  members: readonly number[],
  { counts, lengths }: Pick<RememberedCounts, 'counts' | 'lengths'>,
  model: CountModel,
  years: number,
): ShrunkenRate {
  let mean = 0;
  let variance = 0;
  for (const place of members) {
    const prior = model.expectedOf(place) / years;
    if (model.size === Number.POSITIVE_INFINITY) {
      mean += prior;
      continue;
    }
    const shape = model.size + counts[place];
    const rate = model.size / prior + lengths[place];
    mean += shape / rate;
    variance += shape / rate ** 2;
  }
  return { shape: variance > 0 ? mean ** 2 / variance : Number.POSITIVE_INFINITY, mean };
}

/** Central 95 % of the level. */
export function rateInterval({ shape, mean }: ShrunkenRate): [number, number] {
  if (shape === Number.POSITIVE_INFINITY) return [mean, mean];
  return [(gammaQuantile(0.025, shape) / shape) * mean, (gammaQuantile(0.975, shape) / shape) * mean];
}
