import type { SiteDistances } from './site-distances.ts';
import type { SitesInUse } from './sites-in-use.ts';

/** Pairs of site and demand looked at in all rounds together, and the most and fewest rounds. */
const WORK = 1.5e8;
const MOST_ROUNDS = 400;
const LEAST_ROUNDS = 5;
/** Rounds without a better bound after which the steps become half as long. */
const PATIENCE = 12;

/**
 * A lower bound of the cost of any choice of as many sites: the demand that each place be served exactly once is
 * relaxed with a price each, and the prices are improved by subgradients (Cornuéjols, Fisher & Nemhauser 1977;
 * Held, Wolfe & Crowder 1974). It is valid whatever the prices are; more rounds only make it tighter, and no better
 * than the linear programme's.
 *
 * @param inUse a choice of sites, for the first prices and the length of the steps
 */
export function costBound(
  inUse: SitesInUse,
  costs: SiteDistances,
  weights: Float64Array,
  fixedCosts: Float64Array,
): number {
  const { sites, demands } = costs;
  const count = inUse.sites.length;
  const { first, second, cost } = inUse;
  const weighed = (i: number, each: number): number => (weights[i] > 0 ? weights[i] * each : 0);
  const price = Float64Array.from(first, (own, i) =>
    weighed(i, Number.isFinite(second[i]) ? (own + second[i]) / 2 : own),
  );
  const reduced = new Float64Array(sites);
  const served = new Int32Array(demands);
  const rounds = Math.min(
    MOST_ROUNDS,
    Math.max(LEAST_ROUNDS, Math.floor(WORK / Math.max(1, sites * demands))),
  );
  let [best, scale, waited] = [0, 2, 0];
  for (let round = 0; round < rounds; round++) {
    let bound = 0;
    for (let i = 0; i < demands; i++) {
      const fixed = weighed(i, fixedCosts[i]);
      served[i] = fixed < price[i] ? 1 : 0;
      bound += Math.min(price[i], fixed);
    }
    for (let site = 0; site < sites; site++) {
      const row = costs.rowOf(site);
      let sum = 0;
      for (let i = 0; i < demands; i++) {
        const saved = weights[i] * row[i] - price[i];
        if (saved < 0) sum += saved;
      }
      reduced[site] = sum;
    }
    const cheapest = smallest(reduced, count);
    for (const site of cheapest) {
      bound += reduced[site];
      const row = costs.rowOf(site);
      for (let i = 0; i < demands; i++) if (weights[i] * row[i] < price[i]) served[i]++;
    }
    if (bound > best) [best, waited] = [bound, 0];
    else if (++waited >= PATIENCE) [scale, waited] = [scale / 2, 0];
    let length = 0;
    for (let i = 0; i < demands; i++) if (weights[i] > 0) length += (1 - served[i]) ** 2;
    if (length === 0 || cost - best <= 1e-12 * cost) break;
    const step = (scale * (cost - bound)) / length;
    for (let i = 0; i < demands; i++) {
      if (weights[i] > 0) price[i] = Math.max(0, price[i] + step * (1 - served[i]));
    }
  }
  return best;
}

/** Positions of the smallest values; of equal ones the first. */
function smallest(values: Float64Array, count: number): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (chosen.length === count && values[i] >= values[chosen[count - 1]]) continue;
    let at = chosen.length;
    while (at > 0 && values[chosen[at - 1]] > values[i]) at--;
    chosen.splice(at, 0, i);
    if (chosen.length > count) chosen.pop();
  }
  return chosen;
}
