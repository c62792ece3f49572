import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLYGONS_ZIP } from '../../test/fixtures/gdal.ts';
import { GEOPARQUET } from '../../test/fixtures/parquet.ts';
import { codeOf, fileOfBase64, textFile } from '../../test/hostile.ts';
import { memoryFile } from '../source/source-file.ts';
import { readBoundary, readFeatures } from './read-features.ts';

const polygon = (...rings: unknown[]) =>
  textFile('a.geojson', JSON.stringify({ type: 'Polygon', coordinates: rings }));
const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];

/** Out and back in steps that are not exact in binary. */
const line = [0, 1, 2, 3, 1.5, 0].map((step) => [71.4 + step * 0.01, 51.1 + step * 0.007]);

describe('readBoundary', () => {
  it('reads polygons of GeoJSON, Esri JSON and shapefiles', async () => {
    expect(await readBoundary(polygon(square))).toEqual([[square]]);
    const esri = {
      spatialReference: { wkid: 4326 },
      features: [{ attributes: {}, geometry: { rings: [square.toReversed()] } }],
    };
    expect(await readBoundary(textFile('a.json', JSON.stringify(esri)))).toEqual([[square]]);
    expect(await readBoundary(fileOfBase64('a.zip', POLYGONS_ZIP))).toHaveLength(3);
  });

  it.each([
    ['boundary.no-ring', []],
    [
      'boundary.open-ring',
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
        ],
      ],
    ],
    ['boundary.open-ring', [[]]],
    ['boundary.no-area', [line]],
    ['boundary.no-area', [Array.from({ length: 5 }, () => [71.43, 51.13])]],
    ['geometry.invalid', [[['a', 'b']]]],
  ])('refuses with %s', async (code, rings) => {
    expect(await codeOf(readBoundary(polygon(...rings)))).toBe(code);
  });

  it('allows a ring that touches itself', async () => {
    const touching = [
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 1],
      [0, 0],
    ];
    expect(await readBoundary(polygon(touching))).toHaveLength(1);
  });

  const data = join(import.meta.dirname, '../../../../../shared/data/kz');
  it.skipIf(!existsSync(data))('believes the boundaries of real cities', async () => {
    for (const name of ['astana-boundary', 'astana-districts', 'almaty-districts', 'aktau-boundary']) {
      const bytes = new Uint8Array(readFileSync(join(data, `${name}.geojson`)));
      expect((await readBoundary(memoryFile(name, bytes))).length).toBeGreaterThan(0);
    }
  });
});

describe('readFeatures', () => {
  it('reads points of GeoParquet and of a table', async () => {
    expect(await readFeatures(fileOfBase64('a.parquet', GEOPARQUET))).toHaveLength(2);
    const [first] = await readFeatures(textFile('a.csv', 'lon,lat,Population\n71.4,51.1,5\n71.5,51.2,6\n'));
    expect(first.geometry).toEqual({ type: 'Point', coordinates: [71.4, 51.1] });
    expect(first.properties?.population).toBe('5');
  });

  it('refuses metres without a system', async () => {
    const file = textFile('a.geojson', '{"type":"Point","coordinates":[500000,5600000]}');
    expect(await codeOf(readFeatures(file))).toBe('coordinates.degrees-expected');
  });
});
