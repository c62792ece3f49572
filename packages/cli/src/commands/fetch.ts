import { basename, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OrynError } from '@oryn/core';
import { cities, findCity, officialCityClause, officialLayer } from '@oryn/datasets';
import {
  countPeriod,
  type Fault,
  fetchWindows,
  type LayerPlan,
  type LayerRequest,
  type LineFormat,
  layerAddress,
  type PoliteClient,
  planFetch,
  politeClient,
  type WindowAccount,
} from '@oryn/ingest';
import { formatInteger, type Language, text } from '@oryn/language';
import { type Choice, ORYN_VERSION } from '@oryn/study';
import { type Command, Option } from 'commander';
import { accountOf, sayAccount } from '../fetch-account.ts';
import { type FetchStore, openFetchStore } from '../fetch-store.ts';
import { addOptions, type GivenOptions, languageOf } from '../options.ts';
import { printJson } from '../output.ts';
import { say } from '../progress.ts';

const DEFAULT_PAUSE_MS = 1000;
/** A service of others is never asked faster than this. */
const LEAST_PAUSE_MS = 250;
const TIMEOUT_MS = 120_000;
const FORMATS: Readonly<Record<string, LineFormat>> = { '.csv': 'csv', '.ndjson': 'ndjson' };
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `oryn fetch kpssu` and `oryn fetch URL`: the points of an ArcGIS layer, politely and resumably. */
export function addFetchCommand(program: Command): void {
  const command = program
    .command('fetch <layer>')
    .description(text('en', 'cli.command.fetch'))
    .option('--city <name>', text('en', 'cli.option.fetchCity'))
    .option('--url <address>', text('en', 'cli.option.url'))
    .option('--date-field <name>', text('en', 'cli.option.dateField'))
    .option('--where <condition>', text('en', 'cli.option.where'))
    .option('--keep-address', text('en', 'cli.option.keepAddress'))
    .addOption(
      new Option('--leave-out <field>', text('en', 'cli.option.leaveOut')).argParser(
        (field: string, before: string[] = []) => [...before, field],
      ),
    )
    .option('--pause <milliseconds>', text('en', 'cli.option.pause'), String(DEFAULT_PAUSE_MS));
  addOptions(command, ['from', 'to', 'purpose']).action(fetchToFile);
}

async function fetchToFile(layer: string, given: GivenOptions): Promise<void> {
  const lang = languageOf(given);
  const out = required(given, 'out');
  const request = requestOf(layer, given, out);
  const client = politeClient(request.address, {
    fetch,
    sleep: (milliseconds) => sleep(milliseconds),
    pauseMs: pauseOf(given.pause as string, request.address),
    timeoutMs: TIMEOUT_MS,
    userAgent: `Oryn/${ORYN_VERSION} (research toolkit; one request at a time)`,
    onRetry: (fault, status, waitMs) => say(retryText(lang, fault, status, waitMs)),
  });
  const plan = await planFetch(client, request);
  const store = await openFetchStore(out, plan.query);
  const { total, withoutDate } = await countPeriod(client, plan);
  await fetchParts(client, plan, store, total, lang);

  const account = accountOf(store.windows, total, withoutDate);
  const { sha256, bytes } = await store.finish(plan.writer.head, (digest) => ({
    format: 'oryn-fetch-manifest',
    version: ORYN_VERSION,
    file: basename(out),
    sha256: digest,
    ...(given.purpose !== undefined && { purpose: given.purpose }),
    query: plan.query,
    leftOut: plan.leftOut,
    rows: account.rows,
    withoutPlace: account.withoutPlace,
    withoutDate,
    discrepancies: account.discrepancies,
    windows: store.windows.map(windowOf),
  }));
  sayAccount(lang, account, out);
  if (given.json) {
    printJson({
      command: 'fetch',
      parameters: { ...plan.query, ...(given.purpose !== undefined && { purpose: String(given.purpose) }) },
      choices: choicesOf(plan, given),
      account: undefined,
      result: { file: basename(out), sha256, bytes, leftOut: plan.leftOut, ...account, spent: client.spent },
    });
  }
}

