import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { type PlanarWindow, planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { centrography, geometricMedian } from './centre.ts';
import { clarkEvans, clarkEvansSimulated } from './clark-evans.ts';
import { meanNearestDistances, nearestDistances } from './nearest-neighbours.ts';
import { quadratTest } from './quadrats.ts';
import { uniformPoints } from './random-points.ts';

const box = (left: number, bottom: number, right: number, top: number): PlanarWindow =>
  planarWindow([
    [
      [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
        [left, bottom],
      ],
    ],
  ]);

const square = box(0, 0, 100, 100);
const triangle = planarWindow([
  [
    [
      [0, 0],
      [100, 0],
      [0, 100],
      [0, 0],
    ],
  ],
]);

describe('nearest neighbours', () => {
  it('equal every distance sorted, also among stacks and far-off points', () => {
    const random = randomStream(4);
    for (const n of [6, 50, 400]) {
      const x = Float64Array.from({ length: n }, (_, i) =>
        i % 5 === 0 ? 3 : i % 17 === 0 ? 1e5 * random.uniform() : 10 * random.normal(),
      );
      const y = Float64Array.from({ length: n }, (_, i) => (i % 5 === 0 ? 4 : 10 * random.normal()));
      const found = nearestDistances({ x, y }, 5);
      for (let i = 0; i < n; i++) {
        const all = Array.from(x, (_, j) => Math.sqrt((x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2));
        all.splice(i, 1);
        const expected = all.sort((a, b) => a - b).slice(0, 5);
        expect(Array.from(found.subarray(5 * i, 5 * i + 5))).toEqual(expected);
      }
    }
  });

  it('of points on one coordinate or on one line are defined', () => {
    const stack = { x: new Float64Array(2000).fill(5), y: new Float64Array(2000).fill(5) };
    expect(Array.from(meanNearestDistances(stack, 2))).toEqual([0, 0]);
    expect(clarkEvans(stack, square).index).toBe(0);
    const line = { x: Float64Array.of(1, 2, 4, 8), y: new Float64Array(4).fill(5) };
    expect(Array.from(nearestDistances(line, 1))).toEqual([1, 1, 2, 4]);
    expect(() => nearestDistances(line, 4)).toThrow(RangeError);
  });
});

describe('Clark and Evans', () => {
  it('keeps its level by simulation where the normal p without edge correction does not', () => {
    let [simulated, normal] = [0, 0];
    for (let field = 0; field < 200; field++) {
      const points = uniformPoints(triangle, 30, randomStream(field + 1000));
      if (clarkEvansSimulated(points, triangle, { draws: 39, seed: field }).p <= 0.05) simulated++;
      if (clarkEvans(points, triangle).p <= 0.05) normal++;
    }
    // Binomial(200, .05): 19 or more with chance .004.
    expect(simulated).toBeLessThan(19);
    expect(normal).toBeGreaterThan(19);
  });

  it('says clustered, regular and both, and leaves a guard aside', () => {
    const random = randomStream(9);
    const points = {
      x: Float64Array.from({ length: 60 }, (_, i) => 20 + 60 * (i % 3 === 0 ? 0.5 : 0.1) + random.normal()),
      y: Float64Array.from({ length: 60 }, () => 50 + random.normal()),
    };
    const of = (alternative: 'less' | 'greater' | 'two-sided') =>
      clarkEvansSimulated(points, square, { draws: 99, seed: 1, alternative }).p;
    expect(of('less')).toBe(0.01);
    expect(of('greater')).toBe(1);
    expect(of('two-sided')).toBe(0.02);
    expect(clarkEvans(points, square, { alternative: 'less' }).p).toBeLessThan(1e-6);
    expect(clarkEvans(points, square, { edge: 'guard', guardMeters: 27 }).points).toBeLessThan(60);
    expect(() => clarkEvans(points, square, { edge: 'guard', guardMeters: 51 })).toThrow('pattern.too-few');
    expect(() => clarkEvans({ x: points.x, y: points.y }, triangle, { edge: 'donnelly' })).toThrow();
    expect(() => clarkEvans({ x: new Float64Array(1), y: new Float64Array(1) }, square)).toThrow(
      'pattern.too-few-points',
    );
  });
});

describe('quadrats', () => {
  it('expect points by the part of a tile inside the window', () => {
    const points = uniformPoints(triangle, 100, randomStream(1));
    const test = quadratTest(points, triangle, { columns: 2, rows: 2 });
    expect(Array.from(test.expected)).toEqual([25, 0, 50, 25]);
    expect(test.degreesOfFreedom).toBe(2);
    expect(test.observed.reduce((sum, count) => sum + count)).toBe(100);
    expect(test.leastExpected).toBe(25);
  });
});

describe('centre', () => {
  it('stands in the middle of what is symmetric and on a majority’s point', () => {
    const cross: PlanarPoints = { x: Float64Array.of(1, -1, 0, 0), y: Float64Array.of(0, 0, 2, -2) };
    const centre = centrography(cross);
    expect(centre.meanCentre).toEqual([0, 0]);
    expect(centre.ellipse.majorMeters).toBeCloseTo(Math.sqrt(8 / 3), 12);
    expect(centre.ellipse.angleDegrees).toBe(90);
    const most = { x: Float64Array.of(5, 5, 5, 9, 0), y: Float64Array.of(5, 5, 5, 1, 0) };
    expect(geometricMedian(most)).toEqual([5, 5]);
    const weighted = { ...cross, weights: Float64Array.of(10, 1, 1, 1) };
    expect(geometricMedian(weighted)[0]).toBeCloseTo(1, 9);
    expect(centrography({ x: Float64Array.of(3), y: Float64Array.of(4) }).geometricMedian).toEqual([3, 4]);
    expect(() => centrography({ x: new Float64Array(0), y: new Float64Array(0) })).toThrow('too-few');
    expect(() => centrography({ ...cross, weights: Float64Array.of(1, -1, 1, 1) })).toThrow(RangeError);
  });
});

interface Summary {
  mean_nn: number[];
  ce_test: { R: number; p: number };
  ce_test_clustered: number;
  clark_evans_z_formula: number;
  donnelly: { E: number; SE: number; R: number; z: number };
  quadrat5x5: { X2: number; df: number; p: number; observed: number[] };
  centro: {
    mean: number[];
    median: number[];
    std_distance_n: number;
    std_distance_n_2: number;
    cov_n_1: number[][];
    eigenvalues: number[];
    eigenvectors: number[][];
  };
  euclidean_median: number[];
}

const near = (found: number, expected: number, tolerance = 1e-9): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));

