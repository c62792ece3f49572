import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParquet } from '@oryn/study';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

interface Entry {
  month: string | null;
  category: string;
  weekday: number;
  hour: number;
  n: number;
}

const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''));

describe.skipIf(!session)('the page of time', { timeout: 60_000 }, () => {
  let folder: string;
  let entries: Entry[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-time-'));
    const study = writeFixture(folder);
    withoutMonth(join(folder, 'incidents.csv'), '.03.2021');
    makeBundle(study, join(folder, 'town'));
    const tally = await readParquet(new Uint8Array(readFileSync(join(folder, 'town', 'tally.parquet'))));
    entries = (tally as unknown as Entry[])
      .filter(({ category }) => !category.startsWith('police-detected'))
      .map((entry) => ({
        ...entry,
        weekday: Number(entry.weekday),
        hour: Number(entry.hour),
        n: Number(entry.n),
      }));
    await session!.serve([join(folder, 'town')]);
  }, 180_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  const sumWhere = (counts: (entry: Entry) => boolean): number =>
    entries.filter(counts).reduce((sum, { n }) => sum + n, 0);

  it('counts years, months and hours as the tally does; a month without data is a gap', async () => {
    const page = await session!.open('?lang=en&tab=time', DESKTOP, '.clock .week');
    const years = await page.locator('.year-bars td b').allTextContents();
    expect(years.map(numberIn)).toEqual(
      [2019, 2020, 2021, 2022, 2023].map((year) =>
        sumWhere(({ month }) => month?.startsWith(`${year}`) ?? false),
      ),
    );
    expect(await page.locator('.year-bars small').count()).toBe(1);
    await page.getByText('The numbers by month').click();
    const cells = await page.locator('.month-table td').allTextContents();
    const expected = Array.from({ length: 60 }, (_, i) => {
      const key = `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
      return key === '2021-03' ? '–' : String(sumWhere(({ month }) => month === key));
    });
    expect(cells).toEqual(expected);
    expect(await page.locator('.month-strip .gap').count()).toBe(1);
    const squares = await page.locator('.clock .week rect title').allTextContents();
    expect(squares.map((title) => numberIn(title.split('·')[1]))).toEqual(
      Array.from({ length: 168 }, (_, slot) =>
        sumWhere(({ weekday, hour }) => weekday === Math.floor(slot / 24) && hour === slot % 24),
      ),
    );
    const unknown = sumWhere(({ hour }) => hour < 0);
    expect(await page.getByText(/Not on the clock/).textContent()).toContain(`${unknown} incidents`);
    expect(await violations(page)).toEqual([]);
  });

  it('puts a month on the map with the keyboard, says its count, and writes it into the address', async () => {
    const page = await session!.open('?lang=en&tab=time&month=2021-06', DESKTOP, '.month-mark');
    await page.getByLabel('Month on the map').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.month-mark', { hasText: 'July 2021' }).waitFor();
    expect(new URL(page.url()).searchParams.get('month')).toBe('2021-07');
    const count = sumWhere(({ month }) => month === '2021-07');
    expect(await page.locator('.month-mark').textContent()).toContain(`${count} incidents`);
    expect(await page.locator('.legend').textContent()).toContain('not a test');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Whole period' }).click();
    await page.locator('.month-mark').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('month')).toBe(false);
  });

  it('plays the months, skips the gap, and stands still when asked to', async () => {
    const page = await session!.open('?lang=en&tab=time&month=2021-02', DESKTOP, '.month-mark');
    await page.getByRole('button', { name: 'Play the months' }).click();
    await page.waitForFunction(() => location.search.includes('month=2021-04'));
    await page.getByRole('button', { name: 'Pause' }).click();
    const stopped = page.url();
    await page.waitForTimeout(1200);
    expect(page.url()).toBe(stopped);
  });

  it('offers no play to a reader who wants stillness, and fits a phone', async () => {
    const page = await session!.newPage(PHONE);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    await page.goto(`${session!.address}?lang=kk&tab=time&month=2022-01`);
    await page.waitForSelector('.month-mark');
    expect(await page.locator('.month-buttons button').count()).toBe(3);
    expect(await widthBeyond(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('counts in the chosen place alone', async () => {
    const [first] = recordsOfCsv(readFileSync(join(folder, 'town', 'problem-places.csv'), 'utf8'));
    const page = await session!.open('?lang=en&tab=places', DESKTOP, '.places li');
    await page.locator('.places .place-row').first().click();
    await page.getByRole('tab', { name: 'Time' }).click();
    await page.locator('.time-scope').waitFor();
    const years = (await page.locator('.year-bars td b').allTextContents()).map(numberIn);
    expect(years.reduce((sum, n) => sum + n, 0)).toBe(Number(first.n));
    await page.getByRole('button', { name: 'All places' }).click();
    await page.locator('.time-scope').waitFor({ state: 'detached' });
  });
});

/** Days of the fixture are written `dd.mm.yyyy`. */
function withoutMonth(path: string, month: string): void {
  const rows = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, rows.filter((row) => !row.slice(2, 10).startsWith(month)).join('\n'));
}

function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
