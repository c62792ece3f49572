import { describe, expect, it } from 'vitest';
import { exceedance } from '../../../../test/support/calibration.ts';
import { OrynError } from '../errors/oryn-error.ts';
import { placeInHexagons } from '../places/hexagons.ts';
import { type Neighbours, neighboursOf } from '../places/neighbours.ts';
import { studyArea } from '../places/study-area.ts';
import { randomStream } from '../random/stream.ts';
import { DrawSums } from '../significance/draw-sums.ts';
import { randomisedP, tailPs } from '../significance/tails.ts';
import { countValues } from '../significance/value-counts.ts';
import { exactTails } from './exact-tails.ts';
import { hotPlaces } from './hot-places.ts';
import { permutationTails } from './permutation-tails.ts';

const area = studyArea([
  [
    [
      [71, 51],
      [71.2, 51],
      [71.2, 51.12],
      [71, 51.12],
      [71, 51],
    ],
  ],
]);
const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9, area });

/** Queen neighbours on a grid of `side` × `side` squares. */
function queen(side: number): Neighbours {
  return neighboursOf(side * side, (i, row) => {
    const [r, c] = [Math.floor(i / side), i % side];
    for (let near = Math.max(0, r - 1); near <= Math.min(side - 1, r + 1); near++) {
      for (let beside = Math.max(0, c - 1); beside <= Math.min(side - 1, c + 1); beside++) {
        if (near !== r || beside !== c) row.push(near * side + beside);
      }
    }
    return row;
  });
}

