import type { OnProgress } from '../../progress/on-progress.ts';
import type { DistinctPoints } from './distinct-points.ts';
import { type KdTree, kdTree, kthNearest, squaredToBox } from './kd-tree.ts';
import { UnionFind } from './union-find.ts';

/** A minimum spanning tree of distinct coordinates under the mutual reachability distance. */
export interface ReachabilityTree {
  /** Metres to the (minPoints - 1)-th other point, of each distinct coordinate; Infinity with fewer points. */
  readonly coreDistance: Float64Array;
  /** The two ends of each edge, distinct coordinates, and its mutual reachability distance in metres. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly distance: Float64Array;
}

/**
 * Core distances, and the minimum spanning tree under max(core(a), core(b), d(a, b)) (Campello, Moulavi &
 * Sander 2013), exact: Borůvka's rounds (1926), each joining every component to its nearest other one through
 * a k-d tree that skips what is farther than the best so far or wholly of the same component.
 *
 * Points on one coordinate share one node; the edges among them all have its core distance and are left out.
 * Cost about n log n per round, at most log2 n rounds; memory linear, no k-NN graph is kept.
 */
export function reachabilityTree(
  points: DistinctPoints,
  minPoints: number,
  onProgress?: OnProgress,
): ReachabilityTree {
  const count = points.x.length;
  if (points.of.length < minPoints) return farApart(count);
  const tree = kdTree(points.x, points.y);
  const n = Uint32Array.from(tree.order, (i) => points.n[i]);
  const squaredCore = new Float64Array(count);
  const kth = kthNearest(tree, n, minPoints);
  // The core distances count as one half of the work, the rounds as the other.
  const told = (done: number): void => onProgress?.(done, 2 * count);
  for (let at = 0; at < count; at++) {
    squaredCore[at] = kth(tree.x[at], tree.y[at]);
    if (at % 2048 === 2047) told(at);
  }
  const edges = spanningTree(tree, squaredCore, (done) => told(count + done));
  const coreDistance = new Float64Array(count);
  for (let at = 0; at < count; at++) coreDistance[tree.order[at]] = Math.sqrt(squaredCore[at]);
  return {
    coreDistance,
    from: edges.from.map((at) => tree.order[at]),
    to: edges.to.map((at) => tree.order[at]),
    distance: edges.squared.map(Math.sqrt),
  };
}

/** Too few points for any to have a core distance: all are infinitely far apart. */
function farApart(count: number): ReachabilityTree {
  const edges = Math.max(0, count - 1);
  return {
    coreDistance: new Float64Array(count).fill(Infinity),
    from: new Uint32Array(edges),
    to: new Uint32Array(edges).map((_, i) => i + 1),
    distance: new Float64Array(edges).fill(Infinity),
  };
}

/** Edges between sorted points of a tree. */
interface Edges {
  from: Uint32Array;
  to: Uint32Array;
  squared: Float64Array;
}

function spanningTree(tree: KdTree, squaredCore: Float64Array, told: (done: number) => void): Edges {
  const count = tree.x.length;
  const most = Math.max(0, count - 1);
  const edges: Edges = {
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    squared: new Float64Array(most),
  };
  const sets = new UnionFind(count);
  const componentOf = new Int32Array(count);
  const search = nearestElsewhere(tree, squaredCore, componentOf);
  // The nearest point of another component never comes nearer as components grow.
  const atLeast = squaredCore.slice();
  const best = new Float64Array(count);
  const bestFrom = new Int32Array(count);
  const bestTo = new Int32Array(count);
  for (let made = 0; made < most; ) {
    for (let i = 0; i < count; i++) componentOf[i] = sets.find(i);
    search.prepare();
    best.fill(Infinity);
    bestTo.fill(-1);
    for (let i = 0; i < count; i++) {
      if (i % 2048 === 2047) told(made);
      const own = componentOf[i];
      const isFirst = bestTo[own] < 0;
      if (!isFirst && atLeast[i] >= best[own]) continue;
      const found = search.from(i, isFirst ? Infinity : best[own]);
      atLeast[i] = Math.max(atLeast[i], found.squared);
      if (found.to < 0) continue;
      best[own] = found.squared;
      bestFrom[own] = i;
      bestTo[own] = found.to;
    }
    for (let own = 0; own < count; own++) {
      // Of equally near components each may choose another; the edge that would close a ring is left out.
      if (bestTo[own] < 0 || !sets.join(bestFrom[own], bestTo[own])) continue;
      edges.from[made] = bestFrom[own];
      edges.to[made] = bestTo[own];
      edges.squared[made++] = best[own];
    }
  }
  return edges;
}

/** Searches for the nearest point, by mutual reachability, of any other component. */
function nearestElsewhere(
  tree: KdTree,
  squaredCore: Float64Array,
  componentOf: Int32Array,
): {
  /** Must be called after `componentOf` was changed. */
  prepare(): void;
  /** The point nearer than `below`, with -1 where there is none; the record is used again. */
  from(point: number, below: number): { to: number; squared: number };
} {
  const { x, y, start, end, right } = tree;
  const nodes = start.length;
  const nodeComponent = new Int32Array(nodes);
  const leastCore = new Float64Array(nodes);
  for (let node = nodes - 1; node >= 0; node--) {
    let least = Infinity;
    if (right[node] > 0) least = Math.min(leastCore[node + 1], leastCore[right[node]]);
    else for (let j = start[node]; j < end[node]; j++) least = Math.min(least, squaredCore[j]);
    leastCore[node] = least;
  }
  const found = { to: -1, squared: Infinity };
  let [px, py, ownCore, own] = [0, 0, 0, 0];
  const reach = (node: number): number =>
    nodeComponent[node] === own
      ? Infinity
      : Math.max(squaredToBox(tree, node, px, py), ownCore, leastCore[node]);
  const visit = (node: number): void => {
    if (right[node] === 0) {
      for (let j = start[node]; j < end[node]; j++) {
        if (componentOf[j] === own) continue;
        const dx = x[j] - px;
        const dy = y[j] - py;
        const squared = Math.max(dx * dx + dy * dy, ownCore, squaredCore[j]);
        if (squared < found.squared) {
          found.to = j;
          found.squared = squared;
        }
      }
      return;
    }
    const left = reach(node + 1);
    const other = reach(right[node]);
    const isLeftFirst = left <= other;
    if (Math.min(left, other) < found.squared) visit(isLeftFirst ? node + 1 : right[node]);
    if (Math.max(left, other) < found.squared) visit(isLeftFirst ? right[node] : node + 1);
  };
  return {
    prepare() {
      for (let node = nodes - 1; node >= 0; node--) {
        if (right[node] > 0) {
          const [a, b] = [nodeComponent[node + 1], nodeComponent[right[node]]];
          nodeComponent[node] = a === b ? a : -1;
          continue;
        }
        nodeComponent[node] = componentOf[start[node]];
        for (let j = start[node]; j < end[node]; j++)
          if (componentOf[j] !== nodeComponent[node]) nodeComponent[node] = -1;
      }
    },
    from(point, below) {
      px = x[point];
      py = y[point];
      ownCore = squaredCore[point];
      own = componentOf[point];
      found.to = -1;
      found.squared = below;
      visit(0);
      return found;
    },
  };
}
