import { describe, expect, it } from 'vitest';
import { visitThrows } from '../../../../test/support/all-throws.ts';
import { randomStream } from '../random/stream.ts';
import { chanceThrows } from './chance-throws.ts';
import { expectedGini } from './even-throw.ts';
import { giniCoefficients } from './gini.ts';
import { poissonNull } from './poisson-null.ts';
import { shareOfPlaces } from './share-of-places.ts';

const zeros = (count: number): number[] => new Array(count).fill(0);

describe('chance throws', () => {
  it('give the printed marginal concentration (methods B6): 500 places, 300 crimes, half in .054', () => {
    const counts = [...new Array(26).fill(5), 20, ...new Array(150).fill(1), ...zeros(323)];
    expect(counts.reduce((a, b) => a + b)).toBe(300);
    const { shares, draws } = chanceThrows(counts, { draws: 20_000, seed: 1 });
    const half = shares[1];
    expect([counts.length, draws, half.observed]).toEqual([500, 20_000, 0.054]);
    // A throw strays by .011, so the printed mean, of 2,000, by .00025.
    expect(Math.abs(half.mean - 0.1521)).toBeLessThan(0.00075);
    expect(Number((100 * half.excess).toFixed(1))).toBe(9.8);
    expect(half.p).toBe(1 / 20_001);
    expect(half.low).toBeLessThan(half.mean);
    expect(half.high).toBeGreaterThan(half.mean);
  });

  it('equal the mean and p over every possible throw of a tiny city, even and by exposure', () => {
    for (const exposure of [undefined, [4, 2, 1, 0, 1]]) {
      const counts = [3, 2, 1, 0, 0];
      const observed = shareOfPlaces(counts, 50).k;
      const gini = giniCoefficients(counts).gini;
      const chances = exposure ? exposure.map((value) => value / 8) : new Array(5).fill(1 / 5);
      let [mean, p, meanGini, pGini] = [0, 0, 0, 0];
      visitThrows(chances, 6, (thrown, probability) => {
        const { k } = shareOfPlaces(thrown, 50);
        mean += (probability * k) / 5;
        if (k <= observed) p += probability;
        const { gini: thrownGini } = giniCoefficients(thrown);
        meanGini += probability * thrownGini;
        if (thrownGini >= gini - 1e-12) pGini += probability;
      });
      const DRAWS = 20_000;
      const found = chanceThrows(counts, { percents: [50], draws: DRAWS, seed: 3, exposure });
      const error = 4 / Math.sqrt(DRAWS);
      expect(Math.abs(found.shares[0].mean - mean)).toBeLessThan(error * 0.1);
      expect(Math.abs(found.shares[0].p - p)).toBeLessThan(error * 0.5);
      expect(Math.abs(found.gini.mean - meanGini)).toBeLessThan(error * 0.15);
      expect(Math.abs(found.gini.p - pGini)).toBeLessThan(error * 0.5);
    }
  });

  it('have the exact mean Gini, and Poisson shares where places are many', () => {
    const counts = new Uint32Array(5000).fill(2);
    const { gini, shares } = chanceThrows(counts, { draws: 400, seed: 2 });
    // One throw strays by about .003.
    expect(Math.abs(gini.mean - expectedGini(5000, 10_000))).toBeLessThan(0.0006);
    for (const { percent, mean } of shares)
      expect(Math.abs(mean - poissonNull(2).shareOfPlaces(percent / 100))).toBeLessThan(0.001);
  });

  it('p under the null passes no level too often, and most levels nearly as often as it may', () => {
    const random = randomStream(21);
    const FIELDS = 1000;
    const of = { share: new Float64Array(FIELDS), gini: new Float64Array(FIELDS) };
    for (let field = 0; field < FIELDS; field++) {
      const counts = new Uint32Array(150);
      for (let i = 0; i < 300; i++) counts[random.integer(0, 149)]++;
      const { shares, gini } = chanceThrows(counts, { percents: [50], draws: 99, seed: field });
      of.share[field] = shares[0].p;
      of.gini[field] = gini.p;
    }
    for (const level of [0.01, 0.05, 0.1, 0.25, 0.5]) {
      const error = Math.sqrt((level * (1 - level)) / FIELDS);
      const passed = (p: Float64Array): number => p.filter((value) => value <= level).length / FIELDS;
      // Few distinct k make the shares cautious; the Gini has many values and so its level.
      expect(passed(of.share)).toBeLessThan(level + 3 * error);
      expect(Math.abs(passed(of.gini) - level)).toBeLessThan(3 * error);
    }
    expect(of.share.filter((p) => p <= 0.5).length / FIELDS).toBeGreaterThan(0.25);
  });

  it('by exposure excuse what exposure explains, and the even throw does not', () => {
    const random = randomStream(6);
    const length = Float64Array.from({ length: 400 }, () => Math.exp(1.2 * random.normal()));
    const counts = Uint32Array.from(length, (value) => random.poisson(value));
    const half = (exposure?: Float64Array) => chanceThrows(counts, { draws: 199, seed: 4, exposure });
    expect(half().shares[1].p).toBe(1 / 200);
    expect(half(length).shares[1].p).toBeGreaterThan(0.05);
    expect(half(length).null).toBe('multinomial-exposure');
    expect(half().null).toBe('multinomial-even');
  });

  it('do not depend on the unit of exposure, and a constant one is the even law', () => {
    const counts = [5, 3, 0, 0, 1, 0, 2, 0];
    const at = (exposure: number[]) => chanceThrows(counts, { draws: 99, seed: 1, exposure }).shares;
    expect(at([1, 2, 3, 4, 1, 2, 3, 4])).toEqual(at([1024, 2048, 3072, 4096, 1024, 2048, 3072, 4096]));
    const even = chanceThrows(counts, { draws: 4000, seed: 1 }).gini.mean;
    const constant = chanceThrows(counts, { draws: 4000, seed: 2, exposure: new Array(8).fill(7) }).gini.mean;
    expect(Math.abs(even - constant)).toBeLessThan(0.01);
  });

  it('count the incidents that no throw can repeat', () => {
    const found = chanceThrows([4, 0, 3, 1], { draws: 9, seed: 1, exposure: [1, 0, 0, 2] });
    expect(found).toMatchObject({ placesWithoutExposure: 2, incidentsWithoutExposure: 3 });
    expect(chanceThrows([4, 1], { draws: 9, seed: 1 })).toMatchObject({
      placesWithoutExposure: 0,
      incidentsWithoutExposure: 0,
    });
  });

  it('take one incident, fewer incidents than places, one place and one stack', () => {
    const one = chanceThrows([0, 1, 0], { draws: 19, seed: 1 });
    expect(one.shares[1]).toMatchObject({
      observed: 1 / 3,
      mean: 1 / 3,
      low: 1 / 3,
      high: 1 / 3,
      excess: 0,
      p: 1,
    });
    const apart = chanceThrows([1, 1, ...zeros(98)], { draws: 99, seed: 1 });
    expect(apart.shares[1].observed).toBe(0.01);
    expect(apart.shares[2]).toMatchObject({ observed: 0.02, p: 1 });
    const single = chanceThrows([12], { draws: 19, seed: 1 });
    expect(single.shares[1]).toMatchObject({ observed: 1, excess: 0, p: 1 });
    expect(single.gini).toEqual({ observed: 0, mean: 0, low: 0, high: 0, p: 1 });
    const stack = chanceThrows([90_000, ...zeros(99)], { draws: 99, seed: 1 });
    expect(stack.shares[1]).toMatchObject({ observed: 0.01, p: 0.01 });
    expect(stack.gini.p).toBe(0.01);
  });

  it('are not made without incidents or places', () => {
    for (const counts of [[0, 0], []]) {
      const found = chanceThrows(counts, { percents: [50], draws: 99, seed: 1 });
      const nan = Number.NaN;
      expect(found).toMatchObject({ draws: 0, incidents: 0 });
      expect(found.shares).toEqual([
        { percent: 50, observed: nan, mean: nan, low: nan, high: nan, excess: nan, p: nan },
      ]);
      expect(found.gini).toEqual({ observed: nan, mean: nan, low: nan, high: nan, p: nan });
    }
  });

  it('are the same for the same seed, tell how far they are and may be stopped', () => {
    const counts = [9, 4, 0, 1, 0, 0];
    const told: number[] = [];
    const options = { draws: 5, seed: 8 };
    const first = chanceThrows(counts, { ...options, onProgress: (done) => told.push(done) });
    expect(told).toEqual([0, 1, 2, 3, 4]);
    expect(chanceThrows(counts, options)).toEqual(first);
    const stop = (): never => {
      throw new Error('stopped');
    };
    expect(() => chanceThrows(counts, { ...options, onProgress: stop })).toThrow('stopped');
  });

  it('refuse what is no count, no exposure and no number of draws', () => {
    const options = { draws: 9, seed: 1 };
    for (const bad of [[1.5], [-1], [Number.NaN]])
      expect(() => chanceThrows(bad, options)).toThrow(RangeError);
    for (const bad of [[1], [1, -1], [1, Number.NaN], [1, Number.POSITIVE_INFINITY]])
      expect(() => chanceThrows([1, 2], { ...options, exposure: bad })).toThrow(RangeError);
    expect(() => chanceThrows([1, 2], { ...options, exposure: [0, 0] })).toThrow(
      expect.objectContaining({ code: 'scan.no-exposure' }),
    );
    for (const draws of [0, 1.5, Number.NaN])
      expect(() => chanceThrows([1], { draws, seed: 1 })).toThrow(RangeError);
  });
});
