import { describe, expect, it } from 'vitest';
import {
  type Background,
  PLANTED_REGIONS,
  plantedField,
  rectangleOfHexagons,
} from '../../../../../test/support/planted-field.ts';
import { neighboursOf } from '../../places/neighbours.ts';
import { randomStream } from '../../random/stream.ts';
import { hotPlaces } from '../hot-places.ts';
import { findProblemPlaces, type ProblemPlaceOptions, type ProblemPlaces } from './find-problem-places.ts';
import { defaultMaxCells } from './problem-place.ts';

const places = rectangleOfHexagons(0.2, 0.12);

function problemPlacesOf(
  counts: ArrayLike<number>,
  options: Partial<ProblemPlaceOptions> = {},
  of = places,
): ProblemPlaces {
  const hot = hotPlaces(counts, of.neighbours, {
    statistic: 'gi-star',
    inference: 'exact',
    include: options.include,
  });
  return findProblemPlaces(of, counts, hot, { maxCells: 4, ...options });
}

function field(background: Background, mean: number, seed: number, regions = PLANTED_REGIONS): Uint32Array {
  return plantedField(places, background, mean, regions, randomStream(seed, 9)).counts;
}

/** A place far from the rim of the rectangle. */
const middle = [...places.lon.keys()].reduce((best, i) => {
  const off = (k: number): number => Math.abs(places.lon[k] - 71.1) + Math.abs(places.lat[k] - 51.06);
  return off(i) < off(best) ? i : best;
}, 0);

