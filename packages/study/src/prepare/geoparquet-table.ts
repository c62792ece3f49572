import type { Geometry, Position } from 'geojson';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Column } from '../bundle/column.ts';
import { columnSources, GEOMETRY_COLUMN } from '../bundle/parquet.ts';
import { wkbOf } from './geoparquet-wkb.ts';

/**
 * A table with a geometry per row as GeoParquet 1.1: well-known binary, longitude and latitude of WGS 84 (the default
 * of the format, OGC:CRS84). The columns are those of the Parquet file without geometries, which stand before it.
 */
export function geoParquetTable(columns: readonly Column[], geometries: readonly Geometry[]): Uint8Array {
  const geometry = { name: GEOMETRY_COLUMN, type: 'BYTE_ARRAY' as const, data: geometries.map(wkbOf) };
  const buffer = parquetWriteBuffer({
    columnData: [...columnSources(columns), geometry],
    createdBy: 'oryn',
    kvMetadata: [{ key: 'geo', value: JSON.stringify(metadataOf(geometries)) }],
  });
  return new Uint8Array(buffer);
}

function metadataOf(geometries: readonly Geometry[]): unknown {
  const bbox = boxOf(geometries);
  return {
    version: '1.1.0',
    primary_column: GEOMETRY_COLUMN,
    columns: {
      [GEOMETRY_COLUMN]: {
        encoding: 'WKB',
        geometry_types: [...new Set(geometries.map(({ type }) => type))].sort(),
        ...(bbox && { bbox }),
      },
    },
  };
}

/** West, south, east, north; undefined where there is nothing. */
function boxOf(geometries: readonly Geometry[]): number[] | undefined {
  if (geometries.length === 0) return undefined;
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (coordinates: Position | Position[] | Position[][] | Position[][][]): void => {
    const [lon, lat] = coordinates;
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      for (const part of coordinates) visit(part as Position);
      return;
    }
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (const geometry of geometries) if ('coordinates' in geometry) visit(geometry.coordinates);
  return box;
}
