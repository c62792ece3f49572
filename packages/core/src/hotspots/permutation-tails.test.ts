import { describe, expect, it } from 'vitest';
import { exceedance } from '../../../../test/support/calibration.ts';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { OrynError } from '../errors/oryn-error.ts';
import { type Neighbours, neighboursOf } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { tailPs } from '../significance/tails.ts';
import { exactTails } from './exact-tails.ts';
import { permutationTails } from './permutation-tails.ts';

const ring = (count: number): Neighbours =>
  neighboursOf(count, (i) => (i === 0 ? [] : [(i + 1) % count, (i + count - 1) % count, (i + 3) % count]));

/** All ordered choices of `draws` of the values. */
function arrangements(values: readonly number[], draws: number): number[][] {
  if (draws === 0) return [[]];
  return values.flatMap((value, i) =>
    arrangements([...values.slice(0, i), ...values.slice(i + 1)], draws - 1).map((rest) => [value, ...rest]),
  );
}

/** Largest distance from the truth that chance allows a p of R draws, in its own units. */
function allowance(p: number, draws: number): number {
  return 4.5 * Math.sqrt((p * (1 - p)) / draws) + 1.5 / (draws + 1);
}

describe('permutation tails', () => {
  it('come near the exact ones, drawn together or alone, total and conditional', () => {
    const random = randomStream(3);
    const x = Array.from({ length: 30 }, () => random.poisson(1));
    x[4] = 40;
    for (const statistic of ['gi-star', 'gi'] as const) {
      const exact = exactTails(x, ring(30), statistic);
      for (const independent of [false, true]) {
        const drawn = permutationTails(x, ring(30), statistic, { seed: 7, draws: 4000, independent });
        for (let i = 1; i < 30; i++) {
          for (const tail of ['upper', 'lower', 'equal'] as const) {
            const truth = exact[tail][i];
            expect(Math.abs(drawn[tail]![i] - truth)).toBeLessThan(allowance(truth, 4000));
          }
        }
        expect(drawn.upper[0]).toBeNaN();
        expect(drawn.draws[0]).toBe(0);
      }
    }
  });

  it('refuse what would take minutes or gigabytes, and say how many draws would not', () => {
    const places = 1200;
    const x = Array.from({ length: places }, (_, i) => i % 5);
    const wide = neighboursOf(places, (i) => Array.from({ length: 900 }, (_, j) => (i + j + 1) % places));
    const possible = (options: { draws: number; exceedances?: number }): unknown => {
      try {
        permutationTails(x, wide, 'gi', { seed: 1, ...options });
      } catch (error) {
        if (error instanceof OrynError && error.code === 'inference.permutation-size')
          return error.parameters;
      }
      return undefined;
    };
    expect(possible({ draws: 99_999 })).toEqual({ draws: 99_999, neighbours: 900, possible: 18_017 });
    expect(possible({ draws: 9_999_999, exceedances: 400 })).toMatchObject({ possible: 4115 });
    expect(possible({ draws: 19 })).toBeUndefined();
  });

  it('with unequal weights come near the listing of every arrangement', () => {
    const random = randomStream(12);
    const binary = ring(8);
    const neighbours = { ...binary, weights: Float64Array.from(binary.indices, () => random.uniform()) };
    const x = Array.from({ length: 8 }, () => Math.round(10 * random.uniform()) / 10);
    const { offsets, indices, weights } = neighbours;
    for (const statistic of ['gi-star', 'gi'] as const) {
      for (const independent of [false, true]) {
        const drawn = permutationTails(x, neighbours, statistic, {
          seed: 2,
          draws: 3000,
          independent,
          selfWeight: 0.3,
        });
        for (let i = 1; i < 8; i++) {
          const row = [...weights.subarray(offsets[i], offsets[i + 1])];
          const near = [...indices.subarray(offsets[i], offsets[i + 1])].map((j) => x[j]);
          const isTotal = statistic === 'gi-star';
          if (isTotal) {
            row.push(0.3);
            near.push(x[i]);
          }
          const sum = (values: number[]): number => values.reduce((all, value, j) => all + row[j] * value, 0);
          const observed = sum(near);
          const all = arrangements(isTotal ? x : x.filter((_, j) => j !== i), row.length).map(sum);
          const upper = all.filter((value) => value >= observed - 1e-9).length / all.length;
          expect(Math.abs(drawn.upper[i] - upper)).toBeLessThan(allowance(upper, 3000));
        }
      }
    }
  });

  it('are the same bytes whoever computes which part, and scale with the values and weights', () => {
    const random = randomStream(5);
    const x = Array.from({ length: 40 }, () => random.uniform());
    const neighbours = ring(40);
    const weighted = { ...neighbours, weights: Float64Array.from(neighbours.indices, (j) => 1 + (j % 3)) };
    const scaled = { ...neighbours, weights: weighted.weights.map((weight) => weight * 4) };
    for (const options of [
      { seed: 1, draws: 99 },
      { seed: 1, draws: 99, independent: true },
      { seed: 1, draws: 99, exceedances: 5 },
    ]) {
      const whole = permutationTails(x, weighted, 'gi', options);
      const first = permutationTails(x, weighted, 'gi', { ...options, range: [0, 17] });
      const second = permutationTails(x, weighted, 'gi', { ...options, range: [17, 40] });
      whole.upper.forEach((upper, i) => {
        expect(i < 17 ? first.upper[i] : second.upper[i]).toBe(upper);
        expect(i < 17 ? second.upper[i] : first.upper[i]).toBeNaN();
      });
      const louder = permutationTails(
        x.map((value) => value * 2),
        scaled,
        'gi',
        options,
      );
      expect(louder).toEqual(whole);
      const other = permutationTails(x, weighted, 'gi', { ...options, seed: 2 });
      expect(other.upper).not.toEqual(whole.upper);
    }
  });

  it('find ties of real numbers whatever the order of the sum', () => {
    const x = Array.from({ length: 20 }, (_, i) => (i % 2 ? 0.1 : 0.7));
    const whole = x.map((value) => Math.round(value * 10));
    const options = { seed: 9, draws: 500 };
    for (const statistic of ['gi', 'gi-star'] as const) {
      const tails = permutationTails(x, ring(20), statistic, options);
      expect(tails).toEqual(permutationTails(whole, ring(20), statistic, options));
    }
  });

  it('stop where each tail was reached often enough, with p = h / l (Besag & Clifford 1991)', () => {
    const random = randomStream(6);
    const x = Array.from({ length: 200 }, () => random.normal() ** 2);
    for (let i = 50; i < 56; i++) x[i] = 30;
    const options = { seed: 3, draws: 2000, exceedances: 10 };
    const tails = permutationTails(x, ring(200), 'gi-star', options);
    const full = permutationTails(x, ring(200), 'gi-star', { seed: 3, draws: 20_000 });
    expect(tails.equal).toBeUndefined();
    let made = 0;
    for (let i = 1; i < 200; i++) {
      made += tails.draws[i];
      // The relative error of h exceedances is about 1 / sqrt(h).
      expect(tails.upper[i]).toBeLessThan(3.5 * full.upper[i] + 0.002);
      if (tails.draws[i] < 2000) expect(Math.min(tails.upper[i], tails.lower[i])).toBe(10 / tails.draws[i]);
    }
    expect(made / 199).toBeLessThan(400);
    expect(tails.draws[52]).toBe(2000);
    expect(tails.upper[52]).toBeLessThan(0.005);
  });

  it('keep their level when draws stop early', () => {
    const fields: Float64Array[] = [];
    for (let field = 0; field < 60; field++) {
      const random = randomStream(field, 7);
      const x = Array.from({ length: 80 }, () => random.normal() ** 2);
      fields.push(
        tailPs(
          permutationTails(x, ring(80), 'gi', { seed: field, draws: 999, exceedances: 10 }),
          'two-sided',
        ),
      );
    }
    for (const level of [0.01, 0.05, 0.1]) {
      const { share, standardError } = exceedance(fields, level);
      expect(share).toBeLessThanOrEqual(level + 4 * standardError);
      expect(share).toBeGreaterThan(level / 2);
    }
  });

  it('refuse numbers of draws that are none', () => {
    expect(() => permutationTails([1, 2], ring(2), 'gi', { seed: 1, draws: 0 })).toThrow(RangeError);
    expect(() => permutationTails([1, 2], ring(2), 'gi', { seed: 1, exceedances: 0.5 })).toThrow(RangeError);
  });

  it('tell how far they are, and stop when told', () => {
    const random = randomStream(1);
    const x = Array.from({ length: 1500 }, () => random.uniform());
    const heard: number[] = [];
    const options = { seed: 1, draws: 2000, independent: true };
    permutationTails(x, ring(1500), 'gi', { ...options, onProgress: (done) => heard.push(done) });
    expect(heard.length).toBeGreaterThan(3);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    const stop = (): void => {
      throw new Error('stopped');
    };
    expect(() => permutationTails(x, ring(1500), 'gi', { ...options, onProgress: stop })).toThrow('stopped');
  });

  for (const name of ['synthA_res9', 'memphis_res8', 'columbus_CRIME_queen']) {
    it.skipIf(!hasShared)(`of gi come near the exact ones of ${name}`, () => {
      const input = sharedJson<{ x: number[]; neighbours0: number[][] }>(`golden/local/${name}_input.json`);
      const golden = sharedTable(`golden/local/${name}_esda.csv`);
      const neighbours = neighboursOf(input.x.length, (i) => input.neighbours0[i]);
      const suffix = golden.gi_p_upper_exact ? 'exact' : 'mc99999';
      const drawn = permutationTails(input.x, neighbours, 'gi', { seed: 8, draws: 9999 });
      input.x.forEach((_, i) => {
        if (input.neighbours0[i].length === 0) return;
        for (const tail of ['upper', 'lower'] as const) {
          const truth = Number(golden[`gi_p_${tail}_${suffix}`][i]);
          expect(Math.abs(drawn[tail][i] - truth)).toBeLessThan(allowance(truth, 9999));
        }
      });
    });
  }
});
