import type { PlanarPoints } from '../geometry/planar-points.ts';
import { PathSearch } from '../network/path-search.ts';
import { lineOfPart, placeOnNetwork } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import type { ConnectedStreets } from './street-distances.ts';

/** A line on the plane: [x, y] in metres. */
export type PlanarPath = [number, number][];

/**
 * The streets within a distance of the nearest of some points, the straight way to the street included, as parts of
 * edges.
 *
 * @param radius metres
 */
export function streetsWithin(
  { network, pieces }: ConnectedStreets,
  points: Pick<PlanarPoints, 'x' | 'y'>,
  radius: number,
): PlanarPath[] {
  const { edges, from, to, length } = network;
  const placed = placeOnNetwork(points, network, { pieces });
  const search = new PathSearch(network);
  // Metres that are left at each end of an edge.
  const left = new Float64Array(network.nodes).fill(-1);
  const parts: PlanarPath[] = [];
  placed.edge.forEach((edge, i) => {
    const rest = radius - placed.distance[i];
    if (rest <= 0) return;
    const along = placed.along[i];
    parts.push(lineOfPart(network, edge, Math.max(0, along - rest), Math.min(length[edge], along + rest)));
    search.fromEdge(edge, along, rest);
    for (let at = 0; at < search.count; at++) {
      const node = search.reached[at];
      left[node] = Math.max(left[node], rest - search.distance[node]);
    }
  });
  for (let edge = 0; edge < edges; edge++) {
    const [start, end] = [left[from[edge]], left[to[edge]]];
    if (start + end >= length[edge]) parts.push(lineOfPart(network, edge, 0, length[edge]));
    else {
      if (start > 0) parts.push(lineOfPart(network, edge, 0, start));
      if (end > 0) parts.push(lineOfPart(network, edge, length[edge] - end, length[edge]));
    }
  }
  return parts;
}

/** The shortest way along the streets from each point to the next, straight to the street and from it. */
export function pathsAlong(
  { network, pieces }: ConnectedStreets,
  points: Pick<PlanarPoints, 'x' | 'y'>,
): PlanarPath[] {
  const placed = placeOnNetwork(points, network, { pieces });
  const search = new PathSearch(network);
  const paths: PlanarPath[] = [];
  for (let i = 0; i + 1 < points.x.length; i++) {
    const middle = pathBetween(network, search, placed, i, i + 1);
    paths.push([[points.x[i], points.y[i]], ...middle, [points.x[i + 1], points.y[i + 1]]]);
  }
  return paths;
}

function pathBetween(
  network: StreetNetwork,
  search: PathSearch,
  { edge, along }: { edge: Uint32Array; along: Float64Array },
  a: number,
  b: number,
): PlanarPath {
  const { from, to, length } = network;
  search.fromEdge(edge[a], along[a]);
  const whole = search.toEdge(edge[b], along[b]);
  const straight = edge[a] === edge[b] ? Math.abs(along[a] - along[b]) : Infinity;
  if (straight <= whole) return part(network, edge[a], along[a], along[b]);
  // Back from the end: through the nearer end of its edge, then always to a node nearer by the edge's length.
  const start =
    search.distance[from[edge[b]]] + along[b] <= search.distance[to[edge[b]]] + length[edge[b]] - along[b];
  let node = start ? from[edge[b]] : to[edge[b]];
  const parts = [part(network, edge[b], start ? 0 : length[edge[b]], along[b])];
  for (let step = edgeBefore(network, search, node); step; step = edgeBefore(network, search, node)) {
    parts.push(
      part(
        network,
        step.edge,
        step.isBackward ? length[step.edge] : 0,
        step.isBackward ? 0 : length[step.edge],
      ),
    );
    node = step.isBackward ? to[step.edge] : from[step.edge];
  }
  const isFirst = node === from[edge[a]] && search.distance[node] === along[a];
  parts.push(part(network, edge[a], along[a], isFirst ? 0 : length[edge[a]]));
  return parts.reverse().flat();
}

/** The edge by which a node was reached; undefined for an end of the edge that was searched from. */
function edgeBefore(
  { endOffsets, ends, from, to, length }: StreetNetwork,
  { distance }: PathSearch,
  node: number,
): { edge: number; isBackward: boolean } | undefined {
  for (let at = endOffsets[node]; at < endOffsets[node + 1]; at++) {
    const edge = ends[at] >> 1;
    const isBackward = (ends[at] & 1) === 0;
    const before = isBackward ? to[edge] : from[edge];
    if (before !== node && distance[before] + length[edge] === distance[node]) return { edge, isBackward };
  }
  return undefined;
}

/** A part of an edge in the direction from one place to the other. */
function part(network: StreetNetwork, edge: number, start: number, end: number): PlanarPath {
  return start <= end
    ? lineOfPart(network, edge, start, end)
    : lineOfPart(network, edge, end, start).reverse();
}
