import { OrynError } from '@oryn/core';
import type { Geometry } from 'geojson';
import type { Database, SqlValue } from 'sql.js';
import { bytesOf, type SourceFile } from '../source/source-file.ts';
import { damaged, guarded } from './damaged.ts';
import { FeatureColumns, type FeatureSet, type FileFeature } from './feature-table.ts';
import { mapPositions, type ToDegrees } from './file-crs.ts';
import { type Layer, layersOf, quoted, systemOf } from './geopackage-layers.ts';
import { type OpenOptions, SAMPLE_ROWS, type Table } from './table.ts';
import { geometryOfWkb } from './wkb.ts';

let wasmUrl: string | undefined;

/** Says where a browser finds `sql-wasm-browser.wasm` of sql.js; Node needs nothing. */
export function setSqliteWasm(url: string): void {
  wasmUrl = url;
}

/**
 * A layer of a GeoPackage as a table, its points in degrees; a table without geometry is a table too. Of several
 * the one with most rows is read, those with geometry first, or the one `options.sheet` names. Only real tables
 * listed in the package are read: no view, trigger, generated column or extension of the file ever runs.
 *
 * @throws OrynError file.empty, file.too-large, file.damaged, file.no-features, file.too-many-columns, sheet.unknown,
 *   geometry.invalid, crs.unknown
 */
export async function openGeoPackage(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  return withPackage(file, options, (opened) => {
    const { layer } = opened;
    const columns = new FeatureColumns(file.name, layer.columns);
    const sample: FileFeature[] = [];
    for (const feature of featuresOfLayer(opened)) {
      if (sample.push(feature) === SAMPLE_ROWS) break;
    }
    if (sample.length === 0) throw new OrynError('file.no-features', { file: file.name });
    if (layer.geometry) columns.expectGeometry();
    const names = columns.names();
    return {
      file: file.name,
      columns: names.columns,
      sample: sample.map((feature, i) => [...columns.values(feature, i + 1)]),
      facts: { ...opened.facts, ...(names.renamed && { renamed: names.renamed }) },
      visit: (row, onProgress) =>
        withPackage(
          file,
          options,
          (again) => {
            let number = 0;
            for (const feature of featuresOfLayer(again)) {
              if (number++ % PROGRESS_EVERY === 0) {
                const share = Math.min(1, number / Math.max(1, layer.rows));
                onProgress?.(Math.round(share * file.size), file.size);
              }
              row(columns.values(feature, number), number);
            }
            onProgress?.(file.size, file.size);
          },
          true,
        ),
    };
  });
}

const PROGRESS_EVERY = 4096;

/** The features of a layer. @throws as `openGeoPackage` */
export function readGeoPackage(file: SourceFile, options: OpenOptions = {}): Promise<FeatureSet> {
  return withPackage(file, options, (opened) => ({
    features: [...featuresOfLayer(opened)],
    facts: opened.facts,
    fields: opened.layer.columns,
  }));
}

interface OpenPackage {
  readonly file: SourceFile;
  readonly db: Database;
  readonly layer: Layer;
  readonly toDegrees: ToDegrees | undefined;
  readonly facts: FeatureSet['facts'];
}

/** @param isOutside whether `use` calls code whose errors are not the file's */
async function withPackage<T>(
  file: SourceFile,
  options: OpenOptions,
  use: (opened: OpenPackage) => T,
  isOutside = false,
): Promise<T> {
  const bytes = await bytesOf(file);
  const opened = await guarded(file.name, 'GeoPackage', async () => {
    const { default: initSqlJs } = await import('sql.js');
    const sqlite = await initSqlJs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl ?? '' });
    const db = new sqlite.Database(bytes);
    try {
      return openLayer(file, db, options.sheet);
    } catch (error) {
      db.close();
      throw error;
    }
  });
  try {
    return isOutside ? use(opened) : await guarded(file.name, 'GeoPackage', () => use(opened));
  } finally {
    opened.db.close();
  }
}

