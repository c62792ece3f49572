import type { OnProgress } from '../progress/on-progress.ts';
import type { NegativeBinomial } from '../significance/negative-binomial.ts';
import { CONCENTRATION_PERCENTS } from './concentration.ts';
import type { CountTiers } from './count-tiers.ts';
import { linearisedGini, linearisedShare, rivalShares } from './linearised-measures.ts';
import { type PlaceResampler, resampledBlocks, resampledPlaces } from './place-resampler.ts';
import { type Bounded, poissonGammaFit } from './poisson-gamma.ts';
import { lawsOnContour } from './poisson-gamma-likelihood.ts';
import { latentShare, rawShare } from './poisson-gamma-shares.ts';
import { shareOfTiers } from './share-of-places.ts';
import { type StudentisedInterval, studentisedIntervals } from './studentised-interval.ts';

/**
 * What an interval is for. `raw-share-superpopulation`: the interpolated share of places that hold a percentage of the
 * incidents, among as many places as one likes with the law of counts that these places are a sample of (same volume
 * per place, chance included). `latent-share`: the share of places that hold a percentage of the risk, chance removed.
 */
export type ShareEstimand = 'raw-share-superpopulation' | 'latent-share';

export type IntervalMethod = 'units' | 'spatial-blocks' | 'poisson-gamma';

/** Why an interval is not given: outside its range it would not cover in 93 to 97 of 100 cases. */
export type NoInterval = 'too-few-incidents' | 'too-few-blocks' | 'poor-fit';

interface IntervalFacts {
  value: number;
  /** NaN where not given. */
  low: number;
  high: number;
  level: 0.95;
  /** Draws behind it; 0 where a likelihood gives it. */
  draws: number;
  seed: number;
  /** Blocks resampled; null where places are independent. */
  blocks: number | null;
  unavailable?: NoInterval;
}

export interface ShareInterval extends IntervalFacts {
  estimand: ShareEstimand;
  percent: number;
  method: IntervalMethod;
}

export interface GiniInterval extends IntervalFacts {
  /** Gini over as many places as one likes with the law of counts of these. */
  estimand: 'gini-superpopulation';
  method: 'units' | 'spatial-blocks';
}

interface IntervalOptions {
  percents?: readonly number[];
  /** 999 leave each end uncertain by a fiftieth of the width (standard error). */
  draws: number;
  seed: number;
  /** Block of each place (`spatialBlocks`); without it places are taken to be independent. */
  blocks?: ArrayLike<number> | undefined;
  onProgress?: OnProgress | undefined;
}

/** Percent times places: 1,000 places for a share of 25 %, 500 for 50 %. */
const LEAST_PERCENT_PLACES = 25_000;
/** Percent times incidents: 40 incidents in the share. */
const LEAST_PERCENT_INCIDENTS = 4000;
const LEAST_PLACES_IN_SHARE = 8;
/** For a fitted law: incidents, and places that have any; one stack alone says nothing of the law, and its shape runs to 0. */
const LEAST_INCIDENTS = 50;
const LEAST_OCCUPIED = 8;
const LEAST_BLOCKS = 25;
/** Places in the share, over the design effect: as many independent ones must decide. */
const LEAST_IN_SHARE_OF_BLOCKS = 100;

/**
 * 95 % intervals of the share of places, three for each percentage: of the raw share by resampling places (or blocks of
 * places), of the raw share by the fitted Poisson-gamma law, and of the latent share by its likelihood. Incidents are
 * never resampled: that adds their chance a second time (methods rule 4).
 *
 * All three are for a law that the places are a sample of. For what was registered at these places and no other the
 * share is exact and has no interval.
 *
 * Resampled ends are studentised (bootstrap-t; Efron & Tibshirani 1993, ch. 12) on the logit scale. The share bends
 * where the boundary count changes, and rises faster above than below such a corner; its high end is normal, and takes
 * the tiers next to the boundary into account.
 *
 * An interval is given only where it was found to cover in 93 to 97 of 100 simulations. By a fitted law: 50 incidents,
 * 8 places with any, and a fit that is not poor. By resampling: 1,000 places for 25 %, 500 for 50 % and the Gini, 313 for 80 %; 160, 80 and
 * 50 incidents; 8 places in the share. By blocks, moreover: 25 blocks, 100 places in the share over the design effect;
 * and neighbours may resemble each other over a fifth of the side of a block, which is not tested here. With `units`,
 * and by a fitted law, neighbours that resemble each other make the interval too narrow (in simulations 95 % became 40 to
 * 70): prefer blocks.
 *
 * Cost: draws × distinct counts, or draws × distinct counts in all the blocks.
 *
 * @param counts whole numbers >= 0, places without incidents included
 */