describe.skipIf(!hasShared)('against spatstat 3.0-3', () => {
  it.each(['synthA', 'chicago'])('%s', (name) => {
    const input = sharedTable(`golden/inputs/${name}_points.csv`);
    const points = { x: Float64Array.from(input.x, Number), y: Float64Array.from(input.y, Number) };
    const rect =
      name === 'chicago'
        ? sharedJson<{ window_rect: { xrange: number[]; yrange: number[] } }>(
            'golden/inputs/chicago_meta.json',
          ).window_rect
        : { xrange: [652860, 658860], yrange: [4787370, 4793370] };
    const window = box(rect.xrange[0], rect.yrange[0], rect.xrange[1], rect.yrange[1]);
    const summary = sharedJson<Summary>(`golden/pattern/${name}_summary.json`);
    meanNearestDistances(points, 5).forEach((mean, k) => {
      near(mean, summary.mean_nn[k]);
    });
    const naive = clarkEvans(points, window);
    near(naive.index, summary.ce_test.R);
    // The formula there has the constant of the paper, .26136, for √((4-π) / 4π); the p there has it in full.
    near(naive.z, (summary.clark_evans_z_formula * 0.26136) / Math.sqrt((4 - Math.PI) / (4 * Math.PI)));
    // Its two-sided p is 1 less the other tail, so it has no more than 16 decimals.
    expect(Math.abs(naive.p - summary.ce_test.p)).toBeLessThan(2e-16);
    near(clarkEvans(points, window, { alternative: 'less' }).p, summary.ce_test_clustered);
    const donnelly = clarkEvans(points, window, { edge: 'donnelly' });
    near(donnelly.expectedMeters, summary.donnelly.E);
    near(donnelly.standardErrorMeters, summary.donnelly.SE);
    near(donnelly.index, summary.donnelly.R);
    near(donnelly.z, summary.donnelly.z);
    const quadrats = quadratTest(points, window, { columns: 5, rows: 5 });
    // Listed there column by column, each from the top.
    const byColumn = summary.quadrat5x5.observed.map(
      (_, at) => quadrats.observed[(at % 5) * 5 + Math.floor(at / 5)],
    );
    expect(byColumn).toEqual(summary.quadrat5x5.observed);
    near(quadrats.chiSquared, summary.quadrat5x5.X2);
    expect(quadrats.degreesOfFreedom).toBe(summary.quadrat5x5.df);
    // The p of synthA, 7e-319, is below what doubles hold in full.
    near(quadrats.p, summary.quadrat5x5.p, name === 'synthA' ? 1e-3 : 1e-9);
    const centre = centrography(points);
    centre.meanCentre.forEach((value, i) => {
      near(value, summary.centro.mean[i]);
      near(centre.medianCentre[i], summary.centro.median[i]);
      expect(Math.abs(centre.geometricMedian[i] - summary.euclidean_median[i])).toBeLessThan(1e-4);
    });
    near(centre.standardDistance, summary.centro.std_distance_n);
    near(centre.standardDistanceSample, summary.centro.std_distance_n_2);
    near(centre.covariance[0], summary.centro.cov_n_1[0][0]);
    near(centre.covariance[1], summary.centro.cov_n_1[0][1], 1e-8);
    near(centre.covariance[2], summary.centro.cov_n_1[1][1]);
    near(centre.ellipse.majorMeters ** 2, summary.centro.eigenvalues[0]);
    near(centre.ellipse.minorMeters ** 2, summary.centro.eigenvalues[1]);
    const [along, up] = [summary.centro.eigenvectors[0][0], summary.centro.eigenvectors[1][0]];
    const degrees = ((Math.atan2(up, along) * 180) / Math.PI + 360) % 180;
    expect(centre.ellipse.angleDegrees).toBeCloseTo(degrees, 6);
  });
});
