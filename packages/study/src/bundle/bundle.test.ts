import { daysFromDate, randomStream } from '@oryn/core';
import { memoryFile, type SourceFile, sha256Of } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import { evaluate, type Findings } from '../evaluate/evaluate.ts';
import { readStudy } from '../evaluate/read.ts';
import { placeNameText } from '../naming/place-name-text.ts';
import { bundle } from './bundle.ts';
import { filterBundle, filteredSurface } from './filter-bundle.ts';
import { openBundle } from './open-bundle.ts';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));

/** An invented town of 3,000 incidents with two busy quarters, in empty steppe. */
function town(): Map<string, SourceFile> {
  const random = randomStream(77);
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const [lon, lat] =
      i % 3 === 0
        ? [70.32, 46.36]
        : i % 3 === 1
          ? [70.37, 46.39]
          : [70.3 + 0.1 * random.uniform(), 46.33 + 0.08 * random.uniform()];
    const spread = i % 3 === 2 ? 0 : 0.004;
    const point = `${(lon + spread * random.normal()).toFixed(6)},${(lat + spread * random.normal()).toFixed(6)}`;
    const day = random.integer(0, 1460);
    const date = new Date((daysFromDate(2020, 1, 1) + day) * 86_400_000).toISOString().slice(0, 10);
    const hour = String(random.integer(0, 23)).padStart(2, '0');
    const code = ['1880', '2930', '2960', '1900'][random.integer(0, 3)];
    return `SIM-${i},true,${date}T${hour}:30,${code},${point}`;
  });
  const area = [
    [70.29, 46.32],
    [70.41, 46.32],
    [70.41, 46.42],
    [70.29, 46.42],
    [70.29, 46.32],
  ];
  const street = (name: string, lat: number): unknown => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'LineString',
      coordinates: [
        [70.29, lat],
        [70.41, lat],
      ],
    },
  });
  const streets = Array.from({ length: 24 }, (_, i) => street(`Street ${i}`, 46.322 + i * 0.004));
  return new Map([
    [
      'simulated.csv',
      file('simulated.csv', `objectid,simulated,date,crime_code,lon,lat\n${rows.join('\n')}\n`),
    ],
    ['area.geojson', file('area.geojson', JSON.stringify({ type: 'Polygon', coordinates: [area] }))],
    [
      'streets.geojson',
      file('streets.geojson', JSON.stringify({ type: 'FeatureCollection', features: streets })),
    ],
  ]);
}

async function townStudy(): Promise<Findings> {
  const study = parseStudy(
    {
      files: ['simulated.csv'],
      boundary: 'area.geojson',
      possible: 'streets.geojson',
      context: ['streets.geojson'],
    },
    'test',
  );
  return evaluate(await readStudy(study, town()));
}

async function filesOf(findings: Findings): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bundle(findings)) files.set(path, bytes);
  return files;
}

