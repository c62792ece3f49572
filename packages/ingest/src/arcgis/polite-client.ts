import { OrynError } from '@oryn/core';

/** Why a service has to be asked again; the last one is said when it is given up. */
export type Fault = 'network' | 'timeout' | 'busy' | 'broken';

export interface PoliteOptions {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  sleep: (milliseconds: number) => Promise<void>;
  /** Rest before every request but the first, milliseconds. */
  pauseMs: number;
  /** An answer, its body included, that takes longer is asked for again; milliseconds. */
  timeoutMs: number;
  userAgent: string;
  /** Told before every wait for another try. */
  onRetry?: (fault: Fault, status: number, waitMs: number) => void;
  /** Stops the work; what it was aborted with is thrown. */
  signal?: AbortSignal;
}

/** What to ask: parameters go into the address, or into the body where `post` is set or they are long. */
interface Question {
  path: string;
  parameters: Readonly<Record<string, string>>;
  post?: boolean;
}

/** Asks a service one question at a time, and again with growing waits where the answer is of no use. */
export interface PoliteClient {
  /**
   * @param understand the wanted part of the answer; undefined where the answer is not what was asked for
   * @throws OrynError fetch.token, fetch.rejected, fetch.status; ServiceSilent after the last try
   */
  ask<T>(question: Question, understand: (answer: JsonObject) => T | undefined): Promise<T>;
  /** Requests sent so far, and how many of them were further tries. */
  readonly spent: { requests: number; retries: number };
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Given up after the last try; the caller knows which part of the work was under way. */
export class ServiceSilent extends Error {
  readonly fault: Fault;
  readonly status: number;
  readonly tries: number;

  constructor({ fault, status }: Failure, tries: number) {
    super(`${fault} ${status} after ${tries} tries`);
    this.fault = fault;
    this.status = status;
    this.tries = tries;
  }
}

export const MOST_TRIES = 8;
const LONGEST_BACKOFF_MS = 120_000;
/** A service that asks for a longer rest is left alone; a later run goes on. */
const LONGEST_REST_MS = 3_600_000;
/** Longer addresses are cut by some servers on the way. */
const LONGEST_ADDRESS = 2000;
/** A page of 2000 records has about 2 MB; nothing an honest service answers comes near this. */
const LARGEST_ANSWER_BYTES = 128 * 1024 * 1024;
const BUSY_STATUS = new Set([408, 429, 500, 502, 503, 504]);
const TOKEN_CODES = new Set([401, 403, 498, 499]);

interface Failure {
  fault: Fault;
  status: number;
  /** Rest the service asked for, milliseconds. */
  restMs?: number;
}

/** A client of the layer at `address`; parameters of the address itself go with every question. */
export function politeClient(address: URL, options: PoliteOptions): PoliteClient {
  const { sleep, pauseMs } = options;
  const spent = { requests: 0, retries: 0 };

  async function ask<T>(question: Question, understand: (answer: JsonObject) => T | undefined): Promise<T> {
    let waitMs = pauseMs;
    for (let attempt = 1; ; attempt++) {
      if (spent.requests > 0) await sleep(waitMs);
      options.signal?.throwIfAborted();
      spent.requests++;
      if (attempt > 1) spent.retries++;
      const outcome = await answerOf(address, question, options);
      const understood = 'answer' in outcome ? understand(outcome.answer) : undefined;
      if (understood !== undefined) return understood;
      const failure: Failure = 'answer' in outcome ? { fault: 'broken', status: 200 } : outcome;
      if (attempt === MOST_TRIES || (failure.restMs ?? 0) > LONGEST_REST_MS)
        throw new ServiceSilent(failure, attempt);
      waitMs = Math.max(failure.restMs ?? 0, Math.min(pauseMs * 2 ** attempt, LONGEST_BACKOFF_MS), pauseMs);
      options.onRetry?.(failure.fault, failure.status, waitMs);
    }
  }
  return { ask, spent };
}

async function answerOf(
  address: URL,
  { path, parameters, post }: Question,
  options: PoliteOptions,
): Promise<{ answer: JsonObject } | Failure> {
  const url = new URL(address);
  url.pathname += path;
  const form = new URLSearchParams({ ...Object.fromEntries(url.searchParams), ...parameters, f: 'json' });
  url.search = '';
  const inBody = post || url.href.length + form.toString().length > LONGEST_ADDRESS;
  if (!inBody) url.search = form.toString();
  const timeout = AbortSignal.timeout(options.timeoutMs);
  let status = 0;
  let restMs: number | undefined;
  let body: string | undefined;
  try {
    const response = await options.fetch(url.href, {
      method: inBody ? 'POST' : 'GET',
      body: inBody ? form : undefined,
      headers: { 'User-Agent': options.userAgent, Accept: 'application/json' },
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
    status = response.status;
    restMs = restAsked(response.headers);
    body = await limitedText(response);
  } catch {
    options.signal?.throwIfAborted();
    return { fault: timeout.aborted ? 'timeout' : 'network', status };
  }
  if (BUSY_STATUS.has(status)) return { fault: 'busy', status, restMs };
  if (status === 401) throw new OrynError('fetch.token', { code: status });
  if (status < 200 || status > 299) throw new OrynError('fetch.status', { status: String(status) });
  const answer = objectOf(body);
  if (answer === undefined) return { fault: 'broken', status };
  return isObject(answer.error) ? refusal(answer.error) : { answer };
}

/** ArcGIS reports an error inside an answer of status 200. */
function refusal({ code, message }: JsonObject): Failure {
  const number = Number(code);
  if (TOKEN_CODES.has(number)) throw new OrynError('fetch.token', { code: String(number) });
  if (BUSY_STATUS.has(number)) return { fault: 'busy', status: number };
  const said = String(message ?? '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
  throw new OrynError('fetch.rejected', { code: String(code), message: said });
}

/**
 * Milliseconds of a Retry-After of seconds or of a date. A date is compared with the clock of the service
 * itself, in the same answer: the clock of this computer may be wrong.
 */
function restAsked(headers: Headers): number | undefined {
  const given = headers.get('Retry-After')?.trim();
  if (!given) return undefined;
  if (/^\d+$/.test(given)) return Number(given) * 1000;
  const rest = Date.parse(given) - Date.parse(headers.get('Date') ?? '');
  return Number.isFinite(rest) ? Math.max(0, rest) : undefined;
}

/** The body as text; undefined where it is longer than any honest answer. */
async function limitedText(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  const parts: string[] = [];
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.length;
    if (bytes > LARGEST_ANSWER_BYTES) {
      await reader.cancel();
      return undefined;
    }
    parts.push(decoder.decode(next.value, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

/** The JSON object of a text; undefined for a page of HTML and for an answer that was cut off. */
function objectOf(body: string | undefined): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(body ?? '');
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