export function shareIntervals(counts: ArrayLike<number>, options: IntervalOptions): ShareInterval[] {
  const { percents = CONCENTRATION_PERCENTS, draws, seed } = options;
  const resampler = resamplerOf(counts, options.blocks);
  const resampled = studentisedIntervals(
    resampler,
    percents.map((percent) => ({
      of: (tiers) => linearisedShare(tiers, percent),
      rivals: (tiers) => rivalShares(tiers, percent),
    })),
    options,
  );
  const { of: ofLaw, unavailable } = likelihoodIntervals(resampler.observed, counts);
  const common = { level: 0.95, seed } as const;
  const byLaw = { ...common, method: 'poisson-gamma', draws: 0, blocks: null } as const;
  return percents.flatMap((percent, i): ShareInterval[] => {
    return [
      {
        estimand: 'raw-share-superpopulation',
        percent,
        ...given(resampled[i], whyNotResampled(resampler, resampled[i], percent)),
        ...common,
        method: resampler.blocks === null ? 'units' : 'spatial-blocks',
        draws,
        blocks: resampler.blocks,
      },
      {
        estimand: 'raw-share-superpopulation',
        percent,
        ...given(
          ofLaw((law) => rawShare(percent / 100, law.mean, law.size)),
          unavailable,
        ),
        ...byLaw,
      },
      {
        estimand: 'latent-share',
        percent,
        ...given(
          ofLaw(({ size }) => latentShare(percent / 100, size)),
          unavailable,
        ),
        ...byLaw,
      },
    ];
  });
}

/**
 * 95 % interval of the Gini coefficient over all places, as `shareIntervals` makes that of the raw share: by resampling
 * places or blocks of places, studentised on the logit scale.
 */
export function giniInterval(
  counts: ArrayLike<number>,
  options: Omit<IntervalOptions, 'percents'>,
): GiniInterval {
  const resampler = resamplerOf(counts, options.blocks);
  const [interval] = studentisedIntervals(resampler, [{ of: linearisedGini }], options);
  return {
    estimand: 'gini-superpopulation',
    ...given(interval, whyNotResampled(resampler, interval, 50)),
    level: 0.95,
    method: resampler.blocks === null ? 'units' : 'spatial-blocks',
    draws: options.draws,
    seed: options.seed,
    blocks: resampler.blocks,
  };
}

/**
 * Profile-likelihood intervals of anything that depends on the fitted law: its least and its largest value among the
 * laws whose log-likelihood lies at most 1.92 under the largest.
 */
function likelihoodIntervals(
  tiers: CountTiers,
  counts: ArrayLike<number>,
): { of(value: (law: NegativeBinomial) => number): Bounded; unavailable: NoInterval | undefined } {
  const { incidents, mean, shape, shapeInterval, fit } = poissonGammaFit(counts);
  const empty = tiers.counts[tiers.counts.length - 1] === 0 ? tiers.sizes[tiers.sizes.length - 1] : 0;
  if (incidents < LEAST_INCIDENTS || tiers.places - empty < LEAST_OCCUPIED) {
    const unknown = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    return { of: () => unknown, unavailable: 'too-few-incidents' };
  }
  const best = { mean, size: shape };
  const contour = lawsOnContour(tiers, best, shapeInterval);
  return {
    of(value) {
      const values = contour.map(value);
      return { value: value(best), low: Math.min(...values), high: Math.max(...values) };
    },
    unavailable: fit.verdict === 'poor' ? 'poor-fit' : undefined,
  };
}

function resamplerOf(counts: ArrayLike<number>, blocks: ArrayLike<number> | undefined): PlaceResampler {
  return blocks ? resampledBlocks(counts, blocks) : resampledPlaces(counts);
}

/** `percent` of the share; the Gini is decided by about as many places as hold half of the incidents. */
function whyNotResampled(
  { observed, blocks }: PlaceResampler,
  { low, designEffect }: StudentisedInterval,
  percent: number,
): NoInterval | undefined {
  if (blocks !== null && blocks < LEAST_BLOCKS) return 'too-few-blocks';
  const inShare = shareOfTiers(observed, percent).k;
  const isEnough =
    !Number.isNaN(low) &&
    percent * observed.incidents >= LEAST_PERCENT_INCIDENTS &&
    percent * observed.places >= LEAST_PERCENT_PLACES &&
    inShare >=
      (blocks === null ? LEAST_PLACES_IN_SHARE : LEAST_IN_SHARE_OF_BLOCKS * Math.max(1, designEffect));
  return isEnough ? undefined : 'too-few-incidents';
}

function given(
  { value, low, high }: Bounded,
  unavailable: NoInterval | undefined,
): Bounded & { unavailable?: NoInterval } {
  return unavailable ? { value, low: Number.NaN, high: Number.NaN, unavailable } : { value, low, high };
}
