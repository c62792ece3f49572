import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarBounds } from '../geometry/planar-window.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import type { Meters } from '../units/units.ts';
import { type Grid, type GridValues, gridOver } from './grid.ts';
import { type DensityOptions, kernelSurface, surfaceMargin } from './kernel-surface.ts';

export const COMPARISONS = ['ratio', 'log-ratio', 'difference'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Two densities, each as a share of its own total, beside each other on one grid. */
export interface ComparedDensities extends Grid {
  readonly comparison: Comparison;
  /** `ratio` and `log-ratio` (natural): none; `difference`: share per km². By cell, as a surface. */
  readonly values: Float64Array;
  /** Shares per km² under this are taken as this in a ratio, so that two empty places are alike. */
  readonly floor: number;
  /** Points of each, and the sums of their weights. */
  readonly points: readonly [number, number];
  readonly totals: readonly [number, number];
  readonly test?: RelabellingTest | undefined;
}

/** How often labels dealt at random over the same points give as great a difference. */
export interface RelabellingTest {
  /** Two-sided p of each cell: twice the lesser tail, at most 1; r of n draws count as (r + 1) / (n + 1). */
  readonly p: Float64Array;
  /** p of the sum of squared differences over the grid (Anderson, Hall & Titterington 1994): one test of the map. */
  readonly wholeMapP: number;
  readonly alternative: 'two-sided';
  readonly null: 'random-relabelling';
  /** Each cell is tested by itself: one in twenty passes .05 by chance. `wholeMapP` is the test to report. */
  readonly correction: 'none';
  readonly draws: number;
  readonly tested: number;
  readonly seed: number;
}

export interface CompareOptions extends Omit<DensityOptions, 'bandwidths'> {
  readonly cellSize: Meters;
  readonly comparison: Comparison;
  /** Share per km² under which a density is taken as this; default a thousandth of the peak of both together. */
  readonly floor?: number | undefined;
  /** Random relabellings; without it nothing is tested. */
  readonly permutations?: { readonly draws: number; readonly seed: number } | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Dual kernel density: where the first points are more frequent than the second, beyond their totals (Bithell
 * 1990; Kelsall & Diggle 1995). Both are smoothed with the same kernel, bandwidth and edge correction and divided
 * by their totals, so that 1 (0 of a log ratio or difference) means: as common here as everywhere.
 *
 * The test deals the labels out again over the pooled points, weights going with their points, and draws both
 * surfaces anew; the points themselves stay, so it asks only which of the two is where.
 *
 * It misleads where both are rare (the floor decides), and where cells of p < .05 are read as places found: they
 * are single tests, one in twenty is there by chance.
 *
 * Cost: (draws + 2) × one surface of the pooled points.
 *
 * @throws OrynError density.compare-empty where one side has no points or no weight; as `kernelSurface`
 */
export function compareDensities(
  first: PlanarPoints,
  second: PlanarPoints,
  bounds: PlanarBounds,
  options: CompareOptions,
): ComparedDensities {
  const { comparison, permutations, onProgress = () => {} } = options;
  const totals = [totalOf(first), totalOf(second)] as const;
  if (!(totals[0] > 0) || !(totals[1] > 0))
    throw new OrynError('density.compare-empty', { first: first.x.length, second: second.x.length });
  const steps = 2 + (permutations?.draws ?? 0);
  onProgress(0, steps);
  const within =
    (done: number): OnProgress =>
    (part, of) =>
      onProgress(done + part / of, steps);
  const f = kernelSurface(first, bounds, { ...options, onProgress: within(0) });
  const g = kernelSurface(second, bounds, { ...options, onProgress: within(1) });
  const cells = f.values.length;
  const sum = totals[0] + totals[1];
  const pooled = f.values.map((value, cell) => value + g.values[cell]);
  const floor = options.floor ?? (1e-3 * pooled.reduce((a, b) => Math.max(a, b), 0)) / sum;
  if (!(floor >= 0 && floor < Infinity)) throw new RangeError(`The floor must be 0 or more, not ${floor}`);
  /** The comparison as it is tested: a ratio by its logarithm, of which it is a rising function. */
  const compare = (ofFirst: number, ofSecond: number): number =>
    comparison === 'difference' ? ofFirst - ofSecond : logRatio(ofFirst, ofSecond, floor);
  const values = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++)
    values[cell] = compare(f.values[cell] / totals[0], g.values[cell] / totals[1]);

  let test: RelabellingTest | undefined;
  if (permutations) {
    const both = pool(first, second);
    const drawn = (sample: PlanarPoints, done: number): GridValues =>
      kernelSurface(sample, bounds, { ...options, onProgress: within(done) });
    const squares = squaredDifferences(f.values, totals[0], pooled, sum);
    test = relabel(both, first.x.length, { values, squares, pooled, sum, compare, drawn }, permutations);
  }
  if (comparison === 'ratio') for (let cell = 0; cell < cells; cell++) values[cell] = Math.exp(values[cell]);
  onProgress(steps, steps);
  return {
    ...gridOver(bounds, surfaceMargin(options), options.cellSize),
    comparison,
    values,
    floor,
    points: [first.x.length, second.x.length],
    totals,
    test,
  };
}

/** What the draws are held against, and how a draw is smoothed. */
interface Observed {
  values: Float64Array;
  squares: number;
  /** The sum of both densities, and of their weights: neither changes with the labels. */
  pooled: Float64Array;
  sum: number;
  compare: (ofFirst: number, ofSecond: number) => number;
  drawn: (sample: PlanarPoints, done: number) => GridValues;
}

function relabel(
  both: PlanarPoints,
  firstCount: number,
  { values, squares, pooled, sum, compare, drawn }: Observed,
  { draws, seed }: { draws: number; seed: number },
): RelabellingTest {
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new RangeError('The number of relabellings must be a whole number, at least 1');
  const cells = values.length;
  const above = new Uint32Array(cells);
  const below = new Uint32Array(cells);
  let asGreat = 0;
  const random = randomStream(seed);
  const order = Uint32Array.from(both.x, (_, i) => i);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < firstCount; i++) {
      const j = random.integer(i, order.length - 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    // Only the first side is smoothed: the second is what is left of both.
    const sample = pick(both, order.slice(0, firstCount).sort());
    const total = totalOf(sample);
    const f = drawn(sample, 2 + draw).values;
    for (let cell = 0; cell < cells; cell++) {
      const rest = Math.max(0, pooled[cell] - f[cell]);
      const value = total > 0 && total < sum ? compare(f[cell] / total, rest / (sum - total)) : 0;
      // Sums that differ in their last digits only are one and the same.
      const tolerance = 1e-9 * (Math.abs(value) + Math.abs(values[cell]));
      if (value >= values[cell] - tolerance) above[cell]++;
      if (value <= values[cell] + tolerance) below[cell]++;
    }
    if (squaredDifferences(f, total, pooled, sum) >= squares * (1 - 1e-9)) asGreat++;
  }
  const p = Float64Array.from(above, (up, cell) =>
    Math.min(1, (2 * (Math.min(up, below[cell]) + 1)) / (draws + 1)),
  );
  return {
    p,
    wholeMapP: (asGreat + 1) / (draws + 1),
    alternative: 'two-sided',
    null: 'random-relabelling',
    correction: 'none',
    draws,
    tested: cells,
    seed,
  };
}

/** Σ (f - g)² of two densities as shares, the second what the first leaves of both. */
function squaredDifferences(f: Float64Array, total: number, pooled: Float64Array, sum: number): number {
  if (!(total > 0 && total < sum)) return 0;
  let squares = 0;
  for (let cell = 0; cell < f.length; cell++)
    squares += (f[cell] / total - (pooled[cell] - f[cell]) / (sum - total)) ** 2;
  return squares;
}

function logRatio(first: number, second: number, floor: number): number {
  const [above, below] = [Math.max(first, floor), Math.max(second, floor)];
  // Without a floor two empty places are alike too.
  return above === below ? 0 : Math.log(above / below);
}

const totalOf = ({ x, weights }: PlanarPoints): number => weights?.reduce((a, b) => a + b, 0) ?? x.length;

function pool(a: PlanarPoints, b: PlanarPoints): PlanarPoints {
  const joined = (first: Float64Array, second: Float64Array): Float64Array => {
    const both = new Float64Array(first.length + second.length);
    both.set(first);
    both.set(second, first.length);
    return both;
  };
  const ones = ({ x }: PlanarPoints): Float64Array => new Float64Array(x.length).fill(1);
  return {
    x: joined(a.x, b.x),
    y: joined(a.y, b.y),
    weights: a.weights || b.weights ? joined(a.weights ?? ones(a), b.weights ?? ones(b)) : undefined,
  };
}

const pick = ({ x, y, weights }: PlanarPoints, rows: Uint32Array): PlanarPoints => ({
  x: Float64Array.from(rows, (i) => x[i]),
  y: Float64Array.from(rows, (i) => y[i]),
  weights: weights && Float64Array.from(rows, (i) => weights[i]),
});
