import { OrynError } from '../../errors/oryn-error.ts';
import type { PlanarPoints } from '../../geometry/planar-points.ts';
import type { PlanarWindow } from '../../geometry/planar-window.ts';
import type { OnProgress } from '../../progress/on-progress.ts';
import { randomStream } from '../../random/stream.ts';
import { type Meters, meters } from '../../units/units.ts';
import { checkMinPoints, checkPoints } from './check-input.ts';
import { type DistinctPoints, distinctPoints } from './distinct-points.ts';
import { normalQuantile } from './normal-quantile.ts';
import { rankLabels } from './rank-labels.ts';
import { groupBySeeds } from './seed-groups.ts';

/** Clusters of one order: of incidents, of their clusters, and so on. */
interface NnhOrder {
  /** Two of the things grouped are near each other at d <= threshold, metres. */
  readonly threshold: Meters;
  /** Of each incident: 0 where it is in no cluster of this order, else from 1, the one with most incidents first. */
  readonly labels: Int32Array;
  readonly count: number;
}

/** How the number of first-order clusters compares with as many points thrown at random. */
interface NnhTest {
  readonly observed: number;
  /** Mean over the draws. */
  readonly expected: number;
  /** (r + 1) / (draws + 1) with r draws of at least as many clusters. */
  readonly p: number;
  readonly alternative: 'greater';
  readonly null: 'complete-randomness';
  readonly correction: 'none';
  readonly draws: number;
  readonly seed: number;
}

export interface NnhClusters {
  readonly method: 'nnh';
  readonly minPoints: number;
  readonly confidence: number;
  readonly areaSquareMeters: number;
  /** First order first; at least one, which may have no clusters. */
  readonly orders: readonly NnhOrder[];
  readonly test: NnhTest | undefined;
}

/** Where points of the null are thrown. */
type NnhWindow = Pick<PlanarWindow, 'bounds' | 'areaSquareMeters' | 'contains'>;

/** Most draws of the test: its p has no use for more digits. */
const MOST_DRAWS = 9999;

/** Fewest clusters of one order that make a cluster of the next. */
const LEAST_OF_HIGHER_ORDERS = 2;

/**
 * Mean distance to the nearest neighbour of n points thrown at random on an area, 0.5 √(A/n), moved by z(p)
 * standard errors 0.26136 √(A/n²) (Clark & Evans 1954; Levine 2013, chapter 7); at least 0.
 *
 * @param confidence one-tailed p; .5 gives the mean itself, less a shorter distance
 */
export function nnhThreshold(count: number, areaSquareMeters: number, confidence: number): Meters {
  const mean = 0.5 * Math.sqrt(areaSquareMeters / count);
  const standardError = (0.26136 * Math.sqrt(areaSquareMeters)) / count;
  return meters(Math.max(0, mean + normalQuantile(confidence) * standardError));
}

/**
 * Nearest-neighbour hierarchical clusters as in CrimeStat (Levine 2013, chapter 7). First order: the point
 * with the most ungrouped points at d <= threshold is the seed; they and it are one cluster if they are at least
 * `minPoints`; then the next, until none is left. Of equal seeds the farthest west, then south, comes first.
 * The mean centres are then grouped in the same way, n and the threshold new, at least two at a time, until
 * nothing joins any more.
 *
 * The threshold shrinks as √(A/n): **more incidents make smaller clusters**, so years and cities of different
 * numbers must not be compared by it. The test is of the number of clusters, not of any one of them; points that
 * share an address are already more than its null allows.
 *
 * Cost: incidents × those within the threshold, per order and draw; memory linear. No points: no clusters.
 *
 * @param options.confidence one-tailed p of the threshold, between 0 and 1
 * @param options.test draws (1 to 9,999) and seed; no test without
 * @throws OrynError clusters.min-points, clusters.confidence, clusters.simulations, clusters.area; RangeError for
 *   columns that are no points
 */
