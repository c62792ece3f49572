import {
  countPeriod,
  fetchWindows,
  layerAddress,
  planFetch,
  politeClient,
  type WindowAccount,
} from '@oryn/ingest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type ArcgisServer,
  inventedRows,
  layerFields,
  type ServerFault,
  startArcgisServer,
} from './support/arcgis-server.ts';
import { csvRows, expectedRows, expectWhole, keptFields, period } from './support/expected-points.ts';

let server: ArcgisServer;
let old: ArcgisServer;
beforeAll(async () => {
  server = await startArcgisServer({ rows: inventedRows(900) });
  old = await startArcgisServer({ rows: inventedRows(900), old: true, maxRecordCount: 70 });
});
afterAll(() => Promise.all([server.close(), old.close()]));
afterEach(() => {
  server.reset();
  old.reset();
});

/** The engine against a server, with noted instead of slept rests. */
async function read(from: ArcgisServer, options: { timeoutMs?: number; largest?: number } = {}) {
  const slept: number[] = [];
  const address = layerAddress(from.url);
  const client = politeClient(address, {
    fetch,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    pauseMs: 1000,
    timeoutMs: options.timeoutMs ?? 20_000,
    userAgent: 'Oryn/test',
  });
  const leaveOut = layerFields.filter((name) => !keptFields.includes(name));
  const plan = await planFetch(client, {
    address,
    dateField: 'DAT_SOVER',
    leaveOut,
    format: 'csv',
    ...period,
  });
  const counts = await countPeriod(client, plan);
  const windows: WindowAccount[] = [];
  let text = plan.writer.head;
  for await (const { account, lines } of fetchWindows(client, plan, [], options.largest)) {
    windows.push(account);
    text += lines;
  }
  return { text, windows, slept, counts, spent: client.spent };
}

