import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@oryn/language';
import { expect, it } from 'vitest';
import { launchBrowser, NO_BROWSER } from './support/browser.ts';
import { buildViewer, serveBundles } from './support/commands.ts';

/** Pictures of the demo for a person to look at: `npm run look`, after `npm start` has made its bundles. */
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'results/look/viewer');
const cities = ['demo-tasozen', 'demo-kenzhol', 'demo-ashyqdala'];

const screens = {
  desktop: { width: 1480, height: 956 },
  phone: { width: 520, height: 1000 },
} as const;

/** The first is the page as it opens, in every language; the others show one more state each. */
const views = [
  { name: 'open', query: '', opensPlace: false },
  { name: 'place', query: '', opensPlace: true },
  { name: 'density', query: 'layer=density', opensPlace: false },
] as const;

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
            await page.waitForSelector('.canvas[data-state=idle]', { timeout: 30_000 });
            if (opensPlace) {
              await page.locator('.places button').first().click();
              await page.waitForSelector('.sheet .bars');
            }
            await page.waitForTimeout(900);
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
