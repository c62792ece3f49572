import { OrynError, planeOfCrs, studyArea } from '@oryn/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../columns/column-roles.ts';
import { type CoordinateOptions, type CoordinateReader, coordinateReader } from './coordinate-reader.ts';

const XY: ColumnMapping = { x: 'a', y: 'b' };
const LONLAT: ColumnMapping = { lon: 'a', lat: 'b' };

const readerOf = (
  rows: string[][],
  mapping: ColumnMapping,
  options: CoordinateOptions = {},
): CoordinateReader =>
  coordinateReader({ file: 'rows.csv', columns: ['a', 'b'], sample: rows }, mapping, options);

const placed = (reader: CoordinateReader, row: string[]): [number, number] => {
  const point = reader.read(row);
  if (typeof point === 'string') throw new Error(point);
  return [point.lon, point.lat];
};

const errorOf = (call: () => unknown): OrynError => {
  try {
    call();
  } catch (error) {
    if (error instanceof OrynError) return error;
  }
  throw new Error('no OrynError');
};

const box = (west: number, south: number, size: number) =>
  studyArea([
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  ]);
const ASTANA = box(71.2, 51, 0.5);

/** Places around Astana in a system, as text. */
const cloudIn = (crs: string, exchanged = false): string[][] =>
  Array.from({ length: 20 }, (_, i) => {
    const [x, y] = planeOfCrs(crs).project(71.3 + 0.013 * i, 51.05 + 0.011 * i);
    const row = [x.toFixed(2), y.toFixed(2)];
    return exchanged ? row.reverse() : row;
  });

