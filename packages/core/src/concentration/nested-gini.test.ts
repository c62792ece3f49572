import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { giniCoefficients } from './gini.ts';
import { nestedGini } from './nested-gini.ts';

describe('nested Gini', () => {
  it('is the mean over parents that have one, and says how many have none', () => {
    const counts = [3, 1, 0, 5, 5, 0, 0, 9, 2];
    const parent = [0, 0, 0, 1, 1, 2, 2, 3, -1];
    const found = nestedGini(counts, parent);
    expect(found).toMatchObject({
      parents: 2,
      skipped: 2,
      placesWithoutParent: 1,
      incidentsWithoutParent: 2,
    });
    expect(found.mean).toBeCloseTo((giniCoefficients([3, 1, 0]).gini + 0) / 2, 12);
    expect(found.overall).toBeCloseTo(giniCoefficients(counts.slice(0, 8)).gini, 12);
  });

  it('takes the differences between parents out', () => {
    const even = nestedGini([8, 8, 8, 1, 1, 1], [0, 0, 0, 1, 1, 1]);
    expect(even.mean).toBeCloseTo(0, 12);
    expect(even.overall).toBeGreaterThan(0.3);
  });

  it('meets its expectation where incidents fall evenly inside parents of unlike risk', () => {
    const random = randomStream(12);
    const PARENTS = 2000;
    const counts: number[] = [];
    const parent: number[] = [];
    for (let group = 0; group < PARENTS; group++) {
      const places = random.integer(2, 9);
      const risk = 0.5 + 4 * random.uniform();
      for (let i = 0; i < places; i++) {
        counts.push(random.poisson(risk));
        parent.push(group);
      }
    }
    const { mean, expected, overall } = nestedGini(counts, parent);
    // The Gini of one parent strays by about .15: the mean of 2,000 by .0034.
    expect(Math.abs(mean - expected)).toBeLessThan(0.011);
    expect(overall).toBeGreaterThan(mean + 0.05);
  });

  it('is not known where no parent has a Gini', () => {
    for (const found of [nestedGini([4, 2], [0, 1]), nestedGini([0, 0], [0, 0]), nestedGini([], [])])
      expect([found.parents, found.mean, found.expected]).toEqual([0, Number.NaN, Number.NaN]);
  });
});
