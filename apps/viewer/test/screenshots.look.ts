import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@oryn/language';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pictureFile, readPicture } from '../../../packages/figures/make/picture-file.ts';
import { launchBrowser, NO_BROWSER } from './support/browser.ts';
import { buildViewer, serveBundles } from './support/commands.ts';

/** Pictures of the demo for a person to look at: `npm run look`, after `npm start` has made its bundles. */
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'results/look/viewer');
const cities = ['demo-tasozen', 'demo-kenzhol', 'demo-ashyqdala'];

const screens = {
  desktop: { width: 1480, height: 956 },
  phone: { width: 390, height: 844 },
} as const;

/** The first is the page as it opens, in every language; the others show one more state each. */
const views = [
  { name: 'open', query: '', opensPlace: false },
  { name: 'place', query: '', opensPlace: true },
  { name: 'density', query: 'layer=density', opensPlace: false },
] as const;

/** Pictures of the docs, to be copied to `docs/pictures`. */
const documented = [
  ...languages.map((lang) => ({ name: `viewer-desktop-${lang}`, query: `lang=${lang}` })),
  { name: 'viewer-phone-kk', query: 'lang=kk', isPhone: true },
  { name: 'viewer-sheet-en', query: 'lang=en', part: '.sheet' },
  { name: 'viewer-concentration-en', query: 'lang=en&tab=concentration', part: '.panel' },
] as const;

it('pictures of the docs', { timeout: 300_000 }, async () => {
  buildViewer();
  const out = join(root, 'results/look/docs');
  mkdirSync(out, { recursive: true });
  const served = await serveBundles(cities.map((city) => join(root, 'results/demo', city)));
  const browser = await launchBrowser();
  expect(browser, NO_BROWSER).toBeDefined();
  try {
    for (const { name, query, ...how } of documented) {
      const viewport = 'isPhone' in how ? screens.phone : screens.desktop;
      const page = await browser!.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(`${served.address}?city=${cities[0]}&${query}`);
      await drawn(page);
      if ('part' in how) {
        if (how.part === '.sheet') await page.locator('.place-row').first().click();
        await page.waitForSelector(how.part === '.sheet' ? '.sheet .bars' : '.paper svg');
        // Whole, as if the window were high enough.
        await page.setViewportSize({ ...viewport, height: 1790 });
      } else if ('isPhone' in how) {
        await page.setViewportSize({ ...viewport, height: 1700 });
      }
      await drawn(page);
      const shown = 'part' in how ? page.locator(how.part) : page;
      writeFileSync(join(out, `${name}.png`), pictureFile(readPicture(await shown.screenshot())));
      await page.close();
    }
  } finally {
    await browser?.close();
    served.stop();
  }
});

async function drawn(page: Page): Promise<void> {
  await page.waitForSelector('.canvas[data-state=idle]', { timeout: 30_000 });
  await page.waitForTimeout(900);
}

it('screenshots of the demo', { timeout: 600_000 }, async () => {
  buildViewer();
  mkdirSync(folder, { recursive: true });
  const served = await serveBundles(cities.map((city) => join(root, 'results/demo', city)));
  const browser = await launchBrowser();
  expect(browser, NO_BROWSER).toBeDefined();
  try {
    for (const [screen, viewport] of Object.entries(screens)) {
      const page = await browser!.newPage({ viewport });
      for (const city of cities) {
        for (const lang of languages) {
          for (const { name, query, opensPlace } of city === cities[0] ? views : views.slice(0, 1)) {
            await page.goto(`${served.address}?city=${city}&lang=${lang}&${query}`);
            await drawn(page);
            if (opensPlace) {
              await page.locator('.places button').first().click();
              await page.waitForSelector('.sheet .bars');
              await drawn(page);
            }
            const path = join(folder, `${city}-${screen}-${lang}-${name}.png`);
            await page.screenshot({ path, fullPage: screen === 'phone' });
            if (opensPlace && screen === 'desktop') {
              // The whole sheet, as if the window were high enough.
              await page.setViewportSize({ ...viewport, height: 1600 });
              const sheet = join(folder, `${city}-${screen}-${lang}-sheet.png`);
              await page.locator('.sheet').screenshot({ path: sheet });
              await page.setViewportSize(viewport);
            }
          }
        }
      }
      await page.close();
    }
  } finally {
    await browser?.close();
    served.stop();
  }
});
