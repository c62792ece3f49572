import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { cities, demoCities, offenceGroupOf, placeTypeOf } from '@oryn/datasets';
import { cellToLatLng } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { defectRates } from './defects.ts';
import { INCIDENT_COLUMNS } from './incident-table.ts';
import { collection, inside, made, points, type Row, table, text } from './made.ts';

const root = new URL('../', import.meta.url);
/** Great-circle distance in km (haversine). */
function kilometres(a: readonly number[], b: readonly number[]): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const dLat = radians(b[1]! - a[1]!);
  const dLon = radians(b[0]! - a[0]!);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[1]!)) * Math.cos(radians(b[1]!)) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

describe('the committed demo', () => {
  it.each([...made.keys()])('%s is what the generator makes, and nothing else', (id) => {
    const folder = new URL(`${id}/`, root);
    const expected = [...made.get(id)!.keys()].map((name) =>
      name === 'simulated-incidents.csv' ? `${name}.gz` : name,
    );
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
    for (const [name, content] of made.get(id)!) {
      const file = new URL(name, folder);
      const stored = existsSync(file)
        ? readFileSync(file, 'utf8')
        : gunzipSync(readFileSync(new URL(`${name}.gz`, folder))).toString('utf8');
      // A plain comparison: a diff of three million characters helps nobody.
      expect(stored === content, name).toBe(true);
    }
  });

  it('stays under 7 MB', () => {
    let bytes = 0;
    for (const id of made.keys()) {
      const folder = new URL(`${id}/`, root);
      for (const name of readdirSync(folder)) bytes += readFileSync(new URL(name, folder)).length;
    }
    expect(bytes).toBeLessThan(7e6);
  });
});

