import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../packages/cli/src/server.ts';
import { buildViewer } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { HOSTILE_COLUMNS, HUGE, hostileTown } from './support/hostile-town.ts';
import { DESKTOP, PHONE, viewerSession } from './support/session.ts';

const session = await viewerSession();
const SOON = { timeout: 20_000 };

/** What a page is never to show: a hole, or a number that is none. */
const HOLES = /\bNaN\b|Infinity|undefined|\[object|\bnull\b/;
const TURNERS = /[\u202a-\u202e\u2066-\u2069]/;

/** What the page did with the texts, and what sticks out of it sideways. */
const findings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if ('hacked' in window || 'hacked' in Object.prototype) found.push('a script of the file ran');
    for (const made of document.querySelectorAll(
      'img[src=x], iframe, [onload], [onerror], [href^=javascript]',
    )) {
      found.push(`the file made ${made.outerHTML.slice(0, 80)}`);
    }
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll('.panel, .page, .sheet, main, main > *'),
    ];
    for (const box of boxes) {
      const over = box.scrollWidth - box.clientWidth;
      if (over > 1 && getComputedStyle(box).overflowX !== 'visible') {
        found.push(`${box.tagName} ${box.className} is ${over} px too wide`);
      }
    }
    return found;
  });

describe.skipIf(!session)('hostile files', { timeout: 120_000 }, () => {
  let server: Server;

  beforeAll(async () => {
    buildViewer();
    const served = await serve(new Map(), 0);
    server = served.server;
    session!.address = served.address;
  }, 120_000);

  afterAll(async () => {
    await session?.end();
    server.close();
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  const openPage = (): Promise<Page> => session!.open('?lang=en&page=open', DESKTOP, '.drop-zone');

  /** On a wide screen and on a telephone. */
  const looksSound = async (page: Page, where: string, isRaw = false): Promise<void> => {
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect(await findings(page), `${where}, ${viewport.width} px`).toEqual([]);
    }
    // biome-ignore lint/performance/useDomNodeTextContent: what is not shown does not count
    const told = await page.locator('body').innerText();
    expect(told, where).not.toMatch(HOLES);
    if (!isRaw) expect(told, where).not.toMatch(TURNERS);
  };

  const saved = async (page: Page, button: string): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return readFileSync((await (await waiting).path())!, 'utf8');
  };

  it('are read, studied, briefed and published as texts', async () => {
    const page = await openPage();
    page.on('dialog', () => expect.unreachable('a dialog'));
    await page.setInputFiles('input[type=file]', hostileTown());
    await page.locator('.understood-lines').first().waitFor(SOON);
    const roles = page.locator('.file-list select');
    expect(await roles.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
      'incidents',
      'boundary',
      'context',
      'streets',
      'context',
    ]);
    for (const role of ['category', 'placeType', 'district'] as const) {
      await page
        .getByLabel(`What the column ${HOSTILE_COLUMNS[role]} holds`, { exact: true })
        .selectOption(role);
    }
    await page.locator('.offences summary').click();
    await looksSound(page, 'wizard', true);
    await page.getByRole('button', { name: 'Find the problem places' }).click();
    await page.waitForSelector('.places li', { timeout: 60_000 });
    await looksSound(page, 'places');
    expect(await page.title()).toContain('<img src=x onerror=window.hacked=1>{n} town');

    const offences = page.getByLabel('Offences').first();
    await offences.selectOption(HUGE);
    await page.getByText('N = 186 incidents').waitFor();
    await page.locator('.place-row').first().click();
    await page.waitForSelector('.sheet .bars');
    await looksSound(page, 'sheet of a huge name');
    await page.keyboard.press('Escape');
    for (const layer of ['density', 'counts', 'set', 'change']) {
      await page.getByLabel('Map layer').selectOption(layer);
      await page.waitForSelector('.canvas[data-state=idle]');
    }
    await looksSound(page, 'layers');
    for (const tab of ['Concentration', 'Time', 'Posts']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForSelector('.page section');
      await looksSound(page, tab);
    }
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'Two offences' }).click();
    await page.locator('table.compared').waitFor();
    await looksSound(page, 'two offences');
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.waitForSelector('.data-page');
    // The text of the study is that of the files, to the letter.
    await looksSound(page, 'data', true);

    await page.getByRole('tab', { name: 'Places' }).click();
    await page.getByLabel('Map layer').selectOption('hot');
    await offences.selectOption('');
    await page.locator('.place-row').nth(2).waitFor();
    for (const i of [0, 1, 2]) await page.locator('.tick').nth(i).click();
    await page.getByRole('button', { name: 'Briefing to print' }).click();
    await page.locator('.briefing-map svg').first().waitFor(SOON);
    const note = '=1+1<img src=x onerror="window.hacked=1">\u202e';
    await page.locator('textarea').first().fill(note);
    await looksSound(page, 'briefing');
    const rows = recordsOfCsv(await saved(page, 'Table (CSV)'));
    expect(rows).toHaveLength(3);
    for (const [column, cell] of rows.flatMap((row) => Object.entries(row))) {
      expect(cell, column).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
    }
    expect(rows.map((row) => row.note)).toContain(`'${note}`);
    const { features } = JSON.parse(await saved(page, 'Outlines (GeoJSON)'));
    expect(features.map(({ properties }: { properties: { note: string } }) => properties.note)).toContain(
      note,
    );
    expect(rows.some(({ top_category }) => /^'?[=+@]/.test(top_category))).toBe(true);

    await page.getByRole('button', { name: 'Back to the map' }).click();
    await page.waitForSelector('.canvas[data-state=idle]');
    await page.getByRole('button', { name: /^Figure of this view/ }).click();
    await page.locator('.figure-paper svg').waitFor(SOON);
    await looksSound(page, 'figure');
    await page.getByRole('button', { name: 'Back to the map' }).click();
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Table for the public' }).click();
    await page.locator('.public-map svg').waitFor(SOON);
    await looksSound(page, 'public');
  });

  it('say what is missing where there is little or nothing to count', async () => {
    const HEAD = 'lon,lat,date,category';
    const near = (i: number): string => `66.4${i % 10}${i % 7},47.2${i % 9}`;
    const many = (row: (i: number) => string): string =>
      Array.from({ length: 120 }, (_, i) => row(i)).join('\n');
    const day = (i: number): string => `202${i % 3}-0${1 + (i % 9)}-11T1${i % 10}:05`;
    const box = JSON.stringify({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [70, 50],
            [71, 50],
            [71, 51],
            [70, 51],
            [70, 50],
          ],
        ],
      },
    });
    const cases: { rows: string; tells: string; isRun?: boolean; boundary?: string }[] = [
      { rows: '', tells: 'is empty (0 bytes)' },
      { rows: HEAD, tells: 'has a header but no rows' },
      { rows: `${HEAD}\n66.4,47.2,soon,theft`, tells: 'Rows: 0 of 1' },
      { rows: `${HEAD}\n,,2021-01-01,theft`, tells: 'None of the 1 rows' },
      {
        rows: `${HEAD},district\n${many((i) => `${near(i)},${day(i)},Изнасилование,Юг`)}`,
        tells: 'Shown by district only: Юг 120',
      },
      {
        rows: `${HEAD}\n${many((i) => `${near(i)},${day(i)},theft`)}`,
        tells: 'Outside the boundary: 120',
        boundary: box,
      },
      { rows: `${HEAD}\n66.4,47.2,2021-03-04T10:00,theft`, tells: 'Rows: 1 of 1', isRun: true },
      { rows: `lon,lat\n${many(near)}`, tells: 'Without a date: 120', isRun: true },
    ];
    const page = await openPage();
    const names: string[] = [];
    for (const [i, { rows, tells, isRun = false, boundary }] of cases.entries()) {
      for (const name of names.splice(0)) await page.getByRole('button', { name: `Remove ${name}` }).click();
      const give = [{ name: `case-${i}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows) }];
      if (boundary) {
        give.push({ name: 'box.geojson', mimeType: 'application/json', buffer: Buffer.from(boundary) });
      }
      await page.setInputFiles('input[type=file]', give);
      await page.locator('main', { hasText: tells }).waitFor(SOON);
      await looksSound(page, tells);
      const run = page.getByRole('button', { name: 'Find the problem places' });
      expect(await run.count(), tells).toBe(isRun ? 1 : 0);
      names.push(...give.map(({ name }) => name));
      if (!isRun) continue;
      await run.click();
      await page.locator('.panel', { hasText: 'Half of the incidents' }).waitFor(SOON);
      for (const tab of ['Time', 'Posts', 'Places']) {
        await page.getByRole('tab', { name: tab }).click();
        await page.waitForSelector('.page section, .nothing');
        await looksSound(page, `${tells}: ${tab}`);
      }
      names.splice(0);
      await page.getByRole('button', { name: 'Open data' }).click();
    }
  });
});
