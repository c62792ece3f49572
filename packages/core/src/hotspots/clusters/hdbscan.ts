import { OrynError } from '../../errors/oryn-error.ts';
import type { PlanarPoints } from '../../geometry/planar-points.ts';
import type { OnProgress } from '../../progress/on-progress.ts';
import { checkMinPoints, checkPoints } from './check-input.ts';
import { type CondensedTree, condensedTree, mostStable } from './condensed-tree.ts';
import { distinctPoints } from './distinct-points.ts';
import { levelTree } from './level-tree.ts';
import { type ReachabilityTree, reachabilityTree } from './mutual-reachability.ts';
import { rankLabels } from './rank-labels.ts';

/** Clusters of the hierarchy of densities, with how surely each point belongs to its cluster. */
export interface HdbscanClusters {
  readonly method: 'hdbscan';
  readonly minPoints: number;
  readonly minClusterSize: number;
  /** 0 for noise, else the cluster from 1, the one with most points first. */
  readonly labels: Int32Array;
  readonly count: number;
  /** 1 - core distance / largest core distance in the cluster, 0 … 1; 0 for noise and the loosest point. */
  readonly probability: Float64Array;
  /** GLOSH: 1 - λ of the point / largest λ in the last cluster it belongs to, 0 … 1; larger is farther out. */
  readonly outlierScore: Float64Array;
  /** Metres to the (minPoints - 1)-th other point; Infinity where there are fewer points. */
  readonly coreDistance: Float64Array;
  /** Stability of each cluster, per metre; the first is that of cluster 1. */
  readonly stability: Float64Array;
}

/**
 * HDBSCAN* (Campello, Moulavi & Sander 2013; Campello et al. 2015): the hierarchy of all DBSCAN levels at once,
 * its most stable clusters taken; outlier scores GLOSH (2015, eq. 8), membership as in R dbscan (Hahsler,
 * Piekenbrock & Doran 2019).
 *
 * Exact. Equal distances, which mutual reachability makes many of, are joined in an order that follows from the
 * coordinates, so the order of the points changes nothing; other programs may part them otherwise. Distances under `leastDistance` count
 * as this one: coordinates are not known better, and a stack would otherwise be infinitely dense. All points
 * together are never a cluster, so points on one coordinate, or in one even cloud, are all noise. It is no
 * test: a random pattern may have clusters.
 *
 * Cost: see `reachabilityTree`; about n log² n time, 150 bytes a distinct coordinate.
 *
 * @param options.minPoints neighbours that make a core distance, the point itself counted; a whole number from 2
 * @param options.minClusterSize fewest points of a cluster, from 2; `minPoints` if not given
 * @param options.leastDistance metres, greater than 0; 1 if not given
 * @throws OrynError clusters.min-points, clusters.least-distance; RangeError for columns that are no points
 */
export function hdbscan(
  points: Pick<PlanarPoints, 'x' | 'y'>,
  options: {
    minPoints: number;
    minClusterSize?: number;
    leastDistance?: number;
    onProgress?: OnProgress | undefined;
  },
): HdbscanClusters {
  const { minPoints, minClusterSize = minPoints, leastDistance = 1, onProgress } = options;
  checkPoints({ x: points.x, y: points.y });
  checkMinPoints(minPoints, 2);
  checkMinPoints(minClusterSize, 2);
  if (!(leastDistance > 0 && Number.isFinite(leastDistance)))
    throw new OrynError('clusters.least-distance', { given: leastDistance });
  const distinct = distinctPoints(points.x, points.y);
  const reachability = reachabilityTree(distinct, minPoints, onProgress);
  const levels = levelTree(distinct, reachability, leastDistance);
  const lambda = aloneFrom(distinct.n, reachability, leastDistance);
  const tree = condensedTree(levels, lambda, minClusterSize);
  const cluster = keptClusterOf(tree);

  const { of } = distinct;
  const clusterOf = Int32Array.from(of, (i) => cluster[tree.lastCluster[i]]);
  const { labels, count } = rankLabels(clusterOf);
  const coreDistance = Float64Array.from(of, (i) => reachability.coreDistance[i]);
  const loosest = new Float64Array(count + 1);
  labels.forEach((label, point) => {
    loosest[label] = Math.max(loosest[label], coreDistance[point]);
  });
  const probability = Float64Array.from(labels, (label, point) => {
    if (label === 0) return 0;
    return loosest[label] > 0 ? 1 - coreDistance[point] / loosest[label] : 1;
  });
  const densest = densestBelow(tree, lambda);
  const outlierScore = Float64Array.from(of, (i) => {
    const most = densest[tree.lastCluster[i]];
    return most > 0 ? 1 - lambda[i] / most : 0;
  });
  const stability = new Float64Array(count);
  labels.forEach((label, point) => {
    if (label > 0) stability[label - 1] = tree.stability[clusterOf[point]];
  });
  return {
    ...{ method: 'hdbscan', minPoints, minClusterSize, labels, count },
    ...{ probability, outlierScore, coreDistance, stability },
  };
}

/** The kept cluster that each cluster of the tree is or lies below; -1 for none. */
function keptClusterOf(tree: CondensedTree): Int32Array {
  const isKept = mostStable(tree);
  const kept = new Int32Array(tree.parent.length).fill(-1);
  tree.parent.forEach((parent, cluster) => {
    if (isKept[cluster]) kept[cluster] = cluster;
    else if (parent >= 0) kept[cluster] = kept[parent];
  });
  return kept;
}

/** λ at which the points on each distinct coordinate stand alone: 1 / their shortest edge, twins included. */
function aloneFrom(n: Uint32Array, tree: ReachabilityTree, leastDistance: number): Float64Array {
  const shortest = Float64Array.from(n, (points, i) => (points > 1 ? tree.coreDistance[i] : Infinity));
  tree.distance.forEach((meters, edge) => {
    const [a, b] = [tree.from[edge], tree.to[edge]];
    shortest[a] = Math.min(shortest[a], meters);
    shortest[b] = Math.min(shortest[b], meters);
  });
  return shortest.map((meters) => 1 / Math.max(meters, leastDistance));
}

/** The largest λ of a point in each cluster and those below it. */
function densestBelow({ parent, lastCluster }: CondensedTree, lambda: Float64Array): Float64Array {
  const densest = new Float64Array(parent.length);
  lastCluster.forEach((cluster, i) => {
    densest[cluster] = Math.max(densest[cluster], lambda[i]);
  });
  for (let cluster = parent.length - 1; cluster > 0; cluster--)
    densest[parent[cluster]] = Math.max(densest[parent[cluster]], densest[cluster]);
  return densest;
}
