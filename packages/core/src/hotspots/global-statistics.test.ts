import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson } from '../../../../test/support/shared.ts';
import { type Neighbours, neighboursOf } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { type GlobalOptions, type GlobalStatistic, globalStatistic } from './global-statistics.ts';

const field = [0, 0, 1, 0, 0, 0, 2, 3, 1, 0, 1, 4, 12, 5, 0, 0, 1, 6, 2, 1, 0, 0, 0, 1, 8];
const queen: Neighbours = neighboursOf(25, (i) => {
  const found: number[] = [];
  for (let j = 0; j < 25; j++) {
    const apart = Math.max(Math.abs((i % 5) - (j % 5)), Math.abs(Math.floor(i / 5) - Math.floor(j / 5)));
    if (apart === 1) found.push(j);
  }
  return found;
});

const near = (value: number, golden: number, relative = 1e-9): void => {
  expect(Math.abs(value / golden - 1)).toBeLessThanOrEqual(relative);
};

interface Spdep {
  statistic: number | number[][];
  'p.value': number | number[][];
  estimate: Record<string, number>;
}
interface Published {
  z: number | number[][];
  p: number | number[][];
  estimate: number[];
}
const flat = (value: number | number[][]): number => (typeof value === 'number' ? value : value[0][0]);

/** What each golden name asks of our function. */
const asked: [string, GlobalStatistic, GlobalOptions][] = [
  ['moran_W_randomisation', 'moran', { alternative: 'greater' }],
  ['moran_W_normality', 'moran', { alternative: 'greater', inference: 'normality' }],
  ['moran_W_two_sided', 'moran', {}],
  ['moran_B_randomisation', 'moran', { alternative: 'greater', weights: 'as-given' }],
  ['moran_B_normality', 'moran', { alternative: 'greater', weights: 'as-given', inference: 'normality' }],
  ['moran_B_two_sided', 'moran', { weights: 'as-given' }],
  ['geary_W_randomisation', 'geary', { alternative: 'less' }],
  ['geary_B_randomisation', 'geary', { alternative: 'less', weights: 'as-given' }],
  ['globalG_B', 'getis-ord-g', { alternative: 'greater' }],
  ['globalG_B_two_sided', 'getis-ord-g', {}],
  ['globalG_W', 'getis-ord-g', { alternative: 'greater', weights: 'row-standardised' }],
];

