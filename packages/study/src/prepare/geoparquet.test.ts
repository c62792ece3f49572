import type { Incidents } from '@oryn/core';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { csvHeadOf, csvRowsOf } from '../bundle/column.ts';
import { geoParquetOf } from './geoparquet.ts';
import { incidentColumns } from './incident-columns.ts';

/** More rows than one row group holds; every 7th without a date, every 5th without an hour. */
const COUNT = 100_003;
const incidents: Incidents = {
  count: COUNT,
  lon: Float64Array.from({ length: COUNT }, (_, i) => 71 + i / 1e6),
  lat: Float64Array.from({ length: COUNT }, (_, i) => 51 - i / 1e6),
  time: Float64Array.from({ length: COUNT }, (_, i) => (i % 7 === 0 ? Number.NaN : 1_577_836_800 + i * 60)),
  hourKnown: Uint8Array.from({ length: COUNT }, (_, i) => (i % 5 === 0 ? 0 : 1)),
  category: {
    codes: Uint16Array.from({ length: COUNT }, (_, i) => i % 3),
    labels: ['', '=1+1', 'placeless:fraud'],
  },
  placeType: { codes: new Uint16Array(COUNT), labels: [''] },
  discontinued: Uint8Array.from({ length: COUNT }, (_, i) => i % 2),
  row: new Uint32Array(COUNT),
};

function joined(pieces: Iterable<Uint8Array>): ArrayBuffer {
  const parts = [...pieces];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}

describe('geoParquetOf', () => {
  const file = joined(geoParquetOf(incidents));

  it('says in its metadata what GeoParquet 1.1 asks for', () => {
    const metadata = parquetMetadata(file);
    const geo = JSON.parse(metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value ?? '{}');
    expect(geo).toEqual({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: {
          encoding: 'WKB',
          geometry_types: ['Point'],
          bbox: [71, 51 - (COUNT - 1) / 1e6, 71 + (COUNT - 1) / 1e6, 51],
        },
      },
    });
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([100_000, 3]);
  });

  it('holds each incident once, its point as well-known binary, unknown values null', async () => {
    const rows = await parquetReadObjects({
      file,
      geoparquet: false,
      utf8: false,
      rowStart: 99_998,
      rowEnd: COUNT,
    });
    expect(rows).toHaveLength(5);
    rows.forEach((row, i) => {
      const at = 99_998 + i;
      const wkb = new DataView((row.geometry as Uint8Array).slice().buffer);
      expect([
        wkb.getUint8(0),
        wkb.getUint32(1, true),
        wkb.getFloat64(5, true),
        wkb.getFloat64(13, true),
      ]).toEqual([...[1, 1, incidents.lon[at], incidents.lat[at]]]);
      expect(row.time === null).toBe(at % 7 === 0);
      expect(row.layer).toBe(at % 3 === 2 ? 'placeless' : 'place');
      expect(row.discontinued).toBe(at % 2);
    });
    expect(rows[0].time).toBe(new Date((1_577_836_800 + 99_998 * 60) * 1000).toISOString().slice(0, 19));
  });

  it('writes in CSV no cell that a spreadsheet runs as a formula', () => {
    const columns = incidentColumns(incidents, {}, 0, 3);
    expect(csvHeadOf(columns) + csvRowsOf(columns)).toBe(
      'lon,lat,time,category,layer,place_type,discontinued\n' +
        '71,51,,,place,,0\n' +
        "71.000001,50.999999,2020-01-01T00:01:00,'=1+1,place,,1\n" +
        '71.000002,50.999998,2020-01-01T00:02:00,placeless:fraud,placeless,,0\n',
    );
  });
});
