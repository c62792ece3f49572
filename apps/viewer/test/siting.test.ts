import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

/** A machine of two cores that does much else. */
const PATIENT = { timeout: 30_000, interval: 250 };

type Place = { lon: number; lat: number; n: number };

/** Metres on the ellipsoid at the town's latitude, by the lengths of a degree there; good to .1 % over a town. */
function meters(a: Omit<Place, 'n'>, b: Omit<Place, 'n'>): number {
  const latitude = (((a.lat + b.lat) / 2) * Math.PI) / 180;
  const east = 111_412.84 * Math.cos(latitude) - 93.5 * Math.cos(3 * latitude);
  const north = 111_132.92 - 559.82 * Math.cos(2 * latitude) + 1.175 * Math.cos(4 * latitude);
  return Math.hypot((a.lon - b.lon) * east, (a.lat - b.lat) * north);
}

const placesOf = (file: string): Place[] =>
  recordsOfCsv(readFileSync(file, 'utf8')).map(({ lon, lat, n }) => ({
    ...{ lon: Number(lon), lat: Number(lat), n: Number(n) },
  }));

async function savedPosts(page: Page) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Posts as GeoJSON' }).click();
  return JSON.parse(readFileSync((await (await waiting).path())!, 'utf8'));
}

describe.skipIf(!session)('posts and rounds', { timeout: 90_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-siting-'));
    const study = writeFixture(folder);
    const station = {
      type: 'Feature',
      properties: { kind: 'police_station', name_en: '<b>Post</b>', simulated: true },
      geometry: { type: 'Point', coordinates: [66.41, 47.21] },
    };
    writeFileSync(
      join(folder, 'posts.geojson'),
      JSON.stringify({ type: 'FeatureCollection', features: [station] }),
    );
    const yaml = readFileSync(study, 'utf8').replace('[streets.geojson]', '[streets.geojson, posts.geojson]');
    writeFileSync(study, yaml);
    makeBundle(study, join(folder, 'town'));
    await session!.serve([join(folder, 'town')]);
  }, 120_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  it('shows posts whose numbers are those of the table of places, and better than random ones', async () => {
    const page = await session!.open('?lang=en&tab=posts&posts=3-500-15-cover', DESKTOP, '.siting-result');
    const saved = await savedPosts(page);
    expect(saved.simulated).toBe(true);
    expect(saved.suggestion).toMatchObject({ count: 3, radius: 500, goal: 'cover', by: 'straight' });
    const places = placesOf(join(folder, 'town', 'places.csv')).filter(({ n }) => n > 0);
    const posts = saved.features.map(
      ({ geometry: { coordinates } }: { geometry: { coordinates: number[] } }) => ({
        lon: coordinates[0],
        lat: coordinates[1],
      }),
    );
    const total = places.reduce((sum, { n }) => sum + n, 0);
    const away = places.map((place) => Math.min(...posts.map((post: Place) => meters(place, post))));
    const within = places.reduce((sum, { n }, i) => (away[i] <= 500 ? sum + n : sum), 0);
    const mean = places.reduce((sum, { n }, i) => sum + n * away[i], 0) / total;
    expect(saved.suggestion.incidents).toBe(total);
    expect(saved.suggestion.shareWithin).toBeCloseTo(within / total, 10);
    expect(Math.abs(saved.suggestion.meanMeters / mean - 1)).toBeLessThan(0.002);
    const shown = await page.locator('.standings tbody tr').allInnerTexts();
    expect(shown).toHaveLength(3);
    const percents = shown.map((row) => Number(/([\d.]+)%/.exec(row)![1]));
    expect(percents[0]).toBeGreaterThan(percents[1]);
    expect(percents[0]).toBeGreaterThan(percents[2]);
    expect(await violations(page)).toEqual([]);
  });

  it('counts the posts that stay, goes along the streets, and keeps the choice in the address', async () => {
    const page = await session!.open('?lang=en&tab=posts', DESKTOP, '.siting-result');
    await page.getByLabel('Posts that stay').selectOption('police');
    await page.getByLabel('Distance').selectOption('streets');
    await page.getByLabel('Aim').selectOption('median');
    await page.getByRole('button', { name: 'One post fewer' }).click();
    await page.locator('.standings tbody tr').nth(3).waitFor();
    expect(new URL(page.url()).searchParams.get('posts')).toBe('4-500-15-median-streets-police-foot');
    await expect.poll(async () => (await savedPosts(page)).suggestion.by, PATIENT).toBe('streets');
    const alongStreets = (await savedPosts(page)).suggestion;
    expect(await page.locator('.siting-assumptions').textContent()).toContain('all that cross are joined');
    await page.reload();
    await page.waitForSelector('.siting-result');
    expect((await savedPosts(page)).suggestion).toEqual(alongStreets);
    await page.getByLabel('Distance').selectOption('straight');
    await expect.poll(async () => (await savedPosts(page)).suggestion.by, PATIENT).toBe('straight');
    expect((await savedPosts(page)).suggestion.meanMeters).toBeLessThan(alongStreets.meanMeters);
  });

  it('takes no post from what police find themselves', async () => {
    const page = await session!.open('?lang=en&tab=posts', DESKTOP, '.siting-result');
    const label = await page
      .getByLabel('Offences')
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
      .then((values) => values.find((value) => value.startsWith('police-detected:')));
    expect(label).toBeDefined();
    await page.getByLabel('Offences').selectOption(label!);
    await page.getByText('No incident is left for posts').waitFor();
    expect(await page.locator('.siting-result').count()).toBe(0);
  });

  it('walks the shortest round through the shortlist', async () => {
    const page = await session!.open('?lang=en', DESKTOP, '.places li');
    const records = recordsOfCsv(readFileSync(join(folder, 'town', 'problem-places.csv'), 'utf8')).slice(
      0,
      4,
    );
    expect(records.length).toBeGreaterThan(2);
    for (let i = 0; i < records.length; i++) await page.locator('.tick').nth(i).click();
    await page.getByRole('tab', { name: 'Posts' }).click();
    await page.waitForSelector('.siting-round .headline');
    const stops = records.map(({ lon, lat }) => ({ lon: Number(lon), lat: Number(lat) }));
    const rounds = ordersOf(stops.length).map((order) =>
      order.reduce((sum, at, i) => sum + meters(stops[at], stops[order[(i + 1) % order.length]]), 0),
    );
    const shown = await page.locator('.siting-round .figure').textContent();
    expect(Math.abs(Number(/[\d.]+/.exec(shown!)![0]) * 1000 - Math.min(...rounds))).toBeLessThan(
      0.006 * Math.min(...rounds),
    );
    expect(await page.locator('.siting-round .rank').count()).toBe(records.length);
    await page.getByText('Proven: no order of these places is shorter.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('fits a phone in Kazakh and in the dark', async () => {
    const page = await session!.open('?lang=kk&tab=posts', PHONE, '.siting-result');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await violations(page)).toEqual([]);
  });
});

/** Orders of a round that begin at the first place. */
function ordersOf(n: number): number[][] {
  const behind = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((next) => behind(left.filter((one) => one !== next)).map((rest) => [next, ...rest]));
  return behind(Array.from({ length: n - 1 }, (_, i) => i + 1)).map((order) => [0, ...order]);
}
