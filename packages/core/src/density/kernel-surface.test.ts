import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { type PlanarWindow, planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { cellCentres } from './grid.ts';
import { kernelMass } from './kernel-mass.ts';
import { kernelDensityAt, kernelSurface } from './kernel-surface.ts';
import { BANDWIDTH_PER_SIGMA, KERNELS, type Kernel } from './kernels.ts';

const numbers = (values: readonly string[]): Float64Array => Float64Array.from(values, Number);

function goldenPoints(name: string): PlanarPoints {
  const { x, y } = sharedTable(`golden/inputs/${name}_points.csv`);
  return { x: numbers(x), y: numbers(y) };
}

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

const scattered = (count: number, seed: number): PlanarPoints => {
  const random = randomStream(seed);
  return {
    x: Float64Array.from({ length: count }, () => 5000 * random.uniform() ** 2),
    y: Float64Array.from({ length: count }, () => 100_000 + 3000 * random.uniform()),
    weights: Float64Array.from({ length: count }, () => random.integer(0, 4)),
  };
};
const bounds = { left: 0, right: 5000, bottom: 100_000, top: 103_000 };

describe('kernel density', () => {
  it('quartic equals the printed case: points (0,0) (100,0) (0,200), h = 300 m (methods C7)', () => {
    const points = { x: Float64Array.of(0, 100, 0), y: Float64Array.of(0, 0, 200) };
    const values = kernelDensityAt(
      points,
      { x: [0, 50, 150], y: [0, 50, 150] },
      { kernel: 'quartic', bandwidth: meters(300) },
    );
    [22.268593, 24.462704, 13.721383].forEach((printed, i) => {
      expect(values[i]).toBeCloseTo(printed, 5);
    });
  });

  for (const name of ['synthA', 'chicago']) {
    it.skipIf(!hasShared)(`equals the direct sums of numpy on ${name} within 1e-9 of the peak`, () => {
      const given = sharedJson<{ radius: number; sigma: number }>(`golden/kde/${name}_direct_params.json`);
      const grid = sharedTable(`golden/kde/${name}_direct_grid.csv`);
      // Ten digits were printed of the cell centres; those of chicago begin at the corner of its window.
      const exact = (printed: number, corner: number): number =>
        name === 'chicago' ? corner + 25 * Math.round((printed - corner) / 25) : printed;
      const at = {
        x: numbers(grid.x).map((x) => exact(x, 0.389352289884248 + 12.5)),
        y: numbers(grid.y).map((y) => exact(y, 153.103496225466 + 12.5)),
      };
      const points = goldenPoints(name);
      const held = ['quartic', 'epanechnikov', 'triangular', 'uniform', 'gaussian'] as const;
      for (const kernel of held) {
        const bandwidth = meters(kernel === 'gaussian' ? given.sigma : given.radius);
        expectClose(kernelDensityAt(points, at, { kernel, bandwidth }), grid[kernel]);
      }
      if (!grid.quartic_weighted) return;
      const weights = numbers(sharedTable(`golden/inputs/${name}_points.csv`).weight);
      const bandwidth = meters(given.radius);
      const weighted = kernelDensityAt({ ...points, weights }, at, { kernel: 'quartic', bandwidth });
      expectClose(weighted, grid.quartic_weighted);
    });

    it.skipIf(!hasShared)(`equals spatstat at the points of ${name}, edge masses included`, () => {
      const { options } = sharedJson<{ options: { sigma: number } }>(`golden/kde/${name}_bandwidths.json`);
      const golden = sharedTable(`golden/kde/${name}_spatstat_at_points.csv`);
      const at = { x: numbers(golden.x), y: numbers(golden.y) };
      const points = goldenPoints(name);
      const window =
        name === 'chicago'
          ? box(0.389352289884248, 153.103496225466, 1281.98625717162, 1276.56022345244)
          : box(652_860, 4_787_370, 658_860, 4_793_370);
      for (const kernel of ['gaussian', 'epanechnikov', 'quartic'] as const) {
        const bandwidth = meters(options.sigma * BANDWIDTH_PER_SIGMA[kernel]);
        const expectWithin = (values: Float64Array, edge: string, tolerance: number): void => {
          const expected = numbers(golden[`${kernel}_${edge}_all`]);
          const off = values.map((value, i) => Math.abs(value / (expected[i] * 1e6) - 1));
          expect(Math.max(...off), `${kernel} ${edge}`).toBeLessThan(tolerance);
        };
        const none = kernelDensityAt(points, at, { kernel, bandwidth });
        expectWithin(none, 'none', 1e-9);
        if (kernel === 'gaussian') {
          const corrected = (correction: 'uniform' | 'diggle'): Float64Array =>
            kernelDensityAt(points, at, { kernel, bandwidth, edge: { correction, window } });
          expectWithin(corrected('uniform'), 'edge', 1e-9);
          expectWithin(corrected('diggle'), 'diggle', 1e-9);
          continue;
        }
        // The masses of the other kernels spatstat reads off the pixel (of 128 × 128) that a point lies in.
        const massAt = kernelMass(window, kernel, bandwidth);
        const { left, bottom, right, top } = window.bounds;
        const pixel = (value: number, from: number, to: number): number =>
          from +
          ((Math.min(127, Math.floor(((value - from) / (to - from)) * 128)) + 0.5) * (to - from)) / 128;
        const massOfPixel = (x: number, y: number): number =>
          massAt(pixel(x, left, right), pixel(y, bottom, top));
        expectWithin(
          none.map((value, i) => value / massOfPixel(at.x[i], at.y[i])),
          'edge',
          2e-3,
        );
        const weights = points.x.map((x, i) => 1 / massOfPixel(x, points.y[i]));
        expectWithin(kernelDensityAt({ ...points, weights }, at, { kernel, bandwidth }), 'diggle', 2e-3);
      }
    });
  }

  for (const kernel of KERNELS) {
    const bandwidth = meters(kernel === 'gaussian' ? 150 : 400);
    it(`${kernel}: the grid holds the sums of every pair at its cell centres and adds up to the weights`, () => {
      const points = scattered(200, 23);
      const surface = kernelSurface(points, bounds, { kernel, bandwidth, cellSize: meters(50) });
      const centres = cellCentres(surface);
      const pairs = everyPair(points, centres, kernel, bandwidth);
      const peak = Math.max(...pairs);
      const there = kernelDensityAt(points, centres, { kernel, bandwidth });
      for (const values of [surface.values, there]) {
        const worst = values.reduce((most, value, i) => Math.max(most, Math.abs(value - pairs[i])), 0);
        expect(worst).toBeLessThan(1e-10 * peak);
      }
      const mass = surface.values.reduce((a, b) => a + b) * 0.05 * 0.05;
      const total = points.weights!.reduce((a, b) => a + b);
      const grids: Record<Kernel, number> = {
        ...{ quartic: 1e-4, gaussian: 1e-7, epanechnikov: 2e-3, triangular: 2e-3, uniform: 2e-2 },
        'negative-exponential': 1e-2,
      };
      expect(Math.abs(mass / total - 1)).toBeLessThan(grids[kernel]);
    });

    it(`${kernel}: by convolution it is within its bound, and the bound holds at every cell`, () => {
      const points = scattered(400, 29);
      const options = { kernel, bandwidth, cellSize: meters(60) };
      const exact = kernelSurface(points, bounds, options);
      const fast = kernelSurface(points, bounds, { ...options, fast: { seed: 1 } });
      const { bound, measured, parts } = fast.approximation!;
      const peak = Math.max(...exact.values);
      const worst = fast.values.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - exact.values[i])),
        0,
      );
      expect(parts).toBeGreaterThan(0);
      expect(worst).toBeLessThanOrEqual(bound);
      expect(measured).toBeLessThanOrEqual(worst + 1e-9 * peak);
      if (kernel === 'quartic' || kernel === 'gaussian') expect(bound).toBeLessThan(0.1 * peak);
      expect(measured).toBeLessThan(0.2 * peak);
    });
  }

  it('with the correction of Diggle adds up to the points in a window with a hole, whatever the kernel', () => {
    const window = planarWindow([
      [
        ...box(0, 100_000, 3000, 102_000).polygons[0],
        [
          [1000, 100_500],
          [1400, 100_500],
          [1200, 101_500],
          [1000, 100_500],
        ],
      ],
    ]);
    const random = randomStream(31);
    const [xs, ys]: number[][] = [[], []];
    while (xs.length < 300) {
      const [x, y] = [3000 * random.uniform(), 100_000 + 2000 * random.uniform()];
      if (!window.contains(x, y)) continue;
      xs.push(x);
      ys.push(y);
    }
    const points = { x: Float64Array.from(xs), y: Float64Array.from(ys) };
    for (const kernel of ['quartic', 'negative-exponential'] as const) {
      const options = { kernel, bandwidth: meters(350), cellSize: meters(20) };
      for (const correction of ['diggle', 'uniform'] as const) {
        const edge = { correction, window };
        const surface = kernelSurface(points, window.bounds, { ...options, edge });
        const mass = surface.values.reduce((a, b) => a + b) * 0.02 * 0.02;
        expect(Math.abs(mass / 300 - 1)).toBeLessThan(correction === 'diggle' ? 5e-3 : 0.1);
        if (kernel !== 'quartic') continue;
        const fast = kernelSurface(points, window.bounds, { ...options, edge, fast: { seed: 3 } });
        expect(fast.approximation!.measured).toBeLessThanOrEqual(fast.approximation!.bound);
      }
    }
  });

  it('doubles with its weights, and a bandwidth for each point may be the common one', () => {
    const points = scattered(50, 3);
    const options = { kernel: 'quartic', bandwidth: meters(300), cellSize: meters(100) } as const;
    const once = kernelSurface(points, bounds, options).values;
    const weights = points.weights!.map((weight) => 2 * weight);
    const twice = kernelSurface({ ...points, weights }, bounds, options).values;
    twice.forEach((value, i) => void expect(value).toBeCloseTo(2 * once[i], 9));
    const bandwidths = new Float64Array(50).fill(300);
    expect(kernelSurface(points, bounds, { ...options, bandwidths }).values).toEqual(once);
  });

  it('has a defined answer to bad input', () => {
    const none = { x: new Float64Array(), y: new Float64Array() };
    const options = { kernel: 'quartic', bandwidth: meters(300), cellSize: meters(100) } as const;
    expect(Math.max(...kernelSurface(none, bounds, options).values)).toBe(0);
    expect(kernelDensityAt(none, { x: [1], y: [1] }, options)).toEqual(Float64Array.of(0));
    expect(kernelDensityAt(scattered(3, 1), { x: [], y: [] }, options).length).toBe(0);
    const stack = { x: new Float64Array(5).fill(10), y: new Float64Array(5).fill(10) };
    const [peak] = kernelDensityAt(
      stack,
      { x: [10], y: [10] },
      { kernel: 'quartic', bandwidth: meters(100) },
    );
    expect(peak).toBeCloseTo((5 * 3e6) / (Math.PI * 100 * 100), 9);
    const code = (act: () => unknown): string => {
      try {
        act();
      } catch (error) {
        return (error as { code: string }).code;
      }
      return 'none';
    };
    for (const bandwidth of [0, -1, Number.NaN, Infinity])
      expect(code(() => kernelSurface(stack, bounds, { ...options, bandwidth: meters(bandwidth) }))).toBe(
        'bandwidth.invalid',
      );
    for (const weight of [-1, Number.NaN, Infinity])
      expect(
        code(() =>
          kernelSurface({ ...stack, weights: Float64Array.of(1, 1, weight, 1, 1) }, bounds, options),
        ),
      ).toBe('points.weight');
    const stray = { x: Float64Array.of(Number.NaN), y: Float64Array.of(0) };
    expect(code(() => kernelSurface(stray, bounds, options))).toBe('points.coordinate');
    const edge = { correction: 'uniform', window: box(0, 0, 20, 20) } as const;
    const bandwidths = new Float64Array(5).fill(300);
    expect(code(() => kernelSurface(stack, bounds, { ...options, bandwidths, edge }))).toBe(
      'density.edge-adaptive',
    );
  });
});