describe('reading a layer', () => {
  it('takes every record of the period once, one request at a time, with a rest before each', async () => {
    const { text, windows, slept, counts, spent } = await read(server);
    expectWhole(text, server.rows);
    const expected = expectedRows(server.rows);
    expect(windows.map(({ from, to }) => `${from}/${to}`)).toEqual([
      '2019-01-01/2019-01-31',
      '2019-02-01/2019-02-28',
      '2019-03-01/2019-03-31',
      '2019-04-01/2019-04-30',
    ]);
    expect(windows.reduce((sum, { rows }) => sum + rows, 0)).toBe(expected.length);
    expect(windows.reduce((sum, { withoutPlace }) => sum + withoutPlace, 0)).toBe(
      expected.filter(({ lon }) => lon === null).length,
    );
    expect(counts.total).toBe(expected.length);
    expect(counts.withoutDate).toBe(server.rows.filter(({ dat_sover }) => dat_sover === null).length);
    expect(counts.withoutDate).toBeGreaterThan(0);
    expect(server.mostAtOnce).toBe(1);
    expect(slept).toEqual(Array(spent.requests - 1).fill(1000));
    const pages = windows.reduce((sum, { rows }) => sum + Math.floor(rows / 100) + 1, 0);
    expect(server.requests).toHaveLength(1 + 2 + 4 + pages);
    for (const { userAgent } of server.requests) expect(userAgent).toBe('Oryn/test');
    for (const { parameters } of server.requests.filter(({ kind }) => kind === 'page'))
      expect(parameters.get('outFields')).toBe(['objectid', ...keptFields].join(','));
  });

  it('halves windows with many records and takes the same', async () => {
    const { text, windows } = await read(server, { largest: 40 });
    const whole = csvRows((await read(server)).text).map((row) => row.join('|'));
    expect(
      csvRows(text)
        .map((row) => row.join('|'))
        .sort(),
    ).toEqual(whole.sort());
    for (const { rows } of windows) expect(rows).toBeLessThanOrEqual(40);
    expect(windows.map(({ from }) => from)).toEqual(windows.map(({ from }) => from).sort());
  });

  it('goes on where a page has fewer records than it says it may and the limit is said to be exceeded', async () => {
    const mean = await startArcgisServer({ rows: server.rows, givesAtMost: 33 });
    const { text } = await read(mean);
    await mean.close();
    expectWhole(text, server.rows);
  });

  it('reads a server without pages by its list of numbers, in batches in the body', async () => {
    const { text } = await read(old);
    expectWhole(text, old.rows);
    const batches = old.requests.filter(({ kind }) => kind === 'page');
    expect(batches.length).toBeGreaterThan(4);
    for (const { method, parameters } of batches) {
      expect(method).toBe('POST');
      expect(parameters.get('objectIds')!.split(',').length).toBeLessThanOrEqual(70);
    }
  });

  const once =
    (fault: ServerFault, kind = 'page', at = 2): ArcgisServer['sabotage'] =>
    (asked, nth) =>
      asked === kind && nth === at ? fault : undefined;
  const faults: [name: string, sabotage: ArcgisServer['sabotage'], extraRequests: number][] = [
    ['a slow answer', once({ fault: 'hang' }), 1],
    ['a dropped connection', once({ fault: 'drop' }), 1],
    ['cut-off JSON', once({ fault: 'truncate' }), 1],
    ['a page of HTML', once({ fault: 'html' }), 1],
    ['an answer without records', once({ fault: 'no-features' }), 1],
    ['HTTP 500', once({ fault: 'status', status: 500 }), 1],
    ['HTTP 429', once({ fault: 'status', status: 429, headers: { 'Retry-After': '3' } }), 1],
    ['an error 500 inside the answer', once({ fault: 'error', code: 500, message: 'x' }), 1],
    ['a page given twice', once({ fault: 'previous-page' }), 1],
    ['a fault of the description', once({ fault: 'html' }, 'describe', 1), 1],
    ['a fault of a count', once({ fault: 'truncate' }, 'count', 3), 1],
    // The window is counted again and read again.
    ['a missing page', once({ fault: 'empty-page' }), 4],
    ['a lost record', once({ fault: 'lose-record' }), 4],
    ['a wrong count', once({ fault: 'count', by: 3 }, 'count', 4), 1],
  ];
  for (const [name, sabotage, extraRequests] of faults) {
    it(`gives the same after ${name}`, async () => {
      const clean = await read(server);
      server.reset();
      server.sabotage = sabotage;
      const { text, windows, spent } = await read(server, { timeoutMs: 1000 });
      expect(text).toBe(clean.text);
      expect(windows.map(({ rows, counted }) => rows - counted)).toEqual([0, 0, 0, 0]);
      expect(spent.requests - clean.spent.requests).toBeGreaterThan(0);
      expect(spent.requests - clean.spent.requests).toBeLessThanOrEqual(extraRequests);
    });
  }

  it('gives the same from a server without pages that loses records and repeats answers', async () => {
    const clean = await read(old);
    old.reset();
    old.sabotage = (kind, nth) =>
      kind !== 'page'
        ? undefined
        : nth === 2
          ? { fault: 'previous-page' }
          : nth === 5
            ? { fault: 'lose-record' }
            : undefined;
    expect((await read(old)).text).toBe(clean.text);
  });

  it('gives up on a service that gives the same page for ever', async () => {
    server.sabotage = (kind, nth) => (kind === 'page' && nth > 1 ? { fault: 'previous-page' } : undefined);
    await expect(read(server)).rejects.toMatchObject({
      code: 'fetch.gave-up',
      parameters: { fault: 'broken', tries: 8, done: 0, windows: 4, window: '2019-01-01 – 2019-01-31' },
    });
    expect(server.requests).toHaveLength(1 + 2 + 1 + 1 + 8);
  });

  it('takes records that come in while a window is read, and says how many', async () => {
    const growing = await startArcgisServer({ rows: inventedRows(300) });
    const late = { ...growing.rows[0], objectid: 902_199_999, dat_sover: Date.UTC(2019, 0, 5) };
    growing.sabotage = (kind, nth) => {
      if (kind === 'page' && nth === 1) growing.rows = [...growing.rows, late];
      return undefined;
    };
    const { text, windows } = await read(growing);
    await growing.close();
    expectWhole(text, growing.rows);
    expect(windows[0].grewBy).toBe(1);
    expect(windows[0].rows).toBe(windows[0].counted);
  });

  it('reports a window that never agrees with its count, after three more readings', async () => {
    server.sabotage = (kind) => (kind === 'count' ? { fault: 'count', by: 1 } : undefined);
    const { text, windows } = await read(server);
    expectWhole(text, server.rows);
    for (const { rows, counted } of windows) expect(counted - rows).toBe(1);
    const pages = windows.reduce((sum, { rows }) => sum + Math.floor(rows / 100) + 1, 0);
    expect(server.requests).toHaveLength(1 + 2 + 4 + 4 * (pages + 4));
  });

  it('refuses coordinates in metres', async () => {
    for (const fault of ['metres', 'metres-unstated'] as const) {
      server.reset();
      server.sabotage = once({ fault });
      await expect(read(server), fault).rejects.toMatchObject({ code: 'fetch.reference' });
    }
  });
});
