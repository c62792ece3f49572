import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { placeTrends } from './poisson-trend.ts';
import { ranksByYear, sumsOfGroups } from './rank-stability.ts';

describe('trend of places against their city', () => {
  it('has the exact conditional p of listing every way to spread the incidents over the years', () => {
    const counts = [0, 1, 3];
    const city = [10, 21, 43];
    const shares = [10 / 70, 20 / 70, 40 / 70];
    let lower = 0;
    let upper = 0;
    for (let code = 0; code < 3 ** 4; code++) {
      const years = [0, 1, 2, 3].map((k) => Math.floor(code / 3 ** k) % 3);
      const probability = years.reduce((p, year) => p * shares[year], 1);
      const sum = years.reduce((a, b) => a + b, 0);
      if (sum <= 7) lower += probability;
      if (sum >= 7) upper += probability;
    }
    const { trends, test } = placeTrends(
      counts.map((n) => [n]),
      city,
    );
    expect(test.dispersion).toBe(1);
    expect(trends[0].p).toBeCloseTo(Math.min(1, 2 * Math.min(lower, upper)), 12);
  });

  it('gives a word where a place leaves its city, none where it goes along', () => {
    const city = [1000, 1300, 1690, 2197, 2856];
    const along = [10, 13, 17, 22, 29];
    const against = [60, 45, 34, 25, 19];
    const { trends } = placeTrends(
      city.map((_, t) => [along[t], against[t], 0]),
      city,
    );
    expect(trends.map(({ word }) => word)).toEqual(['no-evidence', 'falling', 'no-evidence']);
    expect(trends[1].factorPerYear).toBeCloseTo(0.75 / 1.3, 1);
    expect(trends[2].p).toBeNaN();
  });

  it('is seldom wrong over flat lists, Poisson or swinging', () => {
    for (const swing of [0, 0.3]) {
      let wrong = 0;
      for (let list = 0; list < 200; list++) {
        const random = randomStream(list, swing > 0 ? 2 : 1);
        const byYear = Array.from({ length: 5 }, () =>
          Array.from({ length: 10 }, () => random.poisson(10 * Math.exp(swing * random.normal()))),
        );
        const city = byYear.map((year) => 5000 + year.reduce((a, b) => a + b, 0));
        if (placeTrends(byYear, city).trends.some(({ word }) => word !== 'no-evidence')) wrong++;
      }
      // Three standard errors of .05 over 200 lists are .046.
      expect(wrong / 200, `swing ${swing}`).toBeLessThanOrEqual(0.096);
    }
  });

  it('tests nothing under three years and survives empty input', () => {
    expect(placeTrends([[5], [50]], [100, 100]).trends[0]).toMatchObject({
      word: 'no-evidence',
      p: Number.NaN,
    });
    expect(placeTrends([], []).trends).toEqual([]);
    expect(placeTrends([[1], [1], [1]], [1, 1, 1]).trends[0].word).toBe('no-evidence');
  });
});

describe('ranks by year', () => {
  it('give the smaller number to equals', () => {
    expect(
      ranksByYear([
        [3, 3, 1],
        [0, 5, 2],
      ]),
    ).toEqual([
      [1, 3],
      [1, 1],
      [3, 2],
    ]);
    expect(ranksByYear([])).toEqual([]);
    expect([...sumsOfGroups([{ members: [0, 2] }, { members: [1] }], [1, 2, 4.5])]).toEqual([5.5, 2]);
  });
});
