import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type PlacedOnSegments, placeOnSegments, planeOfCrs, SECONDS_PER_DAY } from '@oryn/core';
import { memoryFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedPath, sharedTable } from '../../../../test/support/shared.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { countPlaces, type PlaceCounts } from './evaluate.ts';
import { type OwnPlaces, readOwnPlaces } from './own-places.ts';
import { readStudy, type Sources } from './read.ts';

const folder = 'data/cincinnati';
const unpacked = (name: string) =>
  memoryFile(name, gunzipSync(readFileSync(sharedPath(`${folder}/${name}.gz`))));
const utm = planeOfCrs('EPSG:32616');

/** Fewest places that hold half of the incidents. */
function half(counts: Uint32Array): number {
  const total = counts.reduce((a, b) => a + b, 0);
  let [places, held] = [0, 0];
  for (const n of [...counts].sort((a, b) => b - a)) {
    if (2 * held >= total) break;
    places++;
    held += n;
  }
  return places;
}

describe.skipIf(!hasShared)('Cincinnati on the street segments recorded', () => {
  const sources: Sources = hasShared
    ? new Map([
        ['incidents.csv', unpacked('incidents_2011_2024.csv')],
        ['segments.geojson', unpacked('street_segments.geojson')],
      ])
    : new Map();
  const counted = async (keys: object): Promise<PlaceCounts> =>
    countPlaces(await readStudy(parseStudy({ files: ['incidents.csv'], ...keys }, 'test'), sources));
  const unit = 'segments:segments.geojson#segment_id';
  const segments = async (): Promise<Extract<OwnPlaces, { kind: 'segments' }>> => {
    const asked = { kind: 'segments', file: 'segments.geojson', column: 'segment_id' } as const;
    return (await readOwnPlaces(sources.get('segments.geojson')!, asked)) as Extract<
      OwnPlaces,
      { kind: 'segments' }
    >;
  };

  it('half of each year lies on 3.46 to 3.71 % of all 12,787 segments', async () => {
    const { places, years, nByYear, account } = await counted({
      unit,
      columns: { place: 'segment_id' },
      from: '2019-01-01',
      to: '2023-12-31',
    });
    expect([places.count, account.dropped['no-coordinates']]).toEqual([12_787, 14_299]);
    expect(years.map((year, i) => [year, half(nByYear[i])])).toEqual([
      [2019, 453],
      [2020, 453],
      [2021, 443],
      [2022, 449],
      [2023, 475],
    ]);
    for (const n of nByYear) {
      expect(half(n) / places.count).toBeGreaterThan(0.034);
      expect(half(n) / places.count).toBeLessThan(0.038);
    }
  });

  it('snapping finds the recorded segment of all 332,172 located incidents, whose points are middles of segments', async () => {
    const snapped = await counted({ unit });
    const byId = await counted({ unit, columns: { place: 'segment_id' } });
    expect(snapped.incidents.count).toBe(332_172);
    let elsewhere = 0;
    snapped.placeOf.forEach((place, i) => {
      if (place !== byId.placeOf[i]) elsewhere++;
    });
    expect(elsewhere).toBe(0);
    expect(snapped.n).toEqual(byId.n);
  });

  it('pieces joined between intersections are fewer and longer, so the share is greater', async () => {
    const { places, years, nByYear } = await counted({
      unit: 'segments:segments.geojson',
      from: '2019-01-01',
      to: '2023-12-31',
    });
    expect(places.count).toBe(10_180);
    expect(years.map((year, i) => [year, half(nByYear[i])])).toEqual([
      [2019, 418],
      [2020, 417],
      [2021, 409],
      [2022, 412],
      [2023, 434],
    ]);
  });

  describe('burglaries with coordinates of their own', () => {
    const table = hasShared ? sharedTable(`${folder}/burglary_points.csv.gz`) : {};
    const rows = (table.incident ?? []).map((_, i) => i).filter((i) => table.longitude[i] !== '');
    const lon = Float64Array.from(rows, (i) => Number(table.longitude[i]));
    const lat = Float64Array.from(rows, (i) => Number(table.latitude[i]));
    const placed = async (): Promise<PlacedOnSegments> =>
      placeOnSegments(lon, lat, await segments(), { plane: utm });

    it('lie 23 m from their nearest segment; 254 of 8,297 have none within 100 m', async () => {
      const { snapMeters, unsnapped } = await placed();
      const distances = snapMeters.filter((meters) => !Number.isNaN(meters)).sort();
      expect(rows.length).toBe(8297);
      expect(unsnapped).toBe(254);
      expect(distances[distances.length >> 1]).toBeCloseTo(23, 0);
    });

    it('published twice with other coordinates: the copies lie 100 m apart, 28 % snap to one segment', async () => {
      const { placeOf } = await placed();
      const pairs = new Map<string, number[]>();
      rows.forEach((row, i) => {
        const own = pairs.get(table.incident[row]) ?? [];
        if (own.every((other) => lon[other] !== lon[i] || lat[other] !== lat[i])) own.push(i);
        pairs.set(table.incident[row], own);
      });
      const twice = [...pairs.values()].filter(
        (own) => own.length > 1 && own.slice(0, 2).every((i) => placeOf[i] >= 0),
      );
      const apart = twice
        .map(([a, b]) => {
          const [ax, ay] = utm.project(lon[a], lat[a]);
          const [bx, by] = utm.project(lon[b], lat[b]);
          return Math.hypot(ax - bx, ay - by);
        })
        .sort((a, b) => a - b);
      const same = twice.filter(([a, b]) => placeOf[a] === placeOf[b]).length;
      expect([twice.length, same]).toEqual([897, 250]);
      expect(apart[apart.length >> 1]).toBeCloseTo(99.8, 0);
    });

    it('snap to the segment recorded for the only property incident of the day within 150 m in 32 % of the cases', async () => {
      const { incidents, placeOf } = await counted({
        unit,
        columns: { place: 'segment_id' },
        category: ['property'],
        from: '2016-01-01',
        to: '2018-12-31',
      });
      const property = incidents.category.labels.indexOf('property');
      const ofDay = new Map<number, number[]>();
      incidents.time.forEach((time, i) => {
        if (incidents.category.codes[i] !== property) return;
        const day = Math.floor(time / SECONDS_PER_DAY);
        const own = ofDay.get(day) ?? [];
        if (own.length === 0) ofDay.set(day, own);
        own.push(placeOf[i]);
      });
      const planar = (await segments()).lines.map((line) => line.map(([x, y]) => utm.project(x, y)));
      const metersTo = (segment: number, [x, y]: readonly [number, number]): number => {
        let least = Infinity;
        for (let v = 1; v < planar[segment].length; v++) {
          const [[ax, ay], [bx, by]] = [planar[segment][v - 1], planar[segment][v]];
          const [dx, dy] = [bx - ax, by - ay];
          const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
          least = Math.min(least, Math.hypot(x - ax - share * dx, y - ay - share * dy));
        }
        return least;
      };
      const { placeOf: snapped } = await placed();
      const link = (shift: number) => {
        const told = { points: 0, linked: 0, same: 0 };
        const seen = new Set<string>();
        rows.forEach((row, i) => {
          if (seen.has(table.incident[row])) return;
          seen.add(table.incident[row]);
          if (snapped[i] < 0) return;
          told.points++;
          const day = Math.floor(Date.parse(table.offense_date[row]) / 1000 / SECONDS_PER_DAY) + shift;
          const point = utm.project(lon[i], lat[i]);
          const near = (ofDay.get(day) ?? []).filter((segment) => metersTo(segment, point) < 150);
          if (near.length !== 1) return;
          told.linked++;
          if (near[0] === snapped[i]) told.same++;
        });
        return told;
      };
      expect(link(0)).toEqual({ points: 6454, linked: 3678, same: 1182 });
      // By chance, to the incidents of another day: about one link in ten is false.
      expect(link(10)).toEqual({ points: 6454, linked: 395, same: 62 });
    });
  });
});
