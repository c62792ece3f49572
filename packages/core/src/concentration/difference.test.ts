import { describe, expect, it } from 'vitest';
import { gammaValue } from '../../../../test/support/planted-field.ts';
import { type RandomStream, randomStream } from '../random/stream.ts';
import { differenceBetweenCities, differenceOverSamePlaces } from './difference.ts';
import { differenceOfShares } from './difference-nulls.ts';
import { rarefiedConcentration } from './rarefaction.ts';
import { shareOfPlaces } from './share-of-places.ts';
import { placesByCount } from './thinned-places.ts';

const DRAWS = 20_000;
const share = (counts: readonly number[]): number => shareOfPlaces(counts, 50).interpolatedShare;
/** A way that leaves a side without incidents, and so without a share, counts on both sides. */
const twoSided = (all: readonly number[], observed: number): number => {
  const part = (is: (value: number) => boolean): number => all.filter(is).length / all.length;
  return Math.min(
    1,
    2 *
      Math.min(
        part((value) => !(value < observed - 1e-12)),
        part((value) => !(value > observed + 1e-12)),
      ),
  );
};
const differenceOf = (a: readonly number[], b: readonly number[]): number =>
  differenceOfShares([placesByCount(a), placesByCount(b)], 50);

function counts(random: RandomStream, places: number, shape: number, mean: number): Uint32Array {
  return Uint32Array.from({ length: places }, () =>
    random.poisson((mean * gammaValue(shape, random)) / shape),
  );
}

describe('difference over the same places', () => {
  const a = [9, 3, 1, 1, 0, 0, 0, 0, 0, 1];
  // As many incidents on as many places: neither side is thinned.
  const b = [2, 4, 3, 0, 0, 0, 3, 3, 0, 0];

  it('by pairs is the p over all 2^n exchanges', () => {
    const all: number[] = [];
    for (let mask = 0; mask < 1 << a.length; mask++) {
      const isSwapped = (i: number): boolean => ((mask >> i) & 1) === 1;
      all.push(
        differenceOf(
          a.map((count, i) => (isSwapped(i) ? b[i] : count)),
          b.map((count, i) => (isSwapped(i) ? a[i] : count)),
        ),
      );
    }
    const found = differenceOverSamePlaces(a, b, { draws: DRAWS, seed: 1 });
    expect(found.difference).toBeCloseTo(share(a) - share(b), 12);
    expect(Math.abs(found.p - twoSided(all, share(a) - share(b)))).toBeLessThan(0.012);
    expect(found).toMatchObject({ null: 'exchangeable-pairs', alternative: 'two-sided', correction: 'none' });
    expect(found.p).toBeLessThan(0.5);
  });

  it('by labels is the p over all choices of which incidents are of the first side', () => {
    const [first, second] = [
      [4, 1, 0, 0, 1],
      [1, 1, 2, 2, 0],
    ];
    const places = first.flatMap((count, i) => new Array<number>(count + second[i]).fill(i));
    const all: number[] = [];
    for (let mask = 0; mask < 1 << places.length; mask++) {
      const drawn = first.map(() => 0);
      const rest = first.map(() => 0);
      places.forEach((place, i) => {
        ((mask >> i) & 1 ? drawn : rest)[place]++;
      });
      if (drawn.reduce((x, y) => x + y) === 6) all.push(share(drawn) - share(rest));
    }
    expect(all).toHaveLength(924);
    const found = differenceOverSamePlaces(first, second, {
      draws: DRAWS,
      seed: 2,
      null: 'same-places-labels',
    });
    expect(Math.abs(found.p - twoSided(all, share(first) - share(second)))).toBeLessThan(0.012);
  });

  it('compares at equal volume: the shares are those of rarefaction', () => {
    const random = randomStream(4);
    const risks = Float64Array.from({ length: 2000 }, () => gammaValue(0.3, random) / 0.3);
    const [busy, quiet] = [4, 0.5].map((mean) =>
      Uint32Array.from(risks, (risk) => random.poisson(mean * risk)),
    );
    const found = differenceOverSamePlaces(busy, quiet, { draws: 99, seed: 1 });
    const incidents = quiet.reduce((sum, count) => sum + count, 0);
    expect(found.incidentsPerPlace).toBeCloseTo(incidents / 2000, 12);
    expect(found.b).toBeCloseTo(shareOfPlaces(quiet, 50).interpolatedShare, 12);
    const { shares } = rarefiedConcentration(busy, { incidents, percents: [50], draws: 99, seed: 1 });
    // Two means of 99 thinnings, with standard errors near .0002.
    expect(Math.abs(found.a - shares[0].mean)).toBeLessThan(0.001);
    expect(found.p).toBeGreaterThan(0.05);
    expect(shareOfPlaces(busy, 50).share - found.b).toBeGreaterThan(0.02);
  });

  it('finds a risk that grew more unequal, and turns its sign when the sides are turned', () => {
    const random = randomStream(8);
    const risks = Float64Array.from({ length: 2000 }, () => gammaValue(0.5, random) / 0.5);
    const a = Uint32Array.from(risks, (risk) => random.poisson(2 * risk));
    const b = Uint32Array.from(risks, (risk) => random.poisson(2 * risk ** 1.6));
    const found = differenceOverSamePlaces(a, b, { draws: 199, seed: 1 });
    expect(found.p).toBe(0.01);
    const turned = differenceOverSamePlaces(b, a, { draws: 199, seed: 1 });
    expect(turned.difference).toBeCloseTo(-found.difference, 12);
    expect(turned.p).toBe(0.01);
  });

  it('does not confuse other places with another concentration', () => {
    const random = randomStream(9);
    const a = counts(random, 1000, 0.3, 2);
    const found = differenceOverSamePlaces(a, a.slice().reverse(), { draws: 99, seed: 1 });
    expect(found.difference).toBe(0);
    expect(found.p).toBeGreaterThan(0.5);
  });

  it('keeps its level where the places move and the concentration stays', { timeout: 60_000 }, () => {
    let found = 0;
    let foundByLabels = 0;
    const RUNS = 100;
    for (let run = 0; run < RUNS; run++) {
      const random = randomStream(100 + run);
      const a = counts(random, 400, 0.1, 5);
      const b = counts(random, 400, 0.1, 5);
      const options = { draws: 79, seed: run };
      if (differenceOverSamePlaces(a, b, options).p <= 0.05) found++;
      if (differenceOverSamePlaces(a, b, { ...options, null: 'same-places-labels' }).p <= 0.05)
        foundByLabels++;
    }
    // Three standard errors over .05 are .116; the labels, which test another null, stand far above.
    expect(found / RUNS).toBeLessThan(0.116);
    expect(foundByLabels / RUNS).toBeGreaterThan(0.2);
  });

  it('is not known without incidents on a side, and never a finding in one place', () => {
    const empty = differenceOverSamePlaces([0, 0], [1, 2], { draws: 9, seed: 1 });
    expect([empty.a, empty.b, empty.difference, empty.p]).toEqual(new Array(4).fill(Number.NaN));
    for (const nullOf of ['exchangeable-pairs', 'same-places-labels'] as const) {
      const options = { draws: 9, seed: 1, null: nullOf };
      expect(differenceOverSamePlaces([7], [3], options)).toMatchObject({ difference: 0, p: 1 });
      // Swapped apart from each other, the two stacks leave a side without incidents: never a finding.
      expect(differenceOverSamePlaces([7, 0], [0, 3], options)).toMatchObject({ difference: 0, p: 1 });
    }
    expect(() => differenceOverSamePlaces([1], [1, 2], { draws: 9, seed: 1 })).toThrow(RangeError);
  });
});

