import { describe, expect, it } from 'vitest';
import { poissonGammaCounts } from '../../../../test/support/superpopulation.ts';
import { randomStream } from '../random/stream.ts';
import { countTiers } from './count-tiers.ts';
import { nonNegativeMinimum } from './non-negative-quadratic.ts';
import { rareEventConcentration } from './rare-event-concentration.ts';

function poisson(count: number, rate: number): number {
  let p = Math.exp(-rate);
  for (let i = 1; i <= count; i++) p *= rate / i;
  return p;
}

/** The largest log-likelihood over weights on a fine grid of rates, by very many steps of EM. */
function bruteForce(counts: readonly number[]): { logLikelihood: number; gini: number } {
  const { counts: values, sizes, places } = countTiers(counts);
  const rates = Array.from({ length: 61 }, (_, i) => (i * 0.05) ** 2);
  const table = rates.map((rate) => values.map((value) => poisson(value, rate)));
  let weights = rates.map(() => 1 / rates.length);
  let logLikelihood = 0;
  for (let step = 0; step < 100_000; step++) {
    const density = values.map((_, v) => weights.reduce((sum, w, r) => sum + w * table[r][v], 0));
    weights = weights.map(
      (w, r) => w * density.reduce((sum, d, v) => sum + ((sizes[v] / places) * table[r][v]) / d, 0),
    );
    if (step % 1000 === 0) logLikelihood = density.reduce((sum, d, v) => sum + sizes[v] * Math.log(d), 0);
  }
  let mean = 0;
  let difference = 0;
  weights.forEach((a, i) => {
    mean += a * rates[i];
    weights.forEach((b, j) => {
      difference += a * b * Math.abs(rates[i] - rates[j]);
    });
  });
  return { logLikelihood, gini: difference / (2 * mean) };
}

describe('rare event concentration', () => {
  it('equals weights on a grid found by a hundred thousand steps of EM', () => {
    const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 5, 6, 6];
    const found = rareEventConcentration(counts);
    const brute = bruteForce(counts);
    expect(found.logLikelihood).toBeGreaterThan(brute.logLikelihood - 1e-4);
    expect(found.logLikelihood).toBeLessThan(brute.logLikelihood + 1e-3);
    expect(Math.abs(found.recc - brute.gini)).toBeLessThan(0.005);
    expect(found.gap).toBeLessThan(1e-3);
    expect(found.components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    // A mixture of the largest likelihood has the mean of the counts, but for the grid.
    const mean = found.components.reduce((sum, { rate, weight }) => sum + rate * weight, 0);
    expect(Math.abs(mean - 1.5)).toBeLessThan(0.01);
  });

  it('finds the Gini of two rates far apart, and their weights', () => {
    const random = randomStream(5);
    const counts = Array.from({ length: 4000 }, () => random.poisson(random.uniform() < 0.1 ? 12 : 1));
    const found = rareEventConcentration(counts);
    // Half the mean absolute difference .1 × .9 × 2 × 11 over the mean 2.1.
    expect(Math.abs(found.recc - (0.09 * 11) / 2.1)).toBeLessThan(0.02);
    const high = found.components.filter(({ rate }) => rate > 6);
    expect(Math.abs(high.reduce((sum, { weight }) => sum + weight, 0) - 0.1)).toBeLessThan(0.015);
  });

  it('is near 0 for one common rate, exactly where counts spread less than Poisson', () => {
    let mean = 0;
    for (let seed = 0; seed < 30; seed++) {
      const even = rareEventConcentration(poissonGammaCounts(2000, 5, Infinity, randomStream(seed, 1)));
      mean += even.recc / 30;
    }
    expect(mean).toBeLessThan(0.02);
    const even = rareEventConcentration([1, 2, 1, 2, 1]);
    expect(even.recc).toBe(0);
    expect(even.components).toEqual([{ rate: 1.4, weight: 1 }]);
  });

  it('comes near the latent Gini of gamma risks where incidents are many', () => {
    const found = rareEventConcentration(poissonGammaCounts(5000, 3, 0.3, randomStream(3)));
    expect(Math.abs(found.recc - 0.732)).toBeLessThan(0.03);
    expect(found.gap).toBeLessThan(1e-3);
  });

  it('is defined without incidents, for one place, all in one place, and a count far from all others', () => {
    expect(rareEventConcentration([]).recc).toBeNaN();
    expect(rareEventConcentration([0, 0])).toMatchObject({ components: [], incidents: 0, places: 2 });
    expect(rareEventConcentration([7]).recc).toBe(0);
    expect(rareEventConcentration([0, 0, 0, 0, 50]).recc).toBeCloseTo(0.8, 6);
    const far = rareEventConcentration([...Array(500).fill(0), ...Array(20).fill(1), 5000]);
    expect(far.gap).toBeLessThan(1e-3);
    expect(far.recc).toBeGreaterThan(0.99);
  });
});

it('a quadratic under w >= 0 equals SciPy 1.17 (nnls), dependent columns included', () => {
  const rows = [
    [1, 2, 0.5],
    [0, 1, 1],
    [2, 0.5, 1],
    [1, 1, 3],
  ];
  const y = [1, -2, 3, 0.5];
  const a = [0, 1, 2].map((i) =>
    Float64Array.from([0, 1, 2], (j) => rows.reduce((s, row) => s + row[i] * row[j], 0)),
  );
  const b = Float64Array.from([0, 1, 2], (i) => rows.reduce((sum, row, k) => sum + row[i] * y[k], 0));
  const w = nonNegativeMinimum(a, b);
  expect(w[0]).toBeCloseTo(7.5 / 6, 12);
  expect(Array.from(w.subarray(1))).toEqual([0, 0]);
  const twice = nonNegativeMinimum([Float64Array.of(1, 1), Float64Array.of(1, 1)], Float64Array.of(1, 1));
  expect(twice[0] + twice[1]).toBeCloseTo(1, 12);
});
