import type { StreetNetwork } from './street-network.ts';

/**
 * The streets of a network from crossing to crossing: runs of edges as compressed rows, run i has
 * `entries[offsets[i]] … entries[offsets[i + 1] - 1]`, each the end by which its edge is entered (2 × edge where it
 * is walked from its first node, 2 × edge + 1 where it is walked back). Every edge is in one run.
 */
export interface StreetChains {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
}

/**
 * Join edges at nodes of degree 2, where two ends meet and nobody can turn off: the piece between two intersections
 * is one street, in however many lines it was drawn (Weisburd, Bushway, Lum & Yang 2004 count both faces of the
 * block between two intersections as one place). Crossings, dead ends and loops end a run; a ring without a crossing
 * begins at its first edge. Runs come in the order of their first edge, which is walked forwards.
 */
export function streetChains(network: StreetNetwork): StreetChains {
  const { edges, from, to, endOffsets, ends } = network;
  const nodeAt = (end: number): number => (end & 1 ? to[end >> 1] : from[end >> 1]);
  /** The other end at a node of two ends; -1 at every other node, and where both belong to one edge. */
  const onward = (end: number): number => {
    const first = endOffsets[nodeAt(end)];
    if (endOffsets[nodeAt(end) + 1] - first !== 2) return -1;
    const other = ends[first] === end ? ends[first + 1] : ends[first];
    return other >> 1 === end >> 1 ? -1 : other;
  };
  const seen = new Uint8Array(edges);
  const offsets: number[] = [0];
  const entries = new Uint32Array(edges);
  let written = 0;
  for (let edge = 0; edge < edges; edge++) {
    if (seen[edge]) continue;
    let entry = 2 * edge;
    for (let before = onward(entry); before >= 0; before = onward(entry)) {
      if (before >> 1 === edge) {
        entry = 2 * edge;
        break;
      }
      entry = before ^ 1;
    }
    for (let next = entry; next >= 0 && !seen[next >> 1]; next = onward(next ^ 1)) {
      seen[next >> 1] = 1;
      entries[written++] = next;
    }
    offsets.push(written);
  }
  return { count: offsets.length - 1, offsets: Uint32Array.from(offsets), entries };
}
