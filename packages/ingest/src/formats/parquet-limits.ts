import { OrynError } from '@oryn/core';
import type { ColumnChunk, RowGroup, SchemaTree } from 'hyparquet';
import { LARGEST_WHOLE_BYTES, type SourceFile } from '../source/source-file.ts';
import { damaged } from './damaged.ts';

// A Parquet file is believed only as far as its bytes can bear out: every claim that would make a reader allocate
// is checked before the reader sees it.

/** About 130 bytes describe a column of a row group: room for 100,000 of them. */
const LARGEST_FOOTER_BYTES = 16 * 1024 ** 2;
/** Rows that need no bytes to stand for: constant columns are a few bytes whatever their length. */
const FREE_ROWS = 2 ** 20;
const MOST_ROWS_PER_BYTE = 64;
/** Values of a row group are held together while it is read. */
const MOST_GROUP_VALUES = 2 ** 27;
const MOST_GROUP_BYTES = 2 * LARGEST_WHOLE_BYTES;
/** Pages are about 1 MiB; below this many unpacked bytes no ratio harms. */
const HARMLESS_PAGE_BYTES = 16 * 1024 ** 2;
/** The best that gzip can do. */
const MOST_PAGE_RATIO = 1100;

/** @throws OrynError file.damaged where the end of the file is no footer, file.row-group where it is far too large */
export async function checkedFooter(file: SourceFile): Promise<void> {
  if (file.size < 12) throw damaged(file.name, 'Parquet');
  const end = await file.slice(file.size - 8, file.size);
  const length = new DataView(end.buffer, end.byteOffset, 8).getUint32(0, true);
  if (length > file.size - 12) throw damaged(file.name, 'Parquet');
  if (length > LARGEST_FOOTER_BYTES) throw groupTooLarge(file.name);
}

/**
 * Every row group must have the columns of the schema, in their order.
 *
 * @throws OrynError file.damaged
 */
export function checkColumns(file: string, schema: SchemaTree, groups: readonly RowGroup[]): void {
  const leaves = (node: SchemaTree): string[] =>
    node.children.length === 0 ? [node.path.join('.')] : node.children.flatMap(leaves);
  const paths = leaves(schema);
  const names = new Set(schema.children.map(({ element }) => element.name));
  if (names.size !== schema.children.length) throw damaged(file, 'Parquet');
  for (const { columns } of groups) {
    const isSame =
      columns.length === paths.length &&
      columns.every(({ meta_data: meta }, i) => meta?.path_in_schema.join('.') === paths[i]);
    if (!isSame) throw damaged(file, 'Parquet');
  }
}

/**
 * Where the columns of a row group lie.
 *
 * @throws OrynError file.damaged where they lie outside the file, file.row-group where it claims too much
 */
export function checkGroup(file: SourceFile, group: RowGroup): { start: number; end: number }[] {
  const rows = Number(group.num_rows);
  let packed = 0;
  const ranges = group.columns.map(({ meta_data: meta }) => {
    if (!meta) throw damaged(file.name, 'Parquet');
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = start + Number(meta.total_compressed_size);
    if (!(start >= 4 && end > start && end <= file.size)) throw damaged(file.name, 'Parquet');
    packed += end - start;
    return { start, end };
  });
  if (!(rows >= 0) || rows > FREE_ROWS + packed * MOST_ROWS_PER_BYTE) throw damaged(file.name, 'Parquet');
  if (rows * group.columns.length > MOST_GROUP_VALUES || packed > MOST_GROUP_BYTES)
    throw groupTooLarge(file.name);
  return ranges;
}

/**
 * Walks the headers of a column's pages without unpacking any.
 *
 * @throws OrynError file.damaged, file.row-group
 */
export async function checkedPages(file: string, column: ColumnChunk, bytes: Uint8Array): Promise<void> {
  const { parquetHeader } = await import('hyparquet/src/column.js');
  const values = Number(column.meta_data?.num_values ?? 0);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let counted = 0;
  let unpacked = 0;
  while (reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader);
    const size = header.uncompressed_page_size;
    const packed = header.compressed_page_size;
    const page = header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header;
    const count = page?.num_values ?? 0;
    const claims = [packed, size, count];
    const { data_page_header_v2: second } = header;
    // A length left out would be read as no number, and the reader would stand still.
    if (second) {
      const levels = [second.definition_levels_byte_length, second.repetition_levels_byte_length];
      claims.push(...levels, second.num_nulls, second.num_rows);
      if (levels[0] + levels[1] > size || second.num_nulls > count || second.num_rows > count) {
        throw damaged(file, 'Parquet');
      }
    }
    const isSound = claims.every((claim) => Number.isInteger(claim) && claim >= 0);
    if (!isSound || reader.offset + packed > bytes.length) throw damaged(file, 'Parquet');
    if (size > Math.max(HARMLESS_PAGE_BYTES, packed * MOST_PAGE_RATIO)) throw damaged(file, 'Parquet');
    unpacked += size;
    if (header.type === 'DICTIONARY_PAGE') {
      // Every entry of a dictionary takes room, a flag an eighth of a byte.
      if (count > size * 8) throw damaged(file, 'Parquet');
    } else counted += count;
    if (counted > values || unpacked > MOST_GROUP_BYTES) throw damaged(file, 'Parquet');
    reader.offset += packed;
  }
  if (values > MOST_GROUP_VALUES) throw groupTooLarge(file);
}

function groupTooLarge(file: string): OrynError {
  return new OrynError('file.row-group', { file, limit: MOST_GROUP_BYTES / 1024 ** 2 });
}
