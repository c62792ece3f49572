import { describe, expect, it } from 'vitest';
import { visitThrows } from '../../../../test/support/all-throws.ts';
import { randomStream } from '../random/stream.ts';
import { theilDecomposition, theilIndex } from './theil.ts';

/** Straight from the definition, one place at a time. */
function twin(counts: readonly number[], parent: readonly number[]): { between: number; within: number } {
  const total = counts.reduce((a, b) => a + b);
  let between = 0;
  let within = 0;
  for (const group of new Set(parent)) {
    const own = counts.filter((_, i) => parent[i] === group);
    const sum = own.reduce((a, b) => a + b);
    if (sum === 0) continue;
    between += (sum / total) * Math.log(sum / total / (own.length / counts.length));
    for (const n of own) if (n > 0) within += (n / total) * Math.log((n * own.length) / sum);
  }
  return { between, within };
}

describe('Theil index', () => {
  it('is 0 for an even spread and ln N for one stack', () => {
    expect(theilIndex([4, 4, 4])).toBe(0);
    expect(theilIndex([0, 9, 0, 0])).toBeCloseTo(Math.log(4), 12);
    expect(theilIndex([0, 0])).toBeNaN();
  });

  it('is the sum of its parts, each as defined', () => {
    const random = randomStream(8);
    const counts = Array.from({ length: 90 }, () => random.poisson(0.8) * random.integer(0, 3));
    const parent = counts.map((_, i) => Math.floor(Math.sqrt(i)));
    const found = theilDecomposition(counts, parent);
    const { between, within } = twin(counts, parent);
    expect(found.parents).toBe(10);
    expect(found.between).toBeCloseTo(between, 12);
    expect(found.within).toBeCloseTo(within, 12);
    expect(found.total).toBeCloseTo(theilIndex(counts), 12);
  });

  it('is all between where places of a parent are alike, all within where parents are', () => {
    expect(theilDecomposition([6, 6, 2, 2, 2], [0, 0, 1, 1, 1]).within).toBeCloseTo(0, 12);
    expect(theilDecomposition([7, 1, 4, 4], [5, 5, 9, 9]).between).toBeCloseTo(0, 12);
  });

  it('has the parts expected of every possible throw', () => {
    const parent = [0, 0, 0, 1, 2];
    let between = 0;
    let within = 0;
    visitThrows(new Array(5).fill(1 / 5), 4, (counts, probability) => {
      const parts = theilDecomposition(counts, parent);
      between += probability * parts.between;
      within += probability * parts.within;
    });
    const { expected } = theilDecomposition([4, 0, 0, 0, 0], parent);
    expect(expected.between).toBeCloseTo(between, 12);
    expect(expected.within).toBeCloseTo(within, 12);
    expect(expected.total).toBeCloseTo(between + within, 12);
  });

  it('counts places without a parent apart', () => {
    const found = theilDecomposition([3, 1, 5, 0], [0, 0, -1, -1]);
    expect(found).toMatchObject({ parents: 1, placesWithoutParent: 2, incidentsWithoutParent: 5 });
    expect(found.total).toBeCloseTo(theilIndex([3, 1]), 12);
  });

  it('is not known without incidents, nor without a parent, and refuses other parents', () => {
    for (const found of [theilDecomposition([0, 0], [0, 1]), theilDecomposition([2], [-1])]) {
      const { total, between, within, expected } = found;
      expect([total, between, within, ...Object.values(expected)]).toEqual(new Array(6).fill(Number.NaN));
    }
    expect(() => theilDecomposition([1], [0.5])).toThrow(RangeError);
    expect(() => theilDecomposition([1, 2], [0])).toThrow(RangeError);
  });
});
