import { OrynError } from '@oryn/core';
import { type LineFormat, type LineWriter, lineWriter } from './feature-lines.ts';
import { dateFieldOf, describeLayer, type LayerDescription, splitFields } from './layer.ts';
import { type PoliteClient, ServiceSilent } from './polite-client.ts';
import { countRecords, type Reading, readWindow } from './read-window.ts';
import { clauseOf, halvesOf, isWithin, monthsOf, type Window } from './windows.ts';

/** What is wanted of a layer. */
export interface LayerRequest extends Window {
  address: URL;
  /** Field of dates; without it the only one of the layer. */
  dateField?: string;
  /** Further condition in the language of the service. */
  where?: string;
  /** Fields that are never asked for, in any case of letters. */
  leaveOut: readonly string[];
  format: LineFormat;
}

/** What makes the parts of two runs fit together: a run with another query starts anew. */
export interface LayerQuery extends Window {
  /** Without parameters, which may hold a token. */
  address: string;
  where: string;
  dateField: string;
  fields: readonly string[];
  format: LineFormat;
}

/** A request made exact by what the layer says of itself. */
export interface LayerPlan {
  query: LayerQuery;
  layer: LayerDescription;
  /** Fields of the layer that are not asked for. */
  leftOut: readonly string[];
  writer: LineWriter;
}

/** A window that was read, as it is remembered beside its part. */
export interface WindowAccount extends Window {
  /** Records by the last count of the service. */
  counted: number;
  rows: number;
  /** Rows without coordinates; they are kept. */
  withoutPlace: number;
  /** Records that came in while the window was read; 0 for most. */
  grewBy: number;
}

/** A window with more records than this is halved, so that a killed run repeats little. */
const LARGEST_WINDOW = 20_000;

/** @throws OrynError fetch.layer, fetch.not-points, fetch.date-field, fetch.gave-up, and those of the client */
export async function planFetch(client: PoliteClient, request: LayerRequest): Promise<LayerPlan> {
  const { address, from, to, format } = request;
  const months = monthsOf({ from, to });
  const layer = await orGiveUp(describeLayer(client, address), { from, to }, 0, months.length);
  const { kept, leftOut } = splitFields(layer, request.leaveOut);
  return {
    query: {
      address: `${address.origin}${address.pathname}`,
      where: request.where?.trim() ?? '',
      dateField: dateFieldOf(layer, request.dateField),
      from,
      to,
      fields: kept,
      format,
    },
    layer,
    leftOut,
    writer: lineWriter(format, kept),
  };
}

/** Records of the whole period by the count of the service, and those without a date, which no period holds. */
export async function countPeriod(
  client: PoliteClient,
  { query, layer }: LayerPlan,
): Promise<{ total: number; withoutDate: number }> {
  const reading = { client, layer, fields: query.fields };
  const count = (condition: string): Promise<number> =>
    orGiveUp(countRecords(reading, withCondition(query, condition)), query, 0, monthsOf(query).length);
  return {
    total: await count(clauseOf(query, query.dateField)),
    withoutDate: await count(`${query.dateField} IS NULL`),
  };
}

/**
 * Read the windows of a period in order of time, a month or, where a month is large, a part of it. Windows
 * that are done are passed over; whoever stops taking windows stops the reading.
 *
 * @param done windows of an earlier run of the same query
 * @yields each window with the lines of its records
 * @throws OrynError fetch.gave-up, fetch.reference, fetch.token, fetch.rejected, fetch.status
 */
export async function* fetchWindows(
  client: PoliteClient,
  plan: LayerPlan,
  done: readonly Window[],
  largestWindow = LARGEST_WINDOW,
): AsyncGenerator<{ account: WindowAccount; lines: string }> {
  const { query, layer, writer } = plan;
  const reading: Reading = { client, layer, fields: query.fields };
  const waiting = monthsOf(query).reverse();
  let finished = 0;
  for (let window = waiting.pop(); window; window = waiting.pop()) {
    const { from, to } = window;
    const earlier = done.filter((other) => isWithin(other, { from, to }));
    if (earlier.some((other) => other.from === from && other.to === to)) {
      finished++;
      continue;
    }
    const where = withCondition(query, clauseOf(window, query.dateField));
    const windows = finished + 1 + waiting.length;
    const tell = <T>(work: Promise<T>): Promise<T> => orGiveUp(work, { from, to }, finished, windows);
    const halves = halvesOf(window);
    const count = halves && earlier.length > 0 ? Infinity : await tell(countRecords(reading, where));
    if (halves && count > largestWindow) {
      waiting.push(halves[1], halves[0]);
      continue;
    }
    const { features, counted, grewBy } = await tell(readWindow(reading, where, count));
    finished++;
    yield {
      account: {
        from,
        to,
        counted,
        rows: features.length,
        withoutPlace: features.filter(({ lon }) => Number.isNaN(lon)).length,
        grewBy,
      },
      lines: features.map((feature) => writer.line(feature)).join(''),
    };
  }
}

function withCondition({ where }: LayerQuery, condition: string): string {
  return where === '' ? condition : `(${where}) AND ${condition}`;
}

async function orGiveUp<T>(work: Promise<T>, window: Window, done: number, windows: number): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ServiceSilent)) throw error;
    const { fault, tries } = error;
    const status = error.status === 0 ? '–' : String(error.status);
    const days = `${window.from} – ${window.to}`;
    throw new OrynError('fetch.gave-up', { fault, status, tries, window: days, done, windows });
  }
}
