import { OrynError } from '@oryn/core';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import Papa from 'papaparse';
import { formatOf, type SourceFile, textOf } from './source-file.ts';

/** A table of text as it stands in a file; nothing is interpreted yet. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  /** Visits the rows in order; the header of a CSV is row 1, the first feature of a GeoJSON too. */
  visit(row: (values: readonly string[], rowNumber: number) => void): void;
}

/** Names of the columns that a point geometry becomes. */
export const GEOMETRY_LON = 'geometry.lon';
export const GEOMETRY_LAT = 'geometry.lat';

/** @throws OrynError file.*, json.invalid */
export async function openTable(file: SourceFile): Promise<Table> {
  const text = await textOf(file);
  return formatOf(file.name, text) === 'csv' ? csvTable(file.name, text) : pointTable(file.name, text);
}

function csvTable(file: string, text: string): Table {
  const header = Papa.parse<string[]>(text, { preview: 2, skipEmptyLines: 'greedy' });
  if (header.data.length === 0) throw new OrynError('file.empty', { file });
  if (header.data.length === 1) throw new OrynError('file.header-only', { file });
  const columns = header.data[0].map((name) => name.trim());
  const { delimiter } = header.meta;
  return {
    file,
    columns,
    visit(row) {
      let rowNumber = 0;
      Papa.parse<string[]>(text, {
        delimiter,
        step: ({ data, errors }) => {
          rowNumber++;
          // An unclosed quote swallows every row after it; none of them may vanish unseen.
          if (errors.some((error) => error.type === 'Quotes')) {
            throw new OrynError('file.quotes', { file, row: rowNumber });
          }
          // A blank line has a number but is no row.
          const isBlank = data.length === 1 && data[0].trim() === '';
          if (rowNumber > 1 && !isBlank) row(data, rowNumber);
        },
      });
    },
  };
}

/** Properties of point features become columns beside the two of the geometry. */
function pointTable(file: string, text: string): Table {
  const features = parseFeatures(file, text);
  if (features.length === 0) throw new OrynError('file.header-only', { file });
  const names = new Set<string>();
  for (const feature of features) for (const name of Object.keys(feature.properties ?? {})) names.add(name);
  const columns = [...names];
  return {
    file,
    columns: [GEOMETRY_LON, GEOMETRY_LAT, ...columns],
    visit(row) {
      features.forEach((feature, index) => {
        const point = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : ['', ''];
        const values = columns.map((name) => asText(feature.properties?.[name]));
        row([asText(point[0]), asText(point[1]), ...values], index + 1);
      });
    },
  };
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The features of GeoJSON text: a collection, one feature or a bare geometry. */
export function parseFeatures(file: string, text: string): Feature<Geometry | null>[] {
  let parsed: FeatureCollection<Geometry | null> | Feature<Geometry | null> | Geometry;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new OrynError('json.invalid', { file, reason: (error as Error).message });
  }
  if (parsed?.type === 'FeatureCollection' && Array.isArray(parsed.features)) return parsed.features;
  if (parsed?.type === 'Feature') return [parsed];
  if (parsed && 'coordinates' in parsed) return [{ type: 'Feature', properties: {}, geometry: parsed }];
  throw new OrynError('json.invalid', { file, reason: 'FeatureCollection?' });
}
