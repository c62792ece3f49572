import { describe, expect, it } from 'vitest';
import { codeOf, fuzz, rowsOf, textFile } from '../../test/hostile.ts';
import { openEsriJson } from './esri-json.ts';
import { openGeoJson } from './geojson.ts';
import { openNdjson } from './ndjson.ts';

const point = (lon: number, lat: number, properties: object | null = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
});
const json = (value: unknown) => textFile('a.geojson', JSON.stringify(value));

describe('openGeoJson', () => {
  it('puts points first and properties in order of appearance', async () => {
    const table = await openGeoJson(
      textFile(
        'a.geojson',
        `\uFEFF${JSON.stringify({
          type: 'FeatureCollection',
          features: [
            point(71, 51, { b: 1.5, a: 'x' }),
            {
              type: 'Feature',
              properties: { c: { d: [1] } },
              geometry: { type: 'MultiPoint', coordinates: [[72, 52]] },
            },
            {
              type: 'Feature',
              properties: null,
              geometry: {
                type: 'LineString',
                coordinates: [
                  [0, 0],
                  [1, 1],
                ],
              },
            },
            { type: 'Feature', properties: { a: null, b: true }, geometry: null },
          ],
        })}`,
      ),
    );
    expect(table.columns).toEqual(['geometry.lon', 'geometry.lat', 'b', 'a', 'c']);
    expect(await rowsOf(table)).toEqual([
      { row: 1, values: ['71', '51', '1.5', 'x', ''] },
      { row: 2, values: ['72', '52', '', '', '{"d":[1]}'] },
      { row: 3, values: ['', '', '', '', ''] },
      { row: 4, values: ['', '', 'true', '', ''] },
    ]);
  });

  it('takes plain objects for rows', async () => {
    const table = await openGeoJson(
      json([
        { lon: 71, lat: 51 },
        { lat: 52, type: 'theft' },
      ]),
    );
    expect(table.columns).toEqual(['lon', 'lat', 'type']);
    expect((await rowsOf(table))[1].values).toEqual(['', '52', 'theft']);
  });

  it('treats names of the language as columns like any other', async () => {
    const text = '[{"__proto__":{"polluted":1},"constructor":"c","toString":2}]';
    const table = await openGeoJson(textFile('a.json', text));
    expect(table.columns).toEqual(['__proto__', 'constructor', 'toString']);
    expect((await rowsOf(table))[0].values).toEqual(['{"polluted":1}', 'c', '2']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('follows an old crs member', async () => {
    // cs2cs of PROJ: 71.4 E 51.1 N is 7948211.6249, 6640007.8 in EPSG:3857; here the equator is enough.
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
    const table = await openGeoJson(
      json({ type: 'FeatureCollection', crs, features: [point(20037508.342789244, 0)] }),
    );
    expect(table.facts.crs).toBe('EPSG:3857');
    const [{ values }] = await rowsOf(table);
    expect(Math.abs(Number(values[0]))).toBeCloseTo(180, 9);
    const same = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    expect(
      (await openGeoJson(json({ type: 'FeatureCollection', crs: same, features: [point(71, 51)] }))).facts
        .crs,
    ).toBeUndefined();
  });

  it.each([
    ['json.invalid', '{"type":'],
    ['json.invalid', '{"type":"FeatureCollection","features":[{]}'],
    ['file.format', '{"type":"FeatureCollection"}'],
    ['file.format', '5'],
    ['file.no-features', '{"type":"FeatureCollection","features":[]}'],
    ['json.not-object', '{"type":"FeatureCollection","features":[7]}'],
    ['geometry.invalid', '{"type":"Feature","geometry":{"type":"Point","coordinates":["a","b"]}}'],
    ['geometry.invalid', '{"type":"Feature","geometry":{"type":"__proto__","coordinates":[1,2]}}'],
    ['geometry.invalid', '{"type":"Polygon","coordinates":[[1,2]]}'],
    ['crs.unknown', '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:1"}},"features":[]}'],
    ['json.too-deep', `[{"a":${'['.repeat(5000)}${']'.repeat(5000)}}]`],
    ['json.too-deep', `[{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]`],
  ])('refuses with %s: %.60s', async (code, text) => {
    expect(await codeOf(openGeoJson(textFile('a.geojson', text)))).toBe(code);
  });

  it('refuses 100,000 columns', async () => {
    const properties = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`c${i}`, i]));
    expect(await codeOf(openGeoJson(json([properties])))).toBe('file.too-many-columns');
  });

  it('says the line and character of a mistake', async () => {
    await expect(openGeoJson(textFile('a.json', '[{"a":1},\n {"b":}]'))).rejects.toMatchObject({
      parameters: { row: 2, column: 7 },
    });
  });

  it('reads or refuses any bytes', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [point(71, 51, { a: 'я' }), point(1, 2)],
    });
    await fuzz((file) => openGeoJson(file), new TextEncoder().encode(text), 150);
  });
});

