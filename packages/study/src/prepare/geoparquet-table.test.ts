import type { Geometry } from 'geojson';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Column } from '../bundle/column.ts';
import { readParquet } from '../bundle/parquet.ts';
import { geoParquetTable } from './geoparquet-table.ts';

const ring = (lon: number, lat: number): number[][] => [
  [lon, lat],
  [lon + 0.01, lat],
  [lon + 0.01, lat + 0.01],
  [lon, lat],
];
const geometries: Geometry[] = [
  { type: 'Polygon', coordinates: [ring(71, 51), ring(71.002, 51.002)] },
  { type: 'MultiPolygon', coordinates: [[ring(-3.5, 51)], [ring(71, 50.5), ring(71.001, 50.5)]] },
  { type: 'LineString', coordinates: ring(71, 51.4) },
  { type: 'Point', coordinates: [71.43, 51.13] },
];
const columns: Column[] = [
  { name: 'place', values: ['a', 'b', 'c', 'd'] },
  { name: 'n', values: [3, 0, 1, 2], integer: true },
  { name: 'gi_q', values: [0.01, Number.NaN, 0.2, 1] },
  { name: 'gi_class', values: ['hot99', '', 'none', 'none'] },
];

describe('geoParquetTable', () => {
  const bytes = geoParquetTable(columns, geometries);
  const file = bytes.buffer as ArrayBuffer;
  const geoOf = (buffer: ArrayBuffer) =>
    JSON.parse(parquetMetadata(buffer).key_value_metadata!.find(({ key }) => key === 'geo')!.value!);

  it('gives back every shape and every value to a reader that is not ours', async () => {
    const rows = await parquetReadObjects({ file });
    expect(rows.map((row) => row.geometry)).toEqual(geometries);
    expect(rows.map(({ geometry: _, ...row }) => row)).toEqual(await readParquet(bytes));
    expect(await readParquet(bytes)).toEqual([
      { place: 'a', n: 3, gi_q: 0.01, gi_class: 'hot99' },
      { place: 'b', n: 0, gi_q: null, gi_class: null },
      { place: 'c', n: 1, gi_q: 0.2, gi_class: 'none' },
      { place: 'd', n: 2, gi_q: 1, gi_class: 'none' },
    ]);
  });

  it('says in its metadata what GeoParquet 1.1 asks for', () => {
    expect(geoOf(file)).toEqual({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: {
          encoding: 'WKB',
          geometry_types: ['LineString', 'MultiPolygon', 'Point', 'Polygon'],
          bbox: [-3.5, 50.5, 71.43, 51.41],
        },
      },
    });
  });

  it('is the same bytes twice, and stands without a row', () => {
    expect(geoParquetTable(columns, geometries)).toEqual(bytes);
    const none = geoParquetTable(
      columns.map((column) => ({ ...column, values: [] })),
      [],
    );
    expect(geoOf(none.buffer as ArrayBuffer).columns.geometry).toEqual({
      encoding: 'WKB',
      geometry_types: [],
    });
  });

  it('refuses a shape that no place has', () => {
    const points: Geometry = { type: 'MultiPoint', coordinates: [[71, 51]] };
    expect(() => geoParquetTable([{ name: 'place', values: ['a'] }], [points])).toThrow(RangeError);
  });
});
