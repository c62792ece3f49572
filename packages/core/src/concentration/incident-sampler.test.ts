import { expect, it } from 'vitest';
import { drawGenerator } from '../significance/draw-generator.ts';
import { IncidentSampler } from './incident-sampler.ts';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

it('draws counts with the multivariate hypergeometric probabilities, whether few or most are drawn', () => {
  const counts = [3, 0, 2, 1];
  const sampler = new IncidentSampler(counts);
  const DRAWS = 60_000;
  for (const size of [2, 4]) {
    const random = drawGenerator(5, size);
    const seen = new Map<string, number>();
    for (let draw = 0; draw < DRAWS; draw++) {
      const key = sampler.draw(size, random).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    let total = 0;
    let chiSquare = 0;
    let cells = 0;
    for (let i = 0; i <= 3; i++) {
      for (let j = 0; j <= 2; j++) {
        const last = size - i - j;
        if (last < 0 || last > 1) continue;
        const probability = (choose(3, i) * choose(2, j) * choose(1, last)) / choose(6, size);
        const observed = seen.get([i, 0, j, last].join()) ?? 0;
        total += observed;
        cells++;
        chiSquare += (observed - DRAWS * probability) ** 2 / (DRAWS * probability);
      }
    }
    expect(total).toBe(DRAWS);
    // Five cells: the upper .001 of chi-square with 4 degrees is 18.5.
    expect(cells).toBe(5);
    expect(chiSquare).toBeLessThan(18.5);
  }
});

it('draws twice without sharing an incident: the second draw has the law of the first', () => {
  const counts = [3, 0, 2, 2];
  const sampler = new IncidentSampler(counts);
  const random = drawGenerator(6, 0);
  const DRAWS = 40_000;
  const means = [new Float64Array(4), new Float64Array(4)];
  let together = 0;
  let wrong = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = sampler.drawTwice(3, random);
    drawn.forEach((side, i) => {
      side.forEach((count, place) => {
        means[i][place] += count / DRAWS;
      });
    });
    if (drawn.some((side) => side.reduce((sum, count) => sum + count, 0) !== 3)) wrong++;
    if (drawn[0].some((count, place) => count + drawn[1][place] > counts[place])) wrong++;
    together += (drawn[0][0] * drawn[1][0]) / DRAWS;
  }
  expect(wrong).toBe(0);
  // Standard errors are under .004; pairs of incidents of the first place, one on each side: 3 × 2 × (3/7) (3/6).
  for (const mean of means) {
    mean.forEach((value, place) => {
      expect(Math.abs(value - (3 / 7) * counts[place])).toBeLessThan(0.016);
    });
  }
  expect(Math.abs(together - 6 * (3 / 7) * (3 / 6))).toBeLessThan(0.02);
});

it('has the variance of choices without replacement in a city', () => {
  const random = drawGenerator(7, 0);
  const counts = Uint32Array.from({ length: 300 }, () => random.below(12) ** 2);
  const sampler = new IncidentSampler(counts);
  const size = Math.round(0.8 * sampler.incidents);
  const DRAWS = 4000;
  let standardised = 0;
  const squares = new Float64Array(300);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = sampler.draw(size, random);
    drawn.forEach((count, place) => {
      squares[place] += (count - (counts[place] * size) / sampler.incidents) ** 2 / DRAWS;
    });
  }
  const busy = counts.indexOf(121);
  for (let place = 0; place < 300; place++) {
    const { incidents } = sampler;
    const part = counts[place] / incidents;
    const variance = size * part * (1 - part) * ((incidents - size) / (incidents - 1));
    if (variance > 0) standardised += squares[place] / variance / counts.filter((count) => count > 0).length;
    if (place === busy) expect(Math.abs(squares[place] / variance - 1)).toBeLessThan(0.1);
  }
  // The mean over 275 places of variances with relative standard errors of sqrt(2 / 4000): .0014.
  expect(Math.abs(standardised - 1)).toBeLessThan(0.006);
});

it('draws none and all', () => {
  const sampler = new IncidentSampler([4, 0, 1]);
  const random = drawGenerator(1, 0);
  expect([...sampler.draw(0, random)]).toEqual([0, 0, 0]);
  expect([...sampler.draw(5, random)]).toEqual([4, 0, 1]);
  expect(new IncidentSampler([]).incidents).toBe(0);
});
