import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bundleOfZip, type Manifest } from '@oryn/study';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GEOPACKAGE_GZ } from '../../../packages/ingest/test/fixtures/gdal.ts';
import { bytesOfBase64 } from '../../../packages/ingest/test/hostile.ts';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { differences } from './support/differences.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();
const SOON = { timeout: 20_000 };

describe.skipIf(!session)('own data in the viewer', { timeout: 90_000 }, () => {
  let folder: string;
  const files = ['incidents.csv', 'boundary.geojson', 'streets.geojson'];
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-own-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    await session!.serve([join(folder, 'town')]);
  }, 120_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  const openPage = (query = 'lang=en'): Promise<Page> =>
    session!.open(`?${query}&page=open`, DESKTOP, '.drop-zone');
  const give = (page: Page, names: readonly string[]): Promise<void> =>
    page.setInputFiles(
      'input[type=file]',
      names.map((name) => join(folder, name)),
    );
  const read = (page: Page): Promise<unknown> => page.locator('.understood-lines').first().waitFor();
  const run = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Find the problem places' }).click();
    await page.waitForSelector('.places li', { timeout: 60_000 });
  };
  const alerts = async (page: Page): Promise<string> =>
    (await page.getByRole('alert').allTextContents()).join('\n');

  it('makes of a study and its files the bundle of the command line', async () => {
    const page = await openPage();
    await give(page, ['study.yaml', ...files]);
    await read(page);
    expect(await page.locator('.file-list li > .second').allTextContents()).toEqual([
      'incidents',
      'boundary of the city',
      'where an incident is possible',
    ]);
    await run(page);
    expect(await page.title()).toContain('Test town');
    await page.getByRole('tab', { name: 'Data' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the results as a file' }).click();
    const zip = join(folder, 'results.zip');
    await (await saving).saveAs(zip);

    const saved = bundleOfZip('results.zip', readFileSync(zip))!;
    const made = readdirSync(join(folder, 'town'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(join(folder, 'town', path)).isFile());
    expect([...saved.keys()].sort()).toEqual(made.sort());
    const textsOf = (path: string): [string, string] => [
      readFileSync(join(folder, 'town', path), 'utf8'),
      new TextDecoder().decode(saved.get(path)!),
    ];
    const valuesOf = (path: string): unknown[] =>
      textsOf(path).map((text) => (path.endsWith('.csv') ? recordsOfCsv(text) : JSON.parse(text)));
    for (const path of made) {
      // Hashes and numbers of bytes tell apart what differs in the last bit; the numbers of parquet and of the
      // raster stand in the tables too.
      if (path === 'manifest.json' || path === 'places.parquet' || path === 'density.tif') continue;
      const [a, b] = /\.(csv|json|geojson)$/.test(path) ? valuesOf(path) : textsOf(path);
      expect(differences(a, b), path).toEqual([]);
    }
    const [a, b] = (valuesOf('manifest.json') as Manifest[]).map(({ files: _, ...rest }) => rest);
    expect(differences(a, b)).toEqual([]);

    // What was saved opens again, and says the same.
    const list = await page.locator('.data-page').textContent();
    await page.getByRole('button', { name: 'Open data' }).click();
    await give(page, ['results.zip']);
    await page.waitForSelector('.data-page', { timeout: 30_000 });
    expect(await page.locator('.data-page').textContent()).toBe(list);
  });

  it('understands files by themselves, and finds in a chosen period and offence what the command line finds', async () => {
    write(
      'part.yaml',
      readFileSync(join(folder, 'study.yaml'), 'utf8') +
        '\nfrom: 2020-01-01\nto: 2022-12-31\ncategory: [theft]\n',
    );
    makeBundle(join(folder, 'part.yaml'), join(folder, 'part'));
    const page = await openPage();
    await give(page, files);
    await read(page);
    expect(
      await page
        .locator('.file-list select')
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    ).toEqual(['incidents', 'boundary', 'streets']);
    expect(await page.locator('.columns th[data-used=true]').count()).toBe(6);
    await page.getByLabel('Name of the study').fill('My <b>town</b>');
    await page.getByLabel('From').fill('2020-01-01');
    await page.getByLabel('To', { exact: true }).fill('2022-12-31');
    await page.locator('.offences summary').click();
    await page.getByRole('checkbox').first().check();
    // A language is no reason to ask again.
    await page.getByRole('button', { name: 'Рус' }).click();
    expect(await page.getByLabel('Название исследования').inputValue()).toBe('My <b>town</b>');
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Eng' }).click();
    await run(page);
    const expected = recordsOfCsv(readFileSync(join(folder, 'part', 'problem-places.csv'), 'utf8'));
    const rows = page.locator('.places li');
    expect(await rows.count()).toBe(expected.length);
    for (const [i, { rank, n }] of expected.entries()) {
      expect(await rows.nth(i).locator('.rank').textContent()).toBe(rank);
      expect(await rows.nth(i).locator('.place-line').textContent()).toContain(`${n} incident`);
    }
    // Words of a person are words, never markup.
    expect(await page.title()).toContain('My <b>town</b>');
  });

  it('lets a column be said to be something else, and keeps it for the next file', async () => {
    const page = await openPage();
    await give(page, files);
    const role = page.getByLabel('What the column fe1r29p1_id holds');
    await role.waitFor({ timeout: 30_000 });
    expect(await role.inputValue()).toBe('placeType');
    await role.selectOption('');
    await page.waitForSelector('.columns th[data-used=false]');
    expect(await role.inputValue()).toBe('');
    expect(await page.getByLabel('What the column lon holds').inputValue()).toBe('lon');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save what the columns hold' }).click();
    await (await saving).saveAs(join(folder, 'oryn-columns.json'));

    await page.reload();
    await give(page, [...files, 'oryn-columns.json']);
    await read(page);
    expect(await role.inputValue()).toBe('');
    expect(await page.locator('.file-list select').last().inputValue()).toBe('mapping');
  });

  it('lets coordinates that nobody could tell apart be named', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${500_000 + i * 40},${5_220_000 + i * 30},2020-01-05`);
    write('metres.csv', ['x,y,date', ...rows, ''].join('\n'));
    const page = await openPage();
    await give(page, ['metres.csv']);
    await page.waitForSelector('.cannot-read');
    expect(await alerts(page)).toContain('Choose the right one below');
    await page.getByLabel('Coordinates').selectOption('EPSG:32642');
    await read(page);
    expect(await page.locator('.facts').textContent()).toContain('EPSG:32642');
    // The language of options belongs to the command line.
    expect(await page.locator('main').textContent()).not.toMatch(/ --[a-z]/);
  });

  it('takes points of neither time nor kind for incidents only where nothing else is', async () => {
    const point = { type: 'Point', coordinates: [66.4, 47.2] };
    const feature = { type: 'Feature', properties: { kind: 'post' }, geometry: point };
    write('posts.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    write('people.csv', 'lon,lat,population\n66.4,47.2,12\n66.41,47.2,30\n');
    const roles = (page: Page): Promise<string[]> =>
      page
        .locator('.file-list select')
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    const page = await openPage();
    await give(page, ['people.csv']);
    await read(page);
    expect(await roles(page)).toEqual(['incidents']);
    await page.reload();
    await give(page, ['people.csv', 'incidents.csv', 'posts.geojson']);
    await read(page);
    expect(await roles(page)).toEqual(['skip', 'incidents', 'context']);
  });

  it('reads a GeoPackage, and another layer of it', async () => {
    write('gdal.gpkg', gunzipSync(bytesOfBase64(GEOPACKAGE_GZ)));
    const page = await openPage();
    await give(page, ['gdal.gpkg']);
    await read(page);
    await page.locator('.misread summary').click();
    const layers = page.getByLabel('Sheet or layer');
    expect(await layers.locator('option').allTextContents()).toEqual([
      'as found: points',
      'points',
      'areas',
      'attrs',
    ]);
    await layers.selectOption('attrs');
    await page.waitForSelector('.cannot-read');
    expect(await alerts(page)).toContain('No columns with coordinates');
    expect(await layers.inputValue()).toBe('attrs');
  });

  it('says what is in the way, and what is wrong with a file', async () => {
    write('empty.csv', '');
    write('damaged.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]));
    write('second.geojson', readFileSync(join(folder, 'boundary.geojson')));
    write('header.csv', 'lon,lat,date\n');
    const page = await openPage();
    await give(page, ['boundary.geojson']);
    await expect.poll(() => alerts(page), SOON).toContain('None of the files');
    for (const name of ['empty.csv', 'damaged.xlsx']) {
      await give(page, [name]);
      await expect.poll(() => alerts(page), SOON).toContain(name);
    }
    await page.getByRole('button', { name: 'Remove damaged.xlsx' }).click();
    await give(page, ['incidents.csv', 'second.geojson']);
    await expect.poll(() => alerts(page), SOON).toContain('Only one file can be the boundary');
    await page.getByRole('button', { name: 'Remove second.geojson' }).click();
    await read(page);
    await give(page, ['header.csv']);
    await page.waitForSelector('.cannot-read');
    expect(await alerts(page)).toContain('header.csv');
    await page.getByRole('button', { name: 'Remove header.csv' }).click();
    await expect.poll(() => page.locator('.cannot-read').count(), SOON).toBe(0);
    await give(page, ['study.yaml']);
    await expect.poll(() => alerts(page), SOON).toContain('streets.geojson');
    expect(await page.getByRole('button', { name: 'Find the problem places' }).count()).toBe(0);
  });

  it('shows hostile texts as texts, and wide, short and strange tables whole', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const long = 'Ұ'.repeat(300);
    const names = ['lon', 'lat', 'date', 'category', long, ...Array.from({ length: 120 }, (_, i) => `c${i}`)];
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const row = (i: number): string =>
      [66.4 + i / 1000, 47.2, '2021-03-04', cell(i % 2 ? hostile : '\u202eמבוא'), cell(hostile)]
        .concat(Array.from({ length: 120 }, () => cell('مرحبا')))
        .join(',');
    const head = names.map(cell).join(',');
    write('wide.csv', [head, ...Array.from({ length: 40 }, (_, i) => row(i)), ''].join('\n'));
    write('one.csv', ['lon,lat,date', '66.4,47.2,2021-03-04', ''].join('\n'));
    const page = await openPage();
    await give(page, ['wide.csv']);
    await read(page);
    expect(await page.locator('.columns th').count()).toBeLessThan(40);
    await page.getByRole('button', { name: /Show all 125 columns/ }).click();
    expect(await page.locator('.columns th').count()).toBe(125);
    expect(await page.locator('.columns').textContent()).toContain(hostile);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await page.getByRole('button', { name: 'Find the problem places' }).click();
    await page.waitForSelector('.panel', { timeout: 60_000 });
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);

    await page.getByRole('button', { name: 'Open data' }).click();
    await give(page, ['one.csv']);
    await expect.poll(() => page.locator('main').textContent(), SOON).toContain('1 of 1');
  });

  it('opens a bundle dropped as its files', async () => {
    const page = await openPage();
    const names = [
      'manifest.json',
      'places.parquet',
      'tally.parquet',
      'incidents.parquet',
      'context.geojson',
    ];
    await give(
      page,
      names.map((name) => join('town', name)),
    );
    await page.waitForSelector('.places li', { timeout: 30_000 });
    expect(new URL(page.url()).searchParams.get('city')).toMatch(/^own-/);
  });

  it('tells how a study was made, and how to make it again', async () => {
    const page = await session!.open('?lang=en&tab=data', DESKTOP, '.data-page');
    const told = (await page.locator('.data-page').textContent()) ?? '';
    const { inputs } = JSON.parse(readFileSync(join(folder, 'town', 'manifest.json'), 'utf8'));
    for (const { path, sha256 } of inputs) expect(told).toContain(path + sha256);
    expect(told).toContain('seed 7');
    expect(told).not.toMatch(/ --(?!out|lang)[a-z]/);
    write('again.yaml', (await page.locator('.copied pre').first().textContent())!);
    makeBundle(join(folder, 'again.yaml'), join(folder, 'again'));
    const manifest = (name: string): string => readFileSync(join(folder, name, 'manifest.json'), 'utf8');
    expect(manifest('again')).toBe(manifest('town'));
  });

  it.each(['light', 'dark'] as const)('has no accessibility problem, %s', async (colorScheme) => {
    const page = await openPage();
    await page.emulateMedia({ colorScheme });
    await give(page, files);
    await read(page);
    await page.locator('.misread summary').click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the map' }).click();
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.waitForSelector('.data-page');
    expect(await violations(page)).toEqual([]);
  });

  it('stops at once, and goes on from where it was', async () => {
    const rows = readFileSync(join(folder, 'incidents.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const many = Array.from({ length: 60 }, () => rows).flat();
    write('many.csv', ['dat_sover_str,crime_code,fe1r29p1_id,simulated,lon,lat', ...many, ''].join('\n'));
    const page = await openPage();
    await give(page, ['many.csv']);
    await read(page);
    await page.getByRole('button', { name: 'Find the problem places' }).click();
    await page.getByText('Testing every cell').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Find the problem places' }).waitFor();
    expect(await page.locator('progress').count()).toBe(0);
  });
});
