import { findProblemPlaces, type HotPlaces, hotPlaces, placeInHexagons, randomStream } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { plantedField, rectangleOfHexagons } from '../../../../test/support/planted-field.ts';
import { evidenceOf } from './evidence.ts';

/** An invented city of five years without a boundary: its cells exist by their incidents. The last year also spills out. */
function city(): { lon: number[]; lat: number[]; year: number[] } {
  const ground = rectangleOfHexagons(0.14, 0.085);
  const random = randomStream(8);
  const regions = [
    { factor: 8, places: 4 },
    { factor: 6, places: 5 },
    { factor: 12, places: 3 },
  ];
  const { counts } = plantedField(ground, 'poisson', 2, regions, random);
  const [lon, lat, year] = [[], [], []] as number[][];
  const add = (x: number, y: number, when: number): void => {
    lon.push(x);
    lat.push(y);
    year.push(when);
  };
  for (let when = 0; when < 5; when++) {
    counts.forEach((level, place) => {
      const n = random.poisson(level);
      for (let i = 0; i < n; i++) add(ground.lon[place], ground.lat[place], when);
    });
  }
  for (let i = 0; i < 40; i++) add(71.2 + 0.1 * random.uniform(), 51 + 0.1 * random.uniform(), 4);
  return { lon, lat, year };
}

describe('the year held out', () => {
  const { lon, lat, year } = city();
  const cellsOf = (of: number[]): ReturnType<typeof placeInHexagons> =>
    placeInHexagons(
      Float64Array.from(of, (i) => lon[i]),
      Float64Array.from(of, (i) => lat[i]),
      { resolution: 9 },
    );
  const everyone = lon.map((_, i) => i);
  const { places, placeOf, counts } = cellsOf(everyone);
  const byYear = [0, 1, 2, 3, 4].map((when) => {
    const n = new Uint32Array(places.count);
    for (const i of everyone) if (year[i] === when) n[placeOf[i]]++;
    return n;
  });
  const mapOf = (n: ArrayLike<number>, include?: Uint8Array): HotPlaces =>
    hotPlaces(n, places.neighbours, { statistic: 'gi-star', inference: 'exact', include });
  const { listed } = findProblemPlaces(places, counts, mapOf(counts), { maxCells: 4, byYear });
  const years = { years: [2019, 2020, 2021, 2022, 2023], byYear, length: 5 };

  it('is looked at where a study of the years before would look: not in cells that only it brought in', () => {
    const before = everyone.filter((i) => year[i] < 4);
    const direct = cellsOf(before);
    expect(places.count).toBeGreaterThan(direct.places.count + 50);
    const hot = hotPlaces(direct.counts, direct.places.neighbours, {
      statistic: 'gi-star',
      inference: 'exact',
    });
    const chosen = findProblemPlaces(direct.places, direct.counts, hot, {
      maxCells: 4,
      byYear: byYear
        .slice(0, 4)
        .map((n) => Uint32Array.from(direct.places.ids, (id) => n[places.ids.indexOf(id)])),
    }).listed;
    const { evidenceSummary } = evidenceOf(places, listed, years, mapOf, { maxCells: 4 });
    const ids = new Set(chosen.flatMap(({ members }) => members.map((i) => direct.places.ids[i])));
    const n = places.ids.reduce((sum, id, i) => sum + (ids.has(id) ? byYear[4][i] : 0), 0);
    expect(chosen.length).toBeGreaterThan(2);
    expect(evidenceSummary.holdOut).toMatchObject({ places: chosen.length, n });
    const inside = direct.places.ids.reduce((sum, id) => sum + byYear[4][places.ids.indexOf(id)], 0);
    expect(evidenceSummary.holdOut?.total).toBe(inside);
  });

  it('counts the members of the earlier group, which are named', () => {
    const { evidence } = evidenceOf(places, listed, years, mapOf, { maxCells: 4 });
    const held = evidence.flatMap(({ heldOut }) => (heldOut ? [heldOut] : []));
    expect(held.length).toBeGreaterThan(2);
    for (const { members, n } of held) expect(n).toBe(members.reduce((sum, i) => sum + byYear[4][i], 0));
  });

  it('leaves the places of a boundary and of a mask as they are', () => {
    const include = Uint8Array.from(places.lon, (x) => (x < 71.1 ? 1 : 0));
    const asked: unknown[] = [];
    const ask = (n: ArrayLike<number>, of: Uint8Array | undefined): HotPlaces => {
      asked.push(of);
      return mapOf(n, of);
    };
    const inArea = { ...places, extent: 'area' as const };
    evidenceOf(inArea, listed, years, ask, { maxCells: 4 });
    evidenceOf(inArea, listed, years, ask, { maxCells: 4, include });
    expect(asked).toEqual([undefined, include]);
    evidenceOf(places, listed, years, ask, { maxCells: 4, include });
    const both = asked[2] as Uint8Array;
    expect(both.every((one, place) => one <= include[place])).toBe(true);
  });
});