function openLayer(file: SourceFile, db: Database, given: string | undefined): OpenPackage {
  for (const pragma of [
    'trusted_schema=OFF',
    'query_only=ON',
    'cell_size_check=ON',
    'ignore_check_constraints=ON',
  ]) {
    db.run(`PRAGMA ${pragma}`);
  }
  const layers = layersOf(db);
  const layer = chosenLayer(file.name, layers, given);
  // A page used twice would let a small file pretend to be endless.
  const checked = db.exec(`PRAGMA quick_check(${quoted(layer.name)})`);
  if (checked[0]?.values[0]?.[0] !== 'ok') throw damaged(file.name, 'GeoPackage');
  const { crs, toDegrees } = systemOf(db, layer);
  const others = layers.filter((other) => other !== layer).map(({ name }) => name);
  return {
    file,
    db,
    layer,
    toDegrees,
    facts: {
      format: 'geopackage',
      sheet: layer.name,
      ...(others.length > 0 && { otherSheets: others }),
      ...(crs !== undefined && { crs }),
    },
  };
}

function chosenLayer(file: string, layers: readonly Layer[], given: string | undefined): Layer {
  if (given !== undefined) {
    const byName = layers.find(({ name }) => name.toLowerCase() === given.trim().toLowerCase());
    const chosen = byName ?? layers[Number(given) - 1];
    if (chosen) return chosen;
    const known = layers.map(({ name }) => name).join(', ');
    throw new OrynError('sheet.unknown', { file, given, known });
  }
  if (layers.length === 0) throw new OrynError('file.no-features', { file });
  const rank = (layer: Layer): number => (layer.geometry ? Number.MAX_SAFE_INTEGER / 2 : 0) + layer.rows;
  return layers.reduce((best, layer) => (rank(layer) > rank(best) ? layer : best));
}

function* featuresOfLayer({ file, db, layer, toDegrees }: OpenPackage): Generator<FileFeature> {
  const columns = [...(layer.geometry ? [layer.geometry] : []), ...layer.columns];
  const lead = layer.geometry ? 1 : 0;
  const rows = rowsOf(file, db, `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(layer.name)}`);
  let row = 0;
  for (const values of rows) {
    row++;
    const properties = Object.fromEntries(
      layer.columns.map((name, i) => {
        const value = values[lead + i];
        return [name, value instanceof Uint8Array ? null : value];
      }),
    );
    const geometry = layer.geometry ? geometryOf(file.name, row, values[0], toDegrees) : null;
    yield { type: 'Feature', properties, geometry };
  }
}

/** Whole numbers come as bigint, so that long codes keep their digits. */
function* rowsOf(file: SourceFile, db: Database, sql: string): Generator<(SqlValue | bigint)[]> {
  const statement = guardedSync(file, () => db.prepare(sql));
  try {
    while (guardedSync(file, () => statement.step())) {
      // The types of sql.js do not know its second argument yet.
      const get = statement.get.bind(statement) as (
        params: null,
        config: { useBigInt: boolean },
      ) => SqlValue[];
      yield guardedSync(file, () => get(null, { useBigInt: true }));
    }
  } finally {
    statement.free();
  }
}

function guardedSync<T>(file: SourceFile, read: () => T): T {
  try {
    return read();
  } catch {
    throw damaged(file.name, 'GeoPackage');
  }
}

/** Lengths of the envelope by its code in the flags. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/** The geometry in a GeoPackage blob: a header, then well-known binary. */
function geometryOf(
  file: string,
  row: number,
  blob: unknown,
  toDegrees: ToDegrees | undefined,
): Geometry | null {
  if (blob === null) return null;
  try {
    if (!(blob instanceof Uint8Array) || blob[0] !== 0x47 || blob[1] !== 0x50) throw new RangeError('magic');
    const envelope = ENVELOPE_BYTES[(blob[3] >> 1) & 7];
    const isEmpty = (blob[3] & 0x10) !== 0;
    const geometry = isEmpty ? null : geometryOfWkb(blob.subarray(8 + envelope));
    return geometry && mapPositions(geometry, toDegrees);
  } catch {
    throw new OrynError('geometry.invalid', { file, row });
  }
}
