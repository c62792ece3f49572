import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { type Neighbours, neighboursOf } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { exactTails } from './exact-tails.ts';
import { getisOrdScores } from './getis-ord.ts';
import { localGeary } from './local-geary.ts';
import { localMoran } from './local-moran.ts';
import { localMoranPlaces } from './local-moran-places.ts';

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
  expect(Math.abs(value - golden)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(golden)));
};

describe('local Moran', () => {
  it('equals the printed 5 × 5 field (methods C2): spdep and GeoDa divisors, conditional and total z', () => {
    const conditional = localMoran(field, queen);
    expect(conditional.i[12]).toBeCloseTo(1.260934, 6);
    expect(conditional.z[0]).toBeCloseTo(0.813189, 6);
    expect(conditional.z[12]).toBeCloseTo(2.376017, 6);
    expect(localMoran(field, queen, { divisor: 'n-1' }).i[12]).toBeCloseTo(1.210497, 6);
    expect(localMoran(field, queen, { null: 'total' }).z[12]).toBeCloseTo(4.7417, 4);
  });

  it('has z of sign(d) times that of Gi, and z that no scaling or divisor changes', () => {
    const gi = getisOrdScores(field, queen, 'gi');
    const mean = field.reduce((a, b) => a + b) / 25;
    const options = [{}, { weights: 'as-given' }, { divisor: 'n-1' }] as const;
    for (const option of options) {
      const { i, z, expected, variance } = localMoran(field, queen, option);
      z.forEach((score, place) => {
        near(score, Math.sign(field[place] - mean) * gi[place], 1e-12);
        near((i[place] - expected[place]) / Math.sqrt(variance[place]), score, 1e-9);
      });
    }
  });

  it('is not defined on a constant field or an island; a place at the mean has I = 0 and p = 1', () => {
    expect([...localMoran(new Array(25).fill(0.1), queen).i].every(Number.isNaN)).toBe(true);
    const line = neighboursOf(5, (i) => (i === 4 ? [] : i === 0 ? [1] : i === 3 ? [2] : [i - 1, i + 1]));
    const x = [0, 4, 2, 3, 1];
    const moran = localMoran(x, line);
    expect(moran.i[2]).toBe(0);
    expect(moran.z[2]).toBeNaN();
    expect(moran.i[4]).toBeNaN();
    expect(moran.quadrant[4]).toBe('none');
    for (const inference of ['exact', 'permutation'] as const) {
      const places = localMoranPlaces(x, line, { inference });
      expect(places.p[2]).toBe(1);
      expect(places.p[4]).toBeNaN();
      expect(places.cluster[4]).toBe('');
      expect(places.tested).toBe(4);
    }
  });

  for (const name of ['synthA_res9', 'memphis_res8', 'columbus_CRIME_queen']) {
    it.skipIf(!hasShared)(`equals spdep 1.2-7 and esda 2.5.1 on ${name} within 1e-9`, () => {
      const input = sharedJson<{ x: number[]; neighbours0: number[][] }>(`golden/local/${name}_input.json`);
      const spdep = sharedTable(`golden/local/${name}_spdep.csv`);
      const esda = sharedTable(`golden/local/${name}_esda.csv`);
      const neighbours = neighboursOf(input.x.length, (i) => input.neighbours0[i]);
      let worst = 0;
      const compare = (value: number, golden: number): void => {
        const difference = Math.abs(value - golden) / Math.max(1, Math.abs(golden));
        if (!(difference <= worst)) worst = difference;
      };
      const geary = localGeary(input.x, neighbours);
      for (const [scaling, letter] of [
        ['row-standardised', 'W'],
        ['as-given', 'B'],
      ] as const) {
        const conditional = localMoran(input.x, neighbours, { weights: scaling });
        const total = localMoran(input.x, neighbours, { weights: scaling, null: 'total' });
        const geoda = localMoran(input.x, neighbours, { weights: scaling, divisor: 'n-1' });
        input.x.forEach((_, i) => {
          if (spdep.n_nb[i] === '0') {
            expect(conditional.i[i]).toBeNaN();
            return;
          }
          const golden = (column: string): number => Number(spdep[column][i]);
          compare(conditional.i[i], golden(`I_${letter}`));
          compare(conditional.expected[i], golden(`I_E_${letter}_cond`));
          compare(conditional.variance[i], golden(`I_Var_${letter}_cond`));
          compare(conditional.z[i], golden(`I_z_${letter}_cond`));
          compare(total.expected[i], golden(`I_E_${letter}_rand`));
          compare(total.variance[i], golden(`I_Var_${letter}_rand`));
          compare(total.z[i], golden(`I_z_${letter}_rand`));
          compare(geoda.i[i], golden(`I_${letter}_mlvarFALSE`));
          if (letter === 'B') return;
          compare(geoda.i[i], Number(esda.esda_I_R[i]));
          compare(geary[i], golden('geary_local_W'));
          if (conditional.quadrant[i] !== 'none')
            expect(conditional.quadrant[i]).toBe(['HH', 'LH', 'LL', 'HL'][Number(esda.esda_q[i]) - 1]);
        });
      }
      expect(worst).toBeLessThanOrEqual(1e-9);
    });
  }
});

describe('places by local Moran', () => {
  it('have exact tails equal to listing every arrangement of the neighbours', () => {
    const random = randomStream(4);
    const ring = neighboursOf(9, (i) => [(i + 1) % 9, (i + 8) % 9, (i + 4) % 9]);
    for (let field = 0; field < 10; field++) {
      const x = Array.from({ length: 9 }, () => random.poisson(1.5));
      const mean = x.reduce((a, b) => a + b) / 9;
      const found = localMoranPlaces(x, ring, { inference: 'exact' });
      for (let i = 0; i < 9; i++) {
        const near = [...ring.indices.subarray(ring.offsets[i], ring.offsets[i + 1])];
        const statistic = (sum: number): number => (x[i] - mean) * (sum - 3 * mean);
        const observed = statistic(near.reduce((sum, j) => sum + x[j], 0));
        let upper = 0;
        let lower = 0;
        let all = 0;
        const others = x.filter((_, j) => j !== i);
        for (let a = 0; a < 8; a++)
          for (let b = a + 1; b < 8; b++)
            for (let c = b + 1; c < 8; c++) {
              const drawn = statistic(others[a] + others[b] + others[c]);
              all++;
              if (drawn >= observed - 1e-9) upper++;
              if (drawn <= observed + 1e-9) lower++;
            }
        expect(found.p[i]).toBeCloseTo(Math.min(1, (2 * Math.min(upper, lower)) / all), 12);
        const greater = localMoranPlaces(x, ring, { inference: 'exact', alternative: 'greater' });
        expect(greater.p[i]).toBeCloseTo(upper / all, 12);
      }
    }
  });

  it('are the places of Gi, read against their own side, and labelled only where significant', () => {
    const random = randomStream(6);
    const x = Array.from({ length: 25 }, (_, i) => random.poisson(i < 10 ? 6 : 1));
    const found = localMoranPlaces(x, queen, { inference: 'exact', level: 0.1 });
    const gi = exactTails(x, queen, 'gi');
    const { quadrant } = localMoran(x, queen);
    expect(found.null).toBe('conditional-permutation');
    expect(found.tested).toBe(25);
    found.cluster.forEach((name, i) => {
      expect(found.p[i]).toBe(gi.p[i]);
      expect(name).toBe(found.q[i] <= 0.1 ? quadrant[i] : 'none');
    });
    expect(found.cluster).toContain('HH');
  });
});