describe('hot places', () => {
  it('use only the included places: the rest changes nothing, and is empty, never none', () => {
    const random = randomStream(9);
    const include = Uint8Array.from({ length: places.count }, () => (random.uniform() < 0.7 ? 1 : 0));
    const n = Uint32Array.from({ length: places.count }, () => random.poisson(1));
    const louder = n.map((value, i) => (include[i] ? value : value + 50));
    const options = { statistic: 'gi-star', inference: 'exact', include } as const;
    const first = hotPlaces(n, places.neighbours, options);
    expect(hotPlaces(louder, places.neighbours, options)).toEqual(first);
    first.hotClass.forEach((name, i) => {
      if (!include[i]) expect(name).toBe('');
      if (!include[i]) expect(first.p[i]).toBeNaN();
    });
  });

  it('leave an island empty', () => {
    const include = new Uint8Array(places.count);
    include[0] = 1;
    const neighbour = places.neighbours.indices[places.neighbours.offsets[100]];
    include[100] = 1;
    include[neighbour] = 1;
    const n = new Uint32Array(places.count).fill(1);
    n[100] = 4;
    const found = hotPlaces(n, places.neighbours, { statistic: 'gi-star', inference: 'exact', include });
    expect(found.hotClass[0]).toBe('');
    expect(found.z[0]).toBeNaN();
    expect(found.tested).toBe(2);
  });

  it('under complete randomness pass q < .05 no more often than the level, at every density', () => {
    // 60 fields a density here; 2,000 in the statistics run. The bound is the 99.9 % point of a binomial at .05.
    for (const mean of [0.05, 0.5, 5]) {
      let fieldsWithAny = 0;
      for (let field = 0; field < 60; field++) {
        const random = randomStream(100 + field, 1);
        const n = Uint32Array.from({ length: places.count }, () => random.poisson(mean));
        const { q } = hotPlaces(n, places.neighbours, { statistic: 'gi-star', inference: 'exact' });
        if (q.some((value) => value <= 0.05)) fieldsWithAny++;
      }
      expect(fieldsWithAny).toBeLessThanOrEqual(10);
    }
  });

  it('have exact and permutation p that keep every level, and meet it when ties are divided at random', () => {
    const side = 12;
    const grid = queen(side);
    for (const mean of [0.05, 1, 10]) {
      for (const statistic of ['gi-star', 'gi'] as const) {
        const p: Record<string, Float64Array[]> = {
          exact: [],
          exactRandomised: [],
          drawn: [],
          drawnRandomised: [],
        };
        for (let field = 0; field < 60; field++) {
          const random = randomStream(1000 + field, 2);
          const n = Uint32Array.from({ length: side * side }, () => random.poisson(mean));
          const exact = exactTails(n, grid, statistic);
          const drawn = permutationTails(n, grid, statistic, { seed: field, draws: 199 });
          p.exact.push(exact.p);
          p.exactRandomised.push(randomisedP(exact, 'two-sided', random));
          p.drawn.push(tailPs(drawn, 'two-sided'));
          p.drawnRandomised.push(randomisedP(drawn, 'two-sided', random));
        }
        for (const level of [0.01, 0.05, 0.1]) {
          for (const [name, fields] of Object.entries(p)) {
            const { share, standardError } = exceedance(fields, level);
            // A level of few places in few fields has an error that its own fields hardly show.
            const error = Math.max(standardError, Math.sqrt((level * (1 - level)) / 8640));
            expect(share, `${name} ${statistic} ${mean}`).toBeLessThanOrEqual(level + 4 * error);
            if (name.endsWith('Randomised')) expect(share).toBeGreaterThanOrEqual(level - 4 * error);
          }
        }
      }
    }
  });

  it('do not change when the places are named anew', () => {
    const random = randomStream(31);
    const grid = queen(9);
    const x = Uint32Array.from({ length: 81 }, () => random.poisson(1.3));
    const order = Uint32Array.from(x, (_, i) => (i * 25) % 81);
    const place = new Uint32Array(81);
    order.forEach((old, now) => {
      place[old] = now;
    });
    const renamed = neighboursOf(81, (now) => {
      const old = order[now];
      return [...grid.indices.subarray(grid.offsets[old], grid.offsets[old + 1])].map(
        (other) => place[other],
      );
    });
    for (const statistic of ['gi-star', 'gi'] as const) {
      for (const inference of ['exact', 'analytic', 'permutation'] as const) {
        const before = hotPlaces(x, grid, { statistic, inference });
        const after = hotPlaces(
          order.map((old) => x[old]),
          renamed,
          { statistic, inference },
        );
        order.forEach((old, now) => {
          expect(after.z[now]).toBeCloseTo(before.z[old], 10);
          // Draws follow the positions: their p may differ by chance, here about 4 standard errors.
          const allowed = inference === 'permutation' ? 0.04 : 1e-12;
          expect(Math.abs(after.p[now] - before.p[old])).toBeLessThan(allowed);
        });
      }
    }
  });

  it('take an added zero place as theory says: one more value to draw', () => {
    const random = randomStream(17);
    const grid = queen(5);
    const x = Uint32Array.from({ length: 25 }, () => random.poisson(2));
    const wider = neighboursOf(26, (i) =>
      i < 25 ? [...grid.indices.subarray(grid.offsets[i], grid.offsets[i + 1])] : [],
    );
    const more = Uint32Array.of(...x, 0);
    const { values, multiplicities } = countValues(x);
    const sums = values.reduce(
      (all, value, v) => all.times(value, multiplicities[v]),
      DrawSums.empty({ draws: 9, items: 25 }),
    );
    const tails = exactTails(more, wider, 'gi-star');
    const mean = more.reduce((a, b) => a + b) / 26;
    const deviation = Math.sqrt(more.reduce((a, b) => a + (b - mean) ** 2, 0) / 26);
    const hot = hotPlaces(more, wider, { statistic: 'gi-star', inference: 'exact' });
    expect(hot.tested).toBe(25);
    for (let i = 0; i < 25; i++) {
      const near = [...grid.indices.subarray(grid.offsets[i], grid.offsets[i + 1])];
      const draws = near.length + 1;
      const sum = near.reduce((all, j) => all + x[j], x[i]);
      const share = draws / 26;
      const upper = (1 - share) * sums.tails(draws).upper(sum) + share * sums.tails(draws - 1).upper(sum);
      expect(tails.upper[i]).toBeCloseTo(upper, 12);
      const score = (sum - mean * draws) / (deviation * Math.sqrt((26 * draws - draws * draws) / 25));
      expect(hot.z[i]).toBeCloseTo(score, 10);
    }
  });

  it('do not change when values or weights are scaled; equal weights are none', () => {
    const random = randomStream(23);
    const grid = queen(7);
    const x = Float64Array.from({ length: 49 }, () => random.poisson(3));
    const weights = Float64Array.from(grid.indices, () => 0.5 + random.uniform());
    const permutation = { seed: 6, draws: 999 };
    const options = { statistic: 'gi-star', inference: 'permutation', permutation } as const;
    const first = hotPlaces(x, { ...grid, weights }, options);
    const louder = hotPlaces(
      x.map((value) => value * 8),
      { ...grid, weights: weights.map((weight) => weight * 4) },
      options,
    );
    expect(louder.p).toEqual(first.p);
    expect(louder.hotClass).toEqual(first.hotClass);
    louder.z.forEach((z, i) => {
      expect(z).toBeCloseTo(first.z[i], 10);
    });
    const third = { ...grid, weights: weights.map(() => 1 / 3) };
    for (const inference of ['exact', 'analytic', 'permutation'] as const) {
      const plain = hotPlaces(x, grid, { statistic: 'gi-star', inference });
      const even = hotPlaces(x, third, { statistic: 'gi-star', inference });
      expect(even.hotClass).toEqual(plain.hotClass);
      even.p.forEach((p, i) => {
        expect(p).toBeCloseTo(plain.p[i], 10);
      });
    }
  });

  it('say by which null, tail, correction and draws their p was found', () => {
    const grid = queen(6);
    const x = Uint32Array.from({ length: 36 }, (_, i) => (i < 12 ? 5 : i % 3));
    const drawn = hotPlaces(x, grid, {
      statistic: 'gi',
      inference: 'permutation',
      alternative: 'greater',
      correction: 'holm',
      permutation: { seed: 4, draws: 500, exceedances: 20 },
    });
    expect(drawn).toMatchObject({
      null: 'conditional-permutation',
      alternative: 'greater',
      correction: 'holm',
      tested: 36,
      permutation: { seed: 4, draws: 500, independent: true, exceedances: 20 },
    });
    expect(drawn.hotClass.some((name) => name.startsWith('cold'))).toBe(false);
    const cold = hotPlaces(x, grid, { statistic: 'gi-star', inference: 'exact', alternative: 'less' });
    expect(cold.hotClass.some((name) => name.startsWith('hot'))).toBe(false);
    expect(cold).toMatchObject({ null: 'total-permutation', permutation: null });
  });
});

