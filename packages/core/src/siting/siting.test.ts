import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { givenDistances, nearestOf, type SiteDistances, straightDistances } from './site-distances.ts';
import { maximalCovering, pMedian, randomService, serviceOf } from './siting.ts';

/** Places on a line. */
const line = (positions: readonly number[]): SiteDistances => {
  const points = { x: Float64Array.from(positions), y: new Float64Array(positions.length) };
  return straightDistances(points, points);
};

/** King's moves between the cells of a chess board whose edges are glued together. */
function torus(size: number): SiteDistances {
  const around = (a: number, b: number): number => Math.min(Math.abs(a - b), size - Math.abs(a - b));
  const n = size * size;
  const rows = Float64Array.from({ length: n * n }, (_, pair) => {
    const [a, b] = [Math.floor(pair / n), pair % n];
    return Math.max(around(a % size, b % size), around(Math.floor(a / size), Math.floor(b / size)));
  });
  return givenDistances(rows, n);
}

function* subsets(n: number, count: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= n - count; first++) {
    for (const rest of subsets(n, count - 1, first + 1)) yield [first, ...rest];
  }
}

/** A small city drawn at random; every third has a post that stays. */
function smallCase(seed: number) {
  const random = randomStream(seed);
  const points = (n: number) => ({
    x: Float64Array.from({ length: n }, () => 4000 * random.uniform()),
    y: Float64Array.from({ length: n }, () => 3000 * random.uniform()),
  });
  const demand = points(24);
  const sites = points(13);
  const weights = Float64Array.from({ length: 24 }, () => random.poisson(3));
  const count = 1 + (seed % 4);
  const stays = straightDistances(points(1), demand);
  const fixed = seed % 3 === 0 ? stays.rowOf(0).slice() : undefined;
  return { distances: straightDistances(sites, demand), weights, count, fixed, radius: 700, seed };
}

const CASES = Array.from({ length: 36 }, (_, seed) => smallCase(seed + 1));

describe('sites', () => {
  it('are those of the printed example: positions 0 1 2 7 8 9 15', () => {
    const weights = Float64Array.of(5, 1, 4, 2, 6, 1, 3);
    const distances = line([0, 1, 2, 7, 8, 9, 15]);
    const median = pMedian(distances, weights, { count: 2, radius: 2, seed: 1 });
    expect(median.service.meanMeters * 22).toBeCloseTo(33, 10);
    expect([...median.sites]).toEqual([0, 4]);
    expect(median.isProvenBest).toBe(true);
    const covering = maximalCovering(distances, weights, { count: 2, radius: 2, seed: 1 });
    expect(covering.service.shareWithin * 22).toBeCloseTo(19, 10);
    expect(covering.isProvenBest).toBe(true);
  });

  it('are the perfect codes of a chess board on a torus, where every other cell is one move away', () => {
    const distances = torus(9);
    const weights = new Float64Array(81).fill(1);
    const median = pMedian(distances, weights, { count: 9, radius: 1, seed: 1, restarts: 20 });
    expect(median.service.meanMeters * 81).toBeCloseTo(72, 10);
    const covering = maximalCovering(distances, weights, { count: 9, radius: 1, seed: 1, restarts: 20 });
    expect(covering.service.shareWithin).toBe(1);
    expect(covering.isProvenBest).toBe(true);
  });

  it('are the best of all subsets, and no bound says better than them', () => {
    for (const one of CASES) {
      const choices = [...subsets(13, one.count)].map((sites) =>
        serviceOf(one.distances, one.weights, sites, one),
      );
      const least = Math.min(...choices.map(({ meanMeters }) => meanMeters));
      const most = Math.max(...choices.map(({ shareWithin }) => shareWithin));
      const median = pMedian(one.distances, one.weights, one);
      const covering = maximalCovering(one.distances, one.weights, one);
      expect(median.service.meanMeters, `case ${one.seed}`).toBeCloseTo(least, 8);
      expect(covering.service.shareWithin, `case ${one.seed}`).toBeCloseTo(most, 12);
      expect(median.bestPossible).toBeLessThanOrEqual(least + 1e-9);
      expect(covering.bestPossible).toBeGreaterThanOrEqual(most - 1e-12);
    }
  });

  it('are proven best in most small cases, and never where they are not', () => {
    const found = CASES.map((one) => pMedian(one.distances, one.weights, one));
    const proven = found.filter(({ isProvenBest }) => isProvenBest).length;
    expect(proven).toBeGreaterThan(CASES.length / 2);
    for (const { bestPossible, service } of found) {
      expect(bestPossible).toBeGreaterThan(0.9 * service.meanMeters);
    }
  });

  it('serve each place from the nearest, and the posts that stay count', () => {
    const one = CASES.find(({ fixed }) => fixed)!;
    const { service, sites } = pMedian(one.distances, one.weights, one);
    const { distance, nearest } = nearestOf(one.distances, sites);
    service.nearest.forEach((site, i) => {
      expect(service.distance[i]).toBe(Math.min(distance[i], one.fixed![i]));
      expect(site).toBe(one.fixed![i] <= distance[i] ? -1 : nearest[i]);
    });
    const without = pMedian(one.distances, one.weights, { ...one, fixed: undefined });
    expect(service.meanMeters).toBeLessThanOrEqual(without.service.meanMeters);
  });

  it('are refused where they are none or more than the candidates', () => {
    const [one] = CASES;
    for (const count of [0, 14, 1.5]) {
      expect(() => pMedian(one.distances, one.weights, { ...one, count })).toThrow(RangeError);
    }
  });

  it('depend on the seed alone', () => {
    const [one] = CASES;
    expect(pMedian(one.distances, one.weights, one)).toEqual(pMedian(one.distances, one.weights, one));
  });
});

describe('random sites', () => {
  it('average over all sets where one is drawn', () => {
    const weights = Float64Array.of(5, 1, 4, 2, 6, 1, 3);
    const distances = line([0, 1, 2, 7, 8, 9, 15]);
    const question = { count: 1, radius: 2, seed: 3 };
    const all = [0, 1, 2, 3, 4, 5, 6].map((site) => serviceOf(distances, weights, [site], question));
    const mean = all.reduce((sum, { meanMeters }) => sum + meanMeters, 0) / 7;
    const drawn = randomService(distances, weights, question, 4000);
    expect(Math.abs(drawn.meanMeters - mean)).toBeLessThan(0.1);
    expect(drawn.metersRange[0]).toBe(Math.min(...all.map(({ meanMeters }) => meanMeters)));
    expect(drawn.metersRange[1]).toBe(Math.max(...all.map(({ meanMeters }) => meanMeters)));
  });
});
