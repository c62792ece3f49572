import { OrynError } from '@oryn/core';
import type { Database } from 'sql.js';
import { crsOfCode, type ToDegrees, toDegreesFrom } from './file-crs.ts';

/** A table of a GeoPackage, with or without geometry. */
export interface Layer {
  readonly name: string;
  /** Column of the geometry, and the package's number of its system. */
  readonly geometry: string | undefined;
  readonly system: number;
  /** The other columns. */
  readonly columns: readonly string[];
  readonly rows: number;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The real tables that `gpkg_contents` lists as features or attributes. */
export function layersOf(db: Database): Layer[] {
  const real = new Set(
    select(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'").map(
      ([name]) => String(name).toLowerCase(),
    ),
  );
  if (!real.has('gpkg_contents')) return [];
  const geometries = new Map<string, { column: string; system: number }>();
  if (real.has('gpkg_geometry_columns')) {
    for (const [table, column, system] of select(
      db,
      'SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns',
    )) {
      geometries.set(String(table).toLowerCase(), { column: String(column), system: Number(system) });
    }
  }
  const listed = select(
    db,
    "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes', 'aspatial') ORDER BY rowid",
  );
  return listed
    .map(([name]) => String(name))
    .filter((name) => real.has(name.toLowerCase()))
    .map((name) => {
      const geometry = geometries.get(name.toLowerCase());
      // Hidden columns are computed by expressions of the file.
      const columns = select(db, `PRAGMA table_xinfo(${quoted(name)})`)
        .filter((column) => Number(column[6]) === 0)
        .map((column) => String(column[1]));
      const own = columns.find((column) => column.toLowerCase() === geometry?.column.toLowerCase());
      const rows = Number(select(db, `SELECT count(*) FROM ${quoted(name)}`)[0][0]);
      return {
        name,
        geometry: own,
        system: geometry?.system ?? 0,
        columns: columns.filter((column) => column !== own),
        rows,
      };
    });
}

/**
 * The system of a layer's coordinates: by its EPSG code, or by its definition where the code is not known.
 *
 * @throws OrynError crs.unknown
 */
export function systemOf(
  db: Database,
  layer: Layer,
): { crs: string | undefined; toDegrees: ToDegrees | undefined } {
  // 0 and -1 stand for a system that nobody stated.
  if (!layer.geometry || layer.system <= 0) return { crs: undefined, toDegrees: undefined };
  const [found] = select(
    db,
    `SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ${Math.trunc(layer.system)}`,
  );
  if (!found) return { crs: undefined, toDegrees: undefined };
  const [organization, code, definition] = found;
  const name = crsOfCode(Number(code));
  if (String(organization).toUpperCase() === 'EPSG') {
    if (name === 'EPSG:4326') return { crs: undefined, toDegrees: undefined };
    try {
      return { crs: name, toDegrees: toDegreesFrom(name) };
    } catch (error) {
      if (!(error instanceof OrynError)) throw error;
    }
  }
  return { crs: name, toDegrees: toDegreesFrom(String(definition)) };
}

function select(db: Database, sql: string): unknown[][] {
  return db.exec(sql)[0]?.values ?? [];
}
