import { OrynError } from '@oryn/core';
import type { Feature, Geometry, Position } from 'geojson';
import type { SourceFile } from '../source/source-file.ts';
import { mapPositions, type ToDegrees } from './file-crs.ts';
import { isRecord, valueText } from './json-text.ts';
import {
  type FileFormat,
  fitColumnNames,
  GEOMETRY_LAT,
  GEOMETRY_LON,
  MOST_COLUMNS,
  SAMPLE_ROWS,
  type Table,
  type TableFacts,
} from './table.ts';

/** Features of a file in degrees; `geometry` is null where a record has none. */
export type FileFeature = Feature<Geometry | null>;

/** The features of one file or layer, and what was found about it. */
export interface FeatureSet {
  readonly features: readonly FileFeature[];
  readonly facts: TableFacts;
  /** Order of the columns where the file says it; others follow as they appear. */
  readonly fields?: readonly string[];
}

/**
 * Features as a table: longitude and latitude of points first, then the properties in order of appearance. A
 * multipoint of one point is a point; other geometries have no coordinates. `row` is the number of the feature.
 *
 * @throws OrynError file.too-many-columns, file.no-features
 */
export function featureTable(
  { name, size }: SourceFile,
  { features, facts, fields = [] }: FeatureSet,
): Table {
  if (features.length === 0) throw new OrynError('file.no-features', { file: name });
  const columns = new FeatureColumns(name, fields);
  for (const feature of features) columns.add(feature);
  const names = columns.names();
  return {
    file: name,
    columns: names.columns,
    sample: features.slice(0, SAMPLE_ROWS).map((feature, i) => [...columns.values(feature, i + 1)]),
    facts: { ...facts, ...(names.renamed && { renamed: names.renamed }) },
    async visit(row, onProgress) {
      features.forEach((feature, i) => {
        if (i % PROGRESS_EVERY === 0) onProgress?.(Math.round((i / features.length) * size), size);
        row(columns.values(feature, i + 1), i + 1);
      });
      onProgress?.(size, size);
    },
  };
}

const PROGRESS_EVERY = 4096;

/** The columns that features have together, and the row that each of them makes. */
export class FeatureColumns {
  private readonly file: string;
  /** Numbers of the columns by name; a map, so that `__proto__` is a name like any other. */
  private readonly columns = new Map<string, number>();
  private hasGeometry = false;
  private row: string[] = [];

  constructor(file: string, fields: readonly string[] = []) {
    this.file = file;
    for (const name of fields) this.column(name);
  }

  /** @throws OrynError file.too-many-columns */
  add(feature: FileFeature): void {
    if (feature.geometry) this.hasGeometry = true;
    if (feature.properties) for (const name of Object.keys(feature.properties)) this.column(name);
  }

  /** Columns of coordinates even where the first features have none. */
  expectGeometry(): void {
    this.hasGeometry = true;
  }

  names(): ReturnType<typeof fitColumnNames> {
    const geometry = this.hasGeometry ? [GEOMETRY_LON, GEOMETRY_LAT] : [];
    return fitColumnNames([...geometry, ...this.columns.keys()]);
  }

  /** The values of a feature; the array is reused. @throws OrynError json.too-deep */
  values(feature: FileFeature, row: number): readonly string[] {
    const first = this.hasGeometry ? 2 : 0;
    const values = this.row;
    values.length = 0;
    for (let i = first + this.columns.size; i > 0; i--) values.push('');
    const position = pointOf(feature.geometry);
    if (position) [values[0], values[1]] = [String(position[0]), String(position[1])];
    for (const [name, value] of Object.entries(feature.properties ?? {})) {
      const column = this.columns.get(name);
      if (column !== undefined) values[first + column] = valueText(this.file, row, value);
    }
    return values;
  }

  private column(name: string): void {
    if (this.columns.has(name)) return;
    if (this.columns.size >= MOST_COLUMNS) {
      const columns = this.columns.size + 1;
      throw new OrynError('file.too-many-columns', { file: this.file, columns, limit: MOST_COLUMNS });
    }
    this.columns.set(name, this.columns.size);
  }
}

/** The position of a point, or of a multipoint of one. */
export function pointOf(geometry: Geometry | null): Position | undefined {
  if (geometry?.type === 'Point') return geometry.coordinates.length >= 2 ? geometry.coordinates : undefined;
  if (geometry?.type === 'MultiPoint' && geometry.coordinates.length === 1) return geometry.coordinates[0];
  return undefined;
}

/** How deep the lists of coordinates lie in each type. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Collections inside collections; no program writes more than two. */
const DEEPEST = 8;

/**
 * A geometry of a JSON file, checked and in degrees; null for none and for an empty point.
 *
 * @throws OrynError geometry.invalid
 */
export function checkedGeometry(
  file: string,
  row: number,
  given: unknown,
  toDegrees?: ToDegrees,
): Geometry | null {
  if (given === null || given === undefined) return null;
  if (!isGeometry(given, 0)) throw new OrynError('geometry.invalid', { file, row });
  if (given.type === 'Point' && given.coordinates.length === 0) return null;
  return mapPositions(given, toDegrees);
}

function isGeometry(given: unknown, depth: number): given is Geometry {
  if (!isRecord(given) || typeof given.type !== 'string') return false;
  if (given.type === 'GeometryCollection') {
    const { geometries } = given;
    return (
      depth < DEEPEST && Array.isArray(geometries) && geometries.every((part) => isGeometry(part, depth + 1))
    );
  }
  if (!Object.hasOwn(DEPTHS, given.type)) return false;
  if (given.type === 'Point' && Array.isArray(given.coordinates) && given.coordinates.length === 0)
    return true;
  return arePositions(given.coordinates, DEPTHS[given.type]);
}

function arePositions(given: unknown, depth: number): boolean {
  if (!Array.isArray(given)) return false;
  if (depth > 0) return given.every((part) => arePositions(part, depth - 1));
  return given.length >= 2 && given.every((value) => typeof value === 'number');
}

/** Facts of a file of features, its system named where it is not WGS 84. */
export function featureFacts(format: FileFormat, crs?: string): TableFacts {
  return { format, ...(crs !== undefined && { crs }) };
}
