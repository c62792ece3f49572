import { describe, expect, it } from 'vitest';
import { POINTS_UTM_CP1251_ZIP, POINTS_WITHOUT_CPG_ZIP, POLYGONS_ZIP } from '../../test/fixtures/gdal.ts';
import { bytesOfBase64, codeOf, fileOfBase64, fuzz, rowsOf } from '../../test/hostile.ts';
import { makeZip } from '../../test/make-zip.ts';
import { memoryFile } from '../source/source-file.ts';
import { openShapefile, readShapefile } from './shapefile.ts';

describe('openShapefile', () => {
  it('reads projected points and windows-1251 texts as GDAL wrote them', async () => {
    const table = await openShapefile(fileOfBase64('points.zip', POINTS_UTM_CP1251_ZIP));
    expect(table.columns).toEqual(['geometry.lon', 'geometry.lat', 'name', 'n', 'r', 'd', 'ok', 'note']);
    expect(table.facts).toMatchObject({
      format: 'shapefile',
      encoding: 'windows-1251',
      crs: 'WGS_1984_UTM_Zone_42N',
    });
    const rows = await rowsOf(table);
    expect(rows).toHaveLength(6);
    rows.forEach(({ values }, i) => {
      expect(Number(values[0])).toBeCloseTo(71.4 + i / 10, 9);
      expect(Number(values[1])).toBeCloseTo(51.1 + i / 100, 9);
    });
    expect(rows[1].values.slice(2)).toEqual(['Алматы', '1', '1.5', '2020-01-02', '0', 'x;y']);
    expect(rows[3].values[7]).toBe('');
  });

  it('finds the encoding without a .cpg, and takes a given one', async () => {
    const table = await openShapefile(fileOfBase64('points.zip', POINTS_WITHOUT_CPG_ZIP));
    expect(table.facts.encoding).toBe('windows-1251');
    expect((await rowsOf(table)).map(({ values }) => values[2])).toEqual(['Есиль', 'Алматы', 'Сарыарка']);
    const file = fileOfBase64('points.zip', POINTS_WITHOUT_CPG_ZIP);
    expect((await openShapefile(file, { encoding: 'ibm866' })).facts.encoding).toBe('ibm866');
    expect(await codeOf(openShapefile(file, { encoding: 'nonsense' }))).toBe('encoding.unknown');
  });

  it('turns rings into polygons with holes, outer rings counter-clockwise', async () => {
    const { features } = await readShapefile(fileOfBase64('poly.zip', POLYGONS_ZIP));
    expect(features.map(({ properties }) => properties)).toEqual([{ name: 'Есиль' }, { name: 'Нура' }]);
    const [withHole, multi] = features.map(({ geometry }) => geometry);
    expect(withHole?.type).toBe('Polygon');
    const rings = withHole?.type === 'Polygon' ? withHole.coordinates : [];
    expect(rings).toHaveLength(2);
    const area = (ring: number[][]) =>
      ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0) / 2;
    expect(area(rings[0])).toBeCloseTo(0.04, 9);
    expect(area(rings[1])).toBeCloseTo(-0.0025, 9);
    expect(multi?.type === 'MultiPolygon' && multi.coordinates).toHaveLength(2);
  });

  it('refuses a zip without a shapefile, an unknown layer and a bomb', async () => {
    expect(await codeOf(openShapefile(memoryFile('a.zip', await makeZip({ a: 'x' }))))).toBe('file.damaged');
    const file = fileOfBase64('points.zip', POINTS_UTM_CP1251_ZIP);
    expect(await codeOf(openShapefile(file, { sheet: 'streets' }))).toBe('sheet.unknown');
    const bomb = await makeZip({ 'a.shp': new Uint8Array(40_000_000) });
    expect(await codeOf(openShapefile(memoryFile('a.zip', bomb)))).toBe('file.unpacks-too-large');
  });

  it('reads or refuses any zip', async () => {
    await fuzz((file) => openShapefile(file), bytesOfBase64(POINTS_UTM_CP1251_ZIP), 60);
  });

  it('reads or refuses any .shp and .dbf', async () => {
    const shp = new Uint8Array(144);
    const view = new DataView(shp.buffer);
    view.setInt32(0, 9994);
    view.setInt32(104, 18);
    view.setInt32(108, 5, true);
    view.setInt32(144 - 4, 1, true);
    const dbf = new Uint8Array(80);
    dbf.set([3, 0, 0, 0, 255, 255, 255, 255, 65, 0, 10, 0]);
    dbf.set([65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 67, 0, 0, 0, 0, 9], 32);
    dbf[64] = 13;
    await fuzz(
      async (file) => {
        const bytes = await file.slice(0, file.size);
        const split = Math.min(144, bytes.length);
        const zip = await makeZip({ 'a.shp': bytes.slice(0, split), 'a.dbf': bytes.slice(split) });
        return openShapefile(memoryFile('a.zip', zip));
      },
      new Uint8Array([...shp, ...dbf]),
      40,
    );
  });
});