describe('coordinate reader', () => {
  it('reads degrees and says why a row has no place', () => {
    const reader = readerOf([['71.4', '51.1']], LONLAT);
    expect(reader.choice).toMatchObject({ crs: 'EPSG:4326', reason: 'degrees', exchanged: false });
    expect(reader.projected).toBeUndefined();
    expect(reader.read(['71,4', ' 51.1 '])).toEqual({ lon: 71.4, lat: 51.1, x: Number.NaN, y: Number.NaN });
    expect(placed(reader, [`71°24'E`, `51°06' с.ш.`])).toEqual([71.4, 51.1]);
    expect(placed(reader, ['N 51.1', 'E 71.4'])).toEqual([71.4, 51.1]);
    expect(reader.read(['', '51'])).toBe('no-coordinates');
    expect(reader.read(['NA', 'NA'])).toBe('no-coordinates');
    expect(reader.read(['x', '51'])).toBe('not-a-number');
    expect(reader.read(['0', '0.0'])).toBe('zero-zero');
    expect(reader.read(['43.1', '131.9'])).toBe('out-of-range');
    expect(reader.last).toEqual({ lon: 43.1, lat: 131.9 });
    expect(reader.read(['', ''])).toBe('no-coordinates');
    expect(reader.last.lon).toBeNaN();
  });

  it('finds degrees where metres were said', () => {
    const reader = readerOf([['71.4', '51.1']], XY, { crs: 'EPSG:32642' });
    expect(reader.choice).toMatchObject({
      crs: 'EPSG:4326',
      reason: 'degrees',
      evidence: { given: 'EPSG:32642' },
    });
    expect(placed(reader, ['71.4', '51.1'])).toEqual([71.4, 51.1]);
    // Small numbers on a plane are metres all the same.
    expect(readerOf([['71.4', '51.1']], XY, { crs: 'planar' }).read(['71.4', '51.1'])).toMatchObject({
      x: 71.4,
      y: 51.1,
    });
  });

  it('still reads degrees where some rows of the sample are out of range', () => {
    const reader = readerOf(
      [
        ['71', '51'],
        ['700', '51'],
        ['71.5', '51'],
      ],
      LONLAT,
    );
    expect(reader.choice.reason).toBe('degrees');
    expect(reader.read(['700', '51'])).toBe('out-of-range');
  });

  it('turns degrees of another datum (gdaltransform EPSG:4284 of 71.4, 51.1)', () => {
    const reader = readerOf([['71.4', '51.1']], LONLAT, { crs: 'EPSG:4284' });
    const [lon, lat] = placed(reader, ['71.4008546891525', '51.0995756747205']);
    expect(lon).toBeCloseTo(71.4, 7);
    expect(lat).toBeCloseTo(51.1, 7);
  });

  const SYSTEMS = ['EPSG:3857', 'EPSG:32642', 'EPSG:28412', 'EPSG:2502', 'EPSG:2535', '102100'];
  it('reads back a place from every system given, also under the names of degrees', () => {
    for (const crs of SYSTEMS) {
      fc.assert(
        fc.property(
          fc.double({ min: 66, max: 72, noNaN: true }),
          fc.double({ min: 41, max: 55, noNaN: true }),
          (lon, lat) => {
            const [x, y] = planeOfCrs(crs).project(lon, lat);
            const row = [x.toFixed(4), y.toFixed(4).replace('.', ',')];
            for (const mapping of [XY, LONLAT]) {
              const reader = readerOf([row], mapping, { crs });
              const [backLon, backLat] = placed(reader, row);
              expect(Math.abs(backLon - lon)).toBeLessThan(1e-8);
              expect(Math.abs(backLat - lat)).toBeLessThan(1e-8);
              expect(reader.projected).toBe(planeOfCrs(crs).crs);
            }
          },
        ),
        { numRuns: 20 },
      );
    }
  });

  it('tells Web Mercator and zone-prefixed Gauss-Krueger of Kazakhstan by the values', () => {
    expect(readerOf(cloudIn('EPSG:3857'), XY).choice).toMatchObject({
      crs: 'EPSG:3857',
      reason: 'values',
      exchanged: false,
    });
    expect(readerOf(cloudIn('EPSG:28412'), XY).choice).toMatchObject({
      crs: 'EPSG:28412',
      reason: 'values',
      exchanged: false,
    });
    expect(readerOf(cloudIn('EPSG:28412'), LONLAT).choice).toMatchObject({
      crs: 'EPSG:28412',
      reason: 'values',
    });
  });

  it('reads the X of Russian geodesy, which is the northing', () => {
    const rows = cloudIn('EPSG:28412', true);
    for (const options of [{}, { crs: 'EPSG:28412' }, { area: ASTANA }]) {
      const reader = readerOf(rows, XY, options);
      expect(reader.choice).toMatchObject({ crs: 'EPSG:28412', exchanged: true });
      const [lon, lat] = placed(reader, rows[0]);
      expect(lon).toBeCloseTo(71.3, 6);
      expect(lat).toBeCloseTo(51.05, 6);
    }
  });

  it('does not read a row of another zone as if it were of this one', () => {
    const reader = readerOf(cloudIn('EPSG:28412'), XY);
    expect(reader.read(['13342264', '4815403'])).toBe('out-of-range');
  });

  it('will not guess between systems that the numbers alone do not tell', () => {
    const error = errorOf(() => readerOf(cloudIn('EPSG:32642'), XY));
    expect(error.code).toBe('crs.ambiguous');
    expect(error.parameters.candidates).toContain('EPSG:32642');
    expect(error.parameters.candidates).toContain('EPSG:28472');
    // UTM 42 and Gauss-Krueger 12 differ by two kilometres: a large area cannot tell them either.
    expect(errorOf(() => readerOf(cloudIn('EPSG:32642'), XY, { area: ASTANA })).code).toBe('crs.ambiguous');
    // State plane feet are no system that is guessed.
    expect(errorOf(() => readerOf([['905013.9', '1031774']], XY)).code).toBe('crs.needed');
  });

  it('takes the one system that puts the points into the area', () => {
    // Vancouver, where no Gauss-Krueger zone lies: EPSG:26910 printed by gdaltransform for -123.1, 49.25.
    const reader = readerOf([['492722.425', '5455252.511']], XY, { area: box(-123.3, 49.1, 0.4) });
    expect(reader.choice).toEqual({
      crs: 'EPSG:32610',
      reason: 'area',
      exchanged: false,
      evidence: { share: 100 },
    });
    const [lon, lat] = placed(reader, ['492722.425', '5455252.511']);
    expect(lon).toBeCloseTo(-123.1, 5);
    expect(lat).toBeCloseTo(49.25, 5);
  });

  it('reads state-plane feet when they are named (gdaltransform ESRI:102696 of -90.2, 38.63)', () => {
    const reader = readerOf([['905907.0156', '1018376.5746']], XY, { crs: 'ESRI:102696' });
    const [lon, lat] = placed(reader, ['905907.0156', '1018376.5746']);
    expect(lon).toBeCloseTo(-90.2, 7);
    expect(lat).toBeCloseTo(38.63, 7);
  });

  it('takes the system from the name of a column, and degrees under x and y whichever comes first', () => {
    const table = { file: 'f', columns: ['x_3857', 'y_3857'], sample: cloudIn('EPSG:3857') };
    const reader = coordinateReader(table, { x: 'x_3857', y: 'y_3857' });
    expect(reader.choice).toMatchObject({ crs: 'EPSG:3857', reason: 'name' });
    const north = readerOf([['43.2', '76.9']], XY);
    expect(north.choice).toMatchObject({ reason: 'degrees', exchanged: true });
    expect(placed(north, ['43.2', '76.9'])).toEqual([76.9, 43.2]);
    expect(readerOf([['51.1', '71.4']], XY, { area: ASTANA }).choice.exchanged).toBe(true);
  });

  it('reads a column of both, its order told by text, name, values or area', () => {
    const orders: [string, string[], string, string][] = [
      ['p', ['POINT(71.4 51.1)'], 'lon-lat', 'text'],
      ['p', [`51°06'N 71°24'E`], 'lat-lon', 'text'],
      ['lat_lon', ['6.25, 7.57'], 'lat-lon', 'name'],
      ['Долгота, широта', ['6.25, 7.57'], 'lon-lat', 'name'],
      ['p', ['131.9, 43.1'], 'lon-lat', 'values'],
      ['p', ['71.4, 51.1'], 'lon-lat', 'values'],
      ['p', ['51.1, 71.4'], 'lat-lon', 'values'],
      ['p', ['6.25, 7.57'], 'lat-lon', 'custom'],
    ];
    for (const [name, cells, order, reason] of orders) {
      const table = { file: 'f', columns: [name], sample: cells.map((cell) => [cell]) };
      const reader = coordinateReader(table, { point: name });
      expect(reader.columns).toEqual([name]);
      expect(reader.pointOrder, cells[0]).toMatchObject({ order, reason });
      if (cells[0].includes('71')) expect(placed(reader, cells)).toEqual([71.4, 51.1]);
    }
    const ewkt = { file: 'f', columns: ['p'], sample: [['SRID=32642;POINT(687592.96 4743963.68)']] };
    const reader = coordinateReader(ewkt, { point: 'p' });
    expect(reader.choice).toMatchObject({ crs: 'EPSG:32642', reason: 'name' });
    const [lon, lat] = placed(reader, ewkt.sample[0]);
    expect([lon, lat]).toEqual([expect.closeTo(71.294977, 5), expect.closeTo(42.825247, 5)]);
  });

  it('needs columns of a place', () => {
    expect(errorOf(() => readerOf([], {})).code).toBe('columns.no-coordinates');
    expect(errorOf(() => readerOf([], LONLAT, { crs: 'planar' })).code).toBe('columns.no-coordinates');
    expect(errorOf(() => readerOf([['1', '2']], XY, { crs: 'EPSG:999999' })).code).toBe('crs.unknown');
  });
});
