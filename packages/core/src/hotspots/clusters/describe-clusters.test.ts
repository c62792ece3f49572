import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/stream.ts';
import { meters } from '../../units/units.ts';
import { dbscan } from './dbscan.ts';
import { densityClusters } from './density-clusters.ts';
import { describeClusters } from './describe-clusters.ts';
import { evenSpreadRadius } from './even-spread-radius.ts';

describe('convex hull', () => {
  it('holds every point, turns left only, and is made of points', () => {
    const random = randomStream(2);
    for (let run = 0; run < 50; run++) {
      const wide = run % 2 === 0 ? 5 : 1e6;
      const coordinate = (): number => 7e5 + Math.round(wide * random.uniform());
      const x = Float64Array.from({ length: 40 }, coordinate);
      const y = Float64Array.from({ length: 40 }, coordinate);
      const [{ hull, hullSquareMeters }] = describeClusters({ x, y }, new Int32Array(40).fill(1), 1);
      const side = (a: number[], b: number[], px: number, py: number): number =>
        (b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0]);
      hull.forEach((corner, i) => {
        const next = hull[(i + 1) % hull.length];
        const after = hull[(i + 2) % hull.length];
        expect(side(corner, next, after[0], after[1])).toBeGreaterThan(0);
        for (let p = 0; p < 40; p++) expect(side(corner, next, x[p], y[p])).toBeGreaterThanOrEqual(0);
        expect(x.some((px, p) => px === corner[0] && y[p] === corner[1])).toBe(true);
      });
      expect(hullSquareMeters).toBeGreaterThan(0);
    }
  });

  it('has no area for one address, two, or a street', () => {
    const x = Float64Array.of(5, 5, 5, 9, 9, 100, 200, 300);
    const y = Float64Array.of(5, 5, 5, 9, 9, 100, 200, 300);
    const labels = Int32Array.of(1, 1, 1, 2, 2, 3, 3, 3);
    const shapes = describeClusters({ x, y }, labels, 3);
    expect(shapes.map((shape) => [shape.distinctCoordinates, shape.largestStack, shape.hull.length])).toEqual(
      [
        [1, 3, 1],
        [1, 2, 1],
        [3, 1, 2],
      ],
    );
    expect(shapes.map((shape) => shape.isOneAddress)).toEqual([true, true, false]);
    expect(shapes.map((shape) => shape.hullSquareMeters)).toEqual([0, 0, 0]);
    expect(shapes[2].ellipse).toMatchObject({ semiMinor: 0 });
    expect(shapes[2].ellipse?.azimuth).toBeCloseTo(45, 10);
  });
});

