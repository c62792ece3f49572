import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { type PlanarWindow, planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { crossK } from './cross-k.ts';
import { besagL, type PatternCorrection, ripleyK } from './ripley-k.ts';

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

/** A star-shaped window with a square hole, its rings given clockwise or not. */
const holed = planarWindow([
  [
    [
      [0, 0],
      [0, 60],
      [45, 100],
      [100, 80],
      [80, 45],
      [110, 10],
      [50, 20],
      [0, 0],
    ],
    [
      [40, 40],
      [60, 40],
      [60, 60],
      [40, 60],
      [40, 40],
    ],
  ],
]);

function pointsIn(window: PlanarWindow, count: number, seed: number): PlanarPoints {
  const random = randomStream(seed);
  const { left, bottom, right, top } = window.bounds;
  const [x, y]: number[][] = [[], []];
  while (x.length < count) {
    const px = left + (right - left) * random.uniform();
    const py = bottom + (top - bottom) * random.uniform();
    if (!window.contains(px, py)) continue;
    x.push(px);
    y.push(py);
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

/** Share of a circle inside a window, by standing on many of its points. */
function shareInside(window: PlanarWindow, x: number, y: number, radius: number, stands = 3000): number {
  let inside = 0;
  for (let k = 0; k < stands; k++) {
    const angle = (2 * Math.PI * (k + 0.5)) / stands;
    if (window.contains(x + radius * Math.cos(angle), y + radius * Math.sin(angle))) inside++;
  }
  return inside / stands;
}

/** K by its definition, every pair, for one r. */
function bruteK(
  points: PlanarPoints,
  window: PlanarWindow,
  r: number,
  correction: PatternCorrection,
): number {
  const { x, y } = points;
  const n = x.length;
  const area = window.areaSquareMeters;
  let sum = 0;
  let origins = 0;
  for (let i = 0; i < n; i++) {
    const edge = window.distanceToBoundary(x[i], y[i]);
    if (correction === 'border' && edge < r) continue;
    origins++;
    for (let j = 0; j < n; j++) {
      const d = Math.hypot(x[i] - x[j], y[i] - y[j]);
      if (i === j || d > r) continue;
      sum += correction === 'isotropic' && d > edge ? 1 / shareInside(window, x[i], y[i], d) : 1;
    }
  }
  return correction === 'border' ? ((sum / origins) * area) / n : (sum * area) / (n * (n - 1));
}

describe('Ripley’s K', () => {
  it('equals the printed values of four points in the unit square', () => {
    const four = { x: Float64Array.of(0.2, 0.4, 0.8, 0.5), y: Float64Array.of(0.2, 0.3, 0.7, 0.9) };
    const k = ripleyK(four, box(0, 0, 1, 1), {
      maxDistanceMeters: 0.4,
      steps: 16,
      corrections: ['none', 'isotropic'],
    });
    expect(k.estimates.none![10]).toBeCloseTo(0.16666667, 8);
    expect(k.estimates.isotropic![10]).toBeCloseTo(0.20156469, 8);
    expect(k.estimates.none![16]).toBeCloseTo(0.33333333, 8);
    expect(k.estimates.isotropic![16]).toBeCloseTo(0.5096046, 7);
  });

  it('equals every pair counted by hand in a window with a hole', () => {
    const points = pointsIn(holed, 40, 3);
    const k = ripleyK(points, holed, {
      maxDistanceMeters: 30,
      steps: 6,
      corrections: ['none', 'border', 'isotropic'],
    });
    for (let at = 0; at <= 6; at++) {
      expect(k.estimates.none![at]).toBeCloseTo(bruteK(points, holed, k.r[at], 'none'), 8);
      const border = bruteK(points, holed, k.r[at], 'border');
      if (k.borderPoints[at] > 0) expect(k.estimates.border![at]).toBeCloseTo(border, 8);
      else expect(k.estimates.border![at]).toBeNaN();
      const isotropic = bruteK(points, holed, k.r[at], 'isotropic');
      expect(Math.abs(k.estimates.isotropic![at] - isotropic)).toBeLessThan(8e-3 * isotropic + 1e-9);
    }
  });

  it('gives a rectangle the same whether it is one polygon, two that share an edge, or has a needless corner', () => {
    const square = box(0, 0, 90, 90);
    const ring = (corners: number[][]) => [[...corners, corners[0]]];
    const halves = planarWindow([
      ring([
        [0, 0],
        [40, 0],
        [40, 90],
        [0, 90],
      ]),
      ring([
        [40, 90],
        [90, 90],
        [90, 0],
        [40, 0],
      ]),
    ]);
    const corner = planarWindow([
      ring([
        [0, 0],
        [30, 0],
        [90, 0],
        [90, 90],
        [0, 90],
      ]),
    ]);
    const points = pointsIn(square, 200, 5);
    const options = { maxDistanceMeters: 40, steps: 20, corrections: ['border', 'isotropic'] as const };
    const expected = ripleyK(points, square, options);
    for (const window of [halves, corner]) {
      const k = ripleyK(points, window, options);
      for (let at = 0; at <= 20; at++) {
        expect(k.estimates.isotropic![at]).toBeCloseTo(expected.estimates.isotropic![at], 7);
        expect(k.borderPoints[at]).toBe(expected.borderPoints[at]);
        expect(k.estimates.border![at]).toBeCloseTo(expected.estimates.border![at], 7);
      }
    }
  });

  it('takes districts drawn apart, with slits and overlaps between them, for one window', () => {
    const ring = (corners: number[][]) => [[...corners, corners[0]]];
    const square = box(0, 0, 1000, 1000);
    const districts = planarWindow([
      ring([
        [0, 0],
        [400.1, 0],
        [400.2, 300],
        [399.9, 1000],
        [0, 1000],
      ]),
      ring([
        [400, 0],
        [1000, 0],
        [1000, 500],
        [400.3, 500.2],
      ]),
      ring([
        [1000, 1000],
        [1000, 500.1],
        [700, 500.1],
        [400, 500],
        [400, 1000],
      ]),
    ]);
    const all = pointsIn(square, 400, 6);
    const isIn = (_: number, i: number): boolean => districts.contains(all.x[i], all.y[i]);
    const points = { x: all.x.filter(isIn), y: all.y.filter(isIn) };
    const options = { maxDistanceMeters: 300, steps: 15, corrections: ['border', 'isotropic'] as const };
    const expected = ripleyK(points, square, options);
    const k = ripleyK(points, districts, options);
    for (let at = 1; at <= 15; at++) {
      expect(Math.abs(k.borderPoints[at] - expected.borderPoints[at])).toBeLessThanOrEqual(1);
      const ratio = k.estimates.isotropic![at] / expected.estimates.isotropic![at];
      expect(Math.abs(ratio - 1)).toBeLessThan(0.004);
    }
  });

  it('does not change when the city is moved or turned, and isotropic is never below none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (seed, turn) => {
          const points = pointsIn(holed, 40, seed);
          const move = (x: number, y: number): [number, number] => [
            500_000 + x * Math.cos(turn) - y * Math.sin(turn),
            4_000_000 + x * Math.sin(turn) + y * Math.cos(turn),
          ];
          const moved = { x: new Float64Array(40), y: new Float64Array(40) };
          for (let i = 0; i < 40; i++) [moved.x[i], moved.y[i]] = move(points.x[i], points.y[i]);
          const window = planarWindow(
            holed.polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => move(x, y)))),
          );
          const options = { maxDistanceMeters: 25, steps: 5, corrections: ['none', 'isotropic'] as const };
          const here = ripleyK(points, holed, options);
          const there = ripleyK(moved, window, options);
          for (let at = 0; at <= 5; at++) {
            expect(here.estimates.isotropic![at]).toBeGreaterThanOrEqual(here.estimates.none![at] - 1e-9);
            const scale = 1 + here.estimates.isotropic![at];
            expect(Math.abs(there.estimates.isotropic![at] - here.estimates.isotropic![at])).toBeLessThan(
              1e-5 * scale,
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('counts stacked coordinates from r = 0 on and says how many pairs they make', () => {
    const points = { x: new Float64Array(5).fill(3), y: new Float64Array(5).fill(4) };
    const k = ripleyK(points, box(0, 0, 10, 10), { maxDistanceMeters: 2, steps: 2, corrections: ['none'] });
    expect(k.coincidentPairs).toBe(10);
    expect(Array.from(k.estimates.none!)).toEqual([100, 100, 100]);
  });

  it('counts stacks as it counts points one by one', () => {
    const distinct = pointsIn(holed, 25, 9);
    const at = Array.from({ length: 70 }, (_, i) => (i < 20 ? i : i % 7));
    const stacked = {
      x: Float64Array.from(at, (i) => distinct.x[i]),
      y: Float64Array.from(at, (i) => distinct.y[i]),
    };
    const corrections = ['none', 'border', 'isotropic'] as const;
    const options = { maxDistanceMeters: 12, steps: 6, corrections };
    const k = ripleyK(stacked, holed, options);
    const both = crossK(stacked, distinct, holed, options);
    const back = crossK(distinct, stacked, holed, options);
    // The last digit of x tells stacked points apart, so that they are counted one by one.
    const apart = { x: stacked.x.map((x, i) => x + i * 1e-9), y: stacked.y };
    const one = ripleyK(apart, holed, { ...options, steps: 3 });
    for (let r = 1; r <= 3; r++) {
      for (const correction of corrections) {
        const near = (found: number, expected: number): void =>
          expect(Math.abs(found - expected)).toBeLessThan(1e-6 * expected);
        near(k.estimates[correction]![2 * r], one.estimates[correction]![r]);
        const apartBoth = crossK(apart, distinct, holed, options).estimates[correction]!;
        near(both.estimates[correction]![2 * r], apartBoth[2 * r]);
        const apartBack = crossK(distinct, apart, holed, options).estimates[correction]!;
        near(back.estimates[correction]![2 * r], apartBack[2 * r]);
      }
    }
    expect(k.borderPoints).toEqual(ripleyK(apart, holed, options).borderPoints);
    expect(k.estimates.none![3]).toBeCloseTo(bruteK(stacked, holed, k.r[3], 'none'), 8);
    expect(k.estimates.border![3]).toBeCloseTo(bruteK(stacked, holed, k.r[3], 'border'), 8);
  });

  it('refuses what cannot be', () => {
    const window = box(0, 0, 10, 10);
    const one = { x: Float64Array.of(1), y: Float64Array.of(1) };
    const two = { x: Float64Array.of(1, 2), y: Float64Array.of(1, 2) };
    expect(() => ripleyK(one, window, { maxDistanceMeters: 1 })).toThrow('pattern.too-few-points');
    expect(() => ripleyK(two, box(0, 0, 10, 0), { maxDistanceMeters: 1 })).toThrow('pattern.empty-window');
    expect(() => ripleyK(two, holed, { maxDistanceMeters: 1, corrections: ['translate'] })).toThrow();
    const far = { x: Float64Array.of(1, 20), y: Float64Array.of(1, 2) };
    expect(() => ripleyK(far, window, { maxDistanceMeters: 1 })).toThrow(RangeError);
    expect(() => ripleyK(two, window, { maxDistanceMeters: 0 })).toThrow(RangeError);
    expect(() => ripleyK(two, window, { maxDistanceMeters: 1, steps: 0 })).toThrow(RangeError);
    expect(ripleyK(two, window, { maxDistanceMeters: 6 }).isFarForWindow).toBe(true);
  });

  it('tells how far it is and can be stopped', () => {
    const window = box(0, 0, 100, 100);
    const points = pointsIn(window, 3000, 1);
    let told = 0;
    ripleyK(points, window, { maxDistanceMeters: 40, onProgress: () => told++ });
    expect(told).toBeGreaterThan(3);
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => ripleyK(points, window, { maxDistanceMeters: 40, onProgress: stop })).toThrow('stopped');
  });
});

interface Golden {
  points: PlanarPoints;
  window: PlanarWindow;
  table: Record<string, string[]>;
  cross: Record<string, string[]>;
  kinds: string[];
  pair: [string, string];
}

function golden(name: 'synthA' | 'chicago'): Golden {
  const input = sharedTable(`golden/inputs/${name}_points.csv`);
  const points = { x: Float64Array.from(input.x, Number), y: Float64Array.from(input.y, Number) };
  const summary = sharedJson<{ cross: [string, string] }>(`golden/pattern/${name}_summary.json`);
  return {
    points,
    window: goldenWindow(name),
    table: sharedTable(`golden/pattern/${name}_K.csv`),
    cross: sharedTable(`golden/pattern/${name}_Kcross.csv`),
    kinds: input.type ?? input.marks,
    pair: summary.cross,
  };
}

function goldenWindow(name: 'synthA' | 'chicago'): PlanarWindow {
  if (name === 'chicago') {
    const { window_rect } = sharedJson<{
      window_rect: { xrange: [number, number]; yrange: [number, number] };
    }>('golden/inputs/chicago_meta.json');
    const { xrange, yrange } = window_rect;
    return box(xrange[0], yrange[0], xrange[1], yrange[1]);
  }
  return box(652860, 4787370, 658860, 4793370);
}

const ALL: PatternCorrection[] = ['none', 'border', 'translate', 'isotropic'];
const COLUMN = { none: 'un', border: 'border', translate: 'trans', isotropic: 'iso' } as const;

describe.skipIf(!hasShared)('K and cross-K against spatstat 3.0-3', () => {
  it.each(['synthA', 'chicago'] as const)('%s', (name) => {
    const { points, window, table, cross, kinds, pair } = golden(name);
    const steps = table.r.length - 1;
    const maxDistanceMeters = Number(table.r[steps]);
    const of = (kind: string): PlanarPoints => ({
      x: points.x.filter((_, i) => kinds[i] === kind),
      y: points.y.filter((_, i) => kinds[i] === kind),
    });
    const options = { maxDistanceMeters, steps, corrections: ALL };
    const [from, to] = [of(pair[0]), of(pair[1])];
    const k = ripleyK(points, window, options);
    const both = crossK(from, to, window, options);
    for (const correction of ALL) {
      const tolerance = correction === 'isotropic' ? 1e-5 : 1e-9;
      expectNear(k.estimates[correction]!, table[COLUMN[correction]], tolerance);
      if (correction !== 'border')
        expectNear(both.estimates[correction]!, cross[COLUMN[correction]], tolerance);
    }
    // spatstat bins edge distances for Kcross (not for Kest): a point counts at r if it lies farther from the
    // edge than the break before r, of 512. Ours counts the points at least r away, as Kest does.
    const fine = maxDistanceMeters / 512;
    const rule = (r: number, isBinned: boolean): number =>
      crossBorder(from, to, window, r, (edge) => (isBinned ? edge > r - fine : edge >= r));
    expectNear(
      k.r.map((r) => (r === 0 ? 0 : rule(r, true))),
      cross.border.map((value, at) => (at === 0 ? '0' : value)),
      1e-9,
    );
    expectNear(
      both.estimates.border!,
      Array.from(k.r, (r) => String(rule(r, false))),
      1e-9,
    );
    table.L_iso.forEach((value, at) => {
      expect(besagL(k.estimates.isotropic!)[at]).toBeCloseTo(Number(value), 2);
    });
  });
});

function expectNear(found: Float64Array, expected: readonly string[], tolerance: number): void {
  expected.forEach((value, at) => {
    const difference = Math.abs(found[at] - Number(value));
    expect(difference, `step ${at}`).toBeLessThanOrEqual(tolerance * Math.abs(Number(value)) + 1e-6);
  });
}

/** Border cross-K by its definition. */
function crossBorder(
  from: PlanarPoints,
  to: PlanarPoints,
  { bounds: { left, right, bottom, top }, areaSquareMeters }: PlanarWindow,
  r: number,
  counts: (edge: number) => boolean,
): number {
  let [sum, origins] = [0, 0];
  from.x.forEach((x, i) => {
    const y = from.y[i];
    if (!counts(Math.min(x - left, right - x, y - bottom, top - y))) return;
    origins++;
    for (let j = 0; j < to.x.length; j++) if (Math.hypot(to.x[j] - x, to.y[j] - y) <= r) sum++;
  });
  return ((sum / origins) * areaSquareMeters) / to.x.length;
}
