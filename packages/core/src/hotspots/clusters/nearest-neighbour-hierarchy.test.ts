import { describe, expect, it } from 'vitest';
import { planarWindow } from '../../geometry/planar-window.ts';
import { randomStream } from '../../random/stream.ts';
import { distinctPoints } from './distinct-points.ts';
import { nearestNeighbourHierarchy, nnhThreshold } from './nearest-neighbour-hierarchy.ts';
import { normalQuantile } from './normal-quantile.ts';
import { groupBySeeds } from './seed-groups.ts';

const square = (side: number) =>
  planarWindow([
    [
      [
        [0, 0],
        [side, 0],
        [side, side],
        [0, side],
        [0, 0],
      ],
    ],
  ]);

function scattered(seed: number, count: number, side: number): { x: Float64Array; y: Float64Array } {
  const random = randomStream(seed);
  return {
    x: Float64Array.from({ length: count }, () => side * random.uniform()),
    y: Float64Array.from({ length: count }, () => side * random.uniform()),
  };
}

describe('threshold of nearest-neighbour hierarchical clusters', () => {
  it('is the mean random distance at p = .5 and z standard errors from it elsewhere', () => {
    // 100 points on 1 km²: 50 m, standard error 2.6136 m.
    expect(nnhThreshold(100, 1e6, 0.5)).toBeCloseTo(50, 10);
    expect(nnhThreshold(100, 1e6, 0.05)).toBeCloseTo(50 - 1.6448536269514722 * 2.6136, 6);
    expect(nnhThreshold(100, 1e6, 0.95)).toBeCloseTo(50 + 1.6448536269514722 * 2.6136, 6);
    expect(nnhThreshold(1, 1e6, 1e-12)).toBe(0);
  });

  it('has the quantiles of printed tables', () => {
    // Abramowitz & Stegun (1964), table 26.5.
    for (const [p, z] of [
      [0.5, 0],
      [0.975, 1.959963984540054],
      [0.001, -3.090232306167813],
      [1e-5, -4.264890793922602],
    ])
      expect(normalQuantile(p)).toBeCloseTo(z, 9);
  });

  it('is the mean distance to the nearest neighbour of thrown points', () => {
    let [sum, count] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const { x, y } = scattered(seed, 400, 10_000);
      // Only points far from the edge, whose neighbours are not cut off.
      for (let i = 0; i < x.length; i++) {
        if (Math.min(x[i], y[i], 10_000 - x[i], 10_000 - y[i]) < 1500) continue;
        let least = Infinity;
        for (let j = 0; j < x.length; j++)
          if (j !== i) least = Math.min(least, Math.hypot(x[i] - x[j], y[i] - y[j]));
        sum += least;
        count++;
      }
    }
    expect(sum / count / nnhThreshold(400, 1e8, 0.5)).toBeCloseTo(1, 1.5);
  });
});

describe('grouping around seeds', () => {
  it('equals the rule written out', () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = randomStream(seed);
      const coordinate = (): number => Math.round(40 * random.uniform() ** 1.5);
      const x = Float64Array.from({ length: 150 }, coordinate);
      const y = Float64Array.from({ length: 150 }, coordinate);
      const points = distinctPoints(x, y);
      const threshold = [0, 1.5, 3, 5][seed % 4];
      const found = groupBySeeds(points, threshold, 4);
      const groupOf = new Int32Array(points.x.length).fill(-1);
      let groups = 0;
      for (;;) {
        const free = Array.from(points.x, (_, i) => i).filter((i) => groupOf[i] < 0);
        const around = (i: number): number[] =>
          free.filter((j) => Math.hypot(points.x[i] - points.x[j], points.y[i] - points.y[j]) <= threshold);
        const mass = (i: number): number => around(i).reduce((sum, j) => sum + points.n[j], 0);
        const masses = free.map(mass);
        const most = Math.max(0, ...masses);
        if (most < 4) break;
        for (const i of around(free[masses.indexOf(most)])) groupOf[i] = groups;
        groups++;
      }
      expect(found.groups).toBe(groups);
      expect(found.groupOf).toEqual(groupOf);
    }
  });
});

