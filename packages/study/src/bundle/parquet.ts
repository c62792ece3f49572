import { parquetReadObjects } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Column } from './column.ts';

/** A Parquet file with the columns of a table; empty values are null. */
export function parquetOf(columns: readonly Column[]): Uint8Array {
  const columnData = columns.map((column): ColumnSource => {
    const values = Array.from(column.values as ArrayLike<number | string>);
    const isText = values.some((value) => typeof value === 'string');
    const isInteger = column.integer && values.every((value) => !Number.isNaN(value));
    return {
      name: column.name,
      data: values.map((value) => (value === '' || Number.isNaN(value) ? null : value)),
      type: isText ? 'STRING' : isInteger ? 'INT32' : 'DOUBLE',
    };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'oryn' }));
}

/** The rows of a Parquet file of ours. */
export async function readParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return parquetReadObjects({
    file: { byteLength: buffer.byteLength, slice: (from, to) => buffer.slice(from, to) },
  });
}
