import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { concentrationOver } from './concentration.ts';
import { weightedConcentration } from './weighted-concentration.ts';

const PLACES = 400;
const random = randomStream(11);
const placeOf = Int32Array.from({ length: 800 }, () => Math.floor(PLACES * random.uniform() ** 3));
const ones = new Float64Array(800).fill(1);
const over = (weights: Float64Array, places: ArrayLike<number> = placeOf) =>
  weightedConcentration(weights, places, { denominator: 'mask', places: PLACES, seed: 1 });

describe('concentration of weight', () => {
  it('with equal weights is the concentration of counts, and its chance the Poisson one', () => {
    const counts = new Uint32Array(PLACES);
    for (const place of placeOf) counts[place]++;
    const plain = concentrationOver(counts, 'mask');
    const weighted = over(ones.map(() => 2.5));
    weighted.shares.forEach((share, i) => {
      expect(share.k).toBe(plain.shares[i].k);
      // One throw of 800 incidents strays by about .01, the mean of 199 by less; the steps are 1 / 400 wide.
      expect(Math.abs(share.expectedShare - plain.shares[i].expectedShare)).toBeLessThan(0.005);
    });
    expect(weighted.gini).toBeCloseTo(plain.gini.gini, 12);
    expect(Math.abs(weighted.expectedGini - plain.expected.gini)).toBeLessThan(0.005);
    expect(weighted.totalWeight).toBe(2000);
  });

  it('does not change with the unit of weight, nor with the names of places', () => {
    const weights = Float64Array.from(ones, () => Math.exp(random.normal()));
    const days = over(weights);
    const years = over(weights.map((weight) => weight / 365));
    expect(years.shares.map(({ k }) => k)).toEqual(days.shares.map(({ k }) => k));
    expect(years.expectedGini).toBeCloseTo(days.expectedGini, 10);
    const renamed = over(
      weights,
      placeOf.map((place) => PLACES - 1 - place),
    );
    expect(renamed.shares).toEqual(days.shares);
  });

  it('of one heavy incident is what chance gives: one place', () => {
    const weights = ones.map((_, i) => (i === 17 ? 1e6 : 1));
    const { shares, heaviestPercentShare } = over(weights);
    expect(shares[1]).toMatchObject({ percent: 50, k: 1, share: 1 / PLACES });
    expect(shares[1].expectedShare).toBeCloseTo(1 / PLACES, 12);
    expect(heaviestPercentShare).toBeGreaterThan(0.99);
  });

  it('counts missing weights apart and never as zero; incidents outside take no part', () => {
    const weights = ones.map((_, i) => (i < 10 ? Number.NaN : 1));
    const found = over(
      weights,
      placeOf.map((place, i) => (i >= 790 ? -1 : place)),
    );
    expect([found.incidents, found.withoutWeight, found.totalWeight]).toEqual([780, 10, 780]);
  });

  it('of no weight at all is not known', () => {
    const found = over(ones.map(() => Number.NaN));
    expect(found.shares[0].share).toBeNaN();
    expect(found.gini).toBeNaN();
    expect(found.totalWeight).toBe(0);
  });
});
