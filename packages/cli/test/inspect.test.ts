import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { QualityReport } from '@oryn/study';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedPath, sharedTable } from '../../../test/support/shared.ts';
import { oryn, temporaryFolder, write } from './run-oryn.ts';

const demo = join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol');
const folder = temporaryFolder();

interface Inspected {
  files: { read: number; kept: number; dropped: Record<string, number>; exactDuplicates: number }[];
  bounds: { lon: [number, number]; lat: [number, number] };
  outside?: number;
  quality: QualityReport;
}

function inspect(args: string[]): Inspected {
  const run = oryn(['inspect', ...args, '--json']);
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout).result;
}

const data = (path: string): string => sharedPath(`data/${path}`);
const codes = ({ quality }: Inspected): string[] => quality.verdict.reasons.map(({ code }) => code);

describe('oryn inspect', () => {
  const town = [
    'lon,lat,time,category',
    ...Array.from(
      { length: 60 },
      (_, i) => `${71.4 + (i % 7) / 997},${51.1 + (i % 11) / 991},2020-0${1 + (i % 6)}-11 1${i % 9}:23,theft`,
    ),
    ',,2020-03-01 12:00,theft',
  ].join('\n');

  it('says in each language what was understood, what became of the rows and whether they can be used', () => {
    const file = write(folder, 'town.csv', `${town}\n`);
    for (const [lang, words] of [
      ['en', ['by its name', 'no coordinates (first: row 62)', 'The data can be used']],
      ['ru', ['по названию', 'нет координат (первая — строка 62)', 'Данными можно пользоваться']],
      ['kk', ['атауы бойынша', 'координаталары жоқ (біріншісі — 62 нөмірлі жол)', 'Деректерді']],
    ] as const) {
      const { stdout, status } = oryn(['inspect', file, '--lang', lang]);
      expect(status).toBe(0);
      for (const word of words) expect(stdout).toContain(word);
    }
  });

  it('says on the screen how a workbook was understood', () => {
    const register = join(demo, '../exports/simulated-register.xlsx');
    for (const [lang, words] of [
      [
        'en',
        ['Sheet: Реестр. Not read: Справочник', 'header: 3', 'day, month, year', 'exchanged; put right'],
      ],
      ['ru', ['Лист: Реестр. Не читались: Справочник', 'заголовков: 3', 'день, месяц, год', 'переставлены']],
      ['kk', ['Парақ: Реестр. Оқылмағаны: Справочник', 'Тақырып жолы: 3', 'күн, ай, жыл', 'орны ауысқан']],
    ] as const) {
      const { stdout } = oryn(['inspect', register, '--lang', lang]);
      for (const word of [...words, 'Номер КУИ, Кв. ', '№ п/п, Улица, Дом. ']) expect(stdout).toContain(word);
      expect(stdout).not.toContain('undefined');
    }
  });

  it('writes the page and the document, and refuses other endings before it reads', () => {
    const file = write(folder, 'town.csv', `${town}\n`);
    const page = join(folder, 'quality.html');
    expect(oryn(['inspect', file, '--out', page, '--lang', 'kk']).stdout).toContain(page);
    expect(readFileSync(page, 'utf8')).toContain('<html lang="kk">');
    const json = join(folder, 'quality.json');
    oryn(['inspect', file, '--out', json]);
    const report: QualityReport = JSON.parse(readFileSync(json, 'utf8'));
    expect(report.rows).toMatchObject({ read: 61, kept: 60, dropped: { 'no-coordinates': 1 } });
    expect(report.hitRates?.total).toMatchObject({ rows: 61, located: 60 });
    const refused = oryn(['inspect', join(folder, 'absent.csv'), '--out', join(folder, 'quality.pdf')]);
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('.html');
  });

  it('marks the coordinates beside the points of --facilities', () => {
    const station = Array.from({ length: 9 }, (_, i) => `71.41,51.12,2020-02-0${i + 1} 10:1${i},theft`);
    const file = write(folder, 'station.csv', `${town}\n${station.join('\n')}\n`);
    const points = write(folder, 'stations.csv', 'name,lon,lat\nStation 4,71.4102,51.1201\n');
    const { quality } = inspect([file, '--facilities', points]);
    const found = quality.coordinates.top.find(({ lon, lat }) => lon === 71.41 && lat === 51.12);
    expect(found).toMatchObject({ n: 9, judgement: 'station', name: 'Station 4' });
  });

  it('finds what was injected into the simulated incidents of the demo city', () => {
    const found = inspect([
      join(demo, 'simulated-incidents.csv.gz'),
      '--boundary',
      join(demo, 'boundary.geojson'),
    ]);
    expect(found.quality.simulated).toBe(true);
    expect(found.quality.outside?.n).toBe(found.outside);
    expect(found.quality.outside?.bands.reduce((sum, { n }) => sum + n, 0)).toBe(found.outside);
    const { rows } = found.quality;
    expect(rows.years.reduce((sum, { read }) => sum + read, 0)).toBe(rows.read);
    expect(rows.years.reduce((sum, { kept }) => sum + kept, 0)).toBe(rows.kept);
  });
});

