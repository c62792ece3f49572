import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filesUnder, temporaryFolder } from './run-oryn.ts';
import {
  type ArcgisServer,
  inventedRows,
  SECRET,
  type ServerFault,
  startArcgisServer,
} from './support/arcgis-server.ts';
import { expectedRows, expectWhole, keptFields, period } from './support/expected-points.ts';

const bin = join(import.meta.dirname, '../bin/oryn.js');

let server: ArcgisServer;
beforeAll(async () => {
  server = await startArcgisServer({ rows: inventedRows(900) });
});
afterAll(() => server.close());
afterEach(() => server.reset());

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `oryn fetch` beside this process, which serves it. */
function start(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [bin, 'fetch', ...args], { env: { ...process.env, NO_COLOR: '1' } });
  const [stdout, stderr]: string[][] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text) => stdout.push(text));
  child.stderr.setEncoding('utf8').on('data', (text) => stderr.push(text));
  const ended = new Promise<Ended>((done) => {
    child.on('close', (status) => done({ status, stdout: stdout.join(''), stderr: stderr.join('') }));
  });
  return { child, ended };
}

describe('oryn fetch', () => {
  const root = temporaryFolder();
  const folder = (): string => mkdtempSync(join(root, 'fetch-'));
  const kpssu = (out: string, ...more: string[]): string[] => [
    'kpssu',
    '--url',
    server.url,
    '--from',
    period.from,
    '--to',
    period.to,
    '--pause',
    '0',
    '--out',
    out,
    ...more,
  ];
  const fetched = (...args: string[]): Promise<Ended> => start(args).ended;
  const expectNoSecret = (inFolder: string): void => {
    for (const name of filesUnder(inFolder)) {
      const manifestOrState = name.endsWith('.json');
      const text = readFileSync(join(inFolder, name), 'utf8');
      // The manifest names the fields that were left out, and no value of them.
      expect(text, name).not.toMatch(manifestOrState ? /UD-|TZ-|GUID-|\b9021\d{5}\b/ : SECRET);
    }
  };

  it('writes the file and a manifest, and leaves nothing else', async () => {
    const here = folder();
    const out = join(here, 'points.csv');
    const run = await fetched(...kpssu(out, '--purpose', 'a test', '--json'));
    expect(run.stderr).toMatch(/2019-02-01 – 2019-02-28: \d+ rows; \d+ of about \d+/);
    expect(run.status).toBe(0);
    const text = readFileSync(out, 'utf8');
    expectWhole(text, server.rows);
    expect(filesUnder(here).sort()).toEqual(['points.csv', 'points.csv.manifest.json']);
    expectNoSecret(here);

    const sha256 = createHash('sha256').update(text).digest('hex');
    const rows = expectedRows(server.rows).length;
    const manifest = JSON.parse(readFileSync(`${out}.manifest.json`, 'utf8'));
    expect(manifest).toMatchObject({
      format: 'oryn-fetch-manifest',
      file: 'points.csv',
      sha256,
      purpose: 'a test',
      rows,
      discrepancies: [],
      query: { address: server.url, dateField: 'dat_sover', where: '', fields: keptFields, ...period },
      leftOut: ['objectid', 'ud', 'tz1id', 'fz1r18p5', 'fz1r18p6', 'globalid'],
    });
    expect(manifest.windows).toHaveLength(4);
    expect(JSON.stringify(manifest)).not.toContain(here);
    const document = JSON.parse(run.stdout);
    expect(Object.keys(document)).toEqual([
      'version',
      'command',
      'parameters',
      'choices',
      'account',
      'result',
    ]);
    expect(document).toMatchObject({ command: 'fetch', result: { sha256, rows, counted: rows } });
    expect(document.result.spent.requests).toBe(server.requests.length);
  });

  it('goes on after being killed, at whatever request, and writes the same bytes', {
    timeout: 120_000,
  }, async () => {
    const here = folder();
    const clean = join(here, 'clean.csv');
    expect((await fetched(...kpssu(clean))).status).toBe(0);
    const all = server.requests.length;
    const out = join(here, 'killed.csv');
    let spent = 0;
    for (const nth of [1, 3, 2, 4]) {
      server.reset();
      const { child, ended } = start(kpssu(out));
      await new Promise<void>((reached) => {
        server.sabotage = (kind, at) => {
          if (kind !== 'page' || at < nth) return undefined;
          reached();
          return { fault: 'hang' };
        };
      });
      expectNoSecret(here);
      child.kill('SIGKILL');
      await ended;
      spent += server.requests.length;
      expect(existsSync(out)).toBe(false);
      expectNoSecret(here);
    }
    server.reset();
    server.sabotage = (kind, nth) => {
      if (kind === 'page' && nth === 1) return { fault: 'truncate' };
      return kind === 'count' && nth === 3 ? { fault: 'status', status: 503 } : undefined;
    };
    const last = await fetched(...kpssu(out));
    expect(last.status).toBe(0);
    expect(last.stderr).toContain('Going on');
    spent += server.requests.length;
    // Each run describes and counts anew, and each killed one repeats at most the window it was in: 4 requests.
    expect(spent).toBeLessThanOrEqual(all + 4 * (3 + 4) + 2);
    expect(readFileSync(out)).toEqual(readFileSync(clean));
    const manifest = (path: string): unknown => ({
      ...JSON.parse(readFileSync(`${path}.manifest.json`, 'utf8')),
      file: '',
    });
    expect(manifest(out)).toEqual(manifest(clean));
    expect(filesUnder(here).filter((name) => name.includes('.parts'))).toEqual([]);
  });

  it('does not mix a changed query with the parts of another, and reads a damaged part again', async () => {
    const here = folder();
    const out = join(here, 'a.csv');
    server.sabotage = (kind, nth) =>
      kind === 'count' && nth > 4 ? { fault: 'error', code: 400, message: 'No more.' } : undefined;
    const stopped = await fetched(...kpssu(out));
    expect([stopped.status, stopped.stderr.includes('fetch.rejected')]).toEqual([1, true]);
    const parts = filesUnder(here);
    expect(parts).toContain('a.csv.parts/2019-02-01_2019-02-28.csv');
    server.reset();
    const other = await fetched(...kpssu(out, '--where', "city_code='9901'"));
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('[fetch.other-query]');
    expect(other.stderr).toContain("city_code='9901'");
    expect(filesUnder(here)).toEqual(parts);
    writeFileSync(join(here, 'a.csv.parts/2019-02-01_2019-02-28.csv'), 'damaged');
    expect((await fetched(...kpssu(out))).status).toBe(0);
    expectWhole(readFileSync(out, 'utf8'), server.rows);
  });

  it('gives up with a sentence that says how to go on, and keeps what is done', async () => {
    const here = folder();
    const out = join(here, 'a.csv');
    server.sabotage = (kind, nth) => (kind === 'count' && nth > 4 ? { fault: 'html' } : undefined);
    const run = await fetched(...kpssu(out));
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('[fetch.gave-up]');
    expect(run.stderr).toMatch(/2019-03-01 – 2019-03-31.*tries: 8.*2 of 4 windows.*same command/);
    expect(server.requests.filter(({ kind }) => kind === 'count')).toHaveLength(4 + 8);
    expect(filesUnder(here)).toContain('a.csv.parts/state.json');
  });

  it('writes GeoJSON lines of any layer by its address, with a condition, in the language asked for', async () => {
    const out = join(folder(), 'a.ndjson');
    const run = await fetched(
      ...[server.url, '--date-field', 'dat_sover', '--where', "city_code='9901'", '--leave-out', 'organ'],
      ...['--from', period.from, '--to', period.to, '--pause', '0', '--lang', 'kk', '--out', out],
    );
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('жазылған жол саны');
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    const expected = expectedRows(server.rows).filter(({ city_code }) => city_code === '9901');
    expect(lines).toHaveLength(expected.length);
    const first = JSON.parse(lines[0]);
    expect(first.properties).toMatchObject({ stat: expected[0].stat, fz1r18p5: expected[0].fz1r18p5 });
    expect(Object.keys(first.properties)).not.toContain('organ');
    expect(lines.join('\n')).not.toMatch(SECRET);
  });

  it('asks for a city by its official code, and keeps addresses when told to', async () => {
    const out = join(folder(), 'a.csv');
    const run = await fetched(...kpssu(out, '--city', 'Астана', '--keep-address'));
    expect(run.status).toBe(0);
    for (const { kind, where } of server.requests)
      if (kind === 'count') expect(where).toMatch(/^\(city_code='1971'\) AND dat_sover /);
    expect(readFileSync(out, 'utf8')).toMatch(/^lon,lat,.*fz1r18p5,fz1r18p6\n$/);
  });

  it('does not begin where the file cannot be written', async () => {
    const here = folder();
    const taken = join(here, 'folder.csv');
    mkdirSync(taken);
    server.reset();
    const refused = await fetched(...kpssu(taken));
    expect([refused.status, /\[([\w.-]+)\]/.exec(refused.stderr)?.[1]]).toEqual([1, 'out.not-writable']);
    expect(server.requests).toHaveLength(1);
  });

  const refusals: [code: string, args: (out: string) => string[], sabotage?: ServerFault][] = [
    ['fetch.token', kpssu, { fault: 'error', code: 499, message: 'Token Required' }],
    ['fetch.status', kpssu, { fault: 'status', status: 404 }],
    ['fetch.rejected', (out) => kpssu(out, '--where', 'nonsense ==')],
    ['fetch.date-field', (out) => kpssu(out, '--date-field', 'stat')],
    ['fetch.address', (out) => kpssu(out, '--url', 'https://maps.example/arcgis/rest/services')],
    ['city.unknown', (out) => kpssu(out, '--city', 'Atlantis')],
    ['period.invalid', (out) => kpssu(out, '--from', '2019-02-30')],
    ['period.reversed', (out) => kpssu(out, '--from', '2020-01-01')],
    ['out.format', (out) => kpssu(`${out}.xlsx`)],
    ['option.invalid', (out) => kpssu(out, '--pause', '-1')],
    ['option.invalid', (out) => kpssu(out, '--url', 'https://maps.example/a/FeatureServer/1')],
    ['option.missing', () => ['kpssu', '--from', period.from, '--to', period.to]],
  ];
  for (const [i, [code, args, sabotage]] of refusals.entries()) {
    it(`refuses with ${code} (${i + 1})`, async () => {
      const here = folder();
      server.sabotage = () => sabotage;
      const run = await fetched(...args(join(here, 'a.csv')));
      expect([run.status, /\[([\w.-]+)\]/.exec(run.stderr)?.[1]]).toEqual([1, code]);
      expect(readdirSync(here)).toEqual([]);
      expect(server.requests.length).toBeLessThan(4);
    });
  }
});
