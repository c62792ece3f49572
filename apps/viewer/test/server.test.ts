import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBundles, serve } from '../../../packages/cli/src/server.ts';
import { buildViewer } from './support/commands.ts';
import { writeTilePack } from './support/tile-pack.ts';

const repository = resolve(import.meta.dirname, '../../..');
const policy: Record<string, string> = JSON.parse(
  readFileSync(join(repository, 'apps/viewer/public/policy.json'), 'utf8'),
);

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A request as written: `fetch` would tidy the path and the host up. */
function ask(address: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}

const written = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .map((line) => line.trim().split(/ (.*)/s))
      .filter(([name]) => name !== '')
      .map(([name, sources]) => [name, sources]),
  );

const NOTHING: ServedBundles = new Map();

/** Serves while something is done with the address. */
async function whileServed<T>(basemap: string | undefined, use: (address: string) => Promise<T>): Promise<T> {
  const { address, server } = await serve(NOTHING, undefined, basemap);
  try {
    return await use(address);
  } finally {
    server.close();
  }
}

describe('the server', { timeout: 60_000 }, () => {
  let folder: string;
  let pack: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-server-'));
    pack = writeTilePack(folder);
    buildViewer();
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('sends the policy of the list, the page holds it too, and so does the example for nginx', async () => {
    const page = await whileServed(undefined, (address) => ask(address, '/'));
    expect(written(String(page.headers['content-security-policy']))).toEqual(policy);
    const { 'frame-ancestors': _, ...inPage } = policy;
    const tag = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page.body.toString())?.[1];
    expect(written(tag ?? '')).toEqual(inPage);
    for (const lang of ['', '.ru', '.kk']) {
      const guide = readFileSync(join(repository, `docs/how-to/deploy${lang}.md`), 'utf8');
      const header = /add_header Content-Security-Policy "([^"]+)"/.exec(guide)?.[1];
      expect(written(header ?? ''), `deploy${lang}.md`).toEqual(policy);
    }
  });

  it('sends a part of a file where a part is asked for', () =>
    whileServed(pack, async (address) => {
      const whole = readFileSync(pack);
      const part = (range: string): Promise<Answer> => ask(address, '/basemap.pmtiles', { Range: range });
      const middle = await part('bytes=7-20');
      expect(middle.status).toBe(206);
      expect(middle.headers['content-range']).toBe(`bytes 7-20/${whole.length}`);
      expect(middle.body).toEqual(whole.subarray(7, 21));
      expect((await part('bytes=-5')).body).toEqual(whole.subarray(-5));
      expect((await part(`bytes=${whole.length - 3}-`)).body).toEqual(whole.subarray(-3));
      expect((await part(`bytes=3-${whole.length + 9}`)).body).toEqual(whole.subarray(3));
      expect((await part(`bytes=${whole.length}-`)).status).toBe(416);
      const all = await part('bytes=1-2,4-5');
      expect([all.status, all.body.length]).toEqual([200, whole.length]);
    }));

  it('tells of the base map, and has no file of that name without one', async () => {
    const told = await whileServed(pack, (address) => ask(address, '/basemap.json'));
    expect(JSON.parse(told.body.toString())).toEqual({ kind: 'pmtiles', url: 'basemap.pmtiles' });
    await whileServed(undefined, async (address) => {
      expect((await ask(address, '/basemap.json')).body.toString()).toBe('{"kind":"none"}');
      expect((await ask(address, '/basemap.pmtiles')).status).toBe(404);
    });
    for (const [given, code] of [
      ['nowhere.pmtiles', 'file.missing'],
      ['map.png', 'option.invalid'],
      ['https://tiles.example.kz/map', 'option.invalid'],
    ]) {
      await expect(serve(NOTHING, undefined, given)).rejects.toMatchObject({ code });
    }
  });

  it('lets the page ask the one origin of tiles that was given, and no other', async () => {
    const page = await whileServed('https://tiles.example.kz/{z}/{x}/{y}.png', (address) =>
      ask(address, '/'),
    );
    const expected = {
      ...policy,
      'connect-src': "'self' https://tiles.example.kz",
      'img-src': "'self' https://tiles.example.kz data: blob:",
    };
    expect(written(String(page.headers['content-security-policy']))).toEqual(expected);
    expect(page.body.toString()).toContain("connect-src 'self' https://tiles.example.kz;");
  });

  it('answers only to its own name, and to addresses it can read', () =>
    whileServed(undefined, async (address) => {
      expect((await ask(address, '/', { Host: 'evil.example:4600' })).status).toBe(404);
      expect((await ask(address, '/bundles/index.json', { Host: 'evil.example' })).status).toBe(404);
      for (const path of ['/%', '/%00', '/assets/%00', '/..%2f..%2fpackage.json', '/bundles/x/..%2f..%2fx']) {
        expect((await ask(address, path)).status, path).toBe(404);
      }
      expect((await ask(address, '/')).status).toBe(200);
    }));
});
