import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { neighboursOf } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { exactTails } from './exact-tails.ts';

/** All sums of `draws` of the values, by listing every subset of places. */
function enumerateSums(values: number[], draws: number): number[] {
  if (draws === 0) return [0];
  return values.flatMap((value, i) =>
    enumerateSums(values.slice(i + 1), draws - 1).map((sum) => sum + value),
  );
}

const ring = (count: number) =>
  neighboursOf(count, (i) => [(i + 1) % count, (i + count - 1) % count, (i + 3) % count]);

describe('exact permutation tails', () => {
  it('equal the enumeration of every subset, total for gi-star and conditional for gi', () => {
    const random = randomStream(11);
    for (let field = 0; field < 20; field++) {
      const x = Array.from({ length: 11 }, () => random.poisson(field < 10 ? 0.4 : 3));
      const neighbours = ring(x.length);
      for (const statistic of ['gi-star', 'gi'] as const) {
        const tails = exactTails(x, neighbours, statistic);
        for (let i = 0; i < x.length; i++) {
          const nearby = [...neighbours.indices.subarray(neighbours.offsets[i], neighbours.offsets[i + 1])];
          const own = statistic === 'gi-star' ? x[i] : 0;
          const observed = nearby.reduce((sum, j) => sum + x[j], own);
          const drawn = statistic === 'gi-star' ? x : x.filter((_, j) => j !== i);
          const sums = enumerateSums(drawn, nearby.length + (statistic === 'gi-star' ? 1 : 0));
          const upper = sums.filter((sum) => sum >= observed).length / sums.length;
          const lower = sums.filter((sum) => sum <= observed).length / sums.length;
          expect(Math.abs(tails.upper[i] - upper)).toBeLessThan(1e-13);
          expect(Math.abs(tails.lower[i] - lower)).toBeLessThan(1e-13);
          expect(tails.p[i]).toBe(Math.min(1, 2 * Math.min(tails.upper[i], tails.lower[i])));
        }
      }
    }
  });

  it('equal the printed tail of the 5 × 5 field: 0.0139421 (methods C1)', () => {
    const field = [0, 0, 1, 0, 0, 0, 2, 3, 1, 0, 1, 4, 12, 5, 0, 0, 1, 6, 2, 1, 0, 0, 0, 1, 8];
    const centre = neighboursOf(25, (i) => (i === 12 ? [6, 7, 8, 11, 13, 16, 17, 18] : []));
    const tails = exactTails(field, centre, 'gi');
    expect(tails.upper[12]).toBeCloseTo(0.0139421, 7);
    expect(Number.isNaN(tails.p[0])).toBe(true);
  });

  for (const name of ['synthA_res9', 'memphis_res8']) {
    it.skipIf(!hasShared)(`of gi equal the rational dynamic programme on ${name} within 1e-9`, () => {
      const input = sharedJson<{ x: number[]; neighbours0: number[][] }>(`golden/local/${name}_input.json`);
      const golden = sharedTable(`golden/local/${name}_esda.csv`);
      const neighbours = neighboursOf(input.x.length, (i) => [...input.neighbours0[i]]);
      const tails = exactTails(input.x, neighbours, 'gi');
      let compared = 0;
      input.x.forEach((_, i) => {
        if (input.neighbours0[i].length === 0) return;
        compared++;
        expect(Math.abs(tails.upper[i] - Number(golden.gi_p_upper_exact[i]))).toBeLessThan(1e-9);
        expect(Math.abs(tails.lower[i] - Number(golden.gi_p_lower_exact[i]))).toBeLessThan(1e-9);
      });
      expect(compared).toBeGreaterThan(100);
    });
  }
});
