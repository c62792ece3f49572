import { OrynError } from '@oryn/core';
import type { AsyncBuffer, ColumnData, FileMetaData, RowGroup } from 'hyparquet';
import type { SourceFile } from '../source/source-file.ts';
import { damaged, guarded } from './damaged.ts';
import { type FeatureSet, type FileFeature, pointOf } from './feature-table.ts';
import { mapPositions, type ToDegrees, toDegreesFrom } from './file-crs.ts';
import { cellTexts, PARSERS } from './parquet-cells.ts';
import { type GeometryColumn, geometryColumnOf } from './parquet-geometry.ts';
import { checkColumns, checkedFooter, checkedPages, checkGroup } from './parquet-limits.ts';
import {
  fitColumnNames,
  GEOMETRY_LAT,
  GEOMETRY_LON,
  MOST_COLUMNS,
  type RowVisitor,
  SAMPLE_ROWS,
  type Table,
  type TableFacts,
} from './table.ts';

/**
 * A Parquet or GeoParquet file as a table, read one row group at a time. Points of the geometry column become
 * longitude and latitude in degrees; dates and times ISO text on the clock they were written with; decimals and
 * large whole numbers keep all their digits; lists and structs become JSON.
 *
 * @throws OrynError file.empty, file.damaged, file.row-group, file.too-many-columns, file.no-features,
 *   geometry.invalid, crs.unknown
 */
export async function openParquet(file: SourceFile): Promise<Table> {
  const parquet = await openFile(file);
  const { geometry, plain } = parquet;
  const names = [...(geometry ? [GEOMETRY_LON, GEOMETRY_LAT] : []), ...plain.map(({ name }) => name)];
  if (names.length > MOST_COLUMNS) {
    throw new OrynError('file.too-many-columns', {
      file: file.name,
      columns: names.length,
      limit: MOST_COLUMNS,
    });
  }
  const { columns, renamed } = fitColumnNames(names);
  const sample: string[][] = [];
  await visitRows(parquet, SAMPLE_ROWS, (values) => sample.push([...values]));
  if (sample.length === 0) throw new OrynError('file.no-features', { file: file.name });
  return {
    file: file.name,
    columns,
    sample,
    facts: { ...parquet.facts, ...(renamed && { renamed }) },
    visit: (row, onProgress) =>
      visitRows(parquet, Number.POSITIVE_INFINITY, row, (done, total) =>
        onProgress?.(Math.round((done / total) * file.size), file.size),
      ),
  };
}

/** The features of a GeoParquet file, their other columns as text. @throws as `openParquet` */
export async function readParquetFeatures(file: SourceFile): Promise<FeatureSet> {
  const parquet = await openFile(file);
  const { columns } = fitColumnNames(parquet.plain.map(({ name }) => name));
  const features: FileFeature[] = [];
  for (let group = 0, first = 0; group < parquet.metadata.row_groups.length; group++) {
    const rows = Number(parquet.metadata.row_groups[group].num_rows);
    const read = await readGroup(parquet, group, first, rows);
    for (let i = 0; i < rows; i++) {
      const geometry = geometryAt(parquet, read.geometry, i, first + i + 1);
      const properties = Object.fromEntries(columns.map((name, c) => [name, read.texts[c](i)]));
      features.push({ type: 'Feature', properties, geometry });
    }
    first += rows;
  }
  return { features, facts: parquet.facts };
}

interface ParquetFile {
  readonly file: SourceFile;
  readonly metadata: FileMetaData;
  readonly geometry: GeometryColumn | undefined;
  readonly toDegrees: ToDegrees | undefined;
  /** The columns that are no geometry, with the way their values become text. */
  readonly plain: readonly { readonly name: string; readonly text: (value: unknown) => string }[];
  readonly facts: TableFacts;
}

async function openFile(file: SourceFile): Promise<ParquetFile> {
  if (file.size === 0) throw new OrynError('file.empty', { file: file.name });
  return guarded(file.name, 'Parquet', async () => {
    const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
    await checkedFooter(file);
    const buffer = partBuffer(file, []);
    const metadata = await parquetMetadataAsync(buffer, { geoparquet: false, parsers: PARSERS });
    const schema = parquetSchema(metadata);
    checkColumns(file.name, schema, metadata.row_groups);
    const geometry = geometryColumnOf(metadata);
    const plain = schema.children
      .filter((child) => child.element.name !== geometry?.name)
      .map((child) => ({ name: child.element.name, text: cellTexts(child) }));
    const crs = geometry?.crs;
    return {
      file,
      metadata,
      geometry,
      toDegrees: toDegreesFrom(crs),
      plain,
      facts: { format: 'parquet', ...(crs !== undefined && { crs }) },
    };
  });
}

