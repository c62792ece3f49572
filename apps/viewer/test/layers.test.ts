import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateFromDays, SECONDS_PER_DAY } from '@oryn/core';
import { formatInteger, formatPercent } from '@oryn/language';
import { type OpenBundle, openBundle } from '@oryn/study';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../src/worker/answer.ts';
import { change } from '../src/worker/change.ts';
import { figure } from '../src/worker/figure.ts';
import { counts, setOfHalf } from '../src/worker/layers.ts';
import type { Question } from '../src/worker/types.ts';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, type Viewport, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();
const all: Question = { from: 2019, to: 2023, category: undefined, hours: undefined };

/** The town of the fixture in two districts, with a police post in each. */
function writeTown(folder: string): string {
  const study = writeFixture(folder);
  const boundary = JSON.parse(readFileSync(join(folder, 'boundary.geojson'), 'utf8'));
  const [[west, south], , [east, north]] = boundary.features[0].geometry.coordinates[0];
  const middle = (west + east) / 2;
  const box = (from: number, to: number, names: object): unknown => ({
    type: 'Feature',
    properties: { ...names, simulated: true },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [from, south],
          [to, south],
          [to, north],
          [from, north],
          [from, south],
        ],
      ],
    },
  });
  const post = (lon: number, name: string): unknown => ({
    type: 'Feature',
    properties: { name, kind: 'police_station', simulated: true },
    geometry: { type: 'Point', coordinates: [lon, (south + north) / 2] },
  });
  const features = [
    box(west, middle, { name_ru: 'Западный', name_kk: 'Батыс', name_en: 'West' }),
    box(middle, east, { code: 'E-1' }),
    post((west + middle) / 2, 'Police post 1'),
    post((east + middle) / 2, 'Police post 2'),
  ];
  const collection = { type: 'FeatureCollection', simulated: true, features };
  writeFileSync(join(folder, 'districts.geojson'), JSON.stringify(collection));
  const text = readFileSync(study, 'utf8');
  writeFileSync(study, text.replace('[streets.geojson]', '[streets.geojson, districts.geojson]'));
  return study;
}

