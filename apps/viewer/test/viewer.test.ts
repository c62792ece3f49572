import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatInteger, formatNumber, formatPercent, type Language, languages } from '@oryn/language';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { recordsOfCsv } from './support/csv.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, type Viewport, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

// A map drawn in software shares the machine with everything else.
describe.skipIf(!session)('viewer', { timeout: 60_000 }, () => {
  let folder: string;
  const open = (query: string, viewport: Viewport = DESKTOP): Promise<Page> =>
    session!.open(query, viewport, '.places li');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-viewer-'));
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

  const drawn = (page: Page) => page.waitForSelector('.canvas[data-state=idle]', { timeout: 20_000 });
  const wordsOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? '';
  const rowTexts = (page: Page): Promise<string[]> => page.locator('.places li').allInnerTexts();
  const problemPlaces = () => recordsOfCsv(readFileSync(join(folder, 'town', 'problem-places.csv'), 'utf8'));

  it.each(languages)('shows the list, the map and the simulated mark in %s', async (lang: Language) => {
    const page = await open(`?lang=${lang}`);
    await drawn(page);
    expect(await page.getAttribute('html', 'lang')).toBe(lang);
    expect(await page.title()).toContain(
      { kk: 'Сынақ қаласы', ru: 'Испытательный город', en: 'Test town' }[lang],
    );
    expect(await page.locator('canvas.maplibregl-canvas').count()).toBe(1);
    expect(await page.locator('.places li').count()).toBe(problemPlaces().length);
    expect(await page.locator('[data-mark=simulated]').isVisible()).toBe(true);
    const figure = await wordsOf(page.locator('.headline .figure'));
    expect(figure).toMatch(lang === 'en' ? /^\d+(\.\d+)?%$/ : /^\d+(,\d+)?\u00a0%$/);
    const area = await wordsOf(page.locator('.places li').first());
    expect(area).toMatch(lang === 'en' ? /0\.\d+ km²/ : /0,\d+ км²/);
  });

  it('draws the cells on the map', async () => {
    const page = await open('?lang=en');
    await drawn(page);
    const shot = await page.locator('.canvas').screenshot();
    // A blank canvas of one colour packs into a fraction of this.
    expect(shot.length).toBeGreaterThan(20_000);
  });

  it('falls back to Russian for a browser of another language', async () => {
    const page = await open('');
    expect(await page.getAttribute('html', 'lang')).toBe('ru');
  });

  it('shows what the bundle says: rank, count, expectation, area', async () => {
    const page = await open('?lang=en');
    for (const [order, record] of problemPlaces().entries()) {
      const row = page.locator('.places li').nth(order);
      expect(await wordsOf(row.locator('.rank'))).toBe(record.rank);
      // The bold number is the one that the list is ranked by.
      const perYear = formatNumber('en', Number(record.per_year), { significant: 2 });
      expect(await wordsOf(row.locator('.place-line b'))).toBe(perYear);
      expect(await wordsOf(row.locator('.place-line'))).toContain(
        `${formatInteger('en', Number(record.n))} incident`,
      );
      expect(await wordsOf(row.locator('.place-name'))).toBe(record.streets_en);
      await row.locator('.place-row').click();
      const expected = page.locator('.sheet .figures dd').nth(1);
      await page.waitForSelector(`.sheet[aria-label="${record.streets_en}"]`);
      expect(Number(await expected.getAttribute('title'))).toBeCloseTo(Number(record.expected), 3);
      const hours = page.locator('.sheet .hours');
      const counts = ((await hours.getAttribute('aria-label')) ?? '').matchAll(/\d+: (\d+)/g);
      const known = [...counts].reduce((sum, [, n]) => sum + Number(n), 0);
      const unknown = Number(
        (await wordsOf(page.locator('.sheet'))).match(/Hour not known: (\d+)/)?.[1] ?? 0,
      );
      expect(known + unknown).toBe(Number(record.n));
    }
  });

  it('filters by offence, hours and period; a reload restores all of it', async () => {
    const page = await open('?lang=en');
    const before = await rowTexts(page);
    const offences = page.getByLabel('Offences');
    await offences.selectOption({ label: 'Theft' });
    await expect.poll(() => rowTexts(page)).not.toEqual(before);
    const theft = await rowTexts(page);
    await page.getByLabel('Shift').selectOption('08-16');
    await expect.poll(() => wordsOf(page.locator('.notes'))).toContain('unknown hour');
    await page.getByLabel('Period: from').selectOption('2022');
    await expect.poll(() => new URL(page.url()).search).toContain('from=2022');
    await expect.poll(() => rowTexts(page)).not.toEqual(theft);
    const search = new URLSearchParams(new URL(page.url()).search);
    expect(Object.fromEntries(search)).toEqual({
      category: 'theft',
      hours: '08-16',
      from: '2022',
      lang: 'en',
    });
    await page.waitForSelector('main[aria-busy=false]');
    const filtered = await wordsOf(page.locator('.panel'));
    await page.reload();
    await page.waitForSelector('.statement');
    expect(await wordsOf(page.locator('.panel'))).toBe(filtered);
    expect(await offences.inputValue()).toBe('theft');
  });

  it('keeps layers apart and says why', async () => {
    const page = await open('?lang=en');
    const apart = page.locator('optgroup[label="Kept apart: detected by police"] option');
    expect(await apart.count()).toBe(1);
    await page.getByLabel('Offences').selectOption((await apart.getAttribute('value'))!);
    await expect.poll(() => wordsOf(page.locator('.notes'))).toContain('where police looked');
  });

  it('opens the sheet from the list by keyboard, names the place in the address, closes on Escape', async () => {
    const page = await open('?lang=en');
    await page.locator('.place-row').first().focus();
    await page.keyboard.press('Enter');
    const sheet = page.locator('.sheet');
    await sheet.locator('.hours').waitFor();
    const peak = problemPlaces()[0].members.split(' ')[0];
    expect(new URL(page.url()).searchParams.get('place')).toBe(peak);
    expect(await wordsOf(sheet)).toContain('default address');
    await page.reload();
    await page.locator('.sheet .hours').waitFor();
    await page.locator('.sheet h2').focus();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('place')).toBe(false);
  });

  it('says how sure a place is, when its week is busy and what is kept apart', async () => {
    const page = await open('?lang=en');
    await page.locator('.place-row').first().click();
    const sheet = page.locator('.sheet');
    await sheet.locator('.week').waitFor();
    const [first] = problemPlaces();
    const evidence = await sheet.locator('.evidence li').allInnerTexts();
    expect(evidence.length).toBeGreaterThanOrEqual(3);
    expect(evidence[0]).toContain(formatNumber('en', Number(first.per_year), { significant: 2 }));
    expect(evidence.join(' ')).toMatch(/2019–2022.*in 2023 .*had \d+/);
    expect(await sheet.locator('.evidence details p').first().isVisible()).toBe(false);
    await sheet.locator('.evidence summary').click();
    expect(await wordsOf(sheet.locator('.evidence details'))).toMatch(/q\u00a0[=<]\u00a0[\d.]+/);
    expect(await sheet.locator('.week rect:not(.scale)').count()).toBe(7 * 24);
    expect(await sheet.locator('.hours .busy').count()).toBe(8);
    const days = ((await sheet.locator('.week').getAttribute('aria-label')) ?? '').matchAll(/day: (\d+)/g);
    const inWeek = [...days].reduce((sum, [, n]) => sum + Number(n), 0);
    const unknown = Number((await wordsOf(sheet)).match(/Hour not known: (\d+)/)?.[1] ?? 0);
    expect(inWeek + unknown).toBe(Number(first.n));
    expect(await wordsOf(sheet.locator('.shift'))).toMatch(/^\d+% .* \d+:00 and \d+:00/);
    expect(await wordsOf(sheet)).toContain('Kept apart');
    expect(await wordsOf(page.locator('.list-notes'))).toContain('in 2023');
  });

  it('gives a place the word of its trend where a test has found one', async () => {
    const page = await open('?lang=en');
    const words = problemPlaces().map(({ trend }) => (trend === 'rising' ? 'growing' : ''));
    expect(words).toContain('growing');
    for (const [order, word] of words.entries()) {
      const row = page.locator('.places li').nth(order);
      expect(await row.locator('.trend').allTextContents()).toEqual(word === '' ? [] : [word]);
      await row.locator('.place-row').click();
      const evidence = await wordsOf(page.locator('.evidence ul'));
      expect(evidence).toContain(word === '' ? 'No evidence that it grows' : 'Growing against the rest');
    }
  });

  it('warns in the sheet of what is wrong with the data of a place', async () => {
    const page = await open('?lang=en');
    const order = problemPlaces().findIndex(({ flags }) => flags.includes('hours-unknown'));
    await page.locator('.place-row').nth(order).click();
    const caution = page.locator('.evidence .caution');
    await caution.waitFor();
    expect(await wordsOf(caution)).toContain('do not plan shifts');
  });

  it('points both ways: a place under the pointer marks its row and tells its exact numbers', async () => {
    const page = await open('?lang=en', { width: 1480, height: 956 });
    await drawn(page);
    await page.locator('.place-row').first().click();
    const map = (await page.locator('.canvas').boundingBox())!;
    // After its flight the chosen place lies in the middle of what legend and sheet leave free.
    const x = map.x + (318 + map.width - 352) / 2;
    const y = map.y + (64 + map.height - 40) / 2;
    let step = 0;
    await expect
      .poll(async () => {
        await page.mouse.move(x + (step++ % 2), y);
        return page.locator('.places li.pointed').count();
      })
      .toBe(1);
    expect(await wordsOf(page.locator('.places li.pointed .rank'))).toBe('1');
    expect(await wordsOf(page.locator('.tooltip'))).toMatch(/z = [\d.]+ · p = \S+ · q = \S+/);
  });

  it('switches to density with limits in incidents per km² and its radius', async () => {
    const page = await open('?lang=en');
    await page.getByLabel('Map layer').selectOption('density');
    const legend = page.locator('.legend');
    await expect.poll(() => wordsOf(legend)).toContain('Smoothing radius 300 m');
    await expect.poll(() => wordsOf(legend)).toMatch(/≥ \d/);
    expect(new URL(page.url()).searchParams.get('layer')).toBe('density');
    await drawn(page);
  });

  it.each([
    ['desktop', DESKTOP, 'light'],
    ['desktop in the dark', DESKTOP, 'dark'],
    ['phone', PHONE, 'light'],
  ] as const)('has no serious accessibility problem on a %s', async (_, viewport, colorScheme) => {
    const page = await open('?lang=kk', viewport);
    await page.emulateMedia({ colorScheme });
    // The place that grows: every part of list and sheet is there.
    await page.locator('.places li:has(.trend) .place-row').first().click();
    await page.locator('.sheet .hours').waitFor();
    for (const fold of await page.locator('details > summary').all()) await fold.click();
    expect(await violations(page)).toEqual([]);
  });

  it('has a page of concentration: the verdict, the curve, every denominator beside its chance, the years', async () => {
    const page = await open('?lang=en');
    await page.getByRole('tab', { name: 'Places' }).focus();
    await page.keyboard.press('ArrowRight');
    const shown = page.locator('.concentration');
    await shown.locator('.years-table').waitFor({ timeout: 30_000 });
    expect(new URL(page.url()).searchParams.get('tab')).toBe('concentration');
    expect(await page.getByRole('tab', { name: 'Concentration' }).getAttribute('aria-selected')).toBe('true');

    const report = JSON.parse(readFileSync(join(folder, 'town', 'concentration-report.json'), 'utf8'));
    const [{ over, chance }] = report.denominators;
    const half = over.shares.find(({ percent }: { percent: number }) => percent === 50);
    const byChance = chance.shares.find(({ percent }: { percent: number }) => percent === 50);
    const verdict = await wordsOf(shown.locator('.verdict'));
    for (const share of [half.share, byChance.mean, byChance.low, byChance.high]) {
      expect(verdict).toContain(formatPercent('en', share));
    }
    expect(verdict).toContain('Simulated data are not compared with published studies');
    const [first] = await shown.locator('.denominators tbody tr').allInnerTexts();
    expect(first).toContain(formatPercent('en', half.share));
    expect(first).toContain(formatPercent('en', byChance.mean));
    expect(await shown.locator('svg[aria-label="Concentration of incidents"]').count()).toBe(1);
    const years = await shown.locator('.years-table tbody tr').allInnerTexts();
    expect(years.map((row) => row.slice(0, 4))).toEqual(
      report.years.map((one: { year: number }) => String(one.year)),
    );
    for (const [i, { rarefied }] of report.years.entries()) {
      const equal = rarefied?.shares.find(({ percent }: { percent: number }) => percent === 50);
      if (equal) expect(years[i]).toContain(formatPercent('en', equal.mean));
    }
  });

  it.each([
    ['light', DESKTOP],
    ['dark', PHONE],
  ] as const)(
    'has no serious accessibility problem on the page of concentration, %s',
    async (colorScheme, viewport) => {
      const page = await open('?lang=ru&place=', viewport);
      await page.emulateMedia({ colorScheme });
      await page.getByRole('tab').nth(1).click();
      await page.locator('.years-table').waitFor({ timeout: 30_000 });
      expect(await violations(page)).toEqual([]);
    },
  );

  it('puts the map above the list on a phone and never scrolls sideways', async () => {
    const page = await open('?lang=ru', PHONE);
    await drawn(page);
    const map = (await page.locator('.canvas').boundingBox())!;
    const list = (await page.locator('.places').boundingBox())!;
    expect(map.y + map.height).toBeLessThanOrEqual(list.y);
    expect(map.width).toBe(PHONE.width);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    for (const button of await page.locator('button:visible').all()) {
      const { height } = (await button.boundingBox())!;
      expect(height, await wordsOf(button)).toBeGreaterThanOrEqual(40);
    }
  });

  it('says what is wrong when the bundle cannot be read', async () => {
    const page = await session!.newPage(DESKTOP);
    await page.route('**/manifest.json', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${session!.address}?lang=en`);
    await page.getByRole('alert').waitFor();
    expect(await wordsOf(page.getByRole('alert'))).toContain('bundle.not-found');
    await page.unroute('**/manifest.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.places li');
    session!.forgive(/404/);
  });
});