describe('oryn inspect on the simulated register', () => {
  it('finds the defects that were put into it, and takes no other place for one', () => {
    const exports = join(demo, '../exports');
    const { defects } = JSON.parse(readFileSync(join(exports, 'truth-defects.json'), 'utf8'));
    const { quality } = inspect([
      join(exports, 'simulated-register-windows-1251.csv.gz'),
      '--boundary',
      join(demo, 'boundary.geojson'),
      '--districts',
      join(demo, 'districts.geojson'),
      '--facilities',
      join(exports, 'simulated-police-stations.geojson'),
    ]);
    const suspects = quality.coordinates.top.filter(
      ({ judgement }) => judgement !== 'ordinary' && judgement !== 'facility',
    );
    expect(suspects.map(({ judgement, n, firstRow }) => [judgement, n, firstRow])).toEqual([
      ['station', defects['police-station'].count, defects['police-station'].csvLines[0]],
      ['centroid', defects['district-centroid'].count, defects['district-centroid'].csvLines[0]],
    ]);
    expect(quality.duplicates?.exact.rows).toBe(defects['repeated-row'].count);
    expect(quality.outside?.n).toBe(defects['outside-boundary'].count);
    expect(quality.rows.mended['exchanged-axes']).toBe(defects['exchanged-axes'].count);
    expect(quality.rows.dropped).toEqual({
      'no-coordinates': defects['missing-coordinates'].count,
      'zero-zero': defects['zero-coordinates'].count,
      'bad-date': defects['impossible-date'].count,
    });
    expect(quality.time.hours.placeholders.map(({ minute }) => minute)).toContain(720);
    expect(quality.time.months.every(({ state }) => state === 'ordinary')).toBe(true);
  });
});