describe.skipIf(!session)('layers of the map', { timeout: 60_000 }, () => {
  let folder: string;
  let bundle: OpenBundle;
  const open = (query: string, viewport: Viewport = DESKTOP): Promise<Page> =>
    session!.open(query, viewport, '.places li');
  const legend = async (page: Page): Promise<string> =>
    ((await page.locator('.legend-body').textContent()) ?? '').replace(/\s+/g, ' ');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-layers-'));
    makeBundle(writeTown(folder), join(folder, 'town'));
    bundle = await openBundle(async (path) => new Uint8Array(readFileSync(join(folder, 'town', path))));
    await session!.serve([join(folder, 'town')]);
  }, 240_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  /** The analysed incidents of each cell in some years, counted one by one. */
  function counted(from: number, to: number): Uint32Array {
    const { incidents, points, places, n } = bundle;
    const sums = new Uint32Array(places.count);
    for (let i = 0; i < incidents.count; i++) {
      const { year } = dateFromDays(Math.floor(incidents.time[i] / SECONDS_PER_DAY));
      const isApart = incidents.category.labels[incidents.category.codes[i]].includes(':');
      if (!isApart && year >= from && year <= to) sums[points.place[i]]++;
    }
    expect(sums.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(n.reduce((a, b) => a + b, 0));
    return sums;
  }

  it('counts: classes hold every cell once', async () => {
    const found = counts(bundle, all);
    const n = counted(2019, 2023);
    expect(found.empty).toBe(n.filter((one, cell) => one === 0 && bundle.inMask![cell] === 1).length);
    found.limits.slice(0, -1).forEach((limit, i) => {
      const next = found.limits[i + 2] === undefined ? Infinity : found.limits[i + 1];
      expect(found.cells[i]).toBe(n.filter((one) => one >= limit && one < next).length);
    });
    const page = await open('?lang=en&layer=counts');
    await expect.poll(() => legend(page)).toContain(`${formatInteger('en', found.empty)} cells`);
    expect(await legend(page)).toContain(`most in one cell: ${found.most}`);
    // The same classes with the same numbers as in print.
    const { svg } = figure(bundle, all, { name: 'counts', paper: { widthMm: 174 } }, 'en');
    const printed = [...svg!.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
    const rows = await page.locator('.legend-body .classes li:has(.count)').all();
    expect(rows).toHaveLength(found.cells.length + 1);
    for (const row of rows) {
      const [name, count] = await row.locator('span').allTextContents();
      expect(printed[printed.indexOf(name) + 1]).toBe(count.split(' ')[0]);
    }
    expect(await page.getByLabel('Map layer').inputValue()).toBe('counts');
  });

  it('set: the share, its denominator and what chance would give are those of the statement', async () => {
    const found = setOfHalf(bundle, all);
    const n = counted(2019, 2023);
    const inMask = Array.from(n).filter((_, cell) => bundle.inMask![cell] === 1);
    const sorted = inMask.sort((a, b) => b - a);
    const total = sorted.reduce((a, b) => a + b, 0);
    let [k, held] = [0, 0];
    while (held * 2 < total) held += sorted[k++];
    expect(found.k).toBe(k);
    expect(found.drawn).toBe(sorted.filter((one) => one >= found.leastCount).length);
    expect(found.share).toBe(k / inMask.length);
    const page = await open('?lang=en&layer=set');
    await expect.poll(() => legend(page)).toContain(`${k} of ${inMask.length} cells`);
    expect(await legend(page)).toContain(formatPercent('en', found.expectedShare));
    expect(await page.locator('.headline .figure').textContent()).toBe(formatPercent('en', found.share));
    // Chance is the mean of the throws, as in the report of the bundle.
    const report = JSON.parse(readFileSync(join(folder, 'town', 'concentration-report.json'), 'utf8'));
    const half = report.denominators[0].chance.shares.find((one: { percent: number }) => one.percent === 50);
    expect(found.expectedShare).toBe(half.mean);
    const headline = await page.locator('.headline').textContent();
    expect(headline).toContain(`they would take ${formatPercent('en', half.mean)}.`);
  });

  it('change: a year against those before it, cell by cell; both ways of parting the years', async () => {
    const found = change(bundle, all, 'last');
    const [first, second] = [counted(2019, 2022), counted(2023, 2023)];
    first.forEach((n, cell) => {
      if (n + second[cell] === 0) expect(found.perYear[cell]).toBeNaN();
      else expect(found.perYear[cell]).toBeCloseTo(second[cell] - n / 4, 4);
    });
    const sum = (of: Uint32Array): number => of.reduce((a, b) => a + b, 0);
    expect(found.totals).toEqual([sum(first), sum(second)]);
    expect(found.totals[0] + found.totals[1] + found.neither).toBe(answer(bundle, all).total);
    const growing = answer(bundle, all).places.find(({ trend }) => trend === 'rising')!;
    expect(Math.max(...growing.members.map((cell) => found.perYear[cell]))).toBeGreaterThan(5);
    found.direction.forEach((direction, cell) => {
      expect(direction !== 0).toBe(found.q[cell] <= found.test!.level);
    });
    expect(found.cells.more).toBe(found.direction.filter((direction) => direction > 0).length);
    const page = await open('?lang=en&layer=change');
    await expect.poll(() => legend(page)).toContain(`above it ${found.cells.more}`);
    await page.getByLabel('Compared').selectOption('halves');
    await expect.poll(() => legend(page)).toContain('2019–2020: N =');
    expect(new URL(page.url()).searchParams.get('change')).toBe('halves');
    const halves = change(bundle, all, 'halves');
    expect(halves.periods).toEqual([
      [2019, 2020],
      [2022, 2023],
    ]);
    expect(halves.neither).toBe(sum(counted(2021, 2021)));
  });

  it('change: says that one year cannot be compared', async () => {
    const page = await open('?lang=en&layer=change&from=2022&to=2022');
    await expect.poll(() => legend(page)).toContain('two whole years');
  });

  it('narrows everything to a district and says so; a reload restores it', async () => {
    const whole = answer(bundle, all);
    const [west, east] = ['Западный', 'E-1'].map((district) => answer(bundle, { ...all, district }));
    expect(west.total + east.total).toBe(whole.total);
    expect(west.places.length + east.places.length).toBe(whole.places.length);
    expect(west.tested).toBe(whole.tested);
    expect(
      west.places.every(({ id, rank }) => whole.places.find((one) => one.id === id)?.rank === rank),
    ).toBe(true);
    const page = await open('?lang=en');
    await page.getByLabel('District, beat').selectOption({ label: 'West' });
    await expect.poll(() => page.locator('.places li').count()).toBe(west.places.length);
    expect(new URL(page.url()).searchParams.get('district')).toBe('Западный');
    expect(await page.locator('.notes').textContent()).toContain('West only');
    expect(await page.locator('.headline').textContent()).toContain('by the Poisson law');
    await expect.poll(() => legend(page)).toContain(`N = ${formatInteger('en', west.total)}`);
    await page.reload();
    await page.locator('.places li').first().waitFor();
    expect(await page.locator('.places li').count()).toBe(west.places.length);
    expect(await page.getByLabel('District, beat').inputValue()).toBe('Западный');
  });

  it('tells the exact numbers of a cell under the pointer in every layer', async () => {
    const page = await open('?lang=en&layer=change');
    await page.waitForSelector('.canvas[data-state=idle]', { timeout: 20_000 });
    await page.locator('.place-row').first().click();
    const map = (await page.locator('.canvas').boundingBox())!;
    const x = map.x + (318 + map.width - 352) / 2;
    const y = map.y + (64 + map.height - 40) / 2;
    let step = 0;
    await expect
      .poll(async () => {
        await page.mouse.move(x + (step++ % 2), y);
        return page
          .locator('.tooltip')
          .allInnerTexts()
          .then((texts) => texts.join(' '));
      })
      .toMatch(/incidents?\s+[+−]?[\d.]+ a year/);
  });

  it('shows the figure in place of the map where the browser has no WebGL; the list works', async () => {
    const page = await session!.newPage(DESKTOP);
    await page.addInitScript(() => {
      const offered = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
        return kind.startsWith('webgl') ? null : offered.call(this, kind);
      } as typeof offered;
    });
    await page.goto(`${session!.address}?lang=ru`);
    await page.locator('.static-map svg').waitFor({ timeout: 30_000 });
    expect(await page.locator('.static-map').textContent()).toContain('WebGL');
    await page.locator('.place-row').first().click();
    await page.locator('.sheet .hours').waitFor();
    session!.forgive(/WebGL|webgl/i);
  });

  it.each([
    ['counts', DESKTOP, 'dark'],
    ['change', DESKTOP, 'light'],
    ['set', PHONE, 'light'],
  ] as const)('has no accessibility problem with %s', async (layer, viewport, colorScheme) => {
    const page = await open(`?lang=kk&layer=${layer}&district=E-1`, viewport);
    await page.emulateMedia({ colorScheme });
    if (viewport === PHONE) await page.locator('.legend-strip').click();
    await page.locator('.legend-body .classes li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
