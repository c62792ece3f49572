import { placeInHexagons, randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import { exposureOf } from './exposure.ts';
import { readStudy } from './read.ts';
import { type ScanOptions, scanStudy, scanTable } from './scan-data.ts';

const file = (name: string, content: string | object): SourceFile =>
  memoryFile(name, new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)));
const collection = (...geometries: object[]) => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: { pop: 12 }, geometry })),
});
const box = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
];

/** An invented town on the sea, 8 km wide: people everywhere alike, incidents too but for one corner in spring. */
function town() {
  const random = randomStream(5);
  let incidents = 'lon,lat,date\n';
  const row = (lon: number, lat: number, day: number): void => {
    incidents += `${lon.toFixed(6)},${lat.toFixed(6)},2023-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}\n`;
  };
  for (let i = 0; i < 400; i++) row(0.1 * random.uniform(), 0.08 * random.uniform(), random.integer(0, 335));
  for (let i = 0; i < 40; i++)
    row(0.02 + 0.004 * random.uniform(), 0.02 + 0.004 * random.uniform(), random.integer(56, 62));
  let people = 'lon,lat,population\n';
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < 32; j++) people += `${0.00125 + i * 0.0025},${0.00125 + j * 0.0025},50\n`;
  }
  people += '0.3,0.3,999\n';
  return new Map<string, SourceFile>([
    ['i.csv', file('i.csv', incidents)],
    ['people.csv', file('people.csv', people)],
    [
      'area.geojson',
      file('area.geojson', {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [0.1, 0],
            [0.1, 0.08],
            [0, 0.08],
            [0, 0],
          ],
        ],
      }),
    ],
  ]);
}

const OPTIONS: ScanOptions = {
  model: 'poisson',
  rates: 'high',
  limits: {},
  timeUnit: 'week',
  maxDays: undefined,
  isProspective: false,
  highestP: 0.05,
};

async function dataOf(keys: object, sources = town()) {
  const study = parseStudy(
    { files: ['i.csv'], boundary: 'area.geojson', resolution: 8, permutations: 99, ...keys },
    'test',
  );
  return { data: await readStudy(study, sources), sources };
}

describe('scan of a study', () => {
  it('finds the planted corner against the people who live there', async () => {
    const { data } = await dataOf({ exposure: 'people.csv' });
    const found = scanStudy(data, OPTIONS);
    const { kind, column, rows, total, outside } = found.exposure!;
    expect([kind, column]).toEqual(['people', 'population']);
    // Nobody is lost or doubled: besides the point far off, those in cells of the rim that are no places are outside.
    expect(total + outside).toBe(1280 * 50 + 999);
    expect(rows).toEqual({ used: 1281, outside: 1 + (outside - 999) / 50, withoutValue: 0, withoutPlace: 0 });
    expect(rows.outside).toBeLessThan(20);
    expect(found.incidents + found.withoutExposure.incidents).toBe(found.account.analysed);
    expect(found.account.analysed).toBeGreaterThan(430);
    expect(found.clusters[0]).toMatchObject({ p: 0.01, from: undefined });
    expect(found.clusters[0].cells).toContain(latLngToCell(0.022, 0.022, 8));
    expect(found.inference).toMatchObject({
      alternative: 'greater',
      null: 'incidents-by-exposure',
      permutations: 99,
      seed: 1,
    });
    expect(found.choices.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['windowLimit', 'exposure', 'exposureOutside']),
    );
    expect(found.choices.some(({ name }) => name === 'maxCells')).toBe(false);
    expect(
      scanTable(found)
        .map(({ name }) => name)
        .join(),
    ).toBe('cluster,rank,lon,lat,radius_m,places,n,expected,ratio,llr,p');
  });

  it('without exposure every tested place counts alike', async () => {
    const { data } = await dataOf({});
    const found = scanStudy(data, { ...OPTIONS, limits: { maxPlaces: 3 } });
    expect(found.exposure).toMatchObject({ kind: 'equal', total: found.places });
    expect(found.clusters[0].cells.length).toBeLessThanOrEqual(3);
    expect(found.clusters[0].p).toBe(0.01);
  });

  it('finds the same corner in its week without any exposure', async () => {
    const { data } = await dataOf({});
    const options = { ...OPTIONS, model: 'space-time-permutation', limits: { maxRadius: 1500 } } as const;
    for (const timeUnit of ['day', 'week', 'month'] as const) {
      const found = scanStudy(data, { ...options, timeUnit });
      const [cluster] = found.clusters;
      expect(cluster.p).toBe(0.01);
      expect(cluster.cells).toContain(latLngToCell(0.022, 0.022, 8));
      // 28-day months: day 56 to 62 are 1 to 7 March.
      expect(cluster.from! <= '2023-03-07' && cluster.to! >= '2023-03-01').toBe(true);
      if (timeUnit === 'month') expect([cluster.from, cluster.to]).toEqual(['2023-03-01', '2023-03-31']);
      expect(found.time).toMatchObject({ unit: timeUnit, withoutDay: 0 });
      expect(
        scanTable(found)
          .slice(-2)
          .map(({ name }) => name),
      ).toEqual(['from', 'to']);
    }
    const weeks = scanStudy(data, { ...options, maxDays: 14 });
    expect(weeks.time).toMatchObject({ maxPeriods: 2 });
    await expect(async () => scanStudy(data, { ...options, maxDays: 1000 })).rejects.toMatchObject({
      code: 'scan.max-time',
    });
  });

  it('says that nothing can be scanned in time without days', async () => {
    const sources = town().set('i.csv', file('i.csv', 'lon,lat\n0.01,0.01\n0.02,0.02\n'));
    const { data } = await dataOf({}, sources);
    await expect(
      (async () => scanStudy(data, { ...OPTIONS, model: 'space-time-permutation' }))(),
    ).rejects.toMatchObject({
      code: 'scan.no-days',
    });
  });
});

