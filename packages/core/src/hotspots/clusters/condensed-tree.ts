import type { LevelTree } from './level-tree.ts';

/** The clusters of a hierarchy, parents before their children. Densities are λ = 1 / distance, per metre. */
export interface CondensedTree {
  /** Cluster 0 holds all points; -1 for its parent. */
  readonly parent: number[];
  /** Σ over its points of (λ at which the point leaves it - λ of its birth). */
  readonly stability: number[];
  /** The last cluster each distinct coordinate belongs to. */
  readonly lastCluster: Int32Array;
}

/**
 * Condense a hierarchy (Campello, Moulavi & Sander 2013, section 4): a split makes new clusters only where both
 * parts hold `minClusterSize` points. Otherwise the cluster goes on, and each of its points stays in it until
 * it stands alone, as in R dbscan; the Python package hdbscan drops the points of a small part with the part.
 *
 * @param lambda λ at which the points on each leaf stand alone
 */
export function condensedTree(tree: LevelTree, lambda: Float64Array, minClusterSize: number): CondensedTree {
  const { leaves, size, level, left, right } = tree;
  const parent: number[] = [];
  const birth: number[] = [];
  const stability: number[] = [];
  const lastCluster = new Int32Array(leaves);
  const newCluster = (above: number, at: number): number => {
    parent.push(above);
    birth.push(at);
    stability.push(0);
    return parent.length - 1;
  };
  /** The points below a node will be in no other cluster. */
  const settle = (node: number, cluster: number): void => {
    const below = [node];
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      if (next >= leaves) below.push(left[next], right[next]);
      else {
        lastCluster[next] = cluster;
        stability[cluster] += size[next] * (lambda[next] - birth[cluster]);
      }
    }
  };

  const open: [node: number, cluster: number][] = leaves > 0 ? [[size.length - 1, newCluster(-1, 0)]] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, cluster] = next;
    const parts = node < leaves ? [] : [left[node], right[node]];
    const large = parts.filter((part) => size[part] >= minClusterSize);
    if (large.length === 0) settle(node, cluster);
    else if (large.length === 1) {
      for (const part of parts) if (part !== large[0]) settle(part, cluster);
      open.push([large[0], cluster]);
    } else {
      const at = 1 / level[node];
      stability[cluster] += size[node] * (at - birth[cluster]);
      for (const part of parts) open.push([part, newCluster(cluster, at)]);
    }
  }
  return { parent, stability, lastCluster };
}

/**
 * 1 for the clusters of the most stable flat partition: each is kept unless those below it are together more
 * stable (excess of mass; Campello, Moulavi & Sander 2013, eq. 5). All points together are never a cluster.
 */
export function mostStable({ parent, stability }: CondensedTree): Uint8Array {
  const isKept = new Uint8Array(parent.length);
  const below = new Float64Array(parent.length);
  for (let cluster = parent.length - 1; cluster > 0; cluster--) {
    if (stability[cluster] >= below[cluster]) isKept[cluster] = 1;
    below[parent[cluster]] += Math.max(stability[cluster], below[cluster]);
  }
  // What lies below a kept cluster belongs to it.
  const isInside = new Uint8Array(parent.length);
  for (let cluster = 1; cluster < parent.length; cluster++) {
    isInside[cluster] = isInside[parent[cluster]] | isKept[parent[cluster]];
    if (isInside[cluster]) isKept[cluster] = 0;
  }
  return isKept;
}
