import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { hexagonNeighbours, neighboursOf, restrictNeighbours } from '../places/neighbours.ts';
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

  it('equal a whole-number listing item by item on two and three rings, with a mask and a huge stack', () => {
    const cells = gridDisk(latLngToCell(51, 71, 9), 5);
    const random = randomStream(21);
    const members = Uint32Array.from(cells, (_, i) => i).filter(() => random.uniform() < 0.8);
    for (const rings of [2, 3] as const) {
      const among = restrictNeighbours(hexagonNeighbours(cells, rings), members);
      const x = Uint32Array.from(members, () => random.poisson(0.5));
      x[20] = 100_000;
      const total = exactTails(x, among, 'gi-star');
      const held = exactTails(x, among, 'gi');
      const waysOfAll = waysByItem([...x], 37, 60);
      for (const i of [0, 7, 20, 33, 50]) {
        const near = [...among.indices.subarray(among.offsets[i], among.offsets[i + 1])];
        const sum = near.reduce((all, j) => all + x[j], 0);
        const waysOfOthers = waysByItem(
          [...x].filter((_, j) => j !== i),
          37,
          60,
        );
        for (const [tails, ways, draws, observed] of [
          [total, waysOfAll, near.length + 1, sum + x[i]],
          [held, waysOfOthers, near.length, sum],
        ] as const) {
          // Sums without the stack are below 60; those with it start at 100,000 and are one draw fewer.
          const isWithStack = observed >= 100_000;
          const rest = waysByItem(
            [...x].filter((_, j) => j !== 20 && (tails === total || j !== i)),
            37,
            60,
          );
          const all = ways[draws].reduce((a, b) => a + b, 0n) + rest[draws - 1].reduce((a, b) => a + b, 0n);
          const from = isWithStack ? observed - 100_000 : observed;
          const row = isWithStack ? rest[draws - 1] : ways[draws];
          let upper = row.slice(from).reduce((a, b) => a + b, 0n);
          if (!isWithStack && (tails === total || i !== 20))
            upper += rest[draws - 1].reduce((a, b) => a + b, 0n);
          const whole = tails === held && i === 20 ? ways[draws].reduce((a, b) => a + b, 0n) : all;
          const share = Number((upper * 10n ** 25n) / whole) / 1e25;
          expect(Math.abs(tails.upper[i] / share - 1)).toBeLessThan(1e-11);
        }
      }
    }
  });

  it('are refused above two thousand million terms, before the work is begun', () => {
    const places = 6350;
    const x = Array.from({ length: places }, (_, i) => (i * 7919) % 23);
    const wide = neighboursOf(places, (i) => Array.from({ length: 900 }, (_, j) => (i + j + 1) % places));
    expect(() => exactTails(x, wide, 'gi')).toThrow('inference.exact-size');
  });

  it('tell how far they are', () => {
    const heard: number[] = [];
    const x = Array.from({ length: 11 }, (_, i) => i % 4);
    exactTails(x, ring(11), 'gi', { onProgress: (done, total) => heard.push(done / total) });
    expect(heard.length).toBeGreaterThan(3);
    expect(Math.max(...heard)).toBeLessThanOrEqual(1);
  });
});

/** Ways to draw j of the values with each sum under `most`, one value at a time in whole numbers. */
function waysByItem(values: number[], draws: number, most: number): bigint[][] {
  const ways = Array.from({ length: draws + 1 }, () => new Array<bigint>(most).fill(0n));
  ways[0][0] = 1n;
  for (const value of values) {
    for (let j = draws; j >= 1; j--) {
      for (let sum = most - 1; sum >= value; sum--) ways[j][sum] += ways[j - 1][sum - value];
    }
  }
  return ways;
}
