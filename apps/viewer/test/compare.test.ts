import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concentrationOver, differenceBetweenCities, differenceOverSamePlaces } from '@oryn/core';
import { formatP, formatPercent } from '@oryn/language';
import { readParquet } from '@oryn/study';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

const TEST = { percent: 50, draws: 999, seed: 7 };

describe.skipIf(!session)('the page of comparison', { timeout: 90_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-compare-'));
    const study = writeFixture(folder);
    makeBundle(study, join(folder, 'town'));
    // Another town: two of three rows of the first.
    const rows = readFileSync(join(folder, 'incidents.csv'), 'utf8').split('\n');
    writeFileSync(join(folder, 'incidents.csv'), rows.filter((_, i) => i === 0 || i % 3 > 0).join('\n'));
    makeBundle(study, join(folder, 'village'));
    await session!.serve([join(folder, 'town'), join(folder, 'village')]);
  }, 240_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  /** Incidents of the cells with streets, from the tables of a bundle. */
  async function countsOf(bundle: string, isCounted: (month: string) => boolean): Promise<Float64Array> {
    const read = async (name: string): Promise<Record<string, unknown>[]> =>
      readParquet(new Uint8Array(readFileSync(join(folder, bundle, name))));
    const places = (await read('places.parquet')).filter((place) => Number(place.in_mask) === 1);
    const counts = new Map(places.map(({ place }) => [place, 0]));
    for (const { place, category, month, n } of await read('tally.parquet')) {
      if (String(category).startsWith('police-detected') || !isCounted(String(month))) continue;
      if (counts.has(place)) counts.set(place, counts.get(place)! + Number(n));
    }
    return Float64Array.from(counts.values());
  }

  const cells = (page: Page, row: number): Promise<string[]> =>
    page.locator('.compared tbody tr').nth(row).locator('td').allTextContents();

  it('teaches what can be compared, and compares two years as the core does', async () => {
    const page = await session!.open('?lang=en&tab=compare', DESKTOP, '.compare-start');
    expect(await page.locator('.compare-start button').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Two periods/ }).click();
    await page.waitForSelector('.verdict .lead');
    expect(new URL(page.url()).searchParams.get('other')).toBe('years:2022-2022');
    const [a, b] = await Promise.all(
      ['2023', '2022'].map((year) => countsOf('town', (month) => month.startsWith(year))),
    );
    const incidents = [a, b].map((counts) => counts.reduce((sum, n) => sum + n, 0));
    expect(await cells(page, 0)).toEqual(incidents.map(String));
    const shares = [a, b].map(
      (counts) => concentrationOver(counts, 'mask').shares.find(({ percent }) => percent === 50)!,
    );
    const shown = await cells(page, 1);
    shares.forEach((share, i) => {
      expect(shown[i]).toContain(formatPercent('en', share.share));
      expect(shown[i]).toContain(`${share.k} of ${a.length}`);
    });
    const difference = differenceOverSamePlaces(a, b, TEST);
    const verdict = (await page.locator('.verdict').textContent()) ?? '';
    expect(verdict).toContain(`p\u00a0${formatP('en', difference.p)}`);
    expect(verdict).toContain(formatPercent('en', difference.a));
    expect(verdict).toContain(formatPercent('en', difference.b));
    expect(verdict.startsWith(difference.p <= 0.05 ? 'More concentrated' : 'No difference')).toBe(true);
    expect(await page.locator('.compared-map').count()).toBe(2);
    expect(await page.locator('.shared-legend').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  it('refuses two periods that overlap, and says what to do', async () => {
    const page = await session!.open(
      '?lang=en&tab=compare&other=years:2022-2022',
      DESKTOP,
      '.compare .caution',
    );
    expect(await page.locator('.compare .caution').textContent()).toContain('overlap');
    expect(await page.locator('.compared tbody').count()).toBe(0);
  });

  it('compares two cities by dealing their cells anew', async () => {
    const page = await session!.open(
      '?lang=en&city=town&tab=compare&other=city:village',
      DESKTOP,
      '.compared tbody',
    );
    const [a, b] = await Promise.all(['town', 'village'].map((bundle) => countsOf(bundle, () => true)));
    const { p } = differenceBetweenCities(a, b, TEST);
    await page.waitForSelector('.verdict .lead');
    expect(await page.locator('.verdict').textContent()).toContain(`p\u00a0${formatP('en', p)}`);
    expect(await page.locator('.compare-notes').textContent()).toContain('Nothing here ranks cities');
  });

  it('fits a phone in the dark, in Kazakh', async () => {
    const page = await session!.newPage(PHONE);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${session!.address}?lang=kk&tab=compare&from=2023&other=years:2021-2022`);
    await page.waitForSelector('.verdict .lead');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThan(
      1,
    );
    expect(await page.locator('.shared-legend h2').textContent()).toBe('Ұяшықтағы жылдық оқиға саны');
    expect(await violations(page)).toEqual([]);
  });
});