async function visitRows(
  parquet: ParquetFile,
  limit: number,
  row: RowVisitor,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { row_groups: groups } = parquet.metadata;
  const lead = parquet.geometry ? 2 : 0;
  const values: string[] = new Array(lead + parquet.plain.length).fill('');
  let first = 0;
  for (let group = 0; group < groups.length && first < limit; group++) {
    const rows = Number(groups[group].num_rows);
    const wanted = Math.min(rows, limit - first);
    const read = await readGroup(parquet, group, first, wanted);
    for (let i = 0; i < wanted; i++) {
      if (lead > 0) {
        const position = pointOf(geometryAt(parquet, read.geometry, i, first + i + 1));
        values[0] = position ? String(position[0]) : '';
        values[1] = position ? String(position[1]) : '';
      }
      for (let c = 0; c < read.texts.length; c++) values[lead + c] = read.texts[c](i);
      row(values, first + i + 1);
    }
    first += rows;
    onProgress?.(group + 1, groups.length);
  }
}

interface ReadGroup {
  readonly geometry: (index: number) => unknown;
  readonly texts: readonly ((index: number) => string)[];
}

/** Reads the first `rows` rows of a row group, whose first row is the file's row `first`. */
function readGroup(parquet: ParquetFile, group: number, first: number, rows: number): Promise<ReadGroup> {
  const { file, metadata } = parquet;
  return guarded(file.name, 'Parquet', async () => {
    const [{ parquetRead }, { compressors, decompressZstd }] = await Promise.all([
      import('hyparquet'),
      import('hyparquet-compressors'),
    ]);
    const chunks = await chunksOf(file, metadata.row_groups[group]);
    const columns = new Map<string, ColumnData[]>();
    await parquetRead({
      file: partBuffer(file, chunks),
      metadata,
      rowStart: first,
      rowEnd: first + rows,
      // Without the given length the frame's own claim would be believed.
      compressors: { ...compressors, ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)) },
      parsers: PARSERS,
      geoparquet: false,
      utf8: false,
      onChunk: (chunk) => {
        const list = columns.get(chunk.columnName);
        if (list) list.push(chunk);
        else columns.set(chunk.columnName, [chunk]);
      },
    });
    const cells = (name: string): ((index: number) => unknown) => {
      const list = columns.get(name);
      const end = list?.at(-1)?.rowEnd ?? 0;
      if (!list || list[0].rowStart > first || end < first + rows) throw damaged(file.name, 'Parquet');
      let at = 0;
      return (index) => {
        const row = first + index;
        if (row < list[at].rowStart) at = 0;
        while (row >= list[at].rowEnd) at++;
        return list[at].columnData[row - list[at].rowStart];
      };
    };
    return {
      geometry: parquet.geometry ? cells(parquet.geometry.name) : () => undefined,
      texts: parquet.plain.map(({ name, text }) => {
        const cell = cells(name);
        return (index: number) => {
          try {
            return text(cell(index));
          } catch {
            throw damaged(file.name, 'Parquet');
          }
        };
      }),
    };
  });
}

interface Chunk {
  readonly start: number;
  readonly bytes: Uint8Array;
}

async function chunksOf(file: SourceFile, group: RowGroup): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for (const { start, end } of checkGroup(file, group)) {
    chunks.push({ start, bytes: await file.slice(start, end) });
  }
  for (const [i, { bytes }] of chunks.entries()) await checkedPages(file.name, group.columns[i], bytes);
  return chunks;
}

/** The file as hyparquet asks for it; chunks already read and checked are not read again. */
function partBuffer(file: SourceFile, chunks: readonly Chunk[]): AsyncBuffer {
  return {
    byteLength: file.size,
    async slice(start, end = file.size) {
      const chunk = chunks.find((part) => part.start <= start && end <= part.start + part.bytes.length);
      const bytes = chunk
        ? chunk.bytes.subarray(start - chunk.start, end - chunk.start)
        : await file.slice(start, end);
      const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
      return (isWhole ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
    },
  };
}

function geometryAt(
  parquet: ParquetFile,
  cell: (index: number) => unknown,
  index: number,
  row: number,
): FileFeature['geometry'] {
  if (!parquet.geometry) return null;
  try {
    const geometry = parquet.geometry.geometry(cell(index));
    return geometry && mapPositions(geometry, parquet.toDegrees);
  } catch {
    throw new OrynError('geometry.invalid', { file: parquet.file.name, row });
  }
}
