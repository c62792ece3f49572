import { randomStream } from '../random/stream.ts';
import { type ChosenSites, chooseSites, randomSites, type SitingOptions } from './choose-sites.ts';
import { givenDistances, nearestOf, type SiteDistances } from './site-distances.ts';

/** What sites are chosen for. */
export type SitingMethod = 'p-median' | 'maximal-covering';

/** How the incidents lie to a choice of sites. */
export interface Service {
  /** Of all weight: metres to the nearest site or fixed site. */
  meanMeters: number;
  farthestMeters: number;
  /** Share of the weight no farther than the radius, 0–1. */
  shareWithin: number;
  /** Of each place of demand the nearest site, -1 for a fixed one. */
  nearest: Int32Array;
  distance: Float64Array;
}

export interface Siting {
  method: SitingMethod;
  /** Positions of the candidates chosen, ascending. */
  sites: Uint32Array;
  service: Service;
  /**
   * What no choice of as many candidates can pass: the least mean distance (metres) of a p-median, the largest share
   * within the radius of a covering.
   */
  bestPossible: number;
  /** True where the choice reaches it: it is then the best. */
  isProvenBest: boolean;
  radius: number;
  candidates: number;
  /** Weight of all demand, and the places that have any. */
  weight: number;
  demandPlaces: number;
  restarts: number;
  seed: number;
}

export interface SitingQuestion extends SitingOptions {
  /** Metres within which an incident counts as covered. */
  radius: number;
  /** From each place of demand to the nearest of the sites that stay, metres; left out where there are none. */
  fixed?: Float64Array | undefined;
}

/**
 * The sites with the shortest way to the incidents on average: the p-median (Hakimi 1964), with sites that stay.
 *
 * @param weights incidents of each place of demand; at least one must be above 0
 */
export function pMedian(distances: SiteDistances, weights: Float64Array, question: SitingQuestion): Siting {
  const found = chooseSites(distances, weights, fixedOf(distances, question), question);
  return sitingOf('p-median', found, distances, weights, question);
}

/**
 * The sites with the most incidents within a radius: maximal covering (Church & ReVelle 1974), with sites that stay.
 * It is the p-median of costs that are 0 within the radius and 1 beyond it (Hillsman 1984).
 *
 * @param weights as in `pMedian`
 */
export function maximalCovering(
  distances: SiteDistances,
  weights: Float64Array,
  question: SitingQuestion,
): Siting {
  const { radius } = question;
  const beyond = (meters: number): number => (meters <= radius ? 0 : 1);
  const { sites, demands } = distances;
  const rows = new Float64Array(demands);
  const costs: SiteDistances = {
    sites,
    demands,
    rowOf: (site) => {
      const row = distances.rowOf(site);
      for (let i = 0; i < demands; i++) rows[i] = row[i] <= radius ? 0 : 1;
      return rows;
    },
  };
  // Few enough pairs are kept, since they are asked for again and again.
  const kept = sites * demands <= KEPT_PAIRS ? keptCosts(costs) : costs;
  const found = chooseSites(kept, weights, fixedOf(distances, question).map(beyond), question);
  return sitingOf('maximal-covering', found, distances, weights, question);
}

const KEPT_PAIRS = 4e6;

function keptCosts(costs: SiteDistances): SiteDistances {
  const rows = new Float64Array(costs.sites * costs.demands);
  for (let site = 0; site < costs.sites; site++) rows.set(costs.rowOf(site), site * costs.demands);
  return { ...givenDistances(rows, costs.sites), demands: costs.demands };
}

function sitingOf(
  method: SitingMethod,
  { sites, cost, leastPossibleCost, restarts }: ChosenSites,
  distances: SiteDistances,
  weights: Float64Array,
  question: SitingQuestion,
): Siting {
  const { radius, seed } = question;
  const weight = sumOf(weights);
  const isWhole = method === 'maximal-covering' && weights.every(Number.isInteger);
  // Whole incidents are covered or not: the bound is then a whole number, too.
  const least = isWhole ? Math.ceil(leastPossibleCost - 1e-6) : leastPossibleCost;
  return {
    method,
    sites,
    service: serviceOf(distances, weights, sites, question),
    bestPossible: method === 'p-median' ? least / weight : 1 - least / weight,
    isProvenBest: cost - least <= 1e-9 * cost,
    radius,
    candidates: distances.sites,
    weight,
    demandPlaces: weights.reduce((n, one) => n + (one > 0 ? 1 : 0), 0),
    restarts,
    seed,
  };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const fixedOf = ({ demands }: SiteDistances, { fixed }: Pick<SitingQuestion, 'fixed'>): Float64Array =>
  fixed ?? new Float64Array(demands).fill(Infinity);

/** How the incidents lie to any choice of sites, besides those that stay. */
export function serviceOf(
  distances: SiteDistances,
  weights: Float64Array,
  sites: Iterable<number>,
  question: Pick<SitingQuestion, 'radius' | 'fixed'>,
): Service {
  const { distance, nearest } = nearestOf(distances, sites);
  const fixed = fixedOf(distances, question);
  let [within, meters, farthest] = [0, 0, 0];
  for (let i = 0; i < distance.length; i++) {
    if (fixed[i] <= distance[i]) {
      distance[i] = fixed[i];
      nearest[i] = -1;
    }
    if (!(weights[i] > 0)) continue;
    meters += weights[i] * distance[i];
    farthest = Math.max(farthest, distance[i]);
    if (distance[i] <= question.radius) within += weights[i];
  }
  const weight = sumOf(weights);
  return {
    meanMeters: meters / weight,
    farthestMeters: farthest,
    shareWithin: within / weight,
    nearest,
    distance,
  };
}

/** What sites drawn at random give: the mean of the draws, and the values between which nine tenths of them lie. */
export interface RandomService {
  meanMeters: number;
  shareWithin: number;
  metersRange: [number, number];
  shareRange: [number, number];
  draws: number;
  seed: number;
}

/** As many sites drawn from the candidates, each set as likely as any other. @param draws at least 1; 199 by default */
export function randomService(
  distances: SiteDistances,
  weights: Float64Array,
  question: Pick<SitingQuestion, 'radius' | 'fixed' | 'count' | 'seed'>,
  draws = 199,
): RandomService {
  const { count, seed } = question;
  const random = randomStream(seed);
  const meters = new Float64Array(draws);
  const shares = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const sites = randomSites(distances.sites, count, random);
    const { meanMeters, shareWithin } = serviceOf(distances, weights, sites, question);
    meters[draw] = meanMeters;
    shares[draw] = shareWithin;
  }
  const nineTenths = (values: Float64Array): [number, number] => {
    const sorted = values.slice().sort();
    return [sorted[Math.floor(0.05 * (draws - 1))], sorted[Math.ceil(0.95 * (draws - 1))]];
  };
  return {
    meanMeters: sumOf(meters) / draws,
    shareWithin: sumOf(shares) / draws,
    metersRange: nineTenths(meters),
    shareRange: nineTenths(shares),
    draws,
    seed,
  };
}
