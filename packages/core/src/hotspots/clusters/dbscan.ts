import { OrynError } from '../../errors/oryn-error.ts';
import type { PlanarPoints } from '../../geometry/planar-points.ts';
import type { OnProgress } from '../../progress/on-progress.ts';
import type { Meters } from '../../units/units.ts';
import { type CellRows, canHoldCells, cellRows, visitCells } from './cell-rows.ts';
import { checkMinPoints, checkPoints } from './check-input.ts';
import { rankLabels } from './rank-labels.ts';
import { UnionFind } from './union-find.ts';

/** Clusters of points: a label each, and whether it is a core point. */
export interface DbscanClusters {
  readonly method: 'dbscan';
  readonly eps: Meters;
  readonly minPoints: number;
  /** 0 for noise, else the cluster from 1, the one with most points first. */
  readonly labels: Int32Array;
  /** 1 where at least `minPoints` lie within eps, the point itself among them. */
  readonly core: Uint8Array;
  readonly count: number;
}

/**
 * DBSCAN (Ester, Kriegel, Sander & Xu 1996; Schubert et al. 2017): core points have at least `minPoints` points
 * (or weight) at d <= eps, the point itself counted; core points within eps of each other are of one cluster.
 * A border point goes to the cluster of its **nearest core point** (of equally near ones the farthest west, then
 * south), so the order of the points changes nothing. It is no test: every pattern, a random one too, may
 * have clusters.
 *
 * Exact. Grid of cells with side eps / √2 (Gunawan 2013; Gan & Tao 2015): two points of a cell are always within
 * eps, so a cell of `minPoints` needs no distances. Cost about n × points within 2.5 eps at worst, memory linear.
 * A weight counts as so many points; weight 0 is labelled but adds nothing.
 *
 * No points: no clusters. All on one coordinate: one cluster if they are enough, else all noise.
 *
 * @param options.eps metres, finite and greater than 0
 * @param options.minPoints a whole number from 1
 * @throws OrynError clusters.eps, clusters.min-points; RangeError for columns that are no points
 */
export function dbscan(
  points: PlanarPoints,
  options: { eps: Meters; minPoints: number; onProgress?: OnProgress | undefined },
): DbscanClusters {
  const { eps, minPoints, onProgress } = options;
  checkPoints(points);
  checkMinPoints(minPoints, 1);
  // A hair under eps / √2, so that rounding never puts two points in one cell that are farther apart than eps.
  const side = (eps / Math.SQRT2) * (1 - 1e-5);
  checkEps(points, eps, side);
  const cells = cellRows(points.x, points.y, side);
  const progress = progressOf(onProgress, cells.offsets.length - 1);
  const isCore = coreFlags(cells, points.weights, eps, minPoints, progress);
  const boxes = coreBoxes(cells, isCore);
  const sets = joinCells(cells, isCore, boxes, eps, progress);
  const groupOf = groupsOf(cells, isCore, boxes, sets, eps, progress);
  const core = new Uint8Array(isCore.length);
  for (let at = 0; at < isCore.length; at++) core[cells.order[at]] = isCore[at];
  return { method: 'dbscan', eps, minPoints, core, ...rankLabels(groupOf) };
}

/** @throws OrynError clusters.eps */
function checkEps({ x, y }: PlanarPoints, eps: number, side: number): void {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    bottom = Math.min(bottom, y[i]);
    top = Math.max(top, y[i]);
  }
  const isWide = x.length > 0 && !canHoldCells(right - left, top - bottom, side);
  if (!(eps > 0 && Number.isFinite(eps)) || isWide) throw new OrynError('clusters.eps', { given: eps });
}

/** The three passes over the cells report as one piece of work. */
function progressOf(onProgress: OnProgress | undefined, cells: number): () => void {
  let done = 0;
  return () => {
    if (++done % 512 === 0) onProgress?.(Math.min(done, 3 * cells), 3 * cells);
  };
}

/** 1 for the sorted points that are core points. */
function coreFlags(
  cells: CellRows,
  weights: Float64Array | undefined,
  eps: number,
  minPoints: number,
  progress: () => void,
): Uint8Array {
  const { offsets, order, x, y } = cells;
  const isCore = new Uint8Array(x.length);
  const weight = weights && Float64Array.from(order, (i) => weights[i]);
  const massOf = (from: number, to: number): number => {
    if (!weight) return to - from;
    let mass = 0;
    for (let j = from; j < to; j++) mass += weight[j];
    return mass;
  };
  const epsSquared = eps * eps;
  visitCells(cells, (cell, runs) => {
    progress();
    const [from, to] = [offsets[cell], offsets[cell + 1]];
    if (massOf(from, to) >= minPoints) {
      isCore.fill(1, from, to);
      return;
    }
    let around = 0;
    for (let k = 0; k < runs.length; k += 2) around += massOf(offsets[runs[k]], offsets[runs[k + 1]]);
    // Where all cells around together are too few, no distance is needed.
    if (around < minPoints) return;
    for (let i = from; i < to; i++) {
      let mass = 0;
      for (let k = 0; k < runs.length && mass < minPoints; k += 2) {
        for (let j = offsets[runs[k]]; j < offsets[runs[k + 1]]; j++) {
          const dx = x[j] - x[i];
          const dy = y[j] - y[i];
          if (dx * dx + dy * dy <= epsSquared) mass += weight ? weight[j] : 1;
        }
      }
      if (mass >= minPoints) isCore[i] = 1;
    }
  });
  return isCore;
}

