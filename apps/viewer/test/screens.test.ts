import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Picture, pictureFile, readPicture } from '../../../packages/figures/make/picture-file.ts';
import { compareSaved } from '../../../packages/figures/make/saved-picture.ts';
import { launchPacked } from './support/browser.ts';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { PHONE, ViewerSession } from './support/session.ts';

/** Other browsers draw other letters: saved screens are compared with those of the lockfile's browser alone. */
const browser = await launchPacked();
const session = browser && new ViewerSession(browser);
if (!session) console.warn('The packed Chromium does not run here: the saved screens are not compared.');

const FOLDER = 'apps/viewer/test/screens';
const DESKTOP = { width: 1280, height: 800 };
const WALL = { width: 3840, height: 2160 };

/** Of a million; another processor may round the edges of the map otherwise. A changed digit is more. */
const TOLERATED_PIXELS = 40;

const mapIsDrawn = (page: Page): Promise<unknown> => page.waitForSelector('.canvas[data-state=idle]');

interface Screen {
  readonly name: string;
  readonly query: string;
  readonly viewport: typeof PHONE;
  readonly colorScheme: 'light' | 'dark';
  readonly until: (page: Page) => Promise<unknown>;
}

/** Every kind of page once, both themes, both widths, three languages. */
const screens: readonly Screen[] = [
  {
    ...{ name: 'place-desktop-ru', query: 'lang=ru', viewport: DESKTOP, colorScheme: 'light' },
    until: async (page) => {
      await mapIsDrawn(page);
      await page.locator('.place-row').first().click();
      await page.waitForSelector('.sheet .hours');
      await mapIsDrawn(page);
    },
  },
  {
    ...{ name: 'list-phone-kk', query: 'lang=kk', viewport: PHONE, colorScheme: 'light' },
    until: mapIsDrawn,
  },
  {
    ...{ name: 'month-desktop-dark-kk', query: 'lang=kk&tab=time&month=2021-07', viewport: DESKTOP },
    colorScheme: 'dark',
    until: async (page) => {
      await page.waitForSelector('.clock .week');
      await mapIsDrawn(page);
    },
  },
  {
    ...{ name: 'compare-desktop-en', query: 'lang=en&tab=compare&from=2021&other=years:2019-2020' },
    ...{ viewport: DESKTOP, colorScheme: 'light' },
    until: async (page) => {
      await page.waitForSelector('.compared tbody td');
      await page.locator('.compare-progress').waitFor({ state: 'detached' });
      await mapIsDrawn(page);
    },
  },
  {
    ...{ name: 'posts-phone-dark-ru', query: 'lang=ru&tab=posts&posts=3-800-cover-police', viewport: PHONE },
    colorScheme: 'dark',
    until: async (page) => {
      await mapIsDrawn(page);
      await page.waitForSelector('.siting-result');
      await page.locator('.legend-strip').click();
      await page.locator('.legend').evaluate((legend) => legend.scrollIntoView({ block: 'end' }));
    },
  },
  {
    ...{ name: 'concentration-phone-en', query: 'lang=en&tab=concentration', viewport: PHONE },
    colorScheme: 'light',
    until: async (page) => {
      await page.waitForSelector('.paper svg');
      await page.locator('.paper').first().scrollIntoViewIfNeeded();
    },
  },
  {
    ...{ name: 'open-desktop-dark-ru', query: 'lang=ru&page=open', viewport: DESKTOP, colorScheme: 'dark' },
    until: async (page) => {
      await page.setInputFiles(
        'input[type=file]',
        ['incidents.csv', 'boundary.geojson', 'streets.geojson'].map((name) => join(folder, name)),
      );
      await page.waitForSelector('.understood-lines');
    },
  },
  {
    ...{ name: 'briefing-desktop-kk', query: 'lang=kk', viewport: DESKTOP, colorScheme: 'light' },
    until: async (page) => {
      await page.locator('.tick').first().click();
      await page.locator('.shortlist-bar .primary').click();
      await page.waitForSelector('.briefing-map svg');
    },
  },
];

const folder = mkdtempSync(join(tmpdir(), 'oryn-screens-'));

describe.skipIf(!session)('the screens', { timeout: 120_000 }, () => {
  let page: Page;

  beforeAll(async () => {
    const study = writeFixture(folder);
    const station = {
      type: 'Feature',
      properties: { kind: 'police_station', simulated: true },
      geometry: { type: 'Point', coordinates: [66.41, 47.21] },
    };
    writeFileSync(
      join(folder, 'police.geojson'),
      JSON.stringify({ type: 'FeatureCollection', features: [station] }),
    );
    const yaml = readFileSync(study, 'utf8').replace(
      '[streets.geojson]',
      '[streets.geojson, police.geojson]',
    );
    writeFileSync(study, yaml);
    makeBundle(study, join(folder, 'town'));
    await session!.serve([join(folder, 'town')]);
    page = await session!.newPage(DESKTOP);
  }, 180_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(screens)('$name is as it was saved', async ({ name, query, viewport, colorScheme, until }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${session!.address}?${query}`);
    await until(page);
    const fault = compareSaved(`${FOLDER}/${name}.png`, await stillPicture(page), TOLERATED_PIXELS);
    if (fault !== undefined) expect.fail(fault);
  });

  it('are those of the list and no others, each small', () => {
    const files = readdirSync(join(import.meta.dirname, 'screens')).sort();
    expect(files).toEqual(screens.map(({ name }) => `${name}.png`).sort());
    const sizes = files.map((file) => readFileSync(join(import.meta.dirname, 'screens', file)).length);
    expect(Math.max(...sizes)).toBeLessThan(150_000);
  });

  it('lose nothing at 320 pixels or at twice the size, and grow on a wall', async () => {
    const rowHeight = async (): Promise<number> =>
      (await page.locator('.place-row .place-name').first().boundingBox())!.height;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${session!.address}?lang=ru`);
    for (const tab of await page.locator('.tabs button').all()) {
      await tab.click();
      await page.waitForSelector('.page > :nth-child(2)');
      await expectNoSideScroll(page);
      await page.setViewportSize({ width: 740, height: 478 });
      await expectNoSideScroll(page);
      await page.setViewportSize({ width: 320, height: 640 });
    }
    await page.locator('.tabs button').first().click();
    await page.setViewportSize(DESKTOP);
    const onDesk = await rowHeight();
    await page.setViewportSize(WALL);
    await expect.poll(rowHeight).toBeGreaterThan(2 * onDesk);
    await expectNoSideScroll(page);
    // Each pixel of the map is one of the screen.
    const canvas = await page.locator('.canvas canvas').first();
    const drawn = await canvas.evaluate((element) => (element as HTMLCanvasElement).width);
    expect(drawn).toBeCloseTo((await canvas.boundingBox())!.width, -1);
  });
});

/** What is seen once nothing moves any more: three times the same. */
async function stillPicture(page: Page): Promise<Picture> {
  await page.evaluate(() => document.fonts.ready);
  let last: Buffer = Buffer.alloc(0);
  for (let same = 0; same < 2; ) {
    await page.waitForTimeout(200);
    const now = await page.screenshot({ animations: 'disabled' });
    const isBusy = await page.locator('.counting, [aria-busy=true]').count();
    same = isBusy === 0 && now.equals(last) ? same + 1 : 0;
    last = now;
  }
  // In as many colours as it is saved with.
  return readPicture(pictureFile(readPicture(last)));
}

async function expectNoSideScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide, page.url()).toBeLessThanOrEqual(0);
}
