import type { PlanarPoints } from '../geometry/planar-points.ts';
import { visitPathDistances } from '../network/path-distances.ts';
import { type NetworkPieces, networkPieces, placeOnNetwork } from '../network/place-on-network.ts';
import type { PlanarLines } from '../network/segment-index.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import { streetNetwork } from '../network/streets-of-lines.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { givenDistances, type SiteDistances } from './site-distances.ts';

/** The longest connected part of the streets: between any two places of it there is a way. */
export interface ConnectedStreets {
  readonly network: StreetNetwork;
  readonly pieces: NetworkPieces;
  /** Metres of street in other parts, which are not used. */
  readonly leftOutMeters: number;
}

/**
 * The longest connected part of the streets; undefined where there are none.
 *
 * @param noding as in `streetNetwork`
 */
export function connectedStreets(
  lines: PlanarLines,
  options: { tolerance?: number | undefined; noding?: 'vertices' | 'crossings' | undefined } = {},
): ConnectedStreets | undefined {
  const whole = streetNetwork(lines, options);
  if (whole.edges === 0) return undefined;
  const meters = new Float64Array(whole.components);
  for (let edge = 0; edge < whole.edges; edge++)
    meters[whole.component[whole.from[edge]]] += whole.length[edge];
  const longest = meters.indexOf(Math.max(...meters));
  // A line is connected in itself, so it lies in one part as a whole.
  const kept = new Set<number>();
  for (let edge = 0; edge < whole.edges; edge++) {
    if (whole.component[whole.from[edge]] === longest) kept.add(whole.line[edge]);
  }
  const network = whole.components === 1 ? whole : streetNetwork(selectLines(lines, kept), options);
  return { network, pieces: networkPieces(network), leftOutMeters: whole.totalLength - meters[longest] };
}

function selectLines({ offsets, x, y }: PlanarLines, kept: ReadonlySet<number>): PlanarLines {
  const vertices: number[] = [];
  const ends = [0];
  for (const line of [...kept].sort((a, b) => a - b)) {
    for (let at = offsets[line]; at < offsets[line + 1]; at++) vertices.push(at);
    ends.push(vertices.length);
  }
  return {
    offsets: Uint32Array.from(ends),
    x: Float64Array.from(vertices, (at) => x[at]),
    y: Float64Array.from(vertices, (at) => y[at]),
  };
}

/** Distances along the streets, and how far from them the points lie. */
export interface StreetDistances extends SiteDistances {
  /** Metres in a straight line to the street, the farthest of all sites and places of demand. */
  readonly farthestAccessMeters: number;
}

/**
 * Distances along the streets: straight to the nearest street, the shortest path, straight from the street. Points
 * far from every street are therefore not left out but pay the way to it; points of equal coordinates are 0 apart.
 *
 * Cost: a search over the whole network (see PathSearch) for each site or each place of demand, whichever are fewer.
 * Memory: 8 bytes for each pair.
 */
export function streetDistances(
  { network, pieces }: ConnectedStreets,
  sites: Pick<PlanarPoints, 'x' | 'y'>,
  demand: Pick<PlanarPoints, 'x' | 'y'>,
  options: { onProgress?: OnProgress | undefined } = {},
): StreetDistances {
  const [count, demands] = [sites.x.length, demand.x.length];
  const [siteStreet, demandStreet] = [sites, demand].map((points) =>
    placeOnNetwork(points, network, { pieces }),
  );
  const rows = new Float64Array(count * demands);
  const put = (site: number, place: number, meters: number): void => {
    const isSame = sites.x[site] === demand.x[place] && sites.y[site] === demand.y[place];
    rows[site * demands + place] = isSame
      ? 0
      : siteStreet.distance[site] + meters + demandStreet.distance[place];
  };
  if (count <= demands) visitPathDistances(network, siteStreet, demandStreet, Infinity, put, options);
  else visitPathDistances(network, demandStreet, siteStreet, Infinity, (i, j, m) => put(j, i, m), options);
  const farthest = (far: number, meters: number): number => Math.max(far, meters);
  return {
    ...givenDistances(rows, count),
    demands,
    farthestAccessMeters: demandStreet.distance.reduce(farthest, siteStreet.distance.reduce(farthest, 0)),
  };
}