describe('a bundle', async () => {
  const findings = await townStudy();
  const files = await filesOf(findings);
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));

  it('hashes every file it holds, the manifest last', async () => {
    expect([...files.keys()].at(-1)).toBe('manifest.json');
    expect(manifest.files.map((entry: { path: string }) => entry.path)).toEqual(
      [...files.keys()].slice(0, -1),
    );
    for (const entry of manifest.files) {
      const bytes = files.get(entry.path)!;
      expect(entry).toMatchObject({ bytes: bytes.length, sha256: sha256Of(bytes) });
    }
  });

  it('has the same bytes for the same input', async () => {
    const again = await filesOf(await townStudy());
    for (const [path, bytes] of files) expect(sha256Of(again.get(path)!), path).toBe(sha256Of(bytes));
  });

  it('keeps what the police detect and what has no scene out of the counts, and says so', () => {
    const { account } = findings;
    expect(account.apart.policeDetected).toBeGreaterThan(500);
    expect(account.apart.placeless).toBeGreaterThan(500);
    expect(findings.n.reduce((a, b) => a + b)).toBe(account.analysed);
    expect(account.analysed + account.apart.policeDetected + account.apart.placeless).toBe(account.inside);
    expect(findings.tally.n.reduce((a, b) => a + b)).toBe(account.inside);
  });

  it('says simulated in the manifest, in every feature, in every figure and in every style', () => {
    expect(manifest.simulated).toBe(true);
    const places = JSON.parse(new TextDecoder().decode(files.get('places.geojson')));
    expect(places.simulated).toBe(true);
    expect(
      places.features.every(
        (feature: { properties: { simulated: boolean } }) => feature.properties.simulated,
      ),
    ).toBe(true);
    for (const [path, bytes] of files) {
      if (/\.(svg|qml)$/.test(path)) expect(new TextDecoder().decode(bytes), path).toContain('Simulated');
    }
  });

  it('says of everything under the map as what it is drawn', () => {
    const { features } = JSON.parse(new TextDecoder().decode(files.get('context.geojson')));
    const roles = features.map((feature: { properties: { role: string } }) => feature.properties.role);
    expect(roles).toEqual(['boundary', ...Array(24).fill('street')]);
  });

  it('read back gives the same findings for the filter that leaves nothing out', async () => {
    const opened = await openBundle(async (path) => files.get(path)!);
    const categories = Uint8Array.from(opened.incidents.category.labels, (label) =>
      label.includes(':') ? 0 : 1,
    );
    const again = filterBundle(opened, { categories });
    expect(again.n).toEqual(findings.n);
    expect(again.hot).toEqual(findings.hot);
    expect(again.problemPlaces).toEqual(findings.problemPlaces);
    expect(again.concentration).toEqual(findings.concentration);
    expect(again.names).toEqual(findings.names);
    expect(opened.throws).toEqual(
      findings.report.denominators.flatMap(({ over: { denominator }, chance }) =>
        chance ? [{ denominator, ...chance }] : [],
      ),
    );
    expect(findings.problemPlaces.length).toBeGreaterThan(1);
    const surface = filteredSurface(opened, { categories });
    expect(surface.values).toEqual(findings.surface.values);
  });

  it('is opened without its report, but not with another', async () => {
    const REPORT = 'concentration-report.json';
    const without = await openBundle(async (path) => {
      if (path === REPORT) throw new Error('not there');
      return files.get(path)!;
    });
    expect(without.throws).toEqual([]);
    const other = openBundle(async (path) =>
      path === REPORT ? files.get('concentration.json')! : files.get(path)!,
    );
    await expect(other).rejects.toThrow('bundle.damaged');
  });

  it('filters by month and hour as counting the incidents does', async () => {
    const opened = await openBundle(async (path) => files.get(path)!);
    const hours = Uint8Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 1 : 0));
    const { total } = filterBundle(opened, { fromMonth: 2021 * 12, toMonth: 2021 * 12 + 5, hours });
    let expected = 0;
    for (let i = 0; i < findings.incidents.count; i++) {
      const time = new Date(findings.incidents.time[i] * 1000);
      if (time.getUTCFullYear() === 2021 && time.getUTCMonth() < 6 && time.getUTCHours() < 8) expected++;
    }
    expect(total).toBe(expected);
    expect(total).toBeGreaterThan(30);
  });

  it('is not opened with a file that is cut or changed, and says which', async () => {
    const openWith = (damaged: string, bytes: Uint8Array) =>
      openBundle(async (path) => (path === damaged ? bytes : files.get(path)!), 'town').then(
        () => 'opened',
        (error: { code?: string; parameters?: unknown }) => [error.code, error.parameters],
      );
    const paths = [
      'manifest.json',
      'places.parquet',
      'incidents.parquet',
      'tally.parquet',
      'context.geojson',
    ];
    for (const path of paths) {
      const bytes = files.get(path)!;
      const said = ['bundle.damaged', { file: `town/${path}` }];
      expect(await openWith(path, bytes.subarray(0, 200)), path).toEqual(said);
      expect(await openWith(path, new Uint8Array()), path).toEqual(said);
      if (path === 'manifest.json') continue;
      const changed = Uint8Array.from(bytes);
      changed[bytes.length >> 1] ^= 1;
      expect(await openWith(path, changed), path).toEqual(said);
    }
    expect(await openWith('manifest.json', new TextEncoder().encode('null'))).toEqual([
      'bundle.damaged',
      { file: 'town/manifest.json' },
    ]);
  });

  it('names problem places by the streets in them', () => {
    expect(placeNameText('ru', findings.names[0])).toMatch(/Street \d+/);
  });
});
