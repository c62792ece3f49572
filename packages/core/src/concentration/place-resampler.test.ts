import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { binomialDraw } from './binomial-draw.ts';
import { resampledBlocks, resampledPlaces } from './place-resampler.ts';

describe('binomial draw', () => {
  it.each([
    [1, 0.3],
    [5, 0.7],
    [19, 0.02],
    [20, 0.5],
    [400, 0.01],
    [3000, 0.9],
  ])('of %i at %d has the probabilities of the law', (trials, chance) => {
    const DRAWS = 40_000;
    const random = randomStream(7);
    const seen = new Map<number, number>();
    for (let i = 0; i < DRAWS; i++) {
      const count = binomialDraw(trials, chance, random);
      seen.set(count, (seen.get(count) ?? 0) + 1);
    }
    let chiSquare = 0;
    let classes = 0;
    let logWays = 0;
    for (let k = 0; k <= trials; k++) {
      const expected = DRAWS * Math.exp(logWays + k * Math.log(chance) + (trials - k) * Math.log(1 - chance));
      logWays += Math.log((trials - k) / (k + 1));
      if (expected < 20) continue;
      chiSquare += ((seen.get(k) ?? 0) - expected) ** 2 / expected;
      classes++;
    }
    // Mean `classes`, standard deviation √(2 classes).
    expect(chiSquare).toBeLessThan(classes + 4 * Math.sqrt(2 * classes) + 4);
  });

  it('is sure at the ends', () => {
    const random = randomStream(1);
    expect(binomialDraw(0, 0.5, random)).toBe(0);
    expect(binomialDraw(9, 0, random)).toBe(0);
    expect(binomialDraw(9, 1, random)).toBe(9);
  });
});

describe('resampled places', () => {
  const counts = [5, 3, 3, 1, 1, 1, 0, 0, 0, 0];

  it('are as many as observed, and each tier is binomial', () => {
    const resampler = resampledPlaces(counts);
    const random = randomStream(2);
    const DRAWS = 20_000;
    const mean = [0, 0, 0, 0];
    const square = [0, 0, 0, 0];
    for (let i = 0; i < DRAWS; i++) {
      const { sizes, places, incidents, counts: values } = resampler.draw(random);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(10);
      expect(places).toBe(10);
      expect(incidents).toBe(sizes.reduce((sum, size, tier) => sum + size * values[tier], 0));
      sizes.forEach((size, tier) => {
        mean[tier] += size / DRAWS;
        square[tier] += size ** 2 / DRAWS;
      });
    }
    [0.1, 0.2, 0.3, 0.4].forEach((p, tier) => {
      expect(Math.abs(mean[tier] - 10 * p)).toBeLessThan(0.04);
      expect(Math.abs(square[tier] - mean[tier] ** 2 - 10 * p * (1 - p))).toBeLessThan(0.08);
    });
  });

  it('in blocks stay together, and their variance is that of sums over blocks', () => {
    const block = [0, 0, 1, 1, 1, 2, 2, 2, 2, 2];
    const resampler = resampledBlocks(counts, block);
    expect(resampler.blocks).toBe(3);
    // Tiers 5, 3, 1, 0: block 0 has 5, 3; block 1 has 3, 1, 1; block 2 has 1, 0, 0, 0, 0.
    const influence = Float64Array.of(4, 2, -1, -3);
    expect(resampler.variance(influence)).toBeCloseTo(((6 ** 2 + 0 ** 2 + 13 ** 2) / 100) * 1.5, 12);
    const random = randomStream(3);
    for (let i = 0; i < 200; i++) {
      const { sizes, places, incidents } = resampler.draw(random);
      // Block 0 is the only one with a 5, block 2 the only one with a 0, four of them.
      const [first, last] = [sizes[0], sizes[3] / 4];
      const middle = 3 - first - last;
      expect(sizes).toEqual([first, first + middle, 2 * middle + last, 4 * last]);
      expect(places).toBe(2 * first + 3 * middle + 5 * last);
      expect(incidents).toBe(8 * first + 5 * middle + last);
    }
  });
});