/** Every value within 1e-9 of the golden peak; golden values are per square metre. */
function expectClose(values: Float64Array, golden: readonly string[]): void {
  const expected = golden.map((value) => Number(value) * 1e6);
  const peak = Math.max(...expected);
  const worst = values.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
  expect(worst).toBeLessThan(1e-9 * peak);
}

/** The definition, pair by pair, its constants written out anew. */
function everyPair(
  { x, y, weights }: PlanarPoints,
  at: { x: Float64Array; y: Float64Array },
  kernel: Kernel,
  h: number,
): Float64Array {
  const area = Math.PI * h * h;
  const shapes: Record<Kernel, (u: number) => number> = {
    quartic: (u) => (u < 1 ? (3 / area) * (1 - u * u) ** 2 : 0),
    gaussian: (u) => Math.exp((-u * u) / 2) / (2 * area),
    epanechnikov: (u) => (u < 1 ? (2 / area) * (1 - u * u) : 0),
    triangular: (u) => (u < 1 ? (3 / area) * (1 - u) : 0),
    uniform: (u) => (u <= 1 ? 1 / area : 0),
    'negative-exponential': (u) => (u <= 1 ? (4.5 / (area * (1 - 4 * Math.exp(-3)))) * Math.exp(-3 * u) : 0),
  };
  return Float64Array.from(at.x, (ax, place) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++)
      sum += weights![i] * shapes[kernel](Math.hypot(x[i] - ax, y[i] - at.y[place]) / h);
    return 1e6 * sum;
  });
}
