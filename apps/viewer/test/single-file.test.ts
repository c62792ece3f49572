import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, NO_BROWSER } from './support/browser.ts';
import { buildSingleFile, makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, violations } from './support/session.ts';

const browser = await launchBrowser();
if (!browser && process.env.CI) throw new Error(NO_BROWSER);
const demo = resolve(import.meta.dirname, '../../../datasets/demo');

describe.skipIf(!browser)('oryn.html, opened from a folder', { timeout: 90_000 }, () => {
  let folder: string;
  let address: string;
  let page: Page;
  let asked: string[];
  let problems: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-single-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    buildSingleFile([join(folder, 'town')], join(folder, 'out'));
    address = pathToFileURL(join(folder, 'out', 'oryn.html')).href;
  }, 180_000);

  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (query: string, waitFor: string): Promise<void> => {
    page = await browser!.newPage({ viewport: DESKTOP });
    [asked, problems] = [[], []];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(address + query);
    await page.waitForSelector(waitFor);
  };

  /** Nothing was asked for but the page itself. */
  afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
    expect(asked).toEqual([expect.stringContaining('/oryn.html')]);
  });

  it('is one file and shows the list, the map and every sheet without asking for anything', async () => {
    await open('?lang=en', '.places li');
    await page.waitForSelector('.canvas[data-state=idle]', { timeout: 30_000 });
    await page.locator('.places button').first().click();
    await page.waitForSelector('.sheet .bars');
    expect(new URL(page.url()).searchParams.get('place')).toBeTruthy();
    await page.locator('.proof-line').click();
    const proof = page.locator('dialog.proof');
    await expect.poll(() => proof.locator('[aria-busy=false]').count()).toBe(1);
    expect(await proof.locator('[data-count]').allTextContents()).toEqual(['0', '0']);
    expect(await proof.textContent()).toContain('every request to the network is refused');
    expect(await violations(page)).toEqual([]);
  });

  it('cannot ask anybody, and runs no script that was put into it', async () => {
    await open('?lang=en', '.places li');
    const refused = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
      const ask = (url: string): Promise<boolean> =>
        fetch(url).then(
          () => false,
          () => true,
        );
      return {
        wasRun: 'wasRun' in window,
        network: await ask('https://example.org/'),
        disk: await ask(location.href),
      };
    });
    expect(refused).toEqual({ wasRun: false, network: true, disk: true });
    expect(
      problems.filter((problem) => /Content Security Policy|ERR_FAILED|Failed to fetch/.test(problem)).length,
    ).toBeGreaterThan(1);
    problems = problems.filter((problem) => !/Content Security Policy/.test(problem));
  });

  it('studies a workbook that is dropped on it', async () => {
    for (const name of ['boundary.geojson', 'streets.geojson'])
      copyFileSync(join(demo, 'demo-kenzhol', name), join(folder, name));
    await open('?lang=en&page=open', '.drop-zone');
    await page.setInputFiles('input[type=file]', [
      join(demo, 'exports/simulated-register.xlsx'),
      join(folder, 'boundary.geojson'),
      join(folder, 'streets.geojson'),
    ]);
    const start = page.getByRole('button', { name: 'Find the problem places' });
    await start.click({ timeout: 60_000 });
    await page.waitForSelector('.places', { timeout: 80_000 });
    expect(new URL(page.url()).searchParams.get('city')).toMatch(/^own-/);
  });

  it('holds nothing that would be asked for elsewhere', () => {
    const text = readFileSync(join(folder, 'out', 'oryn.html'), 'utf8');
    const head = text.slice(0, text.indexOf('<style>'));
    expect(head).toContain("default-src 'none'");
    expect(head).not.toMatch(/(src|href)="(?!data:)/);
    expect(statSync(join(folder, 'out', 'oryn.html')).size).toBeLessThan(15e6);
  });
});
