import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { Keys } from './support/keys.ts';
import { textsOfNoCatalogue } from './support/plain-texts.ts';
import { DESKTOP, viewerSession } from './support/session.ts';

const session = await viewerSession();
const demo = resolve(import.meta.dirname, '../../../datasets/demo/demo-tasozen/study.yaml');

/** What the files of a study and their formats bring along. */
const names = [
  ...['Test town', 'Test Street', 'Tasozen', 'incidents.csv', 'boundary.geojson', 'streets.geojson'],
  ...['dat_sover_str', 'crime_code', 'fe1r29p1_id', 'simulated', 'lon', 'lat'],
  ...['us-ascii', 'utf-8', 'utf-16le', 'windows-1251', 'windows-1252', 'kz-1048', 'ibm866', 'koi8-r'],
];

describe.skipIf(!session)('every page', { timeout: 120_000 }, () => {
  let folder: string;
  let page: Page;
  let keys: Keys;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-keys-'));
    makeBundle(demo, join(folder, 'demo'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    await session!.serve([join(folder, 'demo'), join(folder, 'town')]);
  }, 120_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const begin = async (query = 'lang=en'): Promise<void> => {
    page = await session!.open(`?${query}`, DESKTOP, '.canvas[data-state=idle]');
    keys = new Keys(page);
  };

  afterEach(async () => {
    expect(keys.unseen).toEqual([]);
    expect(await session!.close()).toEqual([]);
  });

  const answered = (): Promise<unknown> => page.waitForSelector('main.room[aria-busy=false] .panel');
  const given = (name: string): string | null => new URL(page.url()).searchParams.get(name);

  it('leads by keys from the first page to a printed list of ten places', async () => {
    await begin();
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    expect((await keys.press('Tab')).name).toBe('a Skip to the results');
    await keys.press('Enter');
    await keys.tabTo('button Put these 10 on the shortlist');
    expect((await keys.press('Enter')).name).toBe('button Briefing to print');
    await keys.press('Enter');
    await page.locator('.briefing-place').nth(9).waitFor();
    await keys.tabTo('button Print or save as PDF');
    await keys.press('Enter');
    expect(await page.getAttribute('body', 'data-printed')).toBe('');
    expect(keys.presses).toBeLessThanOrEqual(20);

    await keys.tabTo('button Back to the map', 'Shift+Tab');
    expect((await keys.press('Enter')).name).toBe('button Briefing to print');
    await keys.tabTo('button Clear');
    expect((await keys.press('Space')).name).toBe('section Shortlist');
    expect(await page.locator('.tick[aria-pressed=true]').count()).toBe(0);
  });

  it('asks by keys, reads a sheet, moves the map, and comes back to where it was', async () => {
    await begin();
    await keys.tabTo('select City');
    expect((await keys.press('ArrowDown')).name).toBe('select City');
    await expect.poll(() => page.title()).toContain('Test town');
    await answered();
    expect((await keys.press('ArrowUp')).name).toBe('select City');
    await expect.poll(() => page.title()).toContain('Tasozen');
    await answered();
    for (const [name, parameter] of [
      ['select Offences', 'category'],
      ['select District, beat', 'district'],
      ['select Shift', 'hours'],
    ] as const) {
      await keys.tabTo(name);
      const { name: after } = await keys.press('ArrowDown');
      await expect.poll(() => given(parameter)).not.toBeNull();
      await answered();
      expect(after).toBe(name);
      await keys.press('ArrowUp');
      await answered();
    }
    // The first page again: all the places.
    await expect.poll(() => page.locator('.places li').count()).toBeGreaterThan(9);

    await keys.tabTo(/^button 1\W*Microdistrict/);
    const { name: third } = await keys.press('ArrowDown', 'ArrowDown');
    expect(await page.locator('.places li.pointed .rank').textContent()).toBe('3');
    expect((await keys.press('Enter')).region).toBe('.sheet');
    expect((await keys.press('Escape')).name).toBe(third);
    await keys.press('Enter');
    await page.locator('.sheet .hours').waitFor();
    await keys.tabTo('button Put on the shortlist');
    await keys.press('Space');
    await keys.tabTo('button Close', 'Shift+Tab');
    expect((await keys.press('Enter')).name).toBe(third);
    await keys.press('Tab');
    expect(await page.locator('.tick:focus').getAttribute('aria-pressed')).toBe('true');
    expect((await keys.press('ArrowDown', 'Space')).name).toMatch(/^button .*: put on the shortlist$/);
    expect(await page.locator('.tick[aria-pressed=true]').count()).toBe(2);

    await keys.tabTo('a Skip to the map');
    expect((await keys.press('Enter')).region).toBe('.map-area');
    expect((await keys.press('Tab')).name).toMatch(/^canvas Map of problem places/);
    const scale = (): Promise<string | null> => page.locator('.scale i').getAttribute('style');
    const [before, still] = [await scale(), await page.locator('.canvas').screenshot()];
    await keys.press('ArrowRight');
    await expect.poll(async () => still.equals(await page.locator('.canvas').screenshot())).toBe(false);
    await keys.press('+');
    await expect.poll(scale).not.toBe(before);
    await keys.tabTo('select Map layer');
    await keys.press('ArrowDown');
    await expect.poll(() => given('layer')).toBe('density');
    const { name: line } = await keys.tabTo('button Data do not leave this computer');
    expect((await keys.press('Enter')).region).toBe('dialog');
    expect((await keys.press('Escape')).name).toBe(line);
    await keys.tabTo('button Two-minute tour', 'Shift+Tab');
    expect((await keys.press('Enter')).region).toBe('dialog');
    expect((await keys.press('Escape')).name).toBe('button Two-minute tour');
  });

  it('has every control of every tab in the order of reading, and opens a file by keys', async () => {
    await begin();
    // Listened for early: a key is faster than a listener.
    page.on('filechooser', (chooser) => chooser.setFiles(join(folder, 'incidents.csv')));
    await keys.tabTo('button Places');
    const regions = ['.bar', '.panel', '.map-area'];
    for (const tab of ['concentration', 'time', 'compare', 'posts', 'data']) {
      const { name } = await keys.press('ArrowRight');
      await page.locator(`.panel:has(#tab-${tab}[aria-selected=true]) .page:not(:has(.reckoning))`).waitFor();
      const order = (await keys.tabThrough()).map(({ region }) => regions.indexOf(region));
      expect(order, tab).toEqual([...order].sort((a, b) => a - b));
      expect(order, tab).toContain(regions.indexOf('.map-area'));
      await keys.tabTo(name);
    }
    await keys.tabTo('button Open data', 'Shift+Tab');
    expect((await keys.press('Enter')).region).toBe('main');
    await keys.tabTo('button Choose files');
    await keys.press('Enter');
    await page.locator('.understood-lines').first().waitFor();
    expect((await keys.look()).name).toBe('button Choose files');
    await keys.tabThrough();
    await keys.tabTo('button Back to the map');
    expect((await keys.press('Enter')).name).toBe('button Open data');
  });

  it('says nothing that is in no catalogue', async () => {
    await begin('lang=qps&city=town');
    const found: Record<string, string[]> = {};
    const look = async (where: string, ready: string): Promise<void> => {
      await page.locator(ready).first().waitFor();
      const strange = await textsOfNoCatalogue(page, names);
      if (strange.length > 0) found[where] = strange;
    };
    await look('places', '.places li');
    expect(await page.locator('#tab-places').textContent()).toBe('⟦Þļååçééš⟧');
    await page.locator('.place-row').first().click();
    await look('sheet', '.sheet .hours');
    await page.locator('.sheet .close').click();
    for (const [layer, ready] of [
      ['density', '.legend .classes'],
      ['counts', '.legend .empty-cell'],
      ['set', '.legend .finding'],
      ['change', '.legend .periods'],
    ] as const) {
      await page.locator('.layers select').selectOption(layer);
      await look(layer, ready);
    }
    for (const tab of ['concentration', 'time', 'compare', 'posts', 'data']) {
      await page.locator(`#tab-${tab}`).click();
      await look(tab, `.page[aria-labelledby=tab-${tab}]:not(:has(.reckoning))`);
    }
    await page.locator('.proof-line').first().click();
    await look('proof', 'dialog.proof h2');
    await page.keyboard.press('Escape');
    await page.locator('.signs .sign').last().click();
    await page.locator('.tour h2').waitFor();
    while (await page.locator('.tour h2').isVisible()) {
      await look(`tour ${await page.locator('.tour h2').textContent()}`, '.tour h2');
      await page.locator('.tour .primary').click();
    }
    await page.locator('.planner .button').click();
    await page.locator('.planner .button').click();
    await look('briefing', '.briefing-place');
    await page.locator('.open-data').click();
    await page.setInputFiles('input[type=file]', join(folder, 'incidents.csv'));
    await look('open', '.understood-lines');
    for (const [query, ready] of [
      ['page=public', '.public-page table, .public-page svg'],
      ['page=figure', '.figure-page svg'],
      ['tab=compare&other=years:2019-2020&from=2021', '.compared tbody td'],
    ] as const) {
      await page.goto(`${session!.address}?lang=qps&city=town&${query}`);
      await look(query, ready);
    }
    expect(found).toEqual({});
  });
});
