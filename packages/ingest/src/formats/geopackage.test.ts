import { gunzipSync } from 'node:zlib';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { GEOPACKAGE_GZ } from '../../test/fixtures/gdal.ts';
import { bytesOfBase64, codeOf, fuzz, rowsOf } from '../../test/hostile.ts';
import { memoryFile } from '../source/source-file.ts';
import { openGeoPackage, readGeoPackage } from './geopackage.ts';

const bytes = new Uint8Array(gunzipSync(bytesOfBase64(GEOPACKAGE_GZ)));
const file = memoryFile('a.gpkg', bytes);

/** The package after some SQL of an attacker. */
async function changed(...sql: string[]) {
  const { Database } = await initSqlJs();
  const db = new Database(bytes);
  db.run('PRAGMA writable_schema = ON');
  for (const statement of sql) db.run(statement);
  const written = db.export();
  db.close();
  return memoryFile('changed.gpkg', written);
}

describe('openGeoPackage', () => {
  it('reads the layer with most rows, in degrees, as GDAL wrote it', async () => {
    const table = await openGeoPackage(file);
    expect(table.columns).toEqual([
      'geometry.lon',
      'geometry.lat',
      'fid',
      'name',
      'n',
      'r',
      'd',
      'ok',
      'note',
    ]);
    expect(table.facts).toEqual({
      format: 'geopackage',
      sheet: 'points',
      otherSheets: ['areas', 'attrs'],
      crs: 'EPSG:32642',
    });
    const rows = await rowsOf(table);
    expect(rows).toHaveLength(6);
    rows.forEach(({ values }, i) => {
      expect(Number(values[0])).toBeCloseTo(71.4 + i / 10, 9);
      expect(Number(values[1])).toBeCloseTo(51.1 + i / 100, 9);
    });
    expect(rows[5].values.slice(2)).toEqual(['6', 'Сарайшық', '5', '5.5', '2020-01-06', '0', 'x;y']);
    expect(rows[3].values[8]).toBe('');
  });

  it('reads a table without geometry, and polygons', async () => {
    const attributes = await openGeoPackage(file, { sheet: 'attrs' });
    expect(attributes.columns[0]).toBe('fid');
    const { features } = await readGeoPackage(file, { sheet: '2' });
    expect(features.map(({ geometry }) => geometry?.type)).toEqual(['Polygon', 'MultiPolygon']);
    expect(await codeOf(openGeoPackage(file, { sheet: 'x' }))).toBe('sheet.unknown');
  });

  it('never runs a view or a generated column', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid FROM n';
    const withView = await changed(
      'DROP TABLE attrs',
      `CREATE VIEW attrs AS ${endless}`,
      "UPDATE gpkg_contents SET data_type = 'attributes' WHERE table_name = 'attrs'",
    );
    expect((await openGeoPackage(withView)).facts.otherSheets).toEqual(['areas']);
    const generated = await changed(
      'DROP TABLE attrs',
      'CREATE TABLE attrs (a INTEGER, b AS (length(zeroblob(900000000))))',
      'INSERT INTO attrs VALUES (9007199254740993)',
    );
    const table = await openGeoPackage(generated, { sheet: 'attrs' });
    expect(table.columns).toEqual(['a']);
    expect((await rowsOf(table))[0].values).toEqual(['9007199254740993']);
  });

  it('refuses broken geometry by its row, and a database of something else', async () => {
    const broken = await changed(
      'DROP TABLE attrs',
      'DROP TABLE areas',
      'CREATE TABLE broken AS SELECT * FROM points',
      "UPDATE broken SET geom = x'47500001' WHERE fid = 3",
      "UPDATE gpkg_contents SET table_name = 'broken' WHERE table_name = 'points'",
      "UPDATE gpkg_geometry_columns SET table_name = 'broken' WHERE table_name = 'points'",
    );
    await expect(openGeoPackage(broken)).rejects.toMatchObject({
      code: 'geometry.invalid',
      parameters: { row: 3 },
    });
    const { Database } = await initSqlJs();
    const other = new Database();
    other.run('CREATE TABLE t (a)');
    expect(await codeOf(openGeoPackage(memoryFile('x.gpkg', other.export())))).toBe('file.no-features');
  });

  it('reads or refuses any bytes', async () => {
    await fuzz((given) => openGeoPackage(given), bytes, 25);
  });
});