describe('openNdjson', () => {
  it('reads features, objects and record separators, and knows the lines', async () => {
    const lines = ['\x1e{"a":1}', '', JSON.stringify(point(71, 51, { a: 2, b: 'x' })), '{"c":3}'];
    for (const newline of ['\n', '\r\n']) {
      const table = await openNdjson(textFile('a.ndjson', lines.join(newline)));
      expect(table.columns).toEqual(['geometry.lon', 'geometry.lat', 'a', 'b', 'c']);
      expect(await rowsOf(table)).toEqual([
        { row: 1, values: ['', '', '1', '', ''] },
        { row: 3, values: ['71', '51', '2', 'x', ''] },
        { row: 4, values: ['', '', '', '', '3'] },
      ]);
    }
  });

  it('says the line of a mistake', async () => {
    await expect(openNdjson(textFile('a.ndjson', '{"a":1}\n{"a":2}\n{"a":'))).rejects.toMatchObject({
      code: 'json.invalid',
      parameters: { row: 3 },
    });
    expect(await codeOf(openNdjson(textFile('a.ndjson', '\n\n')))).toBe('file.no-features');
  });

  it('reads or refuses any bytes', async () => {
    await fuzz((file) => openNdjson(file), new TextEncoder().encode('{"a":1,"b":"я"}\n{"a":2}\n'), 60);
  });
});

describe('openEsriJson', () => {
  const page = (features: unknown[], more: object = {}) => ({
    fields: [{ name: 'OBJECTID' }, { name: 'DATE', type: 'esriFieldTypeDate' }],
    spatialReference: { wkid: 102100, latestWkid: 3857 },
    features,
    ...more,
  });

  it('reads an answer in Web Mercator; dates stay milliseconds', async () => {
    const features = [
      { attributes: { DATE: 1548972600000, OBJECTID: 5, extra: 'x' }, geometry: { x: 0, y: 0 } },
      { attributes: { OBJECTID: 6, DATE: null }, geometry: { x: 'NaN', y: 'NaN' } },
      { attributes: { OBJECTID: 7 }, geometry: { points: [[20037508.342789244, 0]] } },
    ];
    const table = await openEsriJson(json(page(features, { exceededTransferLimit: true })));
    expect(table.columns).toEqual(['geometry.lon', 'geometry.lat', 'OBJECTID', 'DATE', 'extra']);
    expect(table.facts).toEqual({ format: 'esri-json', crs: 'EPSG:3857', exceededTransferLimit: true });
    const rows = await rowsOf(table);
    expect(rows[0].values.map(Number).slice(0, 4)).toEqual([0, expect.closeTo(0, 9), 5, 1548972600000]);
    expect(rows[1].values).toEqual(['', '', '6', '', '']);
    expect(Math.abs(Number(rows[2].values[0]))).toBeCloseTo(180, 9);
  });

  it('joins pages in a list, one after another, and in GeoJSON', async () => {
    const first = page([{ attributes: { OBJECTID: 1 }, geometry: { x: 0, y: 0 } }], {
      exceededTransferLimit: true,
    });
    const last = page([{ attributes: { OBJECTID: 2 } }]);
    const list = await openEsriJson(json([first, last]));
    expect((await rowsOf(list)).map(({ values }) => values[2])).toEqual(['1', '2']);
    expect(list.facts.exceededTransferLimit).toBeUndefined();
    const joined = await openEsriJson(
      textFile('a.json', `${JSON.stringify(first)}\n${JSON.stringify(last)}`),
    );
    expect(await rowsOf(joined)).toHaveLength(2);
    const geo = await openEsriJson(
      json({ type: 'FeatureCollection', features: [point(71, 51, { OBJECTID: 9 })] }),
    );
    expect((await rowsOf(geo))[0].values).toEqual(['71', '51', '9']);
  });

  it.each([
    ['file.service-error', '{"error":{"code":498,"message":"Invalid token."}}'],
    ['file.format', '{"layers":[]}'],
    ['file.format', '[]'],
    ['file.no-features', '{"features":[]}'],
    ['geometry.invalid', '{"features":[{"attributes":{"a":1},"geometry":{"rings":[[1]]}}]}'],
    ['crs.unknown', '{"spatialReference":{"wkid":999999},"features":[{"geometry":{"x":1,"y":2}}]}'],
  ])('refuses with %s: %s', async (code, text) => {
    expect(await codeOf(openEsriJson(textFile('a.json', text)))).toBe(code);
  });

  it('reads or refuses any bytes', async () => {
    const text = JSON.stringify(
      page([
        {
          attributes: { OBJECTID: 1 },
          geometry: {
            rings: [
              [
                [0, 0],
                [0, 1],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        },
      ]),
    );
    await fuzz((file) => openEsriJson(file), new TextEncoder().encode(text), 100);
  });
});
