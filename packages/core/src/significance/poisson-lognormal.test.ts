import { expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { fitPoissonLognormal, logProbability, poissonLognormalTail } from './poisson-lognormal.ts';
import { countValues } from './value-counts.ts';

it('has probabilities that sum to 1, with the stated mean, and a tail that is their sum', () => {
  for (const [mean, sigma] of [
    [0.25, 1],
    [5, 1],
    [100, 0.5],
  ]) {
    let total = 0;
    let first = 0;
    for (let x = 0; x < 4000; x++) {
      const probability = Math.exp(logProbability(x, mean, sigma));
      total += probability;
      first += x * probability;
    }
    expect(total).toBeCloseTo(1, 7);
    expect(first / mean).toBeCloseTo(1, 5);
  }
  let tail = 0;
  for (let x = 60; x < 20_000; x++) tail += Math.exp(logProbability(x, 5, 1));
  expect(poissonLognormalTail(60, 5, 1) / tail).toBeCloseTo(1, 6);
});

it('recovers the spread it was drawn with', () => {
  const random = randomStream(3);
  const counts = Float64Array.from({ length: 4000 }, () =>
    random.poisson(3 * Math.exp(random.normal() - 0.5)),
  );
  const { values, multiplicities } = countValues(counts);
  const { sigma } = fitPoissonLognormal(values, multiplicities);
  expect(Math.abs(sigma - 1)).toBeLessThan(0.06);
});
