import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

describe.skipIf(!session)('own data in the viewer', { timeout: 60_000 }, () => {
  let folder: string;
  const files = ['incidents.csv', 'boundary.geojson', 'streets.geojson'];

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

  const openPage = (): Promise<Page> => session!.open('?lang=en&page=open', DESKTOP, '.drop-zone');
  const give = (page: Page, names: readonly string[]): Promise<void> =>
    page.setInputFiles(
      'input[type=file]',
      names.map((name) => join(folder, name)),
    );

  it('understands files, studies them and finds what the command line finds', async () => {
    const page = await openPage();
    await give(page, files);
    await page.locator('.columns').waitFor({ timeout: 30_000 });
    expect(
      await page
        .locator('.file-list select')
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    ).toEqual(['incidents', 'boundary', 'streets']);
    expect(await page.locator('.columns th[data-used=true]').count()).toBeGreaterThanOrEqual(5);
    await page.getByLabel('Name of the study').fill('My <b>town</b>');
    await page.getByRole('button', { name: 'Find the problem places' }).click();
    await page.waitForSelector('.places li', { timeout: 60_000 });

    const expected = recordsOfCsv(readFileSync(join(folder, 'town', 'problem-places.csv'), 'utf8'));
    const rows = page.locator('.places li');
    expect(await rows.count()).toBe(expected.length);
    for (const [i, { rank, n }] of expected.entries()) {
      expect(await rows.nth(i).locator('.rank').textContent()).toBe(rank);
      expect(await rows.nth(i).locator('.place-line').textContent()).toContain(`${n} incident`);
    }
    // Words of a person are words, never markup.
    expect(await page.title()).toContain('My <b>town</b>');
  });

  it('lets a column be said to be something else, and reads the file again', async () => {
    const page = await openPage();
    await give(page, files);
    const role = page.getByLabel('What the column fe1r29p1_id holds');
    await role.waitFor({ timeout: 30_000 });
    expect(await role.inputValue()).toBe('placeType');
    await role.selectOption('');
    await expect.poll(() => role.inputValue()).toBe('');
    expect(await page.getByLabel('What the column lon holds').inputValue()).toBe('lon');
  });

  it('says what is in the way, and what is wrong with a file', async () => {
    writeFileSync(join(folder, 'empty.csv'), '');
    const page = await openPage();
    await give(page, ['boundary.geojson']);
    await expect
      .poll(() => page.getByRole('alert').allTextContents())
      .toEqual([expect.stringContaining('None of the files')]);
    await give(page, ['empty.csv']);
    await expect
      .poll(async () => (await page.getByRole('alert').allTextContents()).join())
      .toContain('empty.csv');
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

  it('has no accessibility problem', async () => {
    const page = await openPage();
    await give(page, files);
    await page.locator('.columns').waitFor({ timeout: 30_000 });
    expect(await violations(page)).toEqual([]);
  });
});
