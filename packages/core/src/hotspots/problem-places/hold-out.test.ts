import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plantedField, rectangleOfHexagons } from '../../../../../test/support/planted-field.ts';
import { hasShared, sharedPath } from '../../../../../test/support/shared.ts';
import { planeOfCrs } from '../../geometry/crs.ts';
import { placeInHexagons } from '../../places/hexagons.ts';
import { randomStream } from '../../random/stream.ts';
import { hotPlaces } from '../hot-places.ts';
import { countModel } from './count-model.ts';
import { holdOut, matchChosen } from './hold-out.ts';
import { rememberedCounts } from './memory.ts';
import { shrunkenRate } from './shrunken-rate.ts';

describe('the hold-out', () => {
  const places = rectangleOfHexagons(0.14, 0.085);
  const mapOf = (counts: ArrayLike<number>): ReturnType<typeof hotPlaces> =>
    hotPlaces(counts, places.neighbours, { statistic: 'gi-star', inference: 'exact' });
  const random = randomStream(8);
  const regions = [
    { factor: 8, places: 4 },
    { factor: 6, places: 5 },
    { factor: 12, places: 3 },
  ];
  const { counts: levels } = plantedField(places, 'gamma-2', 6, regions, random);
  const byYear = [1, 1.1, 0.8, 1.2, 0.5].map((size) =>
    Uint32Array.from(levels, (level) => random.poisson(level * size)),
  );

  it('chooses on the earlier years and expects the last at the level of its city', () => {
    const held = holdOut(places, byYear, mapOf, { maxCells: 4 })!;
    expect(held.chosen.length).toBeGreaterThan(2);
    const totals = byYear.map((year) => year.reduce((a, b) => a + b, 0));
    expect(held.total).toBe(totals[4]);
    expect(held.cityChange).toBeCloseTo(
      totals[4] / ((totals[0] + totals[1] + totals[2] + totals[3]) / 4),
      12,
    );
    for (const { place, n, expected, interval } of held.chosen) {
      expect(n).toBe(place.members.reduce((sum, i) => sum + byYear[4][i], 0));
      expect(place.n).toBe(
        place.members.reduce((sum, i) => sum + byYear[0][i] + byYear[1][i] + byYear[2][i] + byYear[3][i], 0),
      );
      expect(expected).toBeCloseTo(place.perYear * held.cityChange, 12);
      expect(interval[0]).toBeLessThan(expected);
      expect(interval[1]).toBeGreaterThan(expected);
    }
    const inside = held.chosen.filter(({ n, interval }) => n >= interval[0] && n <= interval[1]);
    expect(inside.length / held.chosen.length).toBeGreaterThan(0.8);
    expect(holdOut(places, byYear.slice(0, 1), mapOf, { maxCells: 4 })).toBeUndefined();
    expect(holdOut(places, byYear.slice(0, 2), mapOf, { maxCells: 4 })!.chosen.length).toBeGreaterThan(0);
  });

  it('matches a place to the one that holds at least half of its members', () => {
    const chosen = [[1, 2, 3], [4, 5], [9]].map((members) => ({ place: { members } }));
    const listed = [[3, 2], [5, 6, 7, 8], [4, 5, 1], [10]].map((members) => ({ members }));
    expect([...matchChosen(listed, chosen)]).toEqual([0, -1, 1, -1]);
  });
});

describe('the memory of places', () => {
  const tested = Uint32Array.from({ length: 3000 }, (_, i) => i);
  const invent = (drift: number): Uint32Array[] => {
    const random = randomStream(31);
    const logs = Float64Array.from(tested, () => 2 + random.normal());
    return Array.from({ length: 5 }, () =>
      Uint32Array.from(tested, (i) => {
        logs[i] += Math.sqrt(drift) * random.normal();
        return random.poisson(Math.exp(logs[i]));
      }),
    );
  };
  const remember = (years: Uint32Array[]): ReturnType<typeof rememberedCounts> => {
    const sums = Uint32Array.from(tested, (i) => years.reduce((sum, year) => sum + year[i], 0));
    return rememberedCounts(years, tested, countModel(sums, tested, undefined));
  };

  it('finds no drift where there is none, and about the drift there is', () => {
    const still = remember(invent(0));
    expect(still.drift).toBe(0);
    expect(still.lengths[7]).toBeCloseTo(5, 9);
    const { drift } = remember(invent(0.05));
    expect(drift).toBeGreaterThanOrEqual(0.02);
    expect(drift).toBeLessThanOrEqual(0.16);
  });
});

