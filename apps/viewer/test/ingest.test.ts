import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { memoryFile, readIncidents } from '@oryn/ingest';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GEOPACKAGE_GZ, POINTS_UTM_CP1251_ZIP } from '../../../packages/ingest/test/fixtures/gdal.ts';
import { GEOPARQUET } from '../../../packages/ingest/test/fixtures/parquet.ts';
import { launchBrowser, NO_BROWSER } from './support/browser.ts';
import { type Digest, digestOf } from './support/ingest-page/digest.ts';

const root = join(import.meta.dirname, '../../..');
const exported = (name: string): Buffer => readFileSync(join(root, 'datasets/demo/exports', name));

const browser = await launchBrowser();
if (!browser && process.env.CI) throw new Error(NO_BROWSER);

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

describe.skipIf(!browser)('reading files in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oryn-ingest-page-'));
  let server: Server;

  beforeAll(async () => {
    await build({
      root: join(import.meta.dirname, 'support/ingest-page'),
      base: './',
      logLevel: 'error',
      resolve: { conditions: ['@oryn/source', 'module', 'browser', 'import', 'default'] },
      build: { target: 'es2023', outDir: folder, emptyOutDir: true },
    });
    const { resolve } = createRequire(join(root, 'packages/ingest/package.json'));
    copyFileSync(
      join(dirname(resolve('sql.js')), 'sql-wasm-browser.wasm'),
      join(folder, 'sql-wasm-browser.wasm'),
    );
    server = createServer((request, response) => {
      const path = request.url === '/' ? '/index.html' : (request.url ?? '');
      try {
        const body = readFileSync(join(folder, path));
        response
          .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
          .end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  }, 60_000);

  afterAll(async () => {
    server?.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['a workbook', 'register.xlsx', () => exported('simulated-register.xlsx')],
    [
      'a packed text in Windows-1251',
      'register.csv.gz',
      () => exported('simulated-register-windows-1251.csv.gz'),
    ],
    ['a GeoPackage', 'points.gpkg', () => gunzipSync(Buffer.from(GEOPACKAGE_GZ, 'base64'))],
    ['a zipped shapefile', 'points.zip', () => Buffer.from(POINTS_UTM_CP1251_ZIP, 'base64')],
    ['GeoParquet', 'points.parquet', () => Buffer.from(GEOPARQUET, 'base64')],
  ])('gives what Node gives: %s', async (_, name, bytesOf) => {
    const bytes = bytesOf();
    const page = await browser!.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'readInBrowser' in window);
    const [file, base64] = [name, bytes.toString('base64')];
    const inBrowser = await page.evaluate(
      ([given, content]) =>
        (window as unknown as { readInBrowser(name: string, base64: string): Promise<Digest> }).readInBrowser(
          given,
          content,
        ),
      [file, base64],
    );
    expect(problems).toEqual([]);
    const inNode = digestOf(await readIncidents([memoryFile(name, new Uint8Array(bytes))]));
    // Sines may differ in the last bit from one build of the engine to another.
    for (const axis of ['lon', 'lat'] as const) {
      expect(inBrowser[axis]).toHaveLength(inNode[axis].length);
      inNode[axis].forEach((degrees, i) => {
        expect(Math.abs(inBrowser[axis][i] - degrees)).toBeLessThanOrEqual(1e-12 * Math.abs(degrees));
      });
    }
    expect({ ...inBrowser, lon: [], lat: [] }).toEqual({ ...inNode, lon: [], lat: [] });
    await page.close();
  });
});
