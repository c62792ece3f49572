import { pointOnEdge } from './place-on-network.ts';
import type { StreetNetwork } from './street-network.ts';

/** Streets cut into short parts ("lixels", Xie & Yan 2008), edge after edge, along each from its first node. */
export interface Lixels {
  readonly count: number;
  readonly edge: Uint32Array;
  /** Metres from the edge's first node. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The middle of each part, metres from the edge's first node: with `edge` a place on the network. */
  readonly along: Float64Array;
  /** The middle of each part on the plane, metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly length: Float64Array;
  /** First lixel of each edge, and one past the last. */
  readonly offsets: Uint32Array;
}

/**
 * Cut every edge into the least number of equal parts no longer than `length`: no part is a rest of a few
 * centimetres, and the middle stands for all of its part. Parts of short edges are shorter than asked for.
 *
 * @param length metres, greater than 0
 */
export function lixelsOf(network: StreetNetwork, length: number): Lixels {
  if (!(length > 0)) throw new RangeError(`a lixel of ${length} m`);
  const { edges } = network;
  const offsets = new Uint32Array(edges + 1);
  for (let e = 0; e < edges; e++) {
    // An edge of 150.0000000001 m is three parts of 50 m.
    const parts = Math.max(1, Math.ceil(network.length[e] / length - 1e-9));
    offsets[e + 1] = offsets[e] + parts;
  }
  const count = offsets[edges];
  const edge = new Uint32Array(count);
  const [start, end, along, x, y, own] = Array.from({ length: 6 }, () => new Float64Array(count));
  for (let e = 0; e < edges; e++) {
    const parts = offsets[e + 1] - offsets[e];
    const step = network.length[e] / parts;
    for (let part = 0; part < parts; part++) {
      const i = offsets[e] + part;
      edge[i] = e;
      start[i] = part * step;
      end[i] = part + 1 === parts ? network.length[e] : (part + 1) * step;
      along[i] = (start[i] + end[i]) / 2;
      own[i] = end[i] - start[i];
      [x[i], y[i]] = pointOnEdge(network, e, along[i]);
    }
  }
  return { count, edge, start, end, along, x, y, length: own, offsets };
}

/** The lixel of each place on the network; a place on the border of two belongs to the later one. */
export function lixelAt(
  { offsets, end }: Lixels,
  { edge, along }: { edge: Uint32Array; along: Float64Array },
): Uint32Array {
  return Uint32Array.from(edge, (e, i) => {
    let lixel = offsets[e];
    while (lixel + 1 < offsets[e + 1] && along[i] >= end[lixel]) lixel++;
    return lixel;
  });
}

/** Lixels that touch each other, as compressed rows, ascending: the next along the edge, and all at a common node. */
export function lixelNeighbours(
  network: StreetNetwork,
  { count, offsets }: Lixels,
): { offsets: Uint32Array; indices: Uint32Array } {
  const { edges, from, to, endOffsets, ends } = network;
  const rowOffsets = new Uint32Array(count + 1);
  const indices: number[] = [];
  const atNode = (node: number, row: Set<number>): void => {
    for (let at = endOffsets[node]; at < endOffsets[node + 1]; at++) {
      const edge = ends[at] >> 1;
      row.add(ends[at] & 1 ? offsets[edge + 1] - 1 : offsets[edge]);
    }
  };
  for (let e = 0; e < edges; e++) {
    for (let lixel = offsets[e]; lixel < offsets[e + 1]; lixel++) {
      const row = new Set<number>();
      if (lixel === offsets[e]) atNode(from[e], row);
      else row.add(lixel - 1);
      if (lixel + 1 === offsets[e + 1]) atNode(to[e], row);
      else row.add(lixel + 1);
      row.delete(lixel);
      indices.push(...[...row].sort((a, b) => a - b));
      rowOffsets[lixel + 1] = indices.length;
    }
  }
  return { offsets: rowOffsets, indices: Uint32Array.from(indices) };
}
