import { describe, expect, it } from 'vitest';
import { MOST_TRIES, politeClient, ServiceSilent } from './polite-client.ts';

const address = new URL('https://maps.example/arcgis/rest/services/a/FeatureServer/1?token=t');
type Answer = Response | Error;

/** A service that gives these answers in turn, and the last one for ever; sleeping only takes note. */
function clientOf(answers: Answer[], pauseMs = 1000, signal?: AbortSignal) {
  const slept: number[] = [];
  const asked: { url: string; init: RequestInit }[] = [];
  const client = politeClient(address, {
    fetch: async (url, init) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ url, init });
      if (answer instanceof Error) throw answer;
      return answer.clone();
    },
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    pauseMs,
    timeoutMs: 60_000,
    userAgent: 'Oryn/test',
    signal,
  });
  const ask = (): Promise<unknown> =>
    client.ask({ path: '/query', parameters: { where: '1=1' } }, ({ count }) => count);
  return { client, ask, slept, asked };
}

const good = (): Response => Response.json({ count: 5 });
const busy = (headers: Record<string, string> = {}, status = 503): Response =>
  new Response('busy', { status, headers });

describe('polite client', () => {
  it('rests between requests, names itself and passes the parameters of the address on', async () => {
    const { ask, slept, asked } = clientOf([good()]);
    for (let i = 0; i < 3; i++) expect(await ask()).toBe(5);
    expect(slept).toEqual([1000, 1000]);
    const { url, init } = asked[0];
    expect(url).toBe(
      'https://maps.example/arcgis/rest/services/a/FeatureServer/1/query?token=t&where=1%3D1&f=json',
    );
    expect(init).toMatchObject({ method: 'GET', headers: { 'User-Agent': 'Oryn/test' } });
  });

  it('waits longer after every failure, up to a limit, and then gives up', async () => {
    const { ask, slept, client } = clientOf([busy()]);
    await expect(ask()).rejects.toMatchObject({ fault: 'busy', status: 503, tries: MOST_TRIES });
    expect(slept).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, 120_000]);
    expect(client.spent).toEqual({ requests: 8, retries: 7 });
  });

  it('rests as long as the service asks for, in seconds or to a date of its own clock', async () => {
    const date = 'Sun, 06 Jan 2019 23:10:00 GMT';
    const { ask, slept } = clientOf([
      busy({ 'Retry-After': '77' }, 429),
      busy({ 'Retry-After': 'Sun, 06 Jan 2019 23:10:30 GMT', Date: date }, 429),
      busy({ 'Retry-After': '0' }, 429),
      busy({ 'Retry-After': 'soon' }),
      good(),
    ]);
    expect(await ask()).toBe(5);
    expect(slept).toEqual([77_000, 30_000, 8000, 16_000]);
    const away = clientOf([busy({ 'Retry-After': '86400' })]);
    await expect(away.ask()).rejects.toBeInstanceOf(ServiceSilent);
    expect(away.slept).toEqual([]);
  });

  it('asks again after a broken connection, HTML, cut-off JSON and an answer to another question', async () => {
    const { ask, slept } = clientOf([
      new TypeError('fetch failed'),
      new Response('<html>'),
      new Response('{"count": 5'),
      Response.json([1]),
      Response.json({ features: [] }),
      Response.json({ error: { code: 500, message: 'Error performing query' } }),
      good(),
    ]);
    expect(await ask()).toBe(5);
    expect(slept).toHaveLength(6);
  });

  it('says at once what no waiting will change', async () => {
    const refusals: [Answer, string][] = [
      [Response.json({ error: { code: 498, message: 'Invalid token' } }), 'fetch.token'],
      [Response.json({ error: { code: 499, message: 'Token required' } }), 'fetch.token'],
      [Response.json({ error: { code: 400, message: 'Invalid\n query' } }), 'fetch.rejected'],
      [busy({}, 401), 'fetch.token'],
      [busy({}, 404), 'fetch.status'],
    ];
    for (const [answer, code] of refusals) {
      const { ask, asked } = clientOf([answer]);
      await expect(ask(), code).rejects.toMatchObject({ code });
      expect(asked, code).toHaveLength(1);
    }
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const { ask, asked } = clientOf([busy()], 1000, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(ask()).rejects.toThrow('stopped');
    expect(asked).toHaveLength(0);
  });
});
