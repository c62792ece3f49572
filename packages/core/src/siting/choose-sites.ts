import type { OnProgress } from '../progress/on-progress.ts';
import { type RandomStream, randomStream } from '../random/stream.ts';
import { costBound } from './cost-bound.ts';
import type { SiteDistances } from './site-distances.ts';
import { SitesInUse } from './sites-in-use.ts';

/** How sites are chosen. */
export interface SitingOptions {
  /** Sites to choose, 1 to the number of candidates. */
  count: number;
  seed: number;
  /** Further searches from random sites; by default 20, fewer (at least 2) where there are many pairs. */
  restarts?: number | undefined;
  onProgress?: OnProgress | undefined;
}

/** The cheapest sites found. */
export interface ChosenSites {
  /** Positions of the candidates chosen, ascending. */
  sites: Uint32Array;
  cost: number;
  /** No choice of as many candidates costs less than this. */
  leastPossibleCost: number;
  restarts: number;
}

/** Pairs of site and demand, times restarts. */
const WORK = 5e7;
const MOST_RESTARTS = 20;
const LEAST_RESTARTS = 2;
/** Less than this part of the cost is rounding, not a gain. */
const ROUNDING = 1e-9;

/**
 * The sites of least total cost, where each place of demand pays, times its weight, the cost of the cheapest site or
 * of the fixed ones. From a greedy start, then from random ones, sites are exchanged one for one until no exchange
 * helps (Teitz & Bart 1968), each exchange judged in one pass over the demand (Whitaker 1983).
 *
 * The result is a local optimum; a lower bound (see `costBound`) says how far it can be from the best.
 *
 * Cost: sites × demands for every round over the candidates, some ten rounds a start.
 *
 * @param costs cost of each place of demand at each site, in the place of distances
 * @param weights of each place of demand, at least 0
 * @param fixedCosts cost of each place of demand at the fixed sites; Infinity where there are none
 * @throws RangeError where `count` is not within 1 and the number of candidates
 */
export function chooseSites(
  costs: SiteDistances,
  weights: Float64Array,
  fixedCosts: Float64Array,
  options: SitingOptions,
): ChosenSites {
  const { count, seed, onProgress } = options;
  const affordable = Math.floor(WORK / Math.max(1, costs.sites * costs.demands));
  const { restarts = Math.min(MOST_RESTARTS, Math.max(LEAST_RESTARTS, affordable)) } = options;
  if (!(Number.isInteger(count) && count >= 1 && count <= costs.sites)) {
    throw new RangeError(`${count} sites of ${costs.sites} candidates`);
  }
  const inUse = new SitesInUse(costs, weights, fixedCosts);
  let best: Uint32Array | undefined;
  let bestCost = Infinity;
  for (let start = 0; start <= restarts; start++) {
    onProgress?.(start, restarts + 1);
    if (start === 0) addGreedily(inUse, count);
    else inUse.use(randomSites(costs.sites, count, randomStream(seed, start)));
    exchange(inUse);
    if (inUse.cost < bestCost * (1 - ROUNDING)) {
      bestCost = inUse.cost;
      best = Uint32Array.from(inUse.sites).sort();
    }
    // Demand without weight costs nothing wherever the sites are.
    if (bestCost === 0) break;
  }
  inUse.use(best ?? Uint32Array.from({ length: count }, (_, site) => site));
  const bound = costBound(inUse, costs, weights, fixedCosts);
  return {
    sites: Uint32Array.from(inUse.sites).sort(),
    cost: inUse.cost,
    leastPossibleCost: Math.min(bound, inUse.cost),
    restarts,
  };
}

/** Different sites at random, each set as likely as any other (Floyd). */
export function randomSites(candidates: number, count: number, random: RandomStream): Uint32Array {
  const drawn = new Set<number>();
  for (let last = candidates - count; last < candidates; last++) {
    const site = random.integer(0, last);
    drawn.add(drawn.has(site) ? last : site);
  }
  return Uint32Array.from(drawn).sort();
}

/** One site after another, each that which saves most. */
function addGreedily(inUse: SitesInUse, count: number): void {
  inUse.use(new Uint32Array(0));
  // What a site saves never grows while others are added, so an old value tells which cannot be the best.
  const most = new Float64Array(inUse.candidates).fill(Infinity);
  while (inUse.sites.length < count) {
    let best = -1;
    let saved = -Infinity;
    const isFirst = !Number.isFinite(inUse.cost);
    for (let site = 0; site < inUse.candidates; site++) {
      if (inUse.has(site) || most[site] <= saved) continue;
      const saving = inUse.savingOf(site);
      if (!isFirst) most[site] = saving;
      if (saving <= saved) continue;
      saved = saving;
      best = site;
    }
    inUse.use([...inUse.sites, best]);
  }
}

/** Exchange until a whole round over the candidates helps nothing. */
function exchange(inUse: SitesInUse): void {
  const { candidates } = inUse;
  for (let site = 0, tried = 0; tried < candidates; site = (site + 1) % candidates, tried++) {
    if (inUse.has(site)) continue;
    const { slot, saving } = inUse.bestExchangeFor(site);
    if (!(saving > ROUNDING * inUse.cost)) continue;
    inUse.use(inUse.sites.map((old, i) => (i === slot ? site : old)));
    tried = 0;
  }
}