interface Points {
  lon: Float64Array;
  lat: Float64Array;
  years: number[];
}

function readPoints(
  files: string[],
  read: (cells: string[]) => [number, number, number] | undefined,
): Points {
  const rows = files.flatMap((file) =>
    gunzipSync(readFileSync(sharedPath(file)))
      .toString('latin1')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const row = read(line.replace(/"[^"]*"/g, '').split(','));
        return row ? [row] : [];
      }),
  );
  return {
    lon: Float64Array.from(rows, ([lon]) => lon),
    lat: Float64Array.from(rows, ([, lat]) => lat),
    years: rows.map(([, , year]) => year),
  };
}

/** Share of a year's incidents in the `most` places of highest score; places that tie at the end count in part. */
function hitRate(score: ArrayLike<number>, year: ArrayLike<number>, most: number): number {
  const order = Array.from(score, (_, i) => i).sort((a, b) => score[b] - score[a]);
  const last = score[order[most - 1]];
  let sure = 0;
  let above = 0;
  let atLast = 0;
  let ties = 0;
  let total = 0;
  for (const place of order) {
    total += year[place];
    if (score[place] > last) {
      sure += year[place];
      above++;
    } else if (score[place] === last) {
      atLast += year[place];
      ties++;
    }
  }
  return (sure + (atLast * (most - above)) / ties) / total;
}

describe.skipIf(!hasShared)('the ranking on the following year', () => {
  it('does not lose to the counts of the last year, in Cincinnati and Vancouver', {
    timeout: 120_000,
  }, () => {
    const plane = planeOfCrs('EPSG:26910')!;
    const cities = {
      cincinnati: readPoints(['data/cincinnati/incidents_2011_2024.csv.gz'], (cells) => {
        const [lon, lat] = cells.slice(-2).map(Number);
        const year = Number(cells[1]?.slice(0, 4));
        return lon && lat && year >= 2017 && year <= 2023 ? [lon, lat, year] : undefined;
      }),
      vancouver: readPoints(
        [2018, 2020, 2021, 2022, 2023].map((year) => `data/vancouver/crime_${year}.csv.gz`),
        (cells) => {
          const [x, y] = cells.slice(-2).map(Number);
          if (!(x > 0) || !(y > 0)) return undefined;
          const [lon, lat] = plane.unproject(x, y);
          return [lon, lat, Number(cells[1])];
        },
      ),
    };
    let ours = 0;
    let lastYear = 0;
    for (const { lon, lat, years } of Object.values(cities)) {
      const { places, placeOf } = placeInHexagons(lon, lat, { resolution: 9 });
      const known = [...new Set(years)].sort();
      const byYear = known.map(() => new Uint32Array(places.count));
      placeOf.forEach((place, i) => {
        byYear[known.indexOf(years[i])][place]++;
      });
      const tested = Uint32Array.from(byYear[0].keys());
      for (let t = 2; t < known.length; t++) {
        const earlier = byYear.slice(Math.max(0, t - 4), t);
        const sums = Uint32Array.from(tested, (i) => earlier.reduce((sum, year) => sum + year[i], 0));
        const model = countModel(sums, tested, undefined);
        const remembered = rememberedCounts(earlier, tested, model);
        const rates = Float64Array.from(
          tested,
          (i) => shrunkenRate([i], remembered, model, earlier.length).mean,
        );
        for (const most of [20, 50, 100, 200]) {
          ours += hitRate(rates, byYear[t], most);
          lastYear += hitRate(byYear[t - 1], byYear[t], most);
        }
      }
    }
    expect(ours).toBeGreaterThanOrEqual(lastYear);
  });
});
