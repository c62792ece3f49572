import type { DistinctPoints } from './distinct-points.ts';
import type { ReachabilityTree } from './mutual-reachability.ts';
import { UnionFind } from './union-find.ts';

/**
 * The single-linkage hierarchy of a spanning tree. Nodes 0 … leaves-1 are the distinct coordinates; every later
 * node joins two, and the last one holds all.
 */
export interface LevelTree {
  readonly leaves: number;
  /** Points below each node, stacked ones counted. */
  readonly size: Uint32Array;
  /** Metres at which the two children of each node join; 0 for a leaf. */
  readonly level: Float64Array;
  /** The two children of each node; -1 for a leaf. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** @param leastDistance metres; shorter distances count as this one */
export function levelTree(points: DistinctPoints, tree: ReachabilityTree, leastDistance: number): LevelTree {
  const leaves = points.x.length;
  const nodes = Math.max(0, 2 * leaves - 1);
  const size = new Uint32Array(nodes);
  const level = new Float64Array(nodes);
  const left = new Int32Array(nodes).fill(-1);
  const right = new Int32Array(nodes).fill(-1);
  size.set(points.n);
  const sets = new UnionFind(leaves);
  const nodeOf = Int32Array.from({ length: leaves }, (_, leaf) => leaf);
  const { distance } = tree;
  const byDistance = Uint32Array.from(distance, (_, edge) => edge).sort(
    (a, b) => distance[a] - distance[b] || a - b,
  );
  byDistance.forEach((edge, step) => {
    const joined = leaves + step;
    const [a, b] = [sets.find(tree.from[edge]), sets.find(tree.to[edge])];
    left[joined] = nodeOf[a];
    right[joined] = nodeOf[b];
    size[joined] = size[nodeOf[a]] + size[nodeOf[b]];
    level[joined] = Math.max(distance[edge], leastDistance);
    sets.join(a, b);
    nodeOf[sets.find(a)] = joined;
  });
  return { leaves, size, level, left, right };
}