describe('global statistics', () => {
  it('equal the printed values of the 5 × 5 field (methods C2)', () => {
    const row = globalStatistic(field, queen, 'moran', { alternative: 'greater' });
    expect(row.value).toBeCloseTo(0.1554330368, 10);
    expect(row.expected).toBeCloseTo(-0.0416666667, 10);
    expect(row.variance).toBeCloseTo(0.0092350113, 10);
    expect(row.z).toBeCloseTo(2.0510075, 7);
    expect(row.p).toBeCloseTo(0.0201331, 7);
    const normal = globalStatistic(field, queen, 'moran', { inference: 'normality' });
    expect(normal.variance).toBeCloseTo(0.011324145, 9);
    expect(normal.z).toBeCloseTo(1.8521803, 7);
    const binary = globalStatistic(field, queen, 'moran', { weights: 'as-given' });
    expect(binary.value).toBeCloseTo(0.1801437279, 10);
    expect(binary.variance).toBeCloseTo(0.0082043236, 10);
    expect(binary.z).toBeCloseTo(2.4488405, 7);
    const g = globalStatistic(field, queen, 'getis-ord-g');
    expect(g.value).toBeCloseTo(0.4849699, 7);
    expect(g.expected).toBeCloseTo(0.24, 12);
    expect(g.z).toBeCloseTo(3.3982576, 7);
  });

  for (const name of ['synthA_res9', 'memphis_res8', 'columbus_CRIME_queen']) {
    it.skipIf(!hasShared)(`equal spdep 1.2-7 and esda 2.5.1 on ${name}, islands by either convention`, () => {
      const input = sharedJson<{ x: number[]; neighbours0: number[][] }>(`golden/local/${name}_input.json`);
      const spdep = sharedJson<Record<string, Spdep>>(`golden/local/${name}_global_spdep.json`);
      const esda = sharedJson<Record<string, Record<string, number>>>(
        `golden/local/${name}_global_esda.json`,
      );
      const neighbours = neighboursOf(input.x.length, (i) => input.neighbours0[i]);
      let compared = 0;
      for (const [key, statistic, options] of asked) {
        const golden = spdep[key];
        if (!golden) continue;
        compared++;
        const test = globalStatistic(input.x, neighbours, statistic, {
          ...options,
          islands: 'with-neighbours',
        });
        const [value, expected, variance] = Object.values(golden.estimate);
        near(test.value, value);
        near(test.expected, expected);
        near(test.variance, variance);
        near(Math.abs(test.z), flat(golden.statistic));
        near(test.p, flat(golden['p.value']), 1e-7);
      }
      expect(compared).toBeGreaterThan(8);
      const all = globalStatistic(input.x, neighbours, 'moran', { alternative: 'greater' });
      const golden = spdep.moran_W_adjustn_FALSE;
      near(all.z, flat(golden.statistic));
      near(all.variance, golden.estimate.Variance);
      for (const [key, weights] of [
        ['B', 'as-given'],
        ['R', 'row-standardised'],
      ] as const) {
        const moran = globalStatistic(input.x, neighbours, 'moran', { weights });
        near(moran.value, esda[`moran_${key}`].I);
        near(moran.variance, esda[`moran_${key}`].VI_rand);
        const geary = globalStatistic(input.x, neighbours, 'geary', { weights });
        near(geary.value, esda[`geary_${key}`].C);
        near(geary.variance, esda[`geary_${key}`].VC_rand);
        near(geary.z, esda[`geary_${key}`].z_rand);
        const normal = globalStatistic(input.x, neighbours, 'geary', { weights, inference: 'normality' });
        near(normal.variance, esda[`geary_${key}`].VC_norm);
      }
      const g = globalStatistic(input.x, neighbours, 'getis-ord-g');
      near(g.value, esda.G_B.G);
      near(g.expected, esda.G_B.EG);
      near(g.variance, esda.G_B.VG);
    });
  }

  it.skipIf(!hasShared)('equal the published examples of Columbus, old and new', () => {
    const old = sharedJson<{ x: number[]; neighbours0: number[][] } & Record<string, Published>>(
      'golden/published/oldcol.json',
    );
    const neighbours = neighboursOf(old.x.length, (i) => old.neighbours0[i]);
    const cases: [string, GlobalStatistic, GlobalOptions][] = [
      ['moran_W', 'moran', { alternative: 'greater' }],
      ['moran_B', 'moran', { alternative: 'greater', weights: 'as-given' }],
      ['moran_W_norm', 'moran', { alternative: 'greater', inference: 'normality' }],
      ['moran_W_two', 'moran', {}],
      ['geary_W', 'geary', { alternative: 'less' }],
      ['geary_W_norm', 'geary', { alternative: 'less', inference: 'normality' }],
    ];
    for (const [key, statistic, options] of cases) {
      const test = globalStatistic(old.x, neighbours, statistic, options);
      near(test.value, old[key].estimate[0]);
      near(test.variance, old[key].estimate[2]);
      near(Math.abs(test.z), flat(old[key].z));
      near(test.p, flat(old[key].p), 1e-7);
    }
  });

  it('have permutation moments and p that agree with randomisation theory', () => {
    for (const statistic of ['moran', 'geary', 'getis-ord-g'] as const) {
      const theory = globalStatistic(field, queen, statistic);
      const drawn = globalStatistic(field, queen, statistic, {
        inference: 'permutation',
        permutation: { seed: 3, draws: 4000 },
      });
      expect(drawn.value).toBe(theory.value);
      expect(Math.abs(drawn.expected - theory.expected)).toBeLessThan(4 * Math.sqrt(theory.variance / 4000));
      expect(Math.abs(drawn.variance / theory.variance - 1)).toBeLessThan(0.15);
      expect(drawn.null).toBe('total-permutation');
      expect(drawn.permutation).toEqual({ seed: 3, draws: 4000 });
    }
  });

  it('take weights that are not symmetric', () => {
    const random = randomStream(2);
    const lists = Array.from({ length: 12 }, (_, i) => [(i + 1) % 12, (i + 5) % 12]);
    const binary = neighboursOf(12, (i) => lists[i]);
    const neighbours = { ...binary, weights: Float64Array.from(binary.indices, () => random.uniform()) };
    const x = Array.from({ length: 12 }, () => random.normal());
    const w = Array.from({ length: 12 }, () => new Float64Array(12));
    for (let i = 0; i < 12; i++)
      for (let at = binary.offsets[i]; at < binary.offsets[i + 1]; at++)
        w[i][binary.indices[at]] = neighbours.weights[at];
    let [s0, s1, s2] = [0, 0, 0];
    for (let i = 0; i < 12; i++) {
      let both = 0;
      for (let j = 0; j < 12; j++) {
        s0 += w[i][j];
        s1 += (w[i][j] + w[j][i]) ** 2 / 2;
        both += w[i][j] + w[j][i];
      }
      s2 += both ** 2;
    }
    const test = globalStatistic(x, neighbours, 'moran', { weights: 'as-given', inference: 'normality' });
    near(test.variance, (144 * s1 - 12 * s2 + 3 * s0 * s0) / (s0 * s0 * 143) - 1 / 121);
  });

  it('are not defined, and say so, where there is nothing to measure', () => {
    const none = neighboursOf(25, () => []);
    const cases: [number[], Neighbours][] = [
      [new Array(25).fill(0.1), queen],
      [new Array(25).fill(0), queen],
      [field, none],
      [[], neighboursOf(0, () => [])],
      [[3], neighboursOf(1, () => [])],
    ];
    for (const [x, neighbours] of cases) {
      for (const statistic of ['moran', 'geary', 'getis-ord-g'] as const) {
        const test = globalStatistic(x, neighbours, statistic);
        expect(test.value).toBeNaN();
        expect(test.p).toBeNaN();
        expect(test.tested).toBe(0);
      }
    }
    expect(globalStatistic([-1, ...field.slice(1)], queen, 'getis-ord-g').tested).toBe(0);
    expect(() => globalStatistic([Number.NaN, ...field.slice(1)], queen, 'moran')).toThrow(RangeError);
  });
});
