import { logProbability } from '../significance/negative-binomial.ts';
import { countTiers } from './count-tiers.ts';
import { type PoissonComponent, poissonMixture } from './poisson-mixture.ts';

/** Concentration of the rates behind counts, by a mixture of Poisson laws. */
export interface RareEventConcentration {
  /** Gini of the fitted rates: 0 for one common rate, near 1 where a few places have all the risk. */
  recc: number;
  /** Rates ascending, in incidents per place; two within a tenth of a standard deviation of a count are as one. */
  components: PoissonComponent[];
  logLikelihood: number;
  /** The log-likelihood could rise by at most this with any number of rates: under .001 where the fit converged. */
  gap: number;
  places: number;
  incidents: number;
}

/**
 * Rare event concentration coefficient (Prieto Curiel & Bishop 2016, Scientific Reports 6:32369): counts are Poisson
 * with one of several rates, fitted by nonparametric maximum likelihood, and the coefficient is the Gini of the rates.
 * Chance is removed as in the Poisson-gamma fit, and no form is assumed for the risk.
 *
 * It misleads where incidents are few, for it takes the pattern of the counts as far as it goes. One common rate comes
 * out above 0 in half of the cases or more (500 places with .5 incidents each: .06 in the mean; 5,000: .03), two rates
 * are spread over three or four (.1 and 2 in 5,000 places, Gini .59: .64), and a risk that varies smoothly is gathered
 * in a few rates (gamma of shape .3, Gini .73, in 500 places: .67 at .5 incidents per place, .72 at 3).
 *
 * @param counts whole numbers >= 0, places without incidents included
 * @returns NaN and no component where there is no incident
 */
export function rareEventConcentration(counts: ArrayLike<number>): RareEventConcentration {
  const tiers = countTiers(counts);
  const { places, incidents } = tiers;
  if (incidents === 0) {
    const unknown = { recc: Number.NaN, components: [], logLikelihood: Number.NaN, gap: Number.NaN };
    return { ...unknown, places, incidents };
  }
  const { components, gap } = poissonMixture(tiers);
  let logLikelihood = 0;
  for (let tier = 0; tier < tiers.counts.length; tier++) {
    let probability = 0;
    for (const { rate, weight } of components) {
      probability += weight * Math.exp(logPoisson(tiers.counts[tier], rate));
    }
    logLikelihood += tiers.sizes[tier] * Math.log(probability);
  }
  return { recc: giniOfRates(components), components, logLikelihood, gap, places, incidents };
}

function logPoisson(count: number, rate: number): number {
  if (rate === 0) return count === 0 ? 0 : Number.NEGATIVE_INFINITY;
  return logProbability(count, rate, Number.POSITIVE_INFINITY);
}

/** Half the mean absolute difference of two places' rates over their mean. */
function giniOfRates(components: readonly PoissonComponent[]): number {
  let mean = 0;
  let difference = 0;
  for (const a of components) {
    mean += a.weight * a.rate;
    for (const b of components) difference += a.weight * b.weight * Math.abs(a.rate - b.rate);
  }
  return difference / (2 * mean);
}
