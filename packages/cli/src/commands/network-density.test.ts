import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStudy } from '@oryn/study';
import { afterAll, describe, expect, it } from 'vitest';
import { checkNetworkOptions, runNetworkDensity } from './network-density.ts';

const folder = mkdtempSync(join(tmpdir(), 'oryn-network-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const collection = (geometries: unknown[], names: string[] = []): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry, i) => ({
      type: 'Feature',
      properties: { name: names[i] ?? null },
      geometry,
    })),
  });

/** A cross of two streets near Astana, each about 700 m long, and a street of its own far off. */
const lines = [
  [
    [71.425, 51.13],
    [71.43, 51.13],
    [71.435, 51.13],
  ],
  [
    [71.43, 51.127],
    [71.43, 51.13],
    [71.43, 51.133],
  ],
];
const streets = file(
  'streets.geojson',
  collection(
    [
      { type: 'MultiLineString', coordinates: lines },
      { type: 'LineString', coordinates: lines[0] },
    ],
    ['Абай', 'again'],
  ),
);
const incidents = file(
  'incidents.csv',
  [
    'lon,lat,type',
    ...Array.from({ length: 30 }, (_, i) => `${71.4295 + 0.00005 * i},51.13001,theft`),
    '71.43,51.16,theft',
    '71.43002,51.131,theft',
  ].join('\n'),
);

async function run(extra: object, given: Record<string, string> = {}): Promise<Record<string, string>[]> {
  const out = join(folder, 'out.csv');
  const study = parseStudy({ files: [incidents], network: streets, bandwidth: 150, ...extra }, 'test');
  await runNetworkDensity({ ...study, network: study.network ?? '' }, { out, ...given });
  const [head, ...rows] = readFileSync(given.out ?? out, 'utf8')
    .trim()
    .split('\n')
    .map((row) => row.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

describe('oryn density --network', () => {
  it('writes a row per part of a street that adds up to the incidents', async () => {
    const rows = await run({}, { lixel: '10' });
    expect(Object.keys(rows[0])).toEqual([
      ...['lixel', 'street', 'lon', 'lat', 'length_m', 'n', 'density_per_km'],
    ]);
    const total = rows.reduce(
      (sum, row) => sum + (Number(row.length_m) / 1000) * Number(row.density_per_km),
      0,
    );
    expect(total).toBeCloseTo(31, 2);
    expect(rows.reduce((sum, row) => sum + Number(row.n), 0)).toBe(31);
    expect(rows.every((row) => Number(row.length_m) <= 10 && row.street === 'Абай')).toBe(true);
    expect(rows[0].lixel).toBe('1');
  });

  it('leaves out and counts incidents without a weight', async () => {
    const weighed = file('weighed.csv', `${readFileSync(incidents, 'utf8')}\n71.43,51.13,arson\n`);
    const weights = file('weights.csv', 'category,weight\ntheft,10\n');
    const rows = await run({ files: [weighed], weights, columns: { category: 'type' } }, { lixel: '10' });
    expect(rows.reduce((sum, row) => sum + Number(row.weight), 0)).toBe(310);
    expect(rows.reduce((sum, row) => sum + Number(row.n), 0)).toBe(31);
  });

  it('writes lines as GeoJSON', async () => {
    const out = join(folder, 'out.geojson');
    const study = parseStudy({ files: [incidents], network: streets }, 'test');
    await runNetworkDensity({ ...study, network: streets }, { out, method: 'continuous' });
    const { features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(features[0].geometry.type).toBe('LineString');
    expect(features[0].geometry.coordinates[0][0]).toBeCloseTo(71.425, 6);
    expect(features[0].properties.density_per_km).toBeTypeOf('number');
  });

  it('evaluates at points, empty where no street is near', async () => {
    const at = file('at.csv', 'name,lon,lat\na,71.43,51.13\nb,71.47,51.14\n');
    const rows = await run({}, { at });
    expect(rows.map((row) => row.name)).toEqual(['a', 'b']);
    expect(Number(rows[0].density_per_km)).toBeGreaterThan(50);
    expect(rows[1].density_per_km).toBe('');
  });

  it('refuses what cannot be', async () => {
    const code = async (extra: object, given: Record<string, string> = {}): Promise<string> =>
      run(extra, given).then(
        () => 'nothing',
        (error: { code: string }) => error.code,
      );
    const points = file('points.geojson', collection([{ type: 'Point', coordinates: [71.43, 51.13] }]));
    const far = file(
      'far.geojson',
      collection([{ type: 'LineString', coordinates: lines[0].map(([lon, lat]) => [lon + 1, lat]) }]),
    );
    const empty = file('empty.geojson', collection([]));
    expect(await code({ network: points })).toBe('network.no-lines');
    expect(['network.no-lines', 'file.no-features']).toContain(await code({ network: empty }));
    expect(await code({ network: far })).toBe('network.all-too-far');
    expect(await code({ bandwidth: 'scott' })).toBe('network.bandwidth');
    expect(await code({}, { method: 'smooth' })).toBe('option.invalid');
    expect(await code({}, { lixel: '0' })).toBe('option.invalid');
    expect(await code({}, { lixel: '0.0001' })).toBe('memory.lixels');
    expect(await code({}, { maxSnap: 'near' })).toBe('option.invalid');
    expect(() => checkNetworkOptions({ lixel: '5' })).toThrow('option.needs');
    expect(() => checkNetworkOptions({ network: 'x', fast: true })).toThrow('option.together');
  });
});