describe('difference between cities', () => {
  it('is the p over all ways to deal the places', () => {
    const a = [5, 1, 0, 0];
    const b = [3, 4, 2, 0, 0, 0];
    const places = [...a, ...b];
    const all: number[] = [];
    for (let mask = 0; mask < 1 << places.length; mask++) {
      const isOfA = (i: number): boolean => ((mask >> i) & 1) === 1;
      const ofA = places.filter((_, i) => isOfA(i));
      if (ofA.length !== 4) continue;
      all.push(
        differenceOf(
          ofA,
          places.filter((_, i) => !isOfA(i)),
        ),
      );
    }
    expect(all).toHaveLength(210);
    const found = differenceBetweenCities(a, b, { draws: DRAWS, seed: 3 });
    // 1.5 incidents per place in both, half of them empty: nothing is thinned and the dealing alone is left.
    expect(found).toMatchObject({ incidentsPerPlace: 1.5, null: 'exchangeable-places' });
    expect(found.difference).toBeCloseTo(share(a) - share(b), 12);
    expect(Math.abs(found.p - twoSided(all, share(a) - share(b)))).toBeLessThan(0.012);
  });

  it('finds no difference between volumes of one law, and one between laws', () => {
    const random = randomStream(6);
    const [a, b, c] = [
      counts(random, 3000, 0.3, 4),
      counts(random, 1000, 0.3, 0.5),
      counts(random, 1000, 1, 0.5),
    ];
    const same = differenceBetweenCities(a, b, { draws: 199, seed: 1 });
    expect(shareOfPlaces(a, 50).share - shareOfPlaces(b, 50).share).toBeGreaterThan(0.02);
    expect(same.p).toBeGreaterThan(0.05);
    expect(differenceBetweenCities(a, c, { draws: 199, seed: 1 })).toMatchObject({ p: 0.01 });
  });

  it('keeps its level at unequal sizes and volumes', { timeout: 60_000 }, () => {
    let found = 0;
    const RUNS = 100;
    for (let run = 0; run < RUNS; run++) {
      const random = randomStream(700 + run);
      const [a, b] = [counts(random, 100, 0.3, 4), counts(random, 500, 0.3, 0.5)];
      if (differenceBetweenCities(a, b, { draws: 79, seed: run }).p <= 0.05) found++;
    }
    expect(found / RUNS).toBeLessThan(0.116);
  });

  it('is not known where a city has no incident', () => {
    expect(differenceBetweenCities([0, 0, 0], [1, 2], { draws: 9, seed: 1 }).p).toBeNaN();
    expect(differenceBetweenCities([3], [2], { draws: 9, seed: 1 })).toMatchObject({ difference: 0, p: 1 });
  });
});