describe('description of clusters', () => {
  it('takes coordinates less than ten metres apart for one address', () => {
    const x = Float64Array.of(0, 0.004, 0.3, 0.9, 40, 40.2);
    const y = Float64Array.of(0, 0.001, 0.6, 0.1, 0, 0.5);
    const [shape] = describeClusters({ x, y }, new Int32Array(6).fill(1), 1);
    expect([shape.distinctCoordinates, shape.isOneAddress]).toEqual([6, true]);
    expect(
      describeClusters({ x, y: Float64Array.of(0, 0, 0, 0, 0, 19) }, new Int32Array(6).fill(1), 1)[0],
    ).toMatchObject({
      isOneAddress: false,
    });
  });

  it('counts, weighs and measures', () => {
    const points = {
      x: Float64Array.of(0, 10, 10, 0, 0, 99),
      y: Float64Array.of(0, 0, 10, 10, 10, 99),
      weights: Float64Array.of(1, 2, 3, 4, Number.NaN, 100),
    };
    const [shape] = describeClusters(points, Int32Array.of(1, 1, 1, 1, 1, 0), 1);
    expect(shape).toMatchObject({
      ...{ cluster: 1, points: 5, weight: 10, withoutWeight: 1, distinctCoordinates: 4, largestStack: 2 },
      ...{ x: 4, y: 6, hullSquareMeters: 100 },
    });
  });

  it('has the deviational ellipse of the formulas printed for CrimeStat', () => {
    const random = randomStream(9);
    for (let run = 0; run < 20; run++) {
      const n = 30;
      const u = Float64Array.from({ length: n }, () => 300 * random.normal());
      const x = u.map((value) => 6e5 + value);
      const y = u.map((value) => 5e6 + (run / 5 - 2) * value + 80 * random.normal());
      const [{ ellipse }] = describeClusters({ x, y }, new Int32Array(n).fill(1), 1);
      const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
      const [mx, my] = [mean(x), mean(y)];
      const sum = (of: (dx: number, dy: number) => number): number =>
        x.reduce((total, px, i) => total + of(px - mx, y[i] - my), 0);
      const difference = sum((dx) => dx * dx) - sum((_, dy) => dy * dy);
      const product = sum((dx, dy) => dx * dy);
      const theta = Math.atan((difference + Math.sqrt(difference ** 2 + 4 * product ** 2)) / (2 * product));
      const across = Math.sqrt(
        (2 * sum((dx, dy) => (dx * Math.cos(theta) - dy * Math.sin(theta)) ** 2)) / (n - 2),
      );
      const along = Math.sqrt(
        (2 * sum((dx, dy) => (dx * Math.sin(theta) + dy * Math.cos(theta)) ** 2)) / (n - 2),
      );
      expect(ellipse?.semiMajor).toBeCloseTo(Math.max(across, along), 4);
      expect(ellipse?.semiMinor).toBeCloseTo(Math.min(across, along), 4);
      // The angle of the formula is that of the y axis, clockwise.
      const azimuth = ((theta * 180) / Math.PI + (across > along ? 90 : 0) + 360) % 180;
      expect(ellipse?.azimuth).toBeCloseTo(azimuth, 4);
    }
  });
});

describe('radius of an even spread', () => {
  it('makes one point in a thousand a core point where points are spread evenly', () => {
    // P(N >= 9 others) = .001 at a mean of 2.452424 (Poisson): r² = 2.452424 A / (pi n).
    expect(evenSpreadRadius(1000, 1e8, 10)).toBeCloseTo(Math.sqrt((2.452424 * 1e5) / Math.PI), 1);
    let core = 0;
    for (let seed = 0; seed < 5; seed++) {
      const random = randomStream(seed);
      const x = Float64Array.from({ length: 20_000 }, () => 10_000 * random.uniform());
      const y = Float64Array.from({ length: 20_000 }, () => 10_000 * random.uniform());
      core += dbscan({ x, y }, { eps: evenSpreadRadius(20_000, 1e8, 5), minPoints: 5 }).core.reduce(
        (sum, flag) => sum + flag,
        0,
      );
    }
    expect(core / 100_000).toBeGreaterThan(0.0006);
    expect(core / 100_000).toBeLessThan(0.0011);
  });

  it('is defined without points or area', () => {
    expect(evenSpreadRadius(0, 1e6, 10)).toBe(0);
    expect(evenSpreadRadius(10, 0, 10)).toBe(0);
    expect(evenSpreadRadius(10, 1e6, 1)).toBeGreaterThan(0);
    expect(() => evenSpreadRadius(10, 1e6, 0)).toThrow();
    expect(evenSpreadRadius(6350, 1e9, 1e9)).toBe(evenSpreadRadius(6350, 1e9, 6350));
  });
});

describe('clusters of a density', () => {
  it('are the polygons above the level with enough points, largest first', () => {
    const values = Float64Array.from([
      0, 0, 0, 0, 0, 0, 0, 5, 5, 0, 9, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
    const surface = { left: 0, bottom: 0, cellSize: meters(10), columns: 6, rows: 4, values };
    const points = { x: Float64Array.of(45, 20, 22, 25, 1, 1), y: Float64Array.of(15, 20, 22, 25, 1, 39) };
    const found = densityClusters(points, surface, { level: 2, minPoints: 1 });
    expect([found.count, Array.from(found.labels)]).toEqual([2, [2, 1, 1, 1, 0, 0]]);
    expect(found.polygons[1][0].every(([px]) => px > 34)).toBe(true);
    expect(densityClusters(points, surface, { level: 2, minPoints: 2 }).count).toBe(1);
    expect(densityClusters(points, surface, { level: 99, minPoints: 1 }).count).toBe(0);
  });
});
