import type { OnProgress } from '../progress/on-progress.ts';
import { PathSearch } from './path-search.ts';
import { type NetworkPoints, placesByEdge } from './place-on-network.ts';
import type { StreetNetwork } from './street-network.ts';

/** Shortest paths from nodes to every node, metres, row after row; Infinity beyond the radius or in another part. */
export function nodeDistances(network: StreetNetwork, nodes: Uint32Array, radius = Infinity): Float64Array {
  const search = new PathSearch(network);
  const rows = new Float64Array(nodes.length * network.nodes);
  nodes.forEach((node, row) => {
    search.fromNode(node, radius);
    rows.set(search.distance, row * network.nodes);
  });
  return rows;
}

/**
 * Every pair of a place of `from` and a place of `to` no farther apart along the streets than the radius, once: all of
 * one place of `from` after another, in no stated order within. Where both are the same set, each is also paired with
 * itself, at 0.
 *
 * Cost: a search (see PathSearch) per place of `from`, and the places of `to` on the edges it reaches.
 *
 * @param radius metres; Infinity for all of the same connected part
 * @param visit metres along the shortest path
 */
export function visitPathDistances(
  network: StreetNetwork,
  from: NetworkPoints,
  to: NetworkPoints,
  radius: number,
  visit: (from: number, to: number, distance: number) => void,
  options: {
    onProgress?: OnProgress | undefined;
    onSearch?: ((from: number, search: PathSearch) => void) | undefined;
  } = {},
): void {
  const { onProgress, onSearch } = options;
  const { edges, endOffsets, ends } = network;
  const search = new PathSearch(network);
  const { offsets, order, along } = placesByEdge(edges, to);
  const visitedBy = new Int32Array(edges).fill(-1);
  for (let i = 0; i < from.edge.length; i++) {
    if (i % 64 === 0) onProgress?.(i, from.edge.length);
    const own = from.edge[i];
    search.fromEdge(own, from.along[i], radius);
    onSearch?.(i, search);
    visitedBy[own] = i;
    for (let at = offsets[own]; at < offsets[own + 1]; at++) {
      // Straight along the edge, or out of it and in again at the other end.
      const distance = Math.min(Math.abs(along[at] - from.along[i]), search.toEdge(own, along[at]));
      if (distance <= radius) visit(i, order[at], distance);
    }
    for (let n = 0; n < search.count; n++) {
      const node = search.reached[n];
      for (let e = endOffsets[node]; e < endOffsets[node + 1]; e++) {
        const edge = ends[e] >> 1;
        if (visitedBy[edge] === i) continue;
        visitedBy[edge] = i;
        for (let at = offsets[edge]; at < offsets[edge + 1]; at++) {
          const distance = search.toEdge(edge, along[at]);
          if (distance <= radius) visit(i, order[at], distance);
        }
      }
    }
  }
  onProgress?.(from.edge.length, from.edge.length);
}

/** The place of `to` nearest along the streets to each of `from`: its position, -1 where none can be reached; the lowest position of several. */
export function nearestOnNetwork(
  network: StreetNetwork,
  from: NetworkPoints,
  to: NetworkPoints,
  options: { radius?: number | undefined; onProgress?: OnProgress | undefined } = {},
): { nearest: Int32Array; distance: Float64Array } {
  const nearest = new Int32Array(from.edge.length).fill(-1);
  const distance = new Float64Array(from.edge.length).fill(Infinity);
  const keep = (i: number, j: number, meters: number): void => {
    if (meters > distance[i] || (meters === distance[i] && j > nearest[i])) return;
    distance[i] = meters;
    nearest[i] = j;
  };
  visitPathDistances(network, from, to, options.radius ?? Infinity, keep, options);
  return { nearest, distance };
}
