import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sendFile } from '../../../packages/cli/src/served-file.ts';
import { serve } from '../../../packages/cli/src/server.ts';
import { GEOPACKAGE_GZ } from '../../../packages/ingest/test/fixtures/gdal.ts';
import { buildViewer, makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, viewerSession, violations } from './support/session.ts';
import { writeTilePack } from './support/tile-pack.ts';

const session = await viewerSession();
const dist = resolve(import.meta.dirname, '../dist');

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe.skipIf(!session)('the viewer and the network', { timeout: 90_000 }, () => {
  let folder: string;
  let server: Server;
  let bundles: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-offline-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    writeFileSync(join(folder, 'points.gpkg'), gunzipSync(Buffer.from(GEOPACKAGE_GZ, 'base64')));
    buildViewer();
    bundles = new Map([['town', join(folder, 'town')]]);
  }, 180_000);

  const start = async (basemap?: string): Promise<void> => {
    // Once it has stopped, no server of another test takes over a port that the system chose.
    const served = await serve(bundles, 0, basemap);
    server = served.server;
    session!.address = served.address;
  };

  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
    stop();
  });

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (query = '?lang=en'): Promise<Page> => session!.open(query, DESKTOP, '.places li');

  it('is refused every other address by the browser, and runs no script put into it', async () => {
    await start();
    const page = await open();
    const elsewhere = (request: Request): boolean => request.url().includes('example.org');
    const outcomes: (string | undefined)[] = [];
    page.on('requestfailed', (request) => {
      if (elsewhere(request)) outcomes.push(request.failure()?.errorText);
    });
    page.on('response', (response) => {
      if (elsewhere(response.request())) outcomes.push('answered');
    });
    const refused = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        broken.push(effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      const image = new Image();
      image.src = 'https://example.org/data.png?lon=66.4';
      const style = document.createElement('style');
      style.textContent = 'body { background: url(https://example.org/style) }';
      document.body.append(script, frame, image, style);
      document.body.setAttribute('onclick', 'window.wasRun = true');
      document.body.click();
      const isRefused = await fetch('https://example.org/', { method: 'POST', body: 'data' }).then(
        () => false,
        () => true,
      );
      await new Promise((done) => setTimeout(done, 200));
      return { wasRun: 'wasRun' in window, isRefused, broken: [...new Set(broken)].sort() };
    });
    expect(refused).toEqual({
      wasRun: false,
      isRefused: true,
      broken: ['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
    });
    // The browser tells of an attempt it stopped; that it stopped it is the point.
    expect(outcomes.filter((outcome) => outcome !== 'csp')).toEqual([]);
    session!.forgive(/Content Security Policy|asked https:\/\/example\.org\/data/);
  });

  it('shows what it may ask and what it asked, with every key and for every reader', async () => {
    await start();
    const page = await open();
    const line = page.locator('.proof-line');
    await line.focus();
    await page.keyboard.press('Enter');
    const proof = page.locator('dialog.proof');
    await expect.poll(() => proof.locator('[aria-busy=false]').count()).toBe(1);
    const [others, own] = await proof.locator('[data-count]').allTextContents();
    expect(others).toBe('0');
    // The bundle's five files are asked for by the worker.
    expect(Number(own)).toBeGreaterThan(8);
    expect(await proof.locator('pre').first().textContent()).toContain("connect-src 'self'");
    expect(await proof.locator('pre').last().textContent()).toContain('/bundles/town/tally.parquet');
    expect(await proof.locator('ul li').first().textContent()).toContain(new URL(session!.address).host);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await proof.isVisible()).toBe(false);
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(
      await page.evaluate(() => [caches.keys(), localStorage.length, document.cookie].map(String)),
    ).toEqual(['[object Promise]', '0', '']);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });

  it('reads a GeoPackage under the policy', async () => {
    await start();
    const page = await session!.open('?lang=en&page=open', DESKTOP, '.drop-zone');
    await page.setInputFiles('input[type=file]', join(folder, 'points.gpkg'));
    await page.getByText('Rows: 6 of 6 can be used').waitFor({ timeout: 30_000 });
    expect(await page.locator('main').textContent()).toContain('EPSG:4326');
  });

  it('is kept where a person asks, then opens and studies without its server, and is forgotten', async () => {
    await start();
    const page = await open();
    await page.locator('.proof-line').click();
    await page.getByRole('button', { name: 'Keep the app' }).click();
    await page.getByRole('button', { name: 'Remove the app' }).waitFor({ timeout: 30_000 });
    const kept = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => /bundles|basemap|policy/.test(path))).toEqual([]);

    stop();
    await page.goto(`${session!.address}?lang=en`);
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles(
      'input[type=file]',
      ['incidents.csv', 'boundary.geojson', 'streets.geojson'].map((name) => join(folder, name)),
    );
    await page.getByRole('button', { name: 'Find the problem places' }).click({ timeout: 30_000 });
    await page.waitForSelector('.places li', { timeout: 60_000 });
    await page.waitForSelector('.canvas[data-state=idle]', { timeout: 30_000 });

    await page.locator('.proof-line').click();
    await page.getByRole('button', { name: 'Remove the app' }).click();
    await page.getByRole('button', { name: 'Keep the app' }).waitFor();
    expect(
      await page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    ).toEqual([0, 0]);
    session!.forgive(/ERR_CONNECTION_REFUSED/);
  });

  it('draws a base map from one file, with names in the language of the page', async () => {
    await start(writeTilePack(folder));
    const page = await open('?lang=kk');
    const note = page.locator('.base-note');
    await note.waitFor({ timeout: 30_000 });
    // The attribution of a file is words, whatever it brings.
    expect(await note.innerHTML()).toBe('Invented tiles');
    await page.waitForSelector('.canvas[data-state=idle]', { timeout: 30_000 });
    // A map may be at rest before its base map has come.
    const parts = (): Promise<number> =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('basemap.pmtiles'))
            .length,
      );
    await expect.poll(parts, { timeout: 20_000 }).toBeGreaterThan(2);
    expect(await violations(page)).toEqual([]);
  });

  it('asks the one other address that was allowed, for tiles alone', async () => {
    const asked: string[] = [];
    const referrers: (string | undefined)[] = [];
    const tile = readFileSync(join(dist, 'icon-192.png'));
    const tiles = createServer(({ url, headers }, response) => {
      asked.push(url ?? '');
      referrers.push(headers.referer);
      response.writeHead(200, { 'Content-Type': 'image/png', 'Access-Control-Allow-Origin': '*' }).end(tile);
    });
    const origin = await listening(tiles);
    await start(`${origin}/{z}/{x}/{y}.png`);
    const page = await open();
    await page.waitForSelector('.canvas[data-state=idle]', { timeout: 30_000 });
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked.filter((path) => !/^\/\d+\/\d+\/\d+\.png$/.test(path))).toEqual([]);
    expect(new Set(referrers)).toEqual(new Set([undefined]));
    await page.locator('.proof-line').click();
    expect(await page.locator('dialog.proof ul').textContent()).toContain(origin);
    await expect.poll(() => page.locator('[data-count=others]').textContent()).not.toBe('0');
    session!.forgive(new RegExp(`asked ${origin}`));
    tiles.close();
    tiles.closeAllConnections();
  });

  it('holds its policy, also in its workers, on a server that sends no headers', async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://plain');
      sendFile(request, response, join(dist, pathname === '/' ? 'index.html' : pathname), {});
    });
    session!.address = `${await listening(server)}/`;
    const page = await session!.open('?lang=en', DESKTOP, '.drop-zone');
    // Nobody's study is there, so the page asks for one's own.
    await page.setInputFiles('input[type=file]', join(folder, 'incidents.csv'));
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBeGreaterThan(1);
    const answers = await Promise.all(
      page.workers().map((worker) =>
        worker
          .evaluate(async () => {
            let broken = '';
            self.addEventListener('securitypolicyviolation', (event) => {
              broken = (event as SecurityPolicyViolationEvent).effectiveDirective;
            });
            await fetch('https://example.org/').catch(() => {});
            await new Promise((done) => setTimeout(done, 100));
            return broken;
          })
          // A worker whose work is done may be gone before it is asked.
          .catch((error: Error) => (/closed/.test(error.message) ? undefined : Promise.reject(error))),
      ),
    );
    const refused = answers.filter((answer) => answer !== undefined);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).toEqual(refused.map(() => 'connect-src'));
    session!.forgive(/Content Security Policy/);
  });

  it('says that a base map is not there, and works', async () => {
    const pack = writeTilePack(folder);
    writeFileSync(join(folder, 'broken.pmtiles'), readFileSync(pack).subarray(40));
    await start(join(folder, 'broken.pmtiles'));
    const page = await open();
    await expect
      .poll(() => page.locator('.base-note').textContent())
      .toBe('The base map could not be loaded');
  });
});
