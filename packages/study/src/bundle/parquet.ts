import { parquetReadObjects } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Column } from './column.ts';

/** A Parquet file with the columns of a table; empty values are null. */
export function parquetOf(columns: readonly Column[]): Uint8Array {
  const columnData = columns.map((column) => columnSource(column, typeOf(column)));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'oryn' }));
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

/** The rows of a Parquet file of ours. */
export async function readParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return parquetReadObjects({
    file: { byteLength: buffer.byteLength, slice: (from, to) => buffer.slice(from, to) },
  });
}
