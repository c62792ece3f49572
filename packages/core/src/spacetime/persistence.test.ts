import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { boundarySet } from './boundary-set.ts';
import { persistenceOfPlaces } from './persistence.ts';

describe('persistence of places', () => {
  it('counts years in the set and expects the binomial where sets are equally large', () => {
    const byYear = [
      [5, 0, 0, 0, 0],
      [5, 0, 0, 0, 0],
      [0, 5, 0, 0, 0],
    ];
    const found = persistenceOfPlaces(byYear, 50);
    expect(found).toMatchObject({
      percent: 50,
      years: 3,
      places: 5,
      setSizes: [1, 1, 1],
      null: 'independent-years-binomial',
    });
    expect(found.inSet.map(({ observed }) => observed)).toEqual([3, 1, 1, 0]);
    [0.8 ** 3, 3 * 0.2 * 0.8 ** 2, 3 * 0.2 ** 2 * 0.8, 0.2 ** 3].forEach((probability, times) => {
      expect(found.inSet[times].expected).toBeCloseTo(5 * probability, 13);
    });
  });

  it('with sets of different size expects the sum over all ways', () => {
    const random = randomStream(4);
    const byYear = [0.5, 1, 3, 0.2].map((mean) =>
      Uint32Array.from({ length: 60 }, () => random.poisson(mean)),
    );
    const chances = byYear.map((year) => boundarySet(year, 50).size / 60);
    expect(new Set(chances).size).toBeGreaterThan(2);
    const ways = new Float64Array(5);
    for (let mask = 0; mask < 16; mask++) {
      let times = 0;
      let probability = 1;
      chances.forEach((chance, year) => {
        const isIn = (mask >> year) & 1;
        times += isIn;
        probability *= isIn ? chance : 1 - chance;
      });
      ways[times] += 60 * probability;
    }
    persistenceOfPlaces(byYear, 50).inSet.forEach(({ expected }, times) => {
      expect(expected).toBeCloseTo(ways[times], 12);
    });
  });

  it('of a purely random city is what is expected; of lasting risk it is more at both ends', () => {
    const random = randomStream(7);
    const PLACES = 20_000;
    const risks = Float64Array.from({ length: PLACES }, () => random.uniform() ** 4 * 5);
    const years = (risk: (place: number) => number): Uint32Array[] =>
      Array.from({ length: 4 }, () => Uint32Array.from(risks, (_, place) => random.poisson(risk(place))));
    for (const { times, observed, expected } of persistenceOfPlaces(
      years(() => 1),
      50,
    ).inSet) {
      expect(Math.abs(observed - expected), `${times} years`).toBeLessThan(4 * Math.sqrt(expected));
    }
    const lasting = persistenceOfPlaces(
      years((place) => risks[place]),
      50,
    ).inSet;
    expect(lasting[0].observed).toBeGreaterThan(1.02 * lasting[0].expected);
    expect(lasting[4].observed).toBeGreaterThan(10 * lasting[4].expected);
  });

  it('leaves out years without incidents and says how many; no year is no expectation of any', () => {
    const found = persistenceOfPlaces(
      [
        [1, 0],
        [0, 0],
        [3, 0],
      ],
      50,
    );
    expect(found).toMatchObject({ years: 2, yearsWithoutIncidents: 1, setSizes: [1, 1] });
    expect(found.inSet.map(({ observed }) => observed)).toEqual([1, 0, 1]);
    expect(persistenceOfPlaces([], 50).inSet).toEqual([{ times: 0, observed: 0, expected: 0 }]);
    expect(() => persistenceOfPlaces([[1], [1, 2]], 50)).toThrow(RangeError);
  });
});
