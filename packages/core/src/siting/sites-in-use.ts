import type { SiteDistances } from './site-distances.ts';

/** A choice of sites, and what any other would save. */
export class SitesInUse {
  readonly candidates: number;
  sites: readonly number[] = [];
  /** Total cost; Infinity without a site. */
  cost = Infinity;
  /** Of each place of demand: cost at the cheapest and at the second cheapest of sites and fixed sites. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Position in `sites` of the cheapest, -1 for a fixed one. */
  private readonly slot: Int32Array;
  private readonly costs: SiteDistances;
  private readonly weights: Float64Array;
  private readonly fixedCosts: Float64Array;
  private readonly isUsed: Uint8Array;
  private losses = new Float64Array(0);

  constructor(costs: SiteDistances, weights: Float64Array, fixedCosts: Float64Array) {
    this.candidates = costs.sites;
    this.costs = costs;
    this.weights = weights;
    this.fixedCosts = fixedCosts;
    this.first = new Float64Array(costs.demands);
    this.second = new Float64Array(costs.demands);
    this.slot = new Int32Array(costs.demands);
    this.isUsed = new Uint8Array(costs.sites);
  }

  has(site: number): boolean {
    return this.isUsed[site] === 1;
  }

  /** Use these sites and no others. Cost: sites × demands. */
  use(sites: Iterable<number>): void {
    const { first, second, slot, weights } = this;
    this.sites = [...sites];
    this.isUsed.fill(0);
    this.losses = new Float64Array(this.sites.length);
    first.set(this.fixedCosts);
    second.fill(Infinity);
    slot.fill(-1);
    this.sites.forEach((site, at) => {
      this.isUsed[site] = 1;
      const row = this.costs.rowOf(site);
      for (let i = 0; i < row.length; i++) {
        if (row[i] < first[i]) {
          second[i] = first[i];
          first[i] = row[i];
          slot[i] = at;
        } else if (row[i] < second[i]) second[i] = row[i];
      }
    });
    this.cost = 0;
    for (let i = 0; i < first.length; i++) if (weights[i] > 0) this.cost += weights[i] * first[i];
  }

  /** What one more site would save; without any site the cost it would have, as a negative number. */
  savingOf(site: number): number {
    const { first, weights } = this;
    const row = this.costs.rowOf(site);
    const isFirst = this.cost === Infinity;
    let saving = 0;
    for (let i = 0; i < row.length; i++) {
      if (isFirst) saving -= weights[i] * row[i];
      else if (row[i] < first[i]) saving += weights[i] * (first[i] - row[i]);
    }
    return saving;
  }

  /**
   * The site in use that is best given up for another, and what that saves: places that come nearer count whoever is
   * given up; the others lose where their own is.
   */
  bestExchangeFor(site: number): { slot: number; saving: number } {
    const { first, second, slot, weights, losses } = this;
    const row = this.costs.rowOf(site);
    losses.fill(0);
    let gain = 0;
    for (let i = 0; i < row.length; i++) {
      const cost = row[i];
      const own = first[i];
      if (cost < own) gain += weights[i] * (own - cost);
      else if (slot[i] >= 0 && weights[i] > 0) {
        losses[slot[i]] += weights[i] * (Math.min(cost, second[i]) - own);
      }
    }
    let least = 0;
    for (let at = 1; at < losses.length; at++) if (losses[at] < losses[least]) least = at;
    return { slot: least, saving: gain - losses[least] };
  }
}