/** Read what is not read yet; every window is kept before the next one is asked for. */
async function fetchParts(
  client: PoliteClient,
  plan: LayerPlan,
  store: FetchStore,
  total: number,
  lang: Language,
): Promise<void> {
  const done = [...store.windows];
  let rows = done.reduce((sum, window) => sum + window.rows, 0);
  if (done.length > 0) {
    say(
      text(lang, 'cli.fetch.goesOn', {
        windows: formatInteger(lang, done.length),
        n: formatInteger(lang, rows),
      }),
    );
  }
  for await (const { account, lines } of fetchWindows(client, plan, done)) {
    await store.keep(account, lines);
    rows += account.rows;
    say(
      text(lang, 'cli.fetch.window', {
        window: `${account.from} – ${account.to}`,
        n: formatInteger(lang, account.rows),
        rows: formatInteger(lang, rows),
        total: formatInteger(lang, total),
      }),
    );
  }
}

function requestOf(layer: string, given: GivenOptions, out: string): LayerRequest {
  const format = FORMATS[extname(out).toLowerCase()];
  if (format === undefined)
    throw new OrynError('out.format', { given: out, expected: Object.keys(FORMATS).join(', ') });
  const official = layer === 'kpssu';
  if (!official && given.city !== undefined)
    throw new OrynError('option.invalid', {
      option: '--city',
      given: String(given.city),
      expected: 'oryn fetch kpssu',
    });
  const conditions = [
    ...(given.city === undefined ? [] : [cityClause(String(given.city))]),
    ...(given.where === undefined ? [] : [String(given.where)]),
  ];
  return {
    address: layerAddress(String(given.url ?? (official ? officialLayer.service.address : layer))),
    dateField: (given.dateField as string | undefined) ?? (official ? officialLayer.dateField : undefined),
    where: conditions.length > 1 ? conditions.map((one) => `(${one})`).join(' AND ') : conditions[0],
    from: required(given, 'from'),
    to: required(given, 'to'),
    leaveOut: [
      ...officialLayer.neverKept.filter((name) => official || name !== 'id'),
      ...(official && !given.keepAddress ? officialLayer.addressFields : []),
      ...((given.leaveOut as string[] | undefined) ?? []),
    ],
    format,
  };
}

function cityClause(given: string): string {
  const city = findCity(given);
  const clause = city && officialCityClause(city);
  if (clause === undefined) {
    const known = cities.slice(0, 3).map(({ name }) => name.en);
    throw new OrynError('city.unknown', { given, suggestions: known.join(', ') });
  }
  return clause;
}

function required(given: GivenOptions, name: 'out' | 'from' | 'to'): string {
  const value = given[name];
  const option = `--${name}`;
  if (typeof value !== 'string') throw new OrynError('option.missing', { option });
  return value;
}

function pauseOf(given: string, { hostname }: URL): number {
  const pause = Number(given);
  const least = OWN_MACHINE.has(hostname) ? 0 : LEAST_PAUSE_MS;
  if (given.trim() === '' || !Number.isInteger(pause) || pause < least)
    throw new OrynError('option.invalid', { option: '--pause', given, expected: `≥ ${least}` });
  return pause;
}

function windowOf({ from, to, counted, rows, withoutPlace, grewBy }: WindowAccount): WindowAccount {
  return { from, to, counted, rows, withoutPlace, grewBy };
}

function retryText(lang: Language, fault: Fault, status: number, waitMs: number): string {
  const seconds = formatInteger(lang, Math.ceil(waitMs / 1000));
  return text(lang, 'cli.fetch.retry', { fault, status: String(status), seconds });
}

function choicesOf({ query, layer }: LayerPlan, given: GivenOptions): Choice[] {
  return [
    {
      name: 'reading',
      value: layer.pages ? 'pages' : 'ids',
      unit: '',
      rule: 'capabilities of the layer',
      reason: layer.pages ? 'the layer pages in order' : 'the layer does not page: ids first, then batches',
    },
    ...(given.dateField === undefined
      ? [
          {
            name: 'dateField',
            value: query.dateField,
            unit: '',
            rule: 'preset or the only date of the layer',
            reason: 'no --date-field was given',
          },
        ]
      : []),
  ];
}
