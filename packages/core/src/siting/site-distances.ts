import type { PlanarPoints } from '../geometry/planar-points.ts';

/** Distances from every candidate site to every place of demand, metres, finite. */
export interface SiteDistances {
  readonly sites: number;
  readonly demands: number;
  /** From one site to each place of demand; good until the next call, which may use the same memory. */
  rowOf(site: number): Float64Array;
}

/** Distances in a straight line on the plane; made anew on every call, so that they need no memory. */
export function straightDistances(
  sites: Pick<PlanarPoints, 'x' | 'y'>,
  demand: Pick<PlanarPoints, 'x' | 'y'>,
): SiteDistances {
  const { x, y } = demand;
  const row = new Float64Array(x.length);
  return {
    sites: sites.x.length,
    demands: x.length,
    rowOf: (site) => {
      const [siteX, siteY] = [sites.x[site], sites.y[site]];
      for (let i = 0; i < row.length; i++) {
        const dx = x[i] - siteX;
        const dy = y[i] - siteY;
        row[i] = Math.sqrt(dx * dx + dy * dy);
      }
      return row;
    },
  };
}

/** Distances that are known, site after site. @param rows sites × demands numbers */
export function givenDistances(rows: Float64Array, sites: number): SiteDistances {
  const demands = sites === 0 ? 0 : rows.length / sites;
  return { sites, demands, rowOf: (site) => rows.subarray(site * demands, (site + 1) * demands) };
}

/** From each place of demand to the nearest of some sites, metres; Infinity where there is none. */
export function nearestOf(
  distances: SiteDistances,
  sites: Iterable<number>,
): { distance: Float64Array; nearest: Int32Array } {
  const distance = new Float64Array(distances.demands).fill(Infinity);
  const nearest = new Int32Array(distances.demands).fill(-1);
  for (const site of sites) {
    const row = distances.rowOf(site);
    for (let i = 0; i < row.length; i++) {
      if (row[i] >= distance[i]) continue;
      distance[i] = row[i];
      nearest[i] = site;
    }
  }
  return { distance, nearest };
}
