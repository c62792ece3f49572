import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { studyArea } from '@oryn/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedPath } from '../../../../test/support/shared.ts';
import { findRepairs } from './repair.ts';

type Row = Record<string, string>;

/** Rows of a real file; quotes are only taken off, which is enough for the columns read here. */
function rowsOf(path: string, delimiter: string, encoding = 'utf-8'): Row[] {
  const bytes = readFileSync(sharedPath(`data/${path}`));
  const text = new TextDecoder(encoding).decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const split = (line: string): string[] =>
    (line.match(new RegExp(`("(?:[^"]|"")*"|[^${delimiter}]*)(${delimiter}|$)`, 'g')) ?? []).map((field) =>
      field.replace(new RegExp(`${delimiter}$`), '').replace(/^"|"$/g, ''),
    );
  const names = split(header);
  return lines.map((line) => {
    const values = split(line);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

const numbers = (rows: Row[], column: string): Float64Array =>
  Float64Array.from(rows, (row) =>
    row[column].trim() === '' ? Number.NaN : Number(row[column].replace(',', '.')),
  );

function codesOf(labels: string[]): Uint16Array {
  const known = new Map<string, number>([['', 0]]);
  return Uint16Array.from(labels, (label) => {
    if (!known.has(label)) known.set(label, known.size);
    return known.get(label) ?? 0;
  });
}

interface Defects {
  swapped_lon_lat: string[];
  already_missing_in_source: string[];
}

describe.skipIf(!hasShared)('repairs in real files', () => {
  it('finds every swapped row of the Russian accidents and invents none', () => {
    const defects = sharedJson<Defects>('data/russia-dtp/defects.json');
    const rows = rowsOf('russia-dtp/dtp_cp1251_semicolon.csv', ';', 'windows-1251');
    const codes = findRepairs(
      numbers(rows, 'Долгота'),
      numbers(rows, 'Широта'),
      codesOf(rows.map((row) => row.Регион)),
      undefined,
    );
    const found = new Set(rows.filter((_, i) => codes[i] === 1).map((row) => row['Номер ДТП']));
    const planted = defects.swapped_lon_lat.filter((id) => !defects.already_missing_in_source.includes(id));
    expect(planted).toHaveLength(39);
    expect(planted.filter((id) => !found.has(id))).toEqual([]);

    // What else is found must be swapped in the source itself: far outside Russia as written, and mended within
    // half a degree of two other rows of its region in the clean file.
    const clean = rowsOf('russia-dtp/accidents_clean.csv', ',');
    const others = [...found].filter((id) => !planted.includes(id));
    expect(others).toHaveLength(4);
    for (const id of others) {
      const row = clean.find((candidate) => candidate.id === id)!;
      const [lon, lat] = [Number(row.longitude), Number(row.latitude)];
      const outside = lat < 41.18 || (lon > 50 && lon < 57 && lat < 46);
      const near = clean.filter(
        (other) =>
          other.id !== id &&
          other.region === row.region &&
          Math.abs(Number(other.longitude) - lat) < 0.5 &&
          Math.abs(Number(other.latitude) - lon) < 0.5,
      );
      expect(outside, id).toBe(true);
      expect(near.length, id).toBeGreaterThanOrEqual(2);
    }
    expect(codes.filter((code) => code === 2 || code === 3)).toHaveLength(0);
  });

  it('calls nothing certain in the accidents when the regions are not known', () => {
    const rows = rowsOf('russia-dtp/accidents_clean.csv', ',');
    const codes = findRepairs(numbers(rows, 'longitude'), numbers(rows, 'latitude'), undefined, undefined);
    expect(codes.filter((code) => code >= 1 && code <= 3)).toHaveLength(0);
  });

  const CITIES: [string, string, string, string, string | undefined][] = [
    ['kz/astana-road-accidents-2019-2023.csv', ',', 'lon', 'lat', 'district_code'],
    ['medellin/homicides_2010_2019.csv', ';', 'longitud', 'latitud', undefined],
    ['houston/crime_2010_jan_aug.csv.gz', ',', 'lon', 'lat', 'beat'],
    ['memphis/robberies_2019.csv', ',', 'lon', 'lat', undefined],
    ['cincinnati/incidents_2011_2024.csv.gz', ',', 'lon', 'lat', 'category'],
    ['lancashire/asb_2022.tab.gz', '\t', 'longitude', 'latitude', 'lsoa_code'],
  ];
  it.each(CITIES)('repairs nothing in %s', (path, delimiter, lonName, latName, group) => {
    const rows = rowsOf(path, delimiter);
    const [lon, lat] = [numbers(rows, lonName), numbers(rows, latName)];
    const variants = [undefined, group && codesOf(rows.map((row) => row[group]))];
    for (const groups of variants) {
      const codes = findRepairs(lon, lat, groups || undefined, undefined);
      expect(codes.filter((code) => code !== 0)).toHaveLength(0);
    }
  });
});

describe('repairs', () => {
  const city = (centre: [number, number], count: number): [Float64Array, Float64Array] => {
    // A sunflower of points over about 12 km, thinning outwards like a city.
    const lon = new Float64Array(count);
    const lat = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const radius = 0.08 * (i / count);
      lon[i] = centre[0] + radius * Math.cos(i * 2.399963);
      lat[i] = centre[1] + 0.7 * radius * Math.sin(i * 2.399963);
    }
    return [lon, lat];
  };

  it('puts right planted slips in a clean cloud and touches no other row', () => {
    const centre = fc.tuple(
      fc.double({ min: 58, max: 86, noNaN: true }),
      fc.double({ min: 41, max: 55, noNaN: true }),
    );
    const planted = fc.uniqueArray(fc.tuple(fc.nat(299), fc.constantFrom(1, 2, 3)), {
      maxLength: 30,
      selector: ([row]) => row,
    });
    fc.assert(
      fc.property(centre, planted, (place, slips) => {
        const [lon, lat] = city(place, 300);
        const expected = new Uint8Array(300);
        for (const [row, code] of slips) {
          expected[row] = code;
          if (code === 1) [lon[row], lat[row]] = [lat[row], lon[row]];
          if (code === 2) lon[row] = -lon[row];
          if (code === 3) lat[row] = -lat[row];
        }
        expect(findRepairs(lon, lat, undefined, undefined)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('cannot and does not tell swapped points where longitude and latitude are alike (Oral)', () => {
    const [lon, lat] = city([51.37, 51.23], 300);
    expect(findRepairs(lon, lat, undefined, undefined).every((code) => code === 0)).toBe(true);
  });

  it('mends a longitude written as a latitude beyond the pole', () => {
    const [lon, lat] = city([131.9, 43.1], 50);
    [lon[7], lat[7]] = [lat[7], lon[7]];
    expect(
      [...findRepairs(lon, lat, undefined, undefined)].flatMap((code, i) => (code ? [i, code] : [])),
    ).toEqual([7, 1]);
  });

  it('marks the rows of a file whose columns are named the wrong way round', () => {
    const [lat, lon] = city([76.9, 43.2], 40);
    expect(findRepairs(lon, lat, undefined, undefined).every((code) => code === 1)).toBe(true);
    const [beyond, low] = city([131.9, 43.1], 40);
    expect(findRepairs(low, beyond, undefined, undefined).every((code) => code === 1)).toBe(true);
  });

  it('calls nothing certain in clean regions side by side, wherever they lie', () => {
    const place = fc.tuple(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -65, max: 65, noNaN: true }),
    );
    const spread = fc.double({ min: 0.5, max: 4, noNaN: true });
    fc.assert(
      fc.property(place, spread, ([west, south], size) => {
        const count = 400;
        const lon = new Float64Array(count);
        const lat = new Float64Array(count);
        const groups = new Uint16Array(count);
        for (let i = 0; i < count; i++) {
          // Four regions in a square, filled evenly by the golden ratio.
          groups[i] = 1 + (i % 4);
          lon[i] = west + size * ((i % 2) + ((i * 0.618034) % 1));
          lat[i] = south + size * ((i % 4 < 2 ? 0 : 1) + ((i * 0.754878) % 1));
        }
        const codes = findRepairs(lon, lat, groups, undefined);
        expect(codes.filter((code) => code >= 1 && code <= 3)).toHaveLength(0);
      }),
      { numRuns: 60 },
    );
  });

  it('knows Chukotka on both sides of the 180th meridian as one place', () => {
    const lon = Float64Array.of(177.5, 177.6, 178, 179, -179, -175, -172, 177.4);
    const lat = Float64Array.of(64.7, 64.8, 65, 66, 66, 66.3, 66, 64.7);
    expect([...findRepairs(lon, lat, new Uint16Array(8).fill(1), undefined)]).toEqual(new Array(8).fill(0));
  });

  it('with an area mends what lies far outside and has one mended form inside', () => {
    const square = (west: number, south: number, size: number): number[][][][] => [
      [
        [
          [west, south],
          [west + size, south],
          [west + size, south + size],
          [west, south + size],
          [west, south],
        ],
      ],
    ];
    const astana = studyArea(square(71.2, 51, 0.4));
    const lon = Float64Array.of(71.4, 51.1, -71.4, 71.4, 76.9, Number.NaN, 51.1);
    const lat = Float64Array.of(51.1, 71.4, 51.1, -51.1, 43.2, 51, 143);
    expect([...findRepairs(lon, lat, undefined, astana)]).toEqual([0, 1, 2, 3, 0, 0, 0]);
    // Oral: a point just outside whose mirror is inside may be either.
    const oral = studyArea(square(51.3, 51.15, 0.2));
    const near = findRepairs(Float64Array.of(51.25), Float64Array.of(51.34), undefined, oral);
    expect([...near]).toEqual([4]);
  });
});
