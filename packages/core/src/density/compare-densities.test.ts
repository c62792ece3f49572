import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { compareDensities } from './compare-densities.ts';
import { kernelDensityAt } from './kernel-surface.ts';

const bounds = { left: 0, bottom: 0, right: 3000, top: 2000 };
const quartic = { kernel: 'quartic', bandwidth: meters(400), cellSize: meters(100) } as const;

const even = (count: number, seed: number): PlanarPoints => {
  const random = randomStream(seed);
  return {
    x: Float64Array.from({ length: count }, () => 3000 * random.uniform()),
    y: Float64Array.from({ length: count }, () => 2000 * random.uniform()),
  };
};
/** The same, with as many again about one place. */
const withCluster = (count: number, seed: number): PlanarPoints => {
  const random = randomStream(seed + 1000);
  const { x, y } = even(count, seed);
  return {
    x: Float64Array.from([...x, ...Array.from(x, () => 1000 + 100 * random.normal())]),
    y: Float64Array.from([...y, ...Array.from(y, () => 800 + 100 * random.normal())]),
  };
};

describe('dual density', () => {
  for (const name of ['synthA', 'chicago']) {
    it.skipIf(!hasShared)(`has the log ratio of numpy on ${name} within 1e-9`, () => {
      const { h0 } = sharedJson<{ h0: number }>(`golden/kde/${name}_direct_params.json`);
      const { options } = sharedJson<{ options: { sparr_types: string[] } }>(
        `golden/kde/${name}_bandwidths.json`,
      );
      const table = sharedTable(`golden/inputs/${name}_points.csv`);
      const kinds = table.type ?? table.marks;
      const golden = sharedTable(`golden/kde/${name}_direct_adaptive.csv`);
      const at = { x: golden.x.map(Number), y: golden.y.map(Number) };
      const [f, g] = options.sparr_types.map((type) => {
        const rows = kinds.flatMap((kind, i) => (kind === type ? [i] : []));
        const points = {
          x: Float64Array.from(rows, (i) => Number(table.x[i])),
          y: Float64Array.from(rows, (i) => Number(table.y[i])),
        };
        return kernelDensityAt(points, at, { kernel: 'gaussian', bandwidth: meters(h0) }).map(
          (value) => value / rows.length,
        );
      });
      golden.logRR.forEach((expected, i) => {
        expect(Math.abs(Math.log(f[i] / g[i]) - Number(expected))).toBeLessThan(2e-8);
      });
    });
  }

  it('is 1 (0) where two sets are the same, and turns round with its sides', () => {
    const [a, b] = [withCluster(100, 1), even(150, 2)];
    const ratio = compareDensities(a, a, bounds, { ...quartic, comparison: 'ratio' });
    expect(Math.min(...ratio.values)).toBe(1);
    expect(Math.max(...ratio.values)).toBe(1);
    const log = (first: PlanarPoints, second: PlanarPoints): Float64Array =>
      compareDensities(first, second, bounds, { ...quartic, comparison: 'log-ratio' }).values;
    const back = log(b, a);
    log(a, b).forEach((value, i) => void expect(value).toBeCloseTo(-back[i], 9));
    const difference = compareDensities(a, b, bounds, { ...quartic, comparison: 'difference' });
    // Two shares of 1 differ by 0 over the whole grid.
    expect(difference.values.reduce((x, y) => x + y) * 0.01).toBeCloseTo(0, 2);
  });

  it('finds a planted cluster and keeps its level where there is none', () => {
    const permutations = { draws: 99, seed: 5 };
    const options = { ...quartic, comparison: 'log-ratio', permutations } as const;
    const planted = compareDensities(withCluster(150, 3), even(300, 4), bounds, options);
    expect(planted.test).toMatchObject({ alternative: 'two-sided', null: 'random-relabelling', draws: 99 });
    expect(planted.test!.wholeMapP).toBe(0.01);
    const column = Math.floor((1000 - planted.left) / 100);
    const row = Math.floor((800 - planted.bottom) / 100);
    expect(planted.test!.p[row * planted.columns + column]).toBe(0.02);
    expect(planted.values[row * planted.columns + column]).toBeGreaterThan(1);
    let found = 0;
    for (let field = 0; field < 40; field++) {
      const random = { draws: 19, seed: field };
      const { test } = compareDensities(even(60, 100 + field), even(80, 900 + field), bounds, {
        ...options,
        cellSize: meters(200),
        permutations: random,
      });
      if (test!.wholeMapP <= 0.05) found++;
    }
    // Binomial(40, .05): 7 or more in one of 250.
    expect(found).toBeLessThan(7);
  });

  it('gives the same for the same seed, and refuses an empty side', () => {
    const options = { ...quartic, comparison: 'ratio', permutations: { draws: 9, seed: 1 } } as const;
    const once = compareDensities(even(30, 1), even(40, 2), bounds, options);
    expect(compareDensities(even(30, 1), even(40, 2), bounds, options)).toEqual(once);
    const none = { x: new Float64Array(), y: new Float64Array() };
    expect(() => compareDensities(none, even(3, 1), bounds, options)).toThrow(/compare-empty/);
    const weightless = { ...even(3, 1), weights: new Float64Array(3) };
    expect(() => compareDensities(even(3, 1), weightless, bounds, options)).toThrow(/compare-empty/);
  });
});