/** Cells whose core points are within eps of each other, as disjoint sets. */
function joinCells(
  cells: CellRows,
  isCore: Uint8Array,
  box: Float64Array,
  eps: number,
  progress: () => void,
): UnionFind {
  const { offsets, x, y } = cells;
  const count = offsets.length - 1;
  const sets = new UnionFind(count);
  const epsSquared = eps * eps;
  const farFrom = (px: number, py: number, cell: number): boolean => {
    const dx = Math.max(box[4 * cell] - px, 0, px - box[4 * cell + 2]);
    const dy = Math.max(box[4 * cell + 1] - py, 0, py - box[4 * cell + 3]);
    return !(dx * dx + dy * dy <= epsSquared);
  };
  const touches = (a: number, b: number): boolean => {
    for (let i = offsets[a]; i < offsets[a + 1]; i++) {
      if (!isCore[i] || farFrom(x[i], y[i], b)) continue;
      for (let j = offsets[b]; j < offsets[b + 1]; j++) {
        const dx = x[j] - x[i];
        const dy = y[j] - y[i];
        if (isCore[j] && dx * dx + dy * dy <= epsSquared) return true;
      }
    }
    return false;
  };
  visitCells(cells, (cell, runs) => {
    progress();
    if (box[4 * cell] > box[4 * cell + 2]) return;
    for (let k = 0; k < runs.length; k += 2) {
      for (let other = runs[k]; other < runs[k + 1] && other < cell; other++) {
        if (box[4 * other] > box[4 * other + 2] || sets.find(cell) === sets.find(other)) continue;
        if (touches(cell, other)) sets.join(cell, other);
      }
    }
  });
  return sets;
}

/** Left, bottom, right, top of the core points of each cell; left beyond right where it has none. */
function coreBoxes({ offsets, x, y }: CellRows, isCore: Uint8Array): Float64Array {
  const box = new Float64Array(4 * (offsets.length - 1));
  for (let cell = 0; cell < offsets.length - 1; cell++) {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = offsets[cell]; i < offsets[cell + 1]; i++) {
      if (!isCore[i]) continue;
      left = Math.min(left, x[i]);
      bottom = Math.min(bottom, y[i]);
      right = Math.max(right, x[i]);
      top = Math.max(top, y[i]);
    }
    box[4 * cell] = left;
    box[4 * cell + 1] = bottom;
    box[4 * cell + 2] = right;
    box[4 * cell + 3] = top;
  }
  return box;
}

/** The set of each point in the order given: its own where it is core, else that of its nearest core point. */
function groupsOf(
  cells: CellRows,
  isCore: Uint8Array,
  box: Float64Array,
  sets: UnionFind,
  eps: number,
  progress: () => void,
): Int32Array {
  const { offsets, order, x, y } = cells;
  const groupOf = new Int32Array(order.length).fill(-1);
  visitCells(cells, (cell, runs) => {
    progress();
    for (let i = offsets[cell]; i < offsets[cell + 1]; i++) {
      if (isCore[i]) {
        groupOf[order[i]] = sets.find(cell);
        continue;
      }
      let least = eps * eps;
      let nearest = -1;
      let nearestCell = -1;
      for (let k = 0; k < runs.length; k += 2) {
        for (let other = runs[k]; other < runs[k + 1]; other++) {
          if (box[4 * other] > box[4 * other + 2]) continue;
          for (let j = offsets[other]; j < offsets[other + 1]; j++) {
            if (!isCore[j]) continue;
            const dx = x[j] - x[i];
            const dy = y[j] - y[i];
            const squared = dx * dx + dy * dy;
            if (squared > least) continue;
            const isTie = squared === least && nearest >= 0;
            if (isTie && !(x[j] < x[nearest] || (x[j] === x[nearest] && y[j] < y[nearest]))) continue;
            least = squared;
            nearest = j;
            nearestCell = other;
          }
        }
      }
      if (nearest >= 0) groupOf[order[i]] = sets.find(nearestCell);
    }
  });
  return groupOf;
}