describe('nearest-neighbour hierarchical clusters', () => {
  it('finds planted clusters and joins them in a second order', () => {
    const random = randomStream(3);
    const centres = [
      [2000, 2000],
      [2420, 2000],
      [2000, 2420],
      [8000, 8000],
    ];
    const x = Float64Array.from({ length: 200 }, (_, i) => centres[i % 4][0] + 10 * random.normal());
    const y = Float64Array.from({ length: 200 }, (_, i) => centres[i % 4][1] + 10 * random.normal());
    const { orders, test } = nearestNeighbourHierarchy({ x, y }, square(10_000), {
      ...{ minPoints: 20, confidence: 0.001, test: { draws: 19, seed: 1 } },
    });
    expect(orders[0].count).toBe(4);
    for (let i = 4; i < 200; i++) expect(orders[0].labels[i]).toBe(orders[0].labels[i - 4]);
    expect(orders).toHaveLength(2);
    expect(orders[1].count).toBe(1);
    expect(Array.from(orders[1].labels.slice(0, 4))).toEqual([1, 1, 1, 0]);
    expect(test).toMatchObject({
      observed: 4,
      expected: 0,
      p: 1 / 20,
      alternative: 'greater',
      draws: 19,
      seed: 1,
    });
  });

  it('tells chance from clusters no oftener than its level', () => {
    let rejected = 0;
    const window = square(5000);
    for (let seed = 0; seed < 200; seed++) {
      const { test } = nearestNeighbourHierarchy(scattered(seed + 1000, 120, 5000), window, {
        ...{ minPoints: 3, confidence: 0.5, test: { draws: 19, seed } },
      });
      if (test && test.p <= 0.05) rejected++;
    }
    // Binomial(200, .05): more than 20 has probability .0004.
    expect(rejected).toBeLessThanOrEqual(20);
  });

  it('does not depend on the order of the points, and shrinks with their number', () => {
    const { x, y } = scattered(5, 600, 3000);
    const options = { minPoints: 3, confidence: 0.5 };
    const found = nearestNeighbourHierarchy({ x, y }, square(3000), options);
    const order = Array.from(x, (_, i) => (i * 7) % 600);
    const turned = nearestNeighbourHierarchy(
      { x: Float64Array.from(order, (i) => x[i]), y: Float64Array.from(order, (i) => y[i]) },
      square(3000),
      options,
    );
    const pairs = new Set(
      order.map((i, at) => `${found.orders[0].labels[i]} ${turned.orders[0].labels[at]}`),
    );
    expect(pairs.size).toBe(found.orders[0].count + 1);
    expect(nnhThreshold(2400, 9e6, 0.5)).toBeCloseTo(nnhThreshold(600, 9e6, 0.5) / 2, 10);
  });

  it('is defined where there is nothing to cluster', () => {
    const run = (x: number[]) =>
      nearestNeighbourHierarchy({ x: Float64Array.from(x), y: new Float64Array(x.length) }, square(100), {
        ...{ minPoints: 2, confidence: 0.5 },
      });
    expect(run([]).orders.map((order) => order.count)).toEqual([0]);
    expect(run([5]).orders.map((order) => order.count)).toEqual([0]);
    expect(Array.from(run([5, 5, 5]).orders[0].labels)).toEqual([1, 1, 1]);
  });

  it('refuses what means nothing', () => {
    const points = scattered(1, 10, 100);
    const code = (confidence: number, minPoints: number, side: number): unknown => {
      try {
        return nearestNeighbourHierarchy(points, square(side), { minPoints, confidence }).method;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    for (const confidence of [0, 1, -1, Number.NaN])
      expect(code(confidence, 5, 100)).toBe('clusters.confidence');
    for (const minPoints of [1, Number.NaN]) expect(code(0.5, minPoints, 100)).toBe('clusters.min-points');
    expect(code(0.5, 5, 0)).toBe('clusters.area');
  });

  it('refuses more draws than a p has digits for, and takes more points than there are for no cluster', () => {
    const { x, y } = scattered(4, 50, 1000);
    const most = { minPoints: 1e9, confidence: 0.5 };
    const of = (draws: number) =>
      nearestNeighbourHierarchy({ x, y }, square(1000), { ...most, test: { draws, seed: 1 } });
    expect(() => of(1e9)).toThrow('clusters.simulations');
    expect(() => of(0)).toThrow('clusters.simulations');
    expect(of(19).orders[0].count).toBe(0);
  });
});
