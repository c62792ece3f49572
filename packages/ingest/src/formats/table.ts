import type { ReadProgress } from '../source/source-file.ts';

export type FileFormat =
  | 'csv'
  | 'geojson'
  | 'ndjson'
  | 'esri-json'
  | 'xlsx'
  | 'parquet'
  | 'shapefile'
  | 'geopackage'
  | 'osm-pbf'
  | 'osm-xml'
  | 'osm-json';

/** A table of text as it stands in a file; nothing is interpreted yet. */
export interface Table {
  readonly file: string;
  /** Names of the columns, trimmed, no two alike and none empty. */
  readonly columns: readonly string[];
  /** The first rows, at most `SAMPLE_ROWS`, from which columns are recognised. */
  readonly sample: readonly (readonly string[])[];
  readonly facts: TableFacts;
  /**
   * Visits every row in order. `row` is the number a person finds it by: the line of a text file, the row of a
   * sheet, the number of a feature or record (from 1). The array of values may be reused for the next row.
   */
  visit(row: RowVisitor, onProgress?: ReadProgress): Promise<void>;
}

export type RowVisitor = (values: readonly string[], row: number) => void;

/** What was found about a file on the way, said in the report. */
export interface TableFacts {
  readonly format: FileFormat;
  /** Label of the encoding a text was read in, such as `windows-1251`. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Sheet or layer read, and the others of the file. */
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  /** Row of the header, where lines of a title stand above it. */
  readonly headerRow?: number;
  /** Columns renamed because another has the same name, or none. */
  readonly renamed?: readonly { readonly from: string; readonly to: string; readonly position: number }[];
  /** System of the coordinates if the file says it and it is not WGS 84: already turned into degrees. */
  readonly crs?: string;
}

/** What a person may say about a file instead of having it found. */
export interface OpenOptions {
  /** A label of TextDecoder, or `kz-1048`. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Sheet of a workbook or layer of a GeoPackage: its name, or its number from 1. */
  readonly sheet?: string | undefined;
}

export const SAMPLE_ROWS = 1000;

/** Names of the columns that a point geometry becomes, degrees WGS 84. */
export const GEOMETRY_LON = 'geometry.lon';
export const GEOMETRY_LAT = 'geometry.lat';

/** More columns than this is no table of incidents. */
export const MOST_COLUMNS = 5000;

/** Column names made fit: trimmed, empty ones named by position, repeated ones numbered. */
export function fitColumnNames(
  given: readonly string[],
): Pick<Table, 'columns'> & Pick<TableFacts, 'renamed'> {
  const taken = new Set<string>();
  const renamed: { from: string; to: string; position: number }[] = [];
  const columns = given.map((name, position) => {
    const from = name
      .replace(/^\uFEFF/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const base = from === '' ? `column ${position + 1}` : from;
    let to = base;
    for (let n = 2; taken.has(to.toLowerCase()); n++) to = `${base} (${n})`;
    taken.add(to.toLowerCase());
    if (to !== from) renamed.push({ from, to, position: position + 1 });
    return to;
  });
  return { columns, ...(renamed.length > 0 && { renamed }) };
}
