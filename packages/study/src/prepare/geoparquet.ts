import type { Incidents } from '@oryn/core';
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Column } from '../bundle/column.ts';
import { columnSource } from '../bundle/parquet.ts';
import { type IncidentMarks, incidentColumns } from './incident-columns.ts';

/** Rows of a row group: what is held as objects at one time. */
const ROWS_AT_ONCE = 100_000;

/** Point of well-known binary: byte order, type, two doubles. */
const WKB_POINT_BYTES = 21;

/**
 * Incidents as GeoParquet 1.1 (points, WKB, longitude and latitude of WGS 84), piece by piece; QGIS, R and
 * GeoPandas open it as a layer of points.
 */
export function* geoParquetOf(incidents: Incidents, marks: IncidentMarks = {}): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: sources(incidents, marks, 0, 0) });
  const parquet = new ParquetWriter({
    writer,
    schema,
    createdBy: 'oryn',
    kvMetadata: [{ key: 'geo', value: JSON.stringify(geoMetadata(incidents)) }],
  });
  for (let from = 0; from < incidents.count; from += ROWS_AT_ONCE) {
    const to = Math.min(incidents.count, from + ROWS_AT_ONCE);
    parquet.write({ columnData: sources(incidents, marks, from, to), rowGroupSize: ROWS_AT_ONCE });
    yield taken(writer);
  }
  parquet.finish();
  yield taken(writer);
}

/** What was written since the last call; the writer goes on counting from there. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function sources(incidents: Incidents, marks: IncidentMarks, from: number, to: number): ColumnSource[] {
  const columns = incidentColumns(incidents, marks, from, to).map((column) =>
    columnSource(column, typeOf(column)),
  );
  const points = Array.from({ length: to - from }, (_, i) =>
    wkbPoint(incidents.lon[from + i], incidents.lat[from + i]),
  );
  return [{ name: 'geometry', data: points, type: 'BYTE_ARRAY' }, ...columns];
}

/** Types are those of the column, not of the values, so that every row group agrees. */
function typeOf({ name, integer }: Column): 'DOUBLE' | 'INT32' | 'STRING' {
  if (integer) return 'INT32';
  return name === 'lon' || name === 'lat' || name === 'w' ? 'DOUBLE' : 'STRING';
}

function wkbPoint(lon: number, lat: number): Uint8Array {
  const bytes = new Uint8Array(WKB_POINT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, 1, true);
  view.setFloat64(5, lon, true);
  view.setFloat64(13, lat, true);
  return bytes;
}

function geoMetadata({ lon, lat, count }: Incidents): unknown {
  const bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    bbox[0] = Math.min(bbox[0], lon[i]);
    bbox[1] = Math.min(bbox[1], lat[i]);
    bbox[2] = Math.max(bbox[2], lon[i]);
    bbox[3] = Math.max(bbox[3], lat[i]);
  }
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: { encoding: 'WKB', geometry_types: ['Point'], ...(count > 0 && { bbox }) },
    },
  };
}