describe('problem places', () => {
  const counts = field('gamma-2', 5, 4);
  const found = problemPlacesOf(counts);

  it('are contiguous, at most maxCells large, disjoint, each place with an incident', () => {
    const taken = new Set<number>();
    expect(found.listed.length).toBeGreaterThan(3);
    for (const { members } of [...found.listed, ...found.notConfirmed]) {
      expect(members.length).toBeLessThanOrEqual(4);
      const reached = new Set([members[0]]);
      for (const member of members) {
        expect(taken.has(member)).toBe(false);
        taken.add(member);
        expect(counts[member]).toBeGreaterThan(0);
        expect(found.routeOf[member]).toBeGreaterThan(0);
        const { offsets, indices } = places.neighbours;
        const near = [...indices.subarray(offsets[member], offsets[member + 1])];
        if (near.some((other) => reached.has(other))) reached.add(member);
      }
      expect(reached.size).toBe(members.length);
    }
  });

  it('carry their own test: q at or under the level, p at least the tail times the tails looked at', () => {
    expect(found.test).toMatchObject({
      alternative: 'greater',
      correction: 'benjamini-hochberg-over-groups',
      level: 0.05,
      places: places.count,
      tails: 2 * places.count,
      draws: 0,
    });
    for (const place of found.listed) {
      expect(place.q).toBeLessThanOrEqual(0.05);
      expect(place.routes.length).toBeGreaterThan(0);
      const tail = Math.min(...Object.values(place.tails).filter((value) => !Number.isNaN(value)));
      if (place.round === 1) expect(place.p).toBeCloseTo(Math.min(1, tail * found.test.tails), 12);
      expect(place.q).toBeLessThanOrEqual(place.p);
    }
    for (const place of found.notConfirmed) expect(place.q).toBeGreaterThan(0.05);
  });

  it('are ranked by shrunken incidents a year, or by those per km²', () => {
    const order = (list: ProblemPlaces['listed'], by: 'perYear' | 'perYearPerKm2'): void => {
      expect(list.map(({ rank }) => rank)).toEqual(list.map((_, i) => i + 1));
      list.slice(1).forEach((place, i) => {
        expect(place[by]).toBeLessThanOrEqual(list[i][by]);
      });
    };
    order(found.listed, 'perYear');
    const byDensity = problemPlacesOf(counts, { rankBy: 'density' }).listed;
    order(byDensity, 'perYearPerKm2');
    for (const place of found.listed) {
      expect(place.excess).toBeCloseTo(place.n - found.model.mean * place.members.length, 9);
      expect(place.perYear).toBeLessThan(place.n);
      expect(place.perYear).toBeGreaterThan(place.expected);
      expect(place.perYearInterval[0]).toBeLessThan(place.perYear);
      expect(place.perYearInterval[1]).toBeGreaterThan(place.perYear);
    }
    const [all] = problemPlacesOf(counts, { years: 5 }).listed;
    expect(all.perYear).toBeCloseTo(found.listed[0].perYear / 5, 9);
  });

  it('have the posterior mean of the Poisson-gamma model', () => {
    const { mean, size } = found.model;
    for (const { members, n, perYear } of found.listed) {
      expect(perYear).toBeCloseTo(((n + members.length * size) * mean) / (mean + size), 8);
    }
  });

  it('name the route: a stack by its own count, a spread by its neighbourhood, none where it is closed', () => {
    const quiet = field('gamma-2', 2, 3, []);
    const stack = Uint32Array.from(quiet);
    stack[middle] = 120;
    const [alone, ...others] = problemPlacesOf(stack).listed;
    expect(others).toEqual([]);
    expect(alone).toMatchObject({ members: [middle], routes: ['own-count'], n: 120 });
    expect(problemPlacesOf(stack, { routes: ['neighbourhood'] }).listed).toEqual([]);
    const spread = Uint32Array.from(quiet);
    const { offsets, indices } = places.neighbours;
    for (const i of [middle, ...indices.subarray(offsets[middle], offsets[middle + 1])]) spread[i] = 9;
    const around = problemPlacesOf(spread).listed;
    expect(around.map(({ routes }) => routes)).toEqual([['neighbourhood']]);
    expect(problemPlacesOf(spread, { routes: ['own-count'] }).listed).toEqual([]);
  });

  it('do not depend on the order of the places, nor on places left out', () => {
    const order = [...places.ids.keys()].sort((a, b) => ((a * 7919) % 1487) - ((b * 7919) % 1487));
    const at = new Map(order.map((old, now) => [old, now]));
    const { offsets, indices } = places.neighbours;
    const pick = (of: Float64Array): Float64Array => Float64Array.from(order, (old) => of[old]);
    const shuffled = {
      ...places,
      ids: order.map((old) => places.ids[old]),
      lon: pick(places.lon),
      lat: pick(places.lat),
      areaKm2: pick(places.areaKm2),
      neighbours: neighboursOf(places.count, (now) =>
        [...indices.subarray(offsets[order[now]], offsets[order[now] + 1])]
          .map((old) => at.get(old)!)
          .sort((a, b) => a - b),
      ),
    };
    const again = problemPlacesOf(
      Uint32Array.from(order, (old) => counts[old]),
      {},
      shuffled,
    );
    const named = (list: ProblemPlaces['listed'], ids: readonly string[]): unknown =>
      list.map(({ members, n, rank, p }) => [members.map((i) => ids[i]), n, rank, p.toPrecision(9)]);
    expect(named(again.listed, shuffled.ids)).toEqual(named(found.listed, places.ids));
    const include = Uint8Array.from(counts, (_, i) => (places.lat[i] < 51.06 ? 1 : 0));
    const south = problemPlacesOf(counts, { include });
    expect(south.test.places).toBe(include.reduce((a, b) => a + b, 0));
    for (const { members } of south.listed) for (const i of members) expect(include[i]).toBe(1);
  });

  it('take an exposure for what is to be expected', () => {
    const exposure = Float64Array.from(counts, (_, i) => (i % 3 === 0 ? 10 : 1));
    const random = randomStream(5);
    const proportional = Uint32Array.from(exposure, (e) => random.poisson(3 * e));
    expect(problemPlacesOf(proportional).notConfirmed.length).toBeGreaterThanOrEqual(0);
    expect(problemPlacesOf(proportional, { exposure }).listed).toEqual([]);
    proportional[middle] += 60;
    const [one, ...others] = problemPlacesOf(proportional, { exposure }).listed;
    expect(others).toEqual([]);
    expect(one.members).toContain(middle);
    const none = Float64Array.from(exposure, (e, i) => (i === middle ? 0 : e));
    expect(problemPlacesOf(proportional, { exposure: none }).test.places).toBe(places.count - 1);
  });
});