export function nearestNeighbourHierarchy(
  points: Pick<PlanarPoints, 'x' | 'y'>,
  window: NnhWindow,
  options: {
    minPoints: number;
    confidence: number;
    test?: { draws: number; seed: number } | undefined;
    onProgress?: OnProgress | undefined;
  },
): NnhClusters {
  const { minPoints, confidence, test, onProgress } = options;
  const { areaSquareMeters } = window;
  checkPoints({ x: points.x, y: points.y });
  checkMinPoints(minPoints, 2);
  if (!(confidence > 0 && confidence < 1)) throw new OrynError('clusters.confidence', { given: confidence });
  if (test && !(Number.isInteger(test.draws) && test.draws >= 1 && test.draws <= MOST_DRAWS))
    throw new OrynError('clusters.simulations', { given: test.draws, most: MOST_DRAWS });
  if (!(areaSquareMeters > 0 && Number.isFinite(areaSquareMeters))) throw new OrynError('clusters.area');

  const distinct = distinctPoints(points.x, points.y);
  const threshold = nnhThreshold(Math.max(1, points.x.length), areaSquareMeters, confidence);
  const groups = groupBySeeds(distinct, threshold, minPoints);
  const first = rankLabels(Int32Array.from(distinct.of, (i) => groups.groupOf[i]));
  const orders: NnhOrder[] = [{ threshold, ...first }];
  for (let last = orders[0]; last.count >= LEAST_OF_HIGHER_ORDERS; last = orders[orders.length - 1]) {
    const next = nextOrder(points, last, areaSquareMeters, confidence);
    if (next.count === 0) break;
    orders.push(next);
  }
  return {
    ...{ method: 'nnh', minPoints, confidence, areaSquareMeters, orders },
    test: test && testOfCount(points.x.length, first.count, threshold, minPoints, window, test, onProgress),
  };
}

/** Group the mean centres of the clusters of one order. */
function nextOrder(
  { x, y }: Pick<PlanarPoints, 'x' | 'y'>,
  order: NnhOrder,
  areaSquareMeters: number,
  confidence: number,
): NnhOrder {
  const n = new Uint32Array(order.count);
  const centreX = new Float64Array(order.count);
  const centreY = new Float64Array(order.count);
  order.labels.forEach((label, i) => {
    if (label === 0) return;
    const at = label - 1;
    n[at]++;
    // A running mean keeps the digits that sums of metres of a UTM zone would cost.
    centreX[at] += (x[i] - centreX[at]) / n[at];
    centreY[at] += (y[i] - centreY[at]) / n[at];
  });
  const threshold = nnhThreshold(order.count, areaSquareMeters, confidence);
  const centres = distinctPoints(centreX, centreY);
  const { groupOf } = groupBySeeds(centres, threshold, LEAST_OF_HIGHER_ORDERS);
  const ofPoint = order.labels.map((label) => (label === 0 ? -1 : groupOf[centres.of[label - 1]]));
  return { threshold, ...rankLabels(ofPoint) };
}

function testOfCount(
  points: number,
  observed: number,
  threshold: number,
  minPoints: number,
  window: NnhWindow,
  { draws, seed }: { draws: number; seed: number },
  onProgress: OnProgress | undefined,
): NnhTest {
  let asMany = 0;
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    const { groups } = groupBySeeds(thrown(points, window, seed, draw), threshold, minPoints);
    sum += groups;
    if (groups >= observed) asMany++;
  }
  return {
    ...{ observed, expected: sum / draws, p: (asMany + 1) / (draws + 1) },
    ...{ alternative: 'greater', null: 'complete-randomness', correction: 'none', draws, seed },
  };
}

/** Points evenly at random in a window; each draw has a stream of its own. */
function thrown(count: number, { bounds, contains }: NnhWindow, seed: number, draw: number): DistinctPoints {
  const random = randomStream(Math.imul(seed, 0x9e3779b1) ^ Math.imul(draw + 1, 0x85ebca6b));
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; ) {
    x[i] = bounds.left + (bounds.right - bounds.left) * random.uniform();
    y[i] = bounds.bottom + (bounds.top - bounds.bottom) * random.uniform();
    if (contains(x[i], y[i])) i++;
  }
  return distinctPoints(x, y);
}
