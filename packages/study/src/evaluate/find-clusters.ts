import {
  type ClusterShape,
  type DbscanClusters,
  type DensityClusters,
  dbscan,
  densityClusters,
  describeClusters,
  evenSpreadRadius,
  type HdbscanClusters,
  hdbscan,
  meters,
  type NnhClusters,
  nearestNeighbourHierarchy,
  shareContours,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import type { Choice } from './choice.ts';
import type { ClustersData } from './clusters-data.ts';
import { knownWeights, smoothingOf, smoothSurface, withoutWeightChoice } from './smoothing.ts';

export const CLUSTER_METHODS = ['dbscan', 'hdbscan', 'nnh', 'density'] as const;
export type ClusterMethod = (typeof CLUSTER_METHODS)[number];

/** What a person asked for; what is left out is chosen, and the choice returned. */
export interface ClusterOptions {
  method?: ClusterMethod | undefined;
  /** Fewest points of a cluster (DBSCAN: of the neighbourhood of a core point). */
  minPoints?: number | undefined;
  /** DBSCAN: metres. */
  eps?: number | undefined;
  /** NNH: one-tailed p of the threshold distance. */
  confidence?: number | undefined;
  /** NNH: random patterns drawn for the p of the number of clusters; 0 for none. */
  simulations?: number | undefined;
  /** Density: the polygons that hold this share of the smoothed incidents, greater than 0, at most 1. */
  share?: number | undefined;
  /** Density: the polygons above so many times the mean over the area; instead of `share`. */
  times?: number | undefined;
}

/** Clusters of one order; only NNH has more than one. */
export interface ClusterOrder {
  order: number;
  labels: Int32Array;
  shapes: ClusterShape[];
}

export interface FoundClusters {
  found: DbscanClusters | HdbscanClusters | NnhClusters | DensityClusters;
  orders: ClusterOrder[];
  choices: Choice[];
}

/** Random patterns drawn if nobody says how many. */
const SIMULATIONS = 99;
/** CrimeStat's own default. */
const MIN_POINTS = 10;
const CONFIDENCE = 0.5;
/** Share of the incidents in the hot-spot polygons of a density. */
const SHARE = 0.25;

/**
 * Find clusters of incidents and describe them.
 *
 * @param onProgress may throw to stop
 * @throws OrynError clusters.*, memory.grid
 */
export function findClusters(
  data: ClustersData,
  study: Study,
  options: ClusterOptions,
  onProgress?: (done: number, total: number) => void,
): FoundClusters {
  const choices: Choice[] = [];
  const chosen = (choice: Choice): number => {
    choices.push(choice);
    return Number(choice.value);
  };
  const method = options.method ?? 'dbscan';
  if (options.method === undefined)
    choices.push({
      name: 'clusterMethod',
      value: method,
      unit: '',
      rule: 'default',
      reason: 'clusterMethod',
    });
  const minPoints =
    options.minPoints ??
    chosen({ name: 'minPoints', value: MIN_POINTS, unit: '', rule: 'default', reason: 'minPoints' });
  if (minPoints > data.x.length)
    choices.push({ name: 'minPoints', value: minPoints, unit: '', rule: 'given', reason: 'minPointsMany' });
  // Clusters are of incidents, whatever they weigh; only a density is of weights.
  const points = { x: data.x, y: data.y };
  const found = run();
  const orders = found.method === 'nnh' ? found.orders : [found];
  return {
    found,
    choices,
    orders: orders.map(({ labels, count }, i) => ({
      ...{ order: i + 1, labels },
      shapes: describeClusters(data, labels, count),
    })),
  };

  function run(): FoundClusters['found'] {
    if (method === 'hdbscan') return hdbscan(points, { minPoints, onProgress });
    if (method === 'nnh') return nnh();
    if (method === 'density') {
      const known = knownWeights(data);
      const smoothing = smoothingOf(known, { ...study, edge: 'none' }, undefined, onProgress);
      choices.push(...smoothing.choices, ...withoutWeightChoice(known.withoutWeight));
      const surface = smoothSurface(known, data.extent, smoothing, study);
      return densityClusters(points, surface, { level: densityLevel(surface), minPoints });
    }
    if (options.eps === undefined) choices.push(areaChoice(data));
    const eps = options.eps ?? chosen(radiusChoice(data, minPoints));
    return dbscan(points, { eps: meters(eps), minPoints, onProgress });
  }

  function nnh(): NnhClusters {
    choices.push(areaChoice(data));
    const confidence =
      options.confidence ??
      chosen({ name: 'confidence', value: CONFIDENCE, unit: '', rule: 'default', reason: 'confidence' });
    const draws =
      options.simulations ??
      chosen({ name: 'simulations', value: SIMULATIONS, unit: '', rule: 'default', reason: 'simulations' });
    const test = draws > 0 ? { draws, seed: study.seed } : undefined;
    return nearestNeighbourHierarchy(points, data.window, { minPoints, confidence, test, onProgress });
  }

  function densityLevel(surface: Parameters<typeof shareContours>[0]): number {
    if (options.times !== undefined) choices.push(areaChoice(data));
    if (options.times !== undefined)
      return (options.times * data.x.length) / (data.window.areaSquareMeters / 1e6);
    const share =
      options.share ??
      chosen({ name: 'share', value: SHARE, unit: '', rule: 'default', reason: 'densityShare' });
    return shareContours(surface, [share], data)[0].level;
  }
}

/** The area that an even spread would fill. */
function areaChoice({ hasBoundary, window }: ClustersData): Choice {
  return {
    name: 'area',
    value: window.areaSquareMeters / 1e6,
    unit: 'km²',
    rule: hasBoundary ? 'boundary' : 'box of the incidents',
    reason: hasBoundary ? 'areaBoundary' : 'areaBox',
  };
}

/** The radius of an even spread to a decimetre, a metre at least. */
function radiusChoice({ x, window }: ClustersData, minPoints: number): Choice {
  const radius = evenSpreadRadius(x.length, window.areaSquareMeters, minPoints);
  const value = Math.max(1, Math.round(10 * radius) / 10);
  return {
    name: 'eps',
    value,
    unit: 'm',
    rule: 'even spread: core at 1 point in 1,000',
    reason: 'epsEvenSpread',
  };
}