describe.skipIf(!hasShared)('oryn inspect on real files', () => {
  it('Vancouver: withheld points, whole-row repeats, the missing year, block points', () => {
    const files = [2018, 2020, 2021, 2022, 2023].map((year) => data(`vancouver/crime_${year}.csv.gz`));
    const lines = files.flatMap((file) =>
      gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split(/\r?\n/).slice(1),
    );
    const isLocated = (line: string): boolean => {
      const [x, y] = line.split(',').slice(-2).map(Number);
      return x !== 0 && y !== 0 && !Number.isNaN(x) && line.split(',').at(-1) !== '';
    };
    const located = lines.filter(isLocated);
    const found = inspect([...files, '--crs', 'EPSG:26910']);
    const { quality } = found;
    expect(quality.rows.read).toBe(178_288);
    expect(quality.rows.read).toBe(lines.length);
    const withheld = lines.filter((line) => /,0(\.0)?,0(\.0)?$/.test(line)).length;
    expect(quality.rows.dropped['zero-zero']).toBe(withheld);
    expect(quality.rows.kept).toBe(located.length);
    expect(quality.rows.repeatedLines).toBe(lines.length - new Set(lines).size);
    expect(quality.rows.repeatedLines / lines.length).toBeGreaterThan(0.04);
    expect(quality.rows.repeatedLines / lines.length).toBeLessThan(0.05);
    // Same type, moment and point, whatever the block is called.
    const events = located.map((line) => {
      const fields = line.split(',');
      return [...fields.slice(0, 6), ...fields.slice(-2)].join();
    });
    expect(quality.duplicates?.exact.rows).toBe(events.length - new Set(events).size);
    const points = new Set(located.map((line) => line.split(',').slice(-2).join()));
    expect(quality.coordinates.distinct).toBe(points.size);
    expect(quality.coordinates.anchored).toBe(true);
    const missing = quality.time.months.filter(({ state }) => state === 'missing');
    expect(missing.map(({ year, month }) => `${year}-${month}`)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2019-${i + 1}`),
    );
    expect(quality.hitRates?.total).toMatchObject({ rows: lines.length, located: located.length });
  });

  it('Lancashire: months alone and anchor points', () => {
    const file = data('lancashire/asb_2022.tab.gz');
    const rows = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split(/\r?\n/).slice(1);
    const points = new Map<string, number>();
    for (const row of rows) {
      const [, lon, lat] = row.replaceAll('"', '').split('\t');
      points.set(`${lon} ${lat}`, (points.get(`${lon} ${lat}`) ?? 0) + 1);
    }
    const found = inspect([file]);
    const { coordinates, time, duplicates } = found.quality;
    expect(coordinates.distinct).toBe(points.size);
    expect(coordinates.top[0].n).toBe(Math.max(...points.values()));
    const shared = [...points.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0);
    expect(coordinates.sharedShare).toBeCloseTo(shared / rows.length, 12);
    expect(coordinates.anchored).toBe(true);
    expect(time.resolution).toBe('month');
    expect(time.months.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
    expect(duplicates).toBeNull();
    expect(codes(found)).toEqual(expect.arrayContaining(['month-only', 'anchored']));
  });

  it('Astana road accidents: 467 outside, none dropped', () => {
    const found = inspect([
      data('kz/astana-road-accidents-2019-2023.csv'),
      '--boundary',
      data('kz/astana-boundary.geojson'),
      '--districts',
      data('kz/astana-districts.geojson'),
    ]);
    expect(found.quality.subject).toBe('road-accidents');
    expect(found.files[0]).toMatchObject({ read: 3551, kept: 3551 });
    expect(found.quality.outside?.n).toBe(467);
    expect(codes(found)).toContain('outside');
    expect(found.quality.coordinates.decimals.written).toBe(6);
    // The numbers of the methods, rule 12: 158 hot cells by exact tails.
    expect(found.quality.hotSpots.hotCells.with).toBe(158);
  });

  it('Houston: far-off geocodes by distance, and the coordinate of many beats', () => {
    const [west, south, east, north] = [-95.9, 29.4, -94.9, 30.2];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const boundary = write(
      folder,
      'box.geojson',
      JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }),
    );
    const table = sharedTable('data/houston/crime_2010_jan_aug.csv.gz');
    // Rape is not shown below the district, so its rows are not kept.
    const rows = table.lon
      .map((lon, i) => ({ lon: Number(lon || 'x'), lat: Number(table.lat[i] || 'x'), i }))
      .filter(({ lon, i }) => !Number.isNaN(lon) && table.offense[i] !== 'rape');
    const found = inspect([data('houston/crime_2010_jan_aug.csv.gz'), '--boundary', boundary]);
    const { outside, coordinates } = found.quality;
    expect(found.quality.rows.kept).toBe(rows.length);
    const away = rows.filter(({ lon, lat }) => lon < west || lon > east || lat < south || lat > north);
    expect(outside?.n).toBe(away.length);
    const kilometres = ({ lon, lat }: { lon: number; lat: number }): number => {
      const dx = Math.max(west - lon, 0, lon - east) * 111.32 * Math.cos((lat * Math.PI) / 180);
      return Math.hypot(dx, Math.max(south - lat, 0, lat - north) * 110.85);
    };
    // A flat earth is off by a percent or two; no row lies so close to the border of this band.
    expect(outside?.bands[4].n).toBe(away.filter((row) => kilometres(row) > 100).length);
    expect(outside?.bands[4].n).toBeGreaterThan(0);

    const at = new Map<string, number[]>();
    for (const { lon, lat, i } of rows) at.set(`${lon} ${lat}`, [...(at.get(`${lon} ${lat}`) ?? []), i]);
    const [most] = [...at.values()].sort((a, b) => b.length - a.length);
    const [stack] = coordinates.top;
    expect(stack.n).toBe(most.length);
    expect(stack.districts).toBe(new Set(most.map((i) => table.beat[i]).filter(Boolean)).size);
    expect(stack).toMatchObject({ judgement: 'default', rule: 'many-districts' });
  });
});
