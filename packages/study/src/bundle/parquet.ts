import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Column } from './column.ts';

/** What the column of shapes is called in a GeoParquet file of ours. */
export const GEOMETRY_COLUMN = 'geometry';

/** A Parquet file with the columns of a table; empty values are null. */
export function parquetOf(columns: readonly Column[]): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: columnSources(columns), createdBy: 'oryn' }));
}

/** The columns of a table as the writer takes them. */
export function columnSources(columns: readonly Column[]): ColumnSource[] {
  return columns.map((column) => columnSource(column, typeOf(column)));
}

/** A column as the writer takes it: an empty value is null. */
export function columnSource({ name, values }: Column, type: ColumnType): ColumnSource {
  const all = Array.from(values as ArrayLike<number | string>);
  return { name, type, data: all.map((value) => (value === '' || Number.isNaN(value) ? null : value)) };
}

export type ColumnType = 'STRING' | 'INT32' | 'DOUBLE';

function typeOf({ values, integer }: Column): ColumnType {
  const all = Array.from(values as ArrayLike<number | string>);
  if (all.some((value) => typeof value === 'string')) return 'STRING';
  return integer && all.every((value) => !Number.isNaN(value)) ? 'INT32' : 'DOUBLE';
}

/** The rows of a Parquet file of ours, without their shapes: a place's shape follows from its name. */
export async function readParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(buffer);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  return parquetReadObjects({
    file: { byteLength: buffer.byteLength, slice: (from, to) => buffer.slice(from, to) },
    metadata,
    columns: names.filter((name) => name !== GEOMETRY_COLUMN),
  });
}