describe('the truth of what is listed', () => {
  const small = rectangleOfHexagons(0.14, 0.085);

  it('at most 5 % false over 200 fields with planted regions, and most strong regions found', () => {
    let listed = 0;
    let wrong = 0;
    let strong = 0;
    for (let seed = 0; seed < 200; seed++) {
      const background = (['poisson', 'gamma-2', 'gamma-0.5'] as const)[seed % 3];
      const mean = [1, 5][seed % 2];
      const { counts, regionOf } = plantedField(
        small,
        background,
        mean,
        PLANTED_REGIONS,
        randomStream(seed, 4),
      );
      const groups = problemPlacesOf(counts, {}, small).listed;
      listed += groups.length;
      wrong += groups.filter(({ members }) => members.every((i) => regionOf[i] < 0)).length;
      if (groups.some(({ members }) => members.some((i) => regionOf[i] === 4))) strong++;
    }
    expect(listed).toBeGreaterThan(400);
    expect(wrong / listed).toBeLessThanOrEqual(0.05);
    expect(strong / 200).toBeGreaterThan(0.5);
  });

  it('seldom anything where nothing is true on a small map, however heavy the tail', () => {
    const town = rectangleOfHexagons(0.0435, 0.0268);
    expect(town.count).toBeLessThan(100);
    for (const background of ['lognormal-1', 'gamma-0.5'] as const) {
      let any = 0;
      for (let seed = 0; seed < 150; seed++) {
        const { counts } = plantedField(town, background, [0.3, 1, 3][seed % 3], [], randomStream(seed, 6));
        if (problemPlacesOf(counts, {}, town).listed.length > 0) any++;
      }
      expect(any / 150).toBeLessThanOrEqual(0.05);
    }
  });

  it('seldom anything where nothing is true', () => {
    for (const background of ['poisson', 'gamma-0.5'] as const) {
      let any = 0;
      for (let seed = 0; seed < 100; seed++) {
        const mean = [0.05, 0.5, 10][seed % 3];
        const { counts } = plantedField(small, background, mean, [], randomStream(seed, 5));
        if (problemPlacesOf(counts, {}, small).listed.length > 0) any++;
      }
      // Three standard errors of .05 over 100 fields are .065.
      expect(any / 100).toBeLessThanOrEqual(0.115);
    }
  });
});

describe('odd input', () => {
  const empty = neighboursOf(0, () => []);
  const line = (length: number): typeof places =>
    ({
      ids: Array.from({ length }, (_, i) => `p${String(i).padStart(3, '0')}`),
      count: length,
      lon: new Float64Array(length),
      lat: new Float64Array(length),
      areaKm2: new Float64Array(length).fill(Number.NaN),
      neighbours: neighboursOf(length, (i) => [i - 1, i + 1].filter((j) => j >= 0 && j < length)),
    }) as unknown as typeof places;

  it('gives empty lists for nothing, all zero, all equal', () => {
    const none = { ...line(0), neighbours: empty };
    expect(findProblemPlaces(none, [], { z: [], q: [], hotClass: [] }, { maxCells: 4 })).toMatchObject({
      listed: [],
      notConfirmed: [],
    });
    for (const value of [0, 7]) {
      expect(problemPlacesOf(new Uint32Array(places.count).fill(value)).listed).toEqual([]);
    }
  });

  it('lists one place that holds all; with one place or fewer than 400 it does not judge a count', () => {
    const all = new Uint32Array(places.count);
    all[middle] = 500;
    expect(problemPlacesOf(all).listed.map(({ members }) => members)).toEqual([[middle]]);
    const few = line(399);
    const counts = Uint32Array.from({ length: 399 }, (_, i) => (i === 9 ? 90 : i % 3));
    expect(problemPlacesOf(counts, {}, few).listed).toEqual([]);
    expect(problemPlacesOf(counts, {}, few).test.nulls.map(({ route }) => route)).toEqual(['neighbourhood']);
    const enough = problemPlacesOf([...counts, 1], {}, line(400));
    expect(enough.listed).toMatchObject([{ members: [9], routes: ['own-count'] }]);
    expect(problemPlacesOf([9], {}, line(1)).listed).toEqual([]);
  });

  it('lets an island in by its own count, and says NaN where the area is not known', () => {
    const islands = { ...line(400), neighbours: neighboursOf(400, () => []) };
    const counts = Uint32Array.from({ length: 400 }, (_, i) => (i === 3 ? 90 : i % 3));
    const { listed } = problemPlacesOf(counts, {}, islands);
    expect(listed).toMatchObject([{ members: [3], routes: ['own-count'] }]);
    expect(listed[0].areaKm2).toBeNaN();
    expect(listed[0].perYearPerKm2).toBeNaN();
  });

  it('refuses counts and exposures that are none', () => {
    const hot = { z: [0], q: [1], hotClass: ['none' as const] };
    const one = line(1);
    for (const bad of [-1, 0.5, Number.NaN]) {
      expect(() => findProblemPlaces(one, [bad], hot, { maxCells: 4 })).toThrow(RangeError);
    }
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => findProblemPlaces(one, [1], hot, { maxCells: 4, exposure: [bad] })).toThrow(RangeError);
    }
    expect(() => findProblemPlaces(one, [1], hot, { maxCells: 0 })).toThrow(RangeError);
  });

  it('stays about half a square kilometre at every resolution', () => {
    expect([7, 8, 9, 10].map(defaultMaxCells)).toEqual([1, 1, 4, 28]);
  });
});