describe('exposure of places', () => {
  async function exposureWith(content: object, keys: object = {}) {
    const sources = town().set('e.geojson', file('e.geojson', content));
    const { data } = await dataOf({ exposure: 'e.geojson', ...keys }, sources);
    const { places } = placeInHexagons(data.incidents.lon, data.incidents.lat, {
      resolution: 8,
      area: data.area,
    });
    const exposure = exposureOf(data, places, data.area!.plane);
    return { exposure, places, at: (cell: string) => exposure.values[places.ids.indexOf(cell)] };
  }

  it('divides a polygon evenly among the cells whose centres it holds', async () => {
    const { exposure, places } = await exposureWith(
      collection({ type: 'Polygon', coordinates: box(0.02, 0.02, 0.03) }),
    );
    const inside = [...places.ids.keys()].filter(
      (i) => places.lon[i] > 0.02 && places.lon[i] < 0.05 && places.lat[i] > 0.02 && places.lat[i] < 0.05,
    );
    expect(inside.length).toBeGreaterThan(5);
    for (const i of inside) expect(exposure.values[i]).toBeCloseTo(12 / inside.length, 12);
    expect(exposure.total).toBeCloseTo(12, 12);
  });

  it('puts a polygon smaller than a cell where its middle lies', async () => {
    const [lon, lat] = [0.0333, 0.0412];
    const { exposure, at } = await exposureWith(
      collection({ type: 'Polygon', coordinates: box(lon, lat, 0.0004) }),
    );
    expect(at(latLngToCell(lat + 0.0002, lon + 0.0002, 8))).toBe(12);
    expect(exposure.total).toBe(12);
  });

  it('measures lines in metres, and counts what lies outside', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [0.05, 0.03],
        [0.15, 0.03],
      ],
    };
    const collectionOfLines = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: line }],
    };
    const { exposure } = await exposureWith(collectionOfLines);
    // A tenth of a degree along the equator is 11,132 m, half of it inside; at the rim of its zone UTM adds 0.1 %.
    expect(exposure.kind).toBe('length');
    expect(exposure.total + exposure.outside).toBeCloseTo(11_132 * 1.00087, 0);
    expect(Math.abs(exposure.total - 5571)).toBeLessThan(20);
  });

  it('takes the area of cells, or the streets given as possible', async () => {
    const { exposure, places } = await exposureWith({}, { exposure: 'area' });
    expect(exposure.total).toBeCloseTo(
      places.areaKm2.reduce((a, b) => a + b, 0),
      9,
    );
    await expect(exposureWith({}, { exposure: 'length' })).rejects.toMatchObject({
      code: 'exposure.no-lines',
    });
  });

  it('refuses a file of another city', async () => {
    const far = collection({ type: 'Point', coordinates: [71, 51] });
    await expect(exposureWith(far)).rejects.toMatchObject({ code: 'exposure.outside' });
  });
});
