import { incompleteGamma } from '../significance/gamma-functions.ts';
import { fitToDistinct, latentGini } from '../significance/negative-binomial.ts';
import { CONCENTRATION_PERCENTS } from './concentration.ts';
import { countTiers } from './count-tiers.ts';
import { type FitOfLaw, fitOfLaw } from './fit-of-law.ts';
import { logLikelihood, shapeInterval } from './poisson-gamma-likelihood.ts';
import { latentShare, rawShare } from './poisson-gamma-shares.ts';

/** An estimate with the ends of its 95 % interval. */
export interface Bounded {
  value: number;
  low: number;
  high: number;
}

/** The law fitted to the counts, and what it says of the risk behind them. */
export interface PoissonGammaFit {
  places: number;
  incidents: number;
  /** Incidents per place. */
  mean: number;
  /** Shape k of the gamma law of the risks; Infinity: not distinguishable from Poisson. */
  shape: number;
  /** Its upper end is Infinity where equal risks are not excluded. */
  shapeInterval: [number, number];
  interval: 'profile-likelihood';
  level: 0.95;
  /** Twice the gain in log-likelihood over Poisson. Under Poisson it is 0 in half of the cases, else chi-squared (1). */
  overdispersion: { statistic: number; p: number; null: 'poisson' };
  fit: FitOfLaw;
  /** Gini of the risks: what is left of the inequality without chance. */
  latentGini: Bounded;
  /** Share of places that hold a percentage of the RISK. */
  latentShares: (Bounded & { percent: number })[];
  /** Share of places that would hold a percentage of the incidents, interpolated, if the fitted law were true. */
  rawShares: { percent: number; share: number }[];
}

/**
 * Poisson counts whose risks follow a gamma law: negative binomial by maximum likelihood (Mohler, Brantingham, Carter
 * & Short 2019; methods B7). The latent measures depend on the shape alone, so cities and years of different volume may
 * be compared by them as far as the law fits: see `fit`. Where it is poor they describe no risk that exists.
 *
 * The interval of the shape is its profile likelihood; those of the latent measures are its transforms, since they
 * change in one direction with it. It holds for places that are independent draws of the law: neighbouring places that
 * resemble each other make it too narrow.
 *
 * Cost: places + distinct counts × 200.
 *
 * @param counts whole numbers >= 0, places without incidents included
 * @returns NaN throughout where there is no incident
 */
export function poissonGammaFit(counts: ArrayLike<number>): PoissonGammaFit {
  const tiers = countTiers(counts);
  const { places, incidents } = tiers;
  const known = incidents > 0;
  const law = fitToDistinct(tiers.counts, tiers.sizes);
  const shape = known ? law.size : Number.NaN;
  const shapes: [number, number] = known ? shapeInterval(tiers, law) : [Number.NaN, Number.NaN];
  return {
    places,
    incidents,
    mean: law.mean,
    shape,
    shapeInterval: shapes,
    interval: 'profile-likelihood',
    level: 0.95,
    overdispersion: known
      ? overdispersion(2 * (logLikelihood(tiers, law) - logLikelihood(tiers, { ...law, size: Infinity })))
      : { statistic: Number.NaN, p: Number.NaN, null: 'poisson' },
    fit: known
      ? fitOfLaw(tiers, law)
      : { chiSquare: Number.NaN, degrees: 0, p: Number.NaN, verdict: 'unknown' },
    latentGini: {
      value: latentGini(shape),
      low: latentGini(shapes[1]),
      high: latentGini(shapes[0]),
    },
    latentShares: CONCENTRATION_PERCENTS.map((percent) => ({
      percent,
      value: latentShare(percent / 100, shape),
      low: latentShare(percent / 100, shapes[0]),
      high: latentShare(percent / 100, shapes[1]),
    })),
    rawShares: CONCENTRATION_PERCENTS.map((percent) => ({
      percent,
      share: known ? rawShare(percent / 100, law.mean, shape) : Number.NaN,
    })),
  };
}

/** Self & Liang (1987), case 5: the parameter of the null lies at the end of its range. */
function overdispersion(twiceTheGain: number): PoissonGammaFit['overdispersion'] {
  const statistic = Math.max(0, twiceTheGain);
  const p = statistic > 0 ? incompleteGamma(0.5, statistic / 2).upper / 2 : 1;
  return { statistic, p, null: 'poisson' };
}
