import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { boundarySet } from './boundary-set.ts';
import { stabilityOfSets } from './stability.ts';

describe('the set at the boundary', () => {
  it('takes the whole tier and knows no order of places', () => {
    // 50 % of 20: the three places of the printed case (methods B1) are one of three choices among equals.
    const counts = [5, 3, 3, 3, 2, 1, 1, 1, 1, 0, 0, 0];
    expect(boundarySet(counts, 50)).toMatchObject({ size: 4, leastCount: 3 });
    const turned = boundarySet([...counts].reverse(), 50);
    expect([...turned.has].reverse()).toEqual([...boundarySet(counts, 50).has]);
  });

  it('is empty without incidents', () => {
    expect(boundarySet([0, 0], 50)).toMatchObject({ size: 0, leastCount: 0 });
  });
});

describe('stability of sets', () => {
  it('is the Jaccard index, 1 for a year and itself', () => {
    const a = [9, 8, 1, 1, 1, 0];
    const b = [9, 1, 8, 1, 1, 0];
    expect(stabilityOfSets(a, b, 50)).toMatchObject({
      percent: 50,
      jaccard: 1 / 3,
      placesA: 2,
      placesB: 2,
      both: 1,
      leastCountA: 8,
      leastCountB: 8,
    });
    expect(stabilityOfSets(a, a, 50).jaccard).toBe(1);
  });

  it('by chance is the mean over all sets of these sizes', () => {
    const a = [1, 1, 1, 0, 0, 0, 0];
    const b = [1, 1, 0, 0, 0, 0, 0];
    let sum = 0;
    let sets = 0;
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < i; j++) {
        const both = (i < 3 ? 1 : 0) + (j < 3 ? 1 : 0);
        sum += both / (5 - both);
        sets++;
      }
    }
    expect(stabilityOfSets(a, b, 50).jaccardByChance).toBeCloseTo(sum / sets, 13);
    // Sets so large that they must overlap.
    const large = stabilityOfSets([1, 1, 1, 1, 0], [0, 1, 1, 1, 1], 100);
    expect(large.jaccardByChance).toBeCloseTo((4 / 5) * (3 / 5) + 1 / 5, 13);
  });

  it('by chance is what purely random years give', () => {
    const random = randomStream(3);
    const throwYear = (): Uint32Array => {
      const year = new Uint32Array(400);
      for (let i = 0; i < 600; i++) year[random.integer(0, 399)]++;
      return year;
    };
    let observed = 0;
    let expected = 0;
    for (let run = 0; run < 300; run++) {
      const { jaccard, jaccardByChance } = stabilityOfSets(throwYear(), throwYear(), 25);
      observed += jaccard / 300;
      expected += jaccardByChance / 300;
    }
    expect(Math.abs(observed - expected)).toBeLessThan(0.006);
  });

  it('does not read the same share as the same places', () => {
    const found = stabilityOfSets([9, 9, 1, 1, 1, 1], [1, 1, 1, 1, 9, 9], 50);
    expect([found.placesA, found.placesB, found.jaccard]).toEqual([2, 2, 0]);
  });

  it('is not known without incidents in a year; one place is always the same', () => {
    const none = stabilityOfSets([0, 0, 0], [1, 0, 2], 50);
    expect([none.jaccard, none.jaccardByChance]).toEqual([Number.NaN, Number.NaN]);
    expect(none).toMatchObject({ placesA: 0, placesB: 1, both: 0 });
    expect(stabilityOfSets([4], [1], 50)).toMatchObject({ jaccard: 1, jaccardByChance: 1 });
    expect(() => stabilityOfSets([1], [1, 2], 50)).toThrow(RangeError);
  });
});
