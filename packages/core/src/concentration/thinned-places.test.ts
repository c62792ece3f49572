import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { giniCoefficients } from './gini.ts';
import { poissonNull } from './poisson-null.ts';
import { shareOfPlaces } from './share-of-places.ts';
import { addThinned, giniOfPlaces, incidentsOf, placesByCount, sharesOfPlaces } from './thinned-places.ts';

const random = randomStream(3);
const counts = Uint32Array.from({ length: 700 }, () => random.poisson(6 * random.uniform() ** 4));
const thinnedOnce = (places: Float64Array, keep: number): Float64Array => {
  const into = new Float64Array(places.length);
  addThinned(into, places, keep);
  return into;
};

describe('places by count', () => {
  it('give the share and the Gini of the counts themselves', () => {
    const places = placesByCount(counts);
    const percents = [25, 50, 80];
    sharesOfPlaces(places, percents).forEach((share, i) => {
      expect(share).toBeCloseTo(shareOfPlaces(counts, percents[i]).interpolatedShare, 13);
    });
    expect(giniOfPlaces(places)).toBeCloseTo(giniCoefficients(counts).gini, 13);
    expect(sharesOfPlaces(placesByCount([0, 0]), [50])).toEqual([Number.NaN]);
    expect(giniOfPlaces(placesByCount([0]))).toBeNaN();
  });

  it('thinned, are the binomial probabilities', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    for (const [n, keep] of [
      [1, 0.3],
      [7, 0.01],
      [12, 0.5],
      [20, 0.97],
    ]) {
      const places = new Float64Array(n + 1);
      places[n] = 2;
      thinnedOnce(places, keep).forEach((value, k) => {
        expect(value).toBeCloseTo(2 * choose(n, k) * keep ** k * (1 - keep) ** (n - k), 13);
      });
    }
  });

  it('keep their number of places, and thin twice as once by the product', () => {
    const places = placesByCount([...counts, 4000]);
    const once = thinnedOnce(places, 0.12);
    expect(once.reduce((sum, value) => sum + value, 0)).toBeCloseTo(701, 9);
    expect(incidentsOf(once) / incidentsOf(places)).toBeCloseTo(0.12, 12);
    const twice = thinnedOnce(thinnedOnce(places, 0.3), 0.4);
    twice.forEach((value, n) => {
      expect(value).toBeCloseTo(once[n], 10);
    });
    expect([...thinnedOnce(places, 1)]).toEqual([...places]);
    expect(thinnedOnce(places, 0)[0]).toBe(701);
  });

  it('of one great stack, thinned, hold no surprise', () => {
    const places = new Float64Array(100_001);
    places[100_000] = 1;
    const thinned = thinnedOnce(places, 0.5);
    expect(incidentsOf(thinned)).toBeCloseTo(50_000, 5);
  });

  it('of a Poisson law stay one of the smaller mean', () => {
    const mean = 8;
    const places = new Float64Array(80);
    for (let n = 0, term = Math.exp(-mean); n < 80; n++, term *= mean / n) places[n] = term;
    const chance = poissonNull(0.5);
    expect(sharesOfPlaces(thinnedOnce(places, 0.5 / mean), [50])[0]).toBeCloseTo(
      chance.shareOfPlaces(0.5),
      10,
    );
  });
});
