import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../../test/support/shared.ts';
import { OrynError } from '../../errors/oryn-error.ts';
import { randomStream } from '../../random/stream.ts';
import { meters } from '../../units/units.ts';
import { dbscan } from './dbscan.ts';

const numbers = (texts: string[]): Float64Array => Float64Array.from(texts, Number);

/** The same partition whatever its numbers; `among` picks the points compared. */
function expectSamePartition(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  among: (i: number) => boolean,
): void {
  const [there, back] = [new Map<number, number>(), new Map<number, number>()];
  for (let i = 0; i < a.length; i++) {
    if (!among(i)) continue;
    if (!there.has(a[i])) there.set(a[i], b[i]);
    if (!back.has(b[i])) back.set(b[i], a[i]);
    expect(there.get(a[i])).toBe(b[i]);
    expect(back.get(b[i])).toBe(a[i]);
  }
}

/** Straight from the definition: all pairs, core points joined by a walk, border points to the nearest core. */
function twin(x: Float64Array, y: Float64Array, w: Float64Array, eps: number, minPoints: number) {
  const near = (i: number, j: number): boolean => (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2 <= eps * eps;
  const ids = Array.from(x, (_, i) => i);
  const core = ids.map((i) => ids.reduce((sum, j) => sum + (near(i, j) ? w[j] : 0), 0) >= minPoints);
  const labels = new Int32Array(x.length);
  let count = 0;
  for (const i of ids) {
    if (!core[i] || labels[i]) continue;
    labels[i] = ++count;
    const open = [i];
    for (let a = open.pop(); a !== undefined; a = open.pop())
      for (const b of ids)
        if (core[b] && !labels[b] && near(a, b)) {
          labels[b] = count;
          open.push(b);
        }
  }
  for (const i of ids) {
    if (core[i]) continue;
    const squared = (j: number): number => (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2;
    const [nearest] = ids
      .filter((j) => core[j] && near(i, j))
      .sort((a, b) => squared(a) - squared(b) || x[a] - x[b] || y[a] - y[b]);
    if (nearest !== undefined) labels[i] = labels[nearest];
  }
  return { core: Uint8Array.from(core, Number), labels, count };
}

describe.skipIf(!hasShared)('DBSCAN against R dbscan 1.1-11', () => {
  it.each([
    ['synthA', 60, 5],
    ['synthA', 100, 10],
    ['synthA', 150, 20],
    ['memphis', 300, 5],
    ['memphis', 600, 10],
  ] as const)(
    '%s, eps %i m, %i points: core flags, noise and the partition of core points',
    (name, eps, minPoints) => {
      const table = sharedTable(`golden/cluster/${name}_labels.csv`);
      const [x, y] = [numbers(table.x), numbers(table.y)];
      const labels = numbers(table[`dbscan_${eps}_${minPoints}`]);
      const core = numbers(table[`core_${eps}_${minPoints}`]);
      const found = dbscan({ x, y }, { eps: meters(eps), minPoints });
      expect(Array.from(found.core)).toEqual(Array.from(core));
      expect(Array.from(found.labels, (label) => label === 0)).toEqual(
        Array.from(labels, (label) => label === 0),
      );
      expectSamePartition(found.labels, labels, (i) => core[i] === 1);
      expect(found.count).toBe(new Set(labels.filter((label) => label > 0)).size);
    },
  );
});

describe('DBSCAN', () => {
  it('equals the definition on small sets, ties and stacks included', () => {
    const set = fc.record({
      // Whole numbers make equal distances, distances of exactly eps and stacks.
      points: fc.array(
        fc.tuple(
          fc.integer({ min: -6, max: 20 }),
          fc.integer({ min: 0, max: 9 }),
          fc.integer({ min: 0, max: 3 }),
        ),
        {
          maxLength: 60,
        },
      ),
      eps: fc.constantFrom(0.5, 1, Math.SQRT2, 2, 2.5, 5, 40),
      minPoints: fc.integer({ min: 1, max: 8 }),
      weighted: fc.boolean(),
    });
    fc.assert(
      fc.property(set, ({ points, eps, minPoints, weighted }) => {
        const x = Float64Array.from(points, ([px]) => px);
        const y = Float64Array.from(points, ([, py]) => py);
        const w = Float64Array.from(points, ([, , pw]) => (weighted ? pw : 1));
        const expected = twin(x, y, w, eps, minPoints);
        const found = dbscan({ x, y, weights: weighted ? w : undefined }, { eps: meters(eps), minPoints });
        expect(found.core).toEqual(expected.core);
        expect(found.count).toBe(expected.count);
        expectSamePartition(found.labels, expected.labels, () => true);
      }),
      { numRuns: 400, seed: 6 },
    );
  });

  it('equals the definition on scattered points, whatever their order', () => {
    const random = randomStream(8);
    const x = Float64Array.from({ length: 500 }, () => 700_000 + 400 * random.uniform() ** 2);
    const y = Float64Array.from({ length: 500 }, () => 4_800_000 + 400 * random.uniform() ** 2);
    const expected = twin(x, y, new Float64Array(500).fill(1), 12, 4);
    const found = dbscan({ x, y }, { eps: meters(12), minPoints: 4 });
    expect(found.core).toEqual(expected.core);
    expectSamePartition(found.labels, expected.labels, () => true);
    const order = Array.from(x, (_, i) => (i * 263) % 500);
    const turned = dbscan(
      { x: Float64Array.from(order, (i) => x[i]), y: Float64Array.from(order, (i) => y[i]) },
      { eps: meters(12), minPoints: 4 },
    );
    expectSamePartition(
      turned.labels,
      order.map((i) => found.labels[i]),
      () => true,
    );
  });

  it('numbers clusters by their size', () => {
    const x = Float64Array.from([0, 1, 100, 101, 102, 500]);
    const { labels, count } = dbscan({ x, y: new Float64Array(6) }, { eps: meters(1), minPoints: 2 });
    expect([Array.from(labels), count]).toEqual([[2, 2, 1, 1, 1, 0], 2]);
  });

  it('is defined where there is nothing to cluster', () => {
    const run = (x: number[], eps: number, minPoints: number) =>
      dbscan({ x: Float64Array.from(x), y: new Float64Array(x.length) }, { eps: meters(eps), minPoints });
    expect(run([], 10, 3).count).toBe(0);
    expect(Array.from(run([5], 10, 1).labels)).toEqual([1]);
    expect(Array.from(run([5], 10, 2).labels)).toEqual([0]);
    expect(Array.from(run([7, 7, 7], 10, 3).labels)).toEqual([1, 1, 1]);
    expect(Array.from(run([7, 7, 7], 10, 4).labels)).toEqual([0, 0, 0]);
    // A far-off point asks for no memory.
    expect(Array.from(run([0, 0, 1e9], 1, 2).labels)).toEqual([1, 1, 0]);
  });

  it('refuses a radius or a number of points that means nothing', () => {
    const points = { x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) };
    const codeOf = (eps: number, minPoints: number): string => {
      try {
        dbscan(points, { eps: meters(eps), minPoints });
      } catch (error) {
        return error instanceof OrynError ? error.code : String(error);
      }
      return '';
    };
    for (const eps of [0, -1, Number.NaN, Infinity, 1e-11]) expect(codeOf(eps, 2)).toBe('clusters.eps');
    for (const minPoints of [0, 1.5, Number.NaN]) expect(codeOf(10, minPoints)).toBe('clusters.min-points');
    const bad = { ...points, weights: Float64Array.of(1, -1) };
    expect(() => dbscan(bad, { eps: meters(1), minPoints: 1 })).toThrow(RangeError);
  });

  it('can be stopped', () => {
    const random = randomStream(1);
    const x = Float64Array.from({ length: 20_000 }, () => 1e5 * random.uniform());
    const stop = (): never => {
      throw new Error('stopped');
    };
    expect(() => dbscan({ x, y: x }, { eps: meters(5), minPoints: 3, onProgress: stop })).toThrow('stopped');
  });
});