describe.each([...made.keys()])('%s', (id) => {
  const rows = table(text(id, 'simulated-incidents.csv'));
  const share = (matches: (row: Row) => boolean): number => rows.filter(matches).length / rows.length;
  /** Four standard errors of a share of this many rows. */
  const margin = (rate: number): number => 4 * Math.sqrt((rate * (1 - rate)) / rows.length);
  const placed = (row: Row): boolean => row.lon !== '' && row.lon !== '0';
  const swapped = (row: Row): boolean =>
    placed(row) && Number(row.lon) < Number(row.lat) && Number(row.lon) < 50;

  it('says on every row and feature that it is simulated', () => {
    expect(text(id, 'simulated-incidents.csv').split('\n', 1)[0]).toBe(INCIDENT_COLUMNS.join(','));
    expect(rows.every((row) => row.simulated === 'true' && row.objectid!.startsWith('SIM-'))).toBe(true);
    for (const name of made.get(id)!.keys()) {
      if (!name.endsWith('.geojson')) continue;
      const { simulated, features } = collection(id, name);
      expect(simulated, name).toBe(true);
      expect(
        features.every(({ properties }) => properties.simulated),
        name,
      ).toBe(true);
    }
  });

  it('lies more than 60 km from every catalogue city', () => {
    for (const name of made.get(id)!.keys()) {
      if (!name.endsWith('.geojson')) continue;
      for (const { geometry } of collection(id, name).features) {
        // A step over the points: they are metres apart and the margin is kilometres.
        points(geometry.coordinates).forEach((point, index) => {
          if (index % 8 !== 0) return;
          for (const city of cities)
            if (kilometres(point, city.centre) <= 60) throw new Error(`${name} ${point}`);
        });
      }
    }
    for (const row of rows) {
      if (!placed(row) || swapped(row)) continue;
      const point = [Number(row.lon), Number(row.lat)];
      const near = cities.find(
        (city) => Math.abs(city.centre[1] - point[1]!) < 1 && kilometres(point, city.centre) <= 60,
      );
      expect(near).toBeUndefined();
    }
  });

  it('has the stated defects at the stated rates', () => {
    const near = (got: number, rate: number): void => expect(Math.abs(got - rate)).toBeLessThan(margin(rate));
    near(
      share((row) => row.lon === '' && row.lat === ''),
      defectRates.empty,
    );
    near(
      share((row) => row.lon === '0' && row.lat === '0'),
      defectRates.zero,
    );
    near(share(swapped), defectRates.swapped);
    near(
      (rows.length - new Set(rows.map((row) => Object.values(row).join())).size) / rows.length,
      defectRates.duplicate,
    );
    const midnight = share((row) => row.dat_sover_str!.endsWith(' 00:00'));
    // Some incidents truly happen at midnight.
    expect(midnight).toBeGreaterThan(defectRates.unknownHour - margin(defectRates.unknownHour));
    expect(midnight).toBeLessThan(defectRates.unknownHour + 0.02);
    const stations = collection(id, 'facilities.geojson')
      .features.filter(({ properties }) => properties.kind === 'police_station')
      .map(({ geometry }) => points(geometry.coordinates)[0]!.join());
    near(
      share((row) => stations.includes(`${row.lon},${row.lat}`)),
      defectRates.policeStation,
    );
    const ring = points(collection(id, 'boundary.geojson').features[0]!.geometry.coordinates);
    const outside = share(
      (row) => placed(row) && !swapped(row) && !inside(Number(row.lon), Number(row.lat), ring),
    );
    near(outside, defectRates.outside);
  });

  it('uses codes of the official lists and no restricted offence', () => {
    for (const row of rows) {
      const layer = offenceGroupOf(row.crime_code!)?.layer;
      if (layer === undefined || layer === 'restricted') throw new Error(`crime code ${row.crime_code}`);
      if (!placeTypeOf(row.fe1r29p1_id!)) throw new Error(`place code ${row.fe1r29p1_id}`);
    }
  });

  it('counts in each cell what the generator expected', () => {
    const ids = new Set<string>();
    let place = 0;
    for (const row of rows) {
      if (ids.has(row.objectid!)) continue;
      ids.add(row.objectid!);
      if (offenceGroupOf(row.crime_code!)?.layer === 'place') place++;
    }
    const cells = table(text(id, 'truth-cells.csv'));
    const expected = cells.reduce((sum, { expected: value }) => sum + Number(value), 0);
    expect(Math.abs(place - expected)).toBeLessThan(5 * Math.sqrt(expected));
    const segments = table(text(id, 'truth-segments.csv'));
    const total = segments.reduce((sum, { expected: value }) => sum + Number(value), 0);
    expect(Math.abs(total - expected)).toBeLessThan(3);
    expect(segments.length).toBe(collection(id, 'streets.geojson').features.length);
  });

  it('has streets that meet at shared ends and one piece per id', () => {
    const { features } = collection(id, 'streets.geojson');
    expect(features.length).toBeGreaterThan(id === 'demo-tasozen' ? 2500 : 900);
    expect(new Set(features.map(({ properties }) => properties.segment_id)).size).toBe(features.length);
    const ends = new Map<string, number>();
    for (const { geometry } of features) {
      const path = points(geometry.coordinates);
      for (const end of [path[0]!, path[path.length - 1]!])
        ends.set(end.join(), (ends.get(end.join()) ?? 0) + 1);
    }
    const meeting = [...ends.values()].filter((count) => count > 1).length;
    expect(meeting / ends.size).toBeGreaterThan(0.6);
  });

  it('falls in the lockdown of 2020 and in theft in 2023', () => {
    const count = (year: number, code?: string): number =>
      rows.filter(
        (row) => row.dat_sover_str!.slice(6, 10) === String(year) && (!code || row.crime_code === code),
      ).length;
    expect(count(2020)).toBeLessThan(0.9 * count(2019));
    expect(count(2023, '1880') / count(2022, '1880')).toBeLessThan(0.82);
  });

  it('has cells of resolution 9 around the centre', () => {
    const city = demoCities.find((one) => one.id === id)!;
    for (const { place } of table(text(id, 'truth-cells.csv'))) {
      const [lat, lon] = cellToLatLng(place!);
      expect(kilometres([lon, lat], city.centre)).toBeLessThan(16);
    }
  });
});