describe('hot places of fields that are hardly any', () => {
  const grid = queen(4);
  const inferences = ['exact', 'analytic', 'permutation'] as const;

  it('no place, one place, only islands: nothing is tested', () => {
    for (const inference of inferences) {
      for (const [x, neighbours] of [
        [[], neighboursOf(0, () => [])],
        [[7], neighboursOf(1, () => [])],
        [[7, 0, 1], neighboursOf(3, () => [])],
      ] as const) {
        for (const statistic of ['gi-star', 'gi'] as const) {
          const hot = hotPlaces(x, neighbours, { statistic, inference });
          expect(hot.tested).toBe(0);
          expect([...hot.p].every(Number.isNaN)).toBe(true);
          expect(hot.hotClass.every((name) => name === '')).toBe(true);
        }
      }
    }
  });

  it('a row whose weights are all zero is an island', () => {
    const weights = new Float64Array(grid.indices.length).fill(1);
    weights.fill(0, 0, grid.offsets[1]);
    const x = Array.from({ length: 16 }, (_, i) => i % 5);
    for (const statistic of ['gi-star', 'gi'] as const) {
      for (const inference of inferences) {
        const hot = hotPlaces(x, { ...grid, weights }, { statistic, inference });
        expect([hot.z[0], hot.p[0], hot.hotClass[0], hot.tested]).toEqual([Number.NaN, Number.NaN, '', 15]);
      }
    }
  });

  it('all equal, all zero: no score, p = 1 where it is a permutation, nothing tested where it is a score', () => {
    for (const value of [0, 3, 0.1]) {
      for (const statistic of ['gi-star', 'gi'] as const) {
        for (const inference of inferences) {
          if (inference === 'exact' && value === 0.1) continue;
          const permutation = { seed: 1, draws: 199 };
          const hot = hotPlaces(new Array(16).fill(value), grid, { statistic, inference, permutation });
          expect([...hot.z].every(Number.isNaN)).toBe(true);
          expect(hot.tested).toBe(inference === 'analytic' ? 0 : 16);
          if (inference !== 'analytic') expect([...hot.p]).toEqual(new Array(16).fill(1));
          expect(hot.hotClass.some((name) => name.startsWith('hot') || name.startsWith('cold'))).toBe(false);
        }
      }
    }
  });

  it('all incidents in one place: no permutation test sees a stack', () => {
    const x = new Uint32Array(16);
    x[5] = 100_000;
    const exact = hotPlaces(x, grid, { statistic: 'gi-star', inference: 'exact' });
    // Place 5 has 8 neighbours: the stack is among nine of sixteen drawn.
    expect(exact.p[5]).toBeCloseTo(1, 12);
    expect(exact.p[15]).toBeCloseTo(1, 12);
    const gi = hotPlaces(x, grid, { statistic: 'gi', inference: 'exact' });
    expect(gi.z[5]).toBeNaN();
    expect(gi.p[5]).toBe(1);
  });

  it('everyone next to everyone: the sum is always the same, z is not defined', () => {
    const all = neighboursOf(6, (i) => [0, 1, 2, 3, 4, 5].filter((j) => j !== i));
    const x = [0, 1, 2, 3, 4, 5];
    expect([...hotPlaces(x, all, { statistic: 'gi-star', inference: 'exact' }).p]).toEqual(
      new Array(6).fill(1),
    );
    expect([...hotPlaces(x, all, { statistic: 'gi', inference: 'permutation' }).p]).toEqual(
      new Array(6).fill(1),
    );
    expect(
      [...hotPlaces(x, all, { statistic: 'gi-star', inference: 'analytic' }).z].every(Number.isNaN),
    ).toBe(true);
  });

  it('values and weights that are no numbers are refused, never passed on', () => {
    const weights = new Float64Array(grid.indices.length).fill(1);
    const x = new Array(16).fill(1);
    const options = { statistic: 'gi', inference: 'analytic' } as const;
    expect(() => hotPlaces([...x.slice(1), Number.NaN], grid, options)).toThrow(RangeError);
    expect(() => hotPlaces([...x.slice(1), Number.POSITIVE_INFINITY], grid, options)).toThrow(RangeError);
    expect(() => hotPlaces(x.slice(1), grid, options)).toThrow(RangeError);
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      weights[3] = bad;
      expect(() => hotPlaces(x, { ...grid, weights }, options)).toThrow(RangeError);
    }
  });

  it('exact p that cannot be found is refused by code', () => {
    const exact = { statistic: 'gi-star', inference: 'exact' } as const;
    const code = (work: () => unknown): string => {
      try {
        work();
      } catch (error) {
        if (error instanceof OrynError) return error.code;
      }
      return 'none';
    };
    const x = Array.from({ length: 16 }, (_, i) => i % 3);
    expect(code(() => hotPlaces([0.5, ...x.slice(1)], grid, exact))).toBe('inference.exact-whole');
    expect(code(() => hotPlaces([-1, ...x.slice(1)], grid, exact))).toBe('inference.exact-whole');
    const weights = Float64Array.from(grid.indices, (_, at) => 1 + (at % 2));
    expect(code(() => hotPlaces(x, { ...grid, weights }, exact))).toBe('inference.exact-weights');
    expect(code(() => hotPlaces(x, grid, { ...exact, selfWeight: 2 }))).toBe('inference.exact-weights');
    const half = neighboursOf(400, (i) => Array.from({ length: 60 }, (_, j) => (i + j + 1) % 400));
    const dense = Array.from({ length: 400 }, (_, i) => (i * 7919) % 1_000_003);
    expect(code(() => hotPlaces(dense, half, exact))).toBe('inference.exact-size');
  });
});
