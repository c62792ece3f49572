import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../../test/support/shared.ts';
import { OrynError } from '../../errors/oryn-error.ts';
import { randomStream } from '../../random/stream.ts';
import { distinctPoints } from './distinct-points.ts';
import { hdbscan } from './hdbscan.ts';
import { reachabilityTree } from './mutual-reachability.ts';

/** The part of the information file that is read. */
interface Info {
  cases: Record<string, { cluster_scores: Record<string, number> }>;
}

const numbers = (texts: string[]): Float64Array => Float64Array.from(texts, Number);

/** Adjusted Rand index (Hubert & Arabie 1985); noise is a class of its own, as in the reference. */
function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const pairs = (counts: Iterable<number>): number => {
    let sum = 0;
    for (const n of counts) sum += (n * (n - 1)) / 2;
    return sum;
  };
  const [cells, rows, columns] = [
    new Map<string, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  for (let i = 0; i < a.length; i++) {
    const key = `${a[i]} ${b[i]}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
    rows.set(a[i], (rows.get(a[i]) ?? 0) + 1);
    columns.set(b[i], (columns.get(b[i]) ?? 0) + 1);
  }
  const [both, left, right] = [pairs(cells.values()), pairs(rows.values()), pairs(columns.values())];
  const expected = (left * right) / ((a.length * (a.length - 1)) / 2);
  return (both - expected) / ((left + right) / 2 - expected);
}

describe.skipIf(!hasShared)('HDBSCAN* against R dbscan 1.1-11', () => {
  it.each([
    ['synthA', 10, 0.98],
    ['synthA', 25, 0.98],
    ['memphis', 12, 0.95],
  ] as const)('%s, %i points', (name, minPoints, leastIndex) => {
    const table = sharedTable(`golden/cluster/${name}_labels.csv`);
    const found = hdbscan({ x: numbers(table.x), y: numbers(table.y) }, { minPoints });
    const core = numbers(table[`coredist_${minPoints}`]);
    for (let i = 0; i < core.length; i++)
      expect(Math.abs(found.coreDistance[i] - core[i])).toBeLessThanOrEqual(1e-9 * Math.max(1, core[i]));
    const index = adjustedRand(found.labels, numbers(table[`hdbscan_${minPoints}`]));
    expect(index).toBeGreaterThanOrEqual(leastIndex);
    // Stability of most clusters, and GLOSH of most points, to the last digit; ties move the rest.
    const { cases } = sharedJson<Info>(`golden/cluster/${name}_info.json`);
    const scores = Object.values(cases[`hdbscan_${minPoints}`].cluster_scores);
    expect(found.count).toBe(scores.length);
    const equal = scores.filter((score) => found.stability.some((own) => Math.abs(own / score - 1) < 1e-9));
    expect(equal.length).toBeGreaterThanOrEqual(0.75 * scores.length);
    const outlier = numbers(table[`hdbscan_outlier_${minPoints}`]);
    const off = outlier.filter((score, i) => !(Math.abs(score - found.outlierScore[i]) < 1e-9));
    expect(off.length).toBeLessThan(0.05 * outlier.length);
  });
});

/** Weight of a minimum spanning tree by Prim's method over all pairs. */
function primWeight(x: Float64Array, y: Float64Array, core: Float64Array): number {
  const least = new Float64Array(x.length).fill(Infinity);
  const isIn = new Uint8Array(x.length);
  let [sum, last] = [0, 0];
  for (let step = 1; step < x.length; step++) {
    isIn[last] = 1;
    let next = -1;
    for (let i = 0; i < x.length; i++) {
      if (isIn[i]) continue;
      least[i] = Math.min(
        least[i],
        Math.max(core[i], core[last], Math.hypot(x[i] - x[last], y[i] - y[last])),
      );
      if (next < 0 || least[i] < least[next]) next = i;
    }
    sum += least[next];
    last = next;
  }
  return sum;
}

describe('mutual reachability', () => {
  it('has the core distances and the tree weight of all pairs, stacks included', () => {
    const random = randomStream(4);
    for (const [points, minPoints, spread] of [
      [300, 5, 1e4],
      [400, 12, 40],
      [500, 3, 12],
      [60, 2, 3],
    ]) {
      const coordinate = (): number => Math.round(spread * random.uniform() ** 2);
      const x = Float64Array.from({ length: points }, coordinate);
      const y = Float64Array.from({ length: points }, coordinate);
      const distinct = distinctPoints(x, y);
      const tree = reachabilityTree(distinct, minPoints);
      const core = Float64Array.from(x, (px, i) => {
        const all = Array.from(x, (qx, j) => Math.hypot(px - qx, y[i] - y[j])).sort((a, b) => a - b);
        return all[minPoints - 1];
      });
      core.forEach((meters, i) => {
        expect(tree.coreDistance[distinct.of[i]]).toBeCloseTo(meters, 9);
      });
      const amongTwins = distinct.n.reduce((sum, n, i) => sum + (n - 1) * tree.coreDistance[i], 0);
      const own = tree.distance.reduce((sum, meters) => sum + meters, amongTwins);
      expect(own).toBeCloseTo(primWeight(x, y, core), 6);
    }
  });
});

describe('HDBSCAN*', () => {
  /** Three clouds of 60 points and 30 scattered ones. */
  function clouds(): { x: Float64Array; y: Float64Array } {
    const random = randomStream(12);
    const at = (i: number, of: number): number =>
      i < 180 ? of + 20 * random.normal() : 2000 * random.uniform();
    return {
      x: Float64Array.from({ length: 210 }, (_, i) => at(i, 500 * Math.floor(i / 60))),
      y: Float64Array.from({ length: 210 }, (_, i) => at(i, 300)),
    };
  }

  it('finds planted clouds', () => {
    const { x, y } = clouds();
    const { labels, count, probability, outlierScore } = hdbscan({ x, y }, { minPoints: 10 });
    expect(count).toBe(3);
    for (let cloud = 0; cloud < 3; cloud++) {
      const own = labels.slice(60 * cloud, 60 * cloud + 60);
      const most = Math.max(...[1, 2, 3].map((label) => own.filter((given) => given === label).length));
      expect(most).toBeGreaterThan(54);
    }
    for (let i = 0; i < labels.length; i++) {
      expect(probability[i] >= 0 && probability[i] <= 1 && outlierScore[i] >= 0 && outlierScore[i] <= 1).toBe(
        true,
      );
      if (labels[i] === 0) expect(probability[i]).toBe(0);
    }
  });

  it('does not depend on the order of the points', () => {
    const random = randomStream(5);
    // Whole metres make many equal distances.
    const x = Float64Array.from({ length: 600 }, () => Math.round(60 * random.uniform() ** 2));
    const y = Float64Array.from({ length: 600 }, () => Math.round(60 * random.uniform() ** 2));
    const found = hdbscan({ x, y }, { minPoints: 6 });
    const order = Array.from(x, (_, i) => (i * 7919) % 600);
    const turned = hdbscan(
      { x: Float64Array.from(order, (i) => x[i]), y: Float64Array.from(order, (i) => y[i]) },
      { minPoints: 6 },
    );
    expect(
      adjustedRand(
        turned.labels,
        order.map((i) => found.labels[i]),
      ),
    ).toBe(1);
    expect(Array.from(turned.outlierScore)).toEqual(order.map((i) => found.outlierScore[i]));
    expect(Array.from(turned.stability).sort()).toEqual(Array.from(found.stability).sort());
  });

  it('is defined where there is nothing to cluster', () => {
    const run = (x: number[], minPoints = 3) =>
      hdbscan({ x: Float64Array.from(x), y: new Float64Array(x.length) }, { minPoints });
    expect(run([]).count).toBe(0);
    for (const x of [[1], [4, 4, 4, 4], [1, 2, 3]]) {
      const { labels, probability, outlierScore } = run(x);
      expect(labels.every((label) => label === 0)).toBe(true);
      expect(probability.every((value) => value === 0)).toBe(true);
      expect(outlierScore.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
    expect(Array.from(run([1, 2], 5).coreDistance)).toEqual([Infinity, Infinity]);
    expect(Array.from(run([1, 2], 5).outlierScore)).toEqual([0, 0]);
    // Two stacks of one address each, far apart, are two clusters; their points are all equally sure.
    const { labels, probability, stability } = run([0, 0, 0, 900, 900, 900, 5000]);
    expect(Array.from(labels)).toEqual([1, 1, 1, 2, 2, 2, 0]);
    expect(Array.from(probability)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(stability.every(Number.isFinite)).toBe(true);
  });

  it('refuses numbers that mean nothing', () => {
    const points = { x: new Float64Array(3), y: new Float64Array(3) };
    for (const minPoints of [1, 2.5, Number.NaN])
      expect(() => hdbscan(points, { minPoints })).toThrow(OrynError);
    for (const leastDistance of [0, -1, Number.NaN])
      expect(() => hdbscan(points, { minPoints: 3, leastDistance })).toThrow(OrynError);
  });
});
