import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

describe.skipIf(!session)('the shortlist', { timeout: 60_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-shortlist-'));
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

  it('goes from the list to a briefing, and to a table with the numbers of the bundle', async () => {
    const page = await session!.open('?lang=en', DESKTOP, '.places li');
    const records = recordsOfCsv(readFileSync(join(folder, 'town', 'problem-places.csv'), 'utf8'));
    await page.locator('.tick').nth(1).click();
    expect(await page.locator('.tick').nth(1).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Briefing to print' }).click();
    await page.locator('.briefing-map svg').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('.briefing-place h3').allTextContents()).toEqual([records[1].streets_en]);
    await page.locator('textarea').fill('=1+1, check "lamps"');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Table (CSV)' }).click();
    const saved = readFileSync((await (await waiting).path())!, 'utf8');
    const [row] = recordsOfCsv(saved);
    for (const name of ['rank', 'n', 'lon', 'lat']) expect(row[name]).toBe(records[1][name]);
    expect(Number(row.expected)).toBeCloseTo(Number(records[1].expected), 12);
    expect(row.note).toBe('\'=1+1, check "lamps"');
    expect(row.simulated).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
  });

  it('stores nothing unless asked, and then keeps list and notes', async () => {
    const page = await session!.open('?lang=en', DESKTOP, '.places li');
    await page.locator('.tick').first().click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole('button', { name: 'Briefing to print' }).click();
    await page.getByLabel('Keep list and notes in this browser').check();
    await page.locator('textarea').first().fill('<img src=x onerror=alert(1)>');
    await page.goto(`${session!.address}?lang=en`);
    await page.waitForSelector('.tick[aria-pressed=true]');
    await page.getByRole('button', { name: 'Briefing to print' }).click();
    expect(await page.locator('textarea').first().inputValue()).toBe('<img src=x onerror=alert(1)>');
    await page.getByLabel('Keep list and notes in this browser').uncheck();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});
