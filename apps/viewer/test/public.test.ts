import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();
/** The page has no use for the reader of zips that the study has. */
const { unzipSync } = createRequire(join(import.meta.dirname, '../../../packages/study/package.json'))(
  'fflate',
) as { unzipSync: (bytes: Uint8Array) => Record<string, Uint8Array> };

describe.skipIf(!session)('the table for the public', { timeout: 90_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-public-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    await session!.serve([join(folder, 'town')]);
  }, 180_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  const saved = async (page: Page, button: string): Promise<Uint8Array> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download: Download = await waiting;
    return readFileSync((await download.path())!);
  };

  const declare = async (page: Page): Promise<void> => {
    await page.getByLabel('No other table of this study is published').check();
    await page.getByRole('button', { name: 'Declare this table' }).click();
  };

  it('is declared, saved with its secret apart, made again from that secret, and refused a second time', async () => {
    const page = await session!.open('?lang=en&tab=data', DESKTOP, '.data-page');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Table for the public' }).click();
    await page.locator('.public-map svg').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Theft').first().check();
    expect(await page.getByRole('button', { name: 'Declare this table' }).isDisabled()).toBe(true);
    await declare(page);
    const table = page.getByRole('button', { name: 'Save the table (ZIP)' });
    await table.waitFor();
    // First what must stay, then what may go.
    expect(await table.isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    const secret = await saved(page, 'Save the secret file');
    const files = unzipSync(await saved(page, 'Save the table (ZIP)'));
    const csv = new TextDecoder().decode(files['public-table.csv']);
    const rows = recordsOfCsv(csv);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => Number(row.n_rounded) % 5 === 0 && row.offences === 'theft')).toBe(true);
    const { secret: digits } = JSON.parse(new TextDecoder().decode(secret));
    for (const [name, bytes] of Object.entries(files)) {
      const content = new TextDecoder().decode(bytes);
      expect(content.includes(digits), name).toBe(false);
      expect(content.includes('incidents.csv'), name).toBe(false);
    }

    await page.getByLabel('Cells').selectOption('9');
    await declare(page);
    await page.getByRole('alert').getByText('already has a public table').waitFor();

    // Another day: the page knows nothing, the file knows all.
    await page.reload();
    await page.locator('.public-map svg').waitFor();
    await page.getByLabel('Open the secret file').setInputFiles({
      name: 'oryn-public.secret.json',
      mimeType: 'application/json',
      buffer: Buffer.from(secret),
    });
    await page.getByText('Declared: theft').waitFor();
    await page.getByLabel('Theft').first().check();
    await declare(page);
    await saved(page, 'Save the secret file');
    const again = unzipSync(await saved(page, 'Save the table (ZIP)'));
    expect(new TextDecoder().decode(again['public-table.csv'])).toBe(csv);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  it('stands at phone width in the dark, in Kazakh, and says what is wrong with a file', async () => {
    const page = await session!.newPage(PHONE);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${session!.address}?lang=kk&page=public`);
    await page.locator('.public-map svg').waitFor();
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page
      .getByLabel('Құпия файлды ашу')
      .setInputFiles({ name: '<b>.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByRole('alert').getByText('<b>.json').waitFor();
  });
});
