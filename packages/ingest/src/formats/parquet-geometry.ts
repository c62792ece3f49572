import { OrynError } from '@oryn/core';
import type { Geometry } from 'geojson';
import type { FileMetaData } from 'hyparquet';
import { crsOfCode, crsOfName } from './file-crs.ts';
import { isRecord } from './json-text.ts';
import { geometryOfWkb } from './wkb.ts';

/** The column of a Parquet file that holds its geometry. */
export interface GeometryColumn {
  readonly name: string;
  /** System of its coordinates where it is not longitude and latitude on WGS 84. */
  readonly crs: string | undefined;
  /** The geometry of a value in the file's own coordinates. @throws RangeError */
  geometry(value: unknown): Geometry | null;
}

/**
 * The primary geometry column by the `geo` metadata of GeoParquet (WKB, or native points as a struct of x and y),
 * or else the first column that Parquet itself marks as geometry. Without a stated system coordinates are degrees.
 *
 * @throws OrynError crs.unknown
 */
export function geometryColumnOf(metadata: FileMetaData): GeometryColumn | undefined {
  const geo = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  if (geo !== undefined) {
    const described: unknown = JSON.parse(geo);
    if (isRecord(described) && isRecord(described.columns)) {
      const name = String(described.primary_column ?? Object.keys(described.columns)[0]);
      const column = Object.hasOwn(described.columns, name) ? described.columns[name] : undefined;
      if (isRecord(column))
        return { name, crs: crsOfProjJson(column.crs), geometry: readerOf(column.encoding) };
    }
  }
  const native = metadata.schema.find(
    ({ logical_type: type }) => type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY',
  );
  const type = native?.logical_type;
  if (!native || (type?.type !== 'GEOMETRY' && type?.type !== 'GEOGRAPHY')) return undefined;
  return { name: native.name, crs: type.crs ? crsOfName(type.crs) : undefined, geometry: fromWkb };
}

function crsOfProjJson(crs: unknown): string | undefined {
  if (!isRecord(crs)) return undefined;
  const id = isRecord(crs.id)
    ? crs.id
    : Array.isArray(crs.ids) && isRecord(crs.ids[0])
      ? crs.ids[0]
      : undefined;
  if (id?.authority === 'OGC') return undefined;
  const code = Number(id?.code);
  if (id?.authority !== 'EPSG' || !Number.isInteger(code)) {
    throw new OrynError('crs.unknown', { given: String(crs.name ?? '').slice(0, 100) });
  }
  const name = crsOfCode(code);
  return name === 'EPSG:4326' ? undefined : name;
}

function readerOf(encoding: unknown): (value: unknown) => Geometry | null {
  return encoding === 'point' ? fromStruct : fromWkb;
}

function fromWkb(value: unknown): Geometry | null {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array)) throw new RangeError('geometry');
  return geometryOfWkb(value);
}

function fromStruct(value: unknown): Geometry | null {
  if (!isRecord(value) || typeof value.x !== 'number' || typeof value.y !== 'number') return null;
  return Number.isNaN(value.x) ? null : { type: 'Point', coordinates: [value.x, value.y] };
}
