import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoCities } from '@oryn/datasets';
import { parseWhere, type Row } from './arcgis-where.ts';

type RequestKind = 'describe' | 'count' | 'ids' | 'page';

interface ServedRequest {
  kind: RequestKind;
  method: string;
  where: string;
  userAgent: string;
  parameters: URLSearchParams;
}

/** What goes wrong with one answer. */
export type ServerFault =
  | { fault: 'hang' | 'drop' | 'truncate' | 'html' | 'no-features' | 'metres' | 'metres-unstated' }
  | { fault: 'previous-page' | 'empty-page' | 'lose-record' }
  | { fault: 'status'; status: number; headers?: Record<string, string> }
  | { fault: 'error'; code: number; message: string }
  | { fault: 'count'; by: number };

export interface ArcgisServer {
  /** Address of the layer. */
  url: string;
  rows: Row[];
  requests: ServedRequest[];
  /** Most requests that were under way at the same time. */
  readonly mostAtOnce: number;
  /** Decides for each request, by its kind and its number among those of the kind (from 1), what goes wrong. */
  sabotage: (kind: RequestKind, nth: number) => ServerFault | undefined;
  /** Forget the requests and the sabotage. */
  reset(): void;
  close(): Promise<void>;
}

export interface LayerOptions {
  rows: Row[];
  maxRecordCount?: number;
  /** Most records it really gives, where that is fewer than it says. */
  givesAtMost?: number;
  /** The server before about 2020: no pages, no order. */
  old?: boolean;
}

const FIELDS: readonly [name: string, type: string][] = [
  ['objectid', 'OID'],
  ['crime_code', 'String'],
  ['stat', 'String'],
  ['ud', 'String'],
  ['dat_sover', 'Date'],
  ['dat_vozb', 'Date'],
  ['tz1id', 'String'],
  ['city_code', 'String'],
  ['organ', 'String'],
  ['org_code', 'String'],
  ['fz1r18p5', 'String'],
  ['fz1r18p6', 'String'],
  ['globalid', 'GlobalID'],
];

/** Fields of the invented layer in its own order. */
export const layerFields: readonly string[] = FIELDS.map(([name]) => name);

/** What must be in no file: numbers of cases and records of the invented layer look like this. */
export const SECRET = /UD-|TZ-|GUID-|\b9021\d{5}\b|\b(?:ud|tz1id|globalid|objectid)"?(?:,|:|$)/m;

/** Records of an invented city, 2019-01 to 2019-06, some without a date or a place. */
export function inventedRows(count: number, seed = 1): Row[] {
  const random = generator(seed);
  const [east, north] = demoCities[1].centre;
  const texts = ['ст.188 ч.2', '=HYPERLINK("x")', '-5', 'кража, "крупная"\nповтор', '+7 (701) 000', 'Ұрлық'];
  const start = Date.UTC(2019, 0, 1);
  return Array.from({ length: count }, (_, i) => {
    const moment = start + Math.floor(random() * 181 * 1440) * 60_000;
    const placed = random() > 0.02;
    return {
      // A permutation with gaps: order by number is not order by date.
      objectid: 902_100_000 + ((i * 7919) % (count * 3)) * 2 + 1,
      crime_code: ['1880', '1921', '2930'][Math.floor(random() * 3)],
      stat: texts[Math.floor(random() * texts.length)],
      ud: `UD-${i}-${Math.floor(random() * 1e9)}`,
      dat_sover: random() > 0.01 ? moment : null,
      dat_vozb: moment + 86_400_000,
      tz1id: `TZ-${i}`,
      city_code: random() > 0.5 ? '9901' : '9902',
      organ: 'Кенжол',
      org_code: '99010101',
      fz1r18p5: `STREET-${i % 9}`,
      fz1r18p6: String(1 + (i % 40)),
      globalid: `{GUID-${i}}`,
      lon: placed ? Number((east + (random() - 0.5) / 10).toFixed(6)) : null,
      lat: placed ? Number((north + (random() - 0.5) / 10).toFixed(6)) : null,
    };
  });
}

/** A local server that answers as ArcGIS does, about an invented layer. */
export async function startArcgisServer({
  rows,
  maxRecordCount = 100,
  givesAtMost = maxRecordCount,
  old = false,
}: LayerOptions): Promise<ArcgisServer> {
  let [underWay, mostAtOnce] = [0, 0];
  const kinds: Record<RequestKind, number> = { describe: 0, count: 0, ids: 0, page: 0 };
  let previousPage = '';

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += chunk;
    const parameters = new URLSearchParams(body === '' ? url.search : body);
    const kind = kindOf(url.pathname, parameters);
    server.requests.push({
      kind,
      method: request.method ?? '',
      where: parameters.get('where') ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      parameters,
    });
    const wrong = server.sabotage(kind, ++kinds[kind]);
    let text = JSON.stringify(answerOf(kind, parameters, wrong));
    if (wrong?.fault === 'previous-page' && previousPage !== '') text = previousPage;
    else if (kind === 'page') previousPage = text;
    switch (wrong?.fault) {
      case 'hang':
        return;
      case 'drop':
        response.writeHead(200, { 'Content-Length': text.length * 2 });
        response.write(text.slice(0, text.length / 2));
        setImmediate(() => response.destroy());
        return;
      case 'truncate':
        response.end(text.slice(0, -20));
        return;
      case 'html':
        response.end('<html><body>Service is being restarted</body></html>');
        return;
      case 'status':
        response.writeHead(wrong.status, wrong.headers).end('busy');
        return;
      default:
        response.setHeader('Content-Type', 'application/json;charset=utf-8');
        response.end(text);
    }
  };

  const answerOf = (kind: RequestKind, given: URLSearchParams, wrong: ServerFault | undefined): unknown => {
    if (wrong?.fault === 'error') return { error: { code: wrong.code, message: wrong.message, details: [] } };
    if (wrong?.fault === 'no-features') return { fields: [] };
    if (kind === 'describe') return description(maxRecordCount, old);
    const asked = given.get('objectIds')?.split(',').map(Number);
    const where = asked
      ? (row: Row) => asked.includes(Number(row.objectid))
      : parseWhere(given.get('where') ?? '');
    if (!where || (old && given.has('resultRecordCount')))
      return { error: { code: 400, message: 'Unable to perform query.', details: [] } };
    const found = server.rows.filter(where);
    if (kind === 'count') return { count: found.length + (wrong?.fault === 'count' ? wrong.by : 0) };
    if (kind === 'ids')
      return { objectIdFieldName: 'objectid', objectIds: found.map(({ objectid }) => objectid) };
    if (given.get('orderByFields')?.startsWith('objectid'))
      found.sort((a, b) => Number(a.objectid) - Number(b.objectid));
    const most = Math.min(givesAtMost, Number(given.get('resultRecordCount') ?? givesAtMost));
    const page = wrong?.fault === 'empty-page' ? [] : found.slice(0, most);
    if (wrong?.fault === 'lose-record') page.splice(1, 1);
    const degrees = given.get('outSR') === '4326' && !wrong?.fault.startsWith('metres');
    return {
      objectIdFieldName: 'objectid',
      geometryType: 'esriGeometryPoint',
      ...(wrong?.fault !== 'metres-unstated' && {
        spatialReference: degrees ? { wkid: 4326, latestWkid: 4326 } : { wkid: 102100, latestWkid: 3857 },
      }),
      features: page.map((row) => featureOf(row, degrees, given.get('outFields') ?? '*')),
      ...(found.length > most && wrong?.fault !== 'empty-page' && { exceededTransferLimit: true }),
    };
  };

  const http = createServer((request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++underWay);
    response.on('close', () => underWay--);
    void answer(request, response);
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  const server: ArcgisServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/arcgis/rest/services/demo/crime/FeatureServer/1`,
    rows,
    requests: [],
    get mostAtOnce() {
      return mostAtOnce;
    },
    sabotage: () => undefined,
    reset() {
      server.requests = [];
      server.sabotage = () => undefined;
      for (const kind of Object.keys(kinds) as RequestKind[]) kinds[kind] = 0;
      mostAtOnce = 0;
    },
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
  return server;
}

function kindOf(path: string, parameters: URLSearchParams): RequestKind {
  if (!path.endsWith('/query')) return 'describe';
  if (parameters.get('returnCountOnly') === 'true') return 'count';
  return parameters.get('returnIdsOnly') === 'true' ? 'ids' : 'page';
}

function description(maxRecordCount: number, old: boolean): unknown {
  return {
    currentVersion: old ? 10.2 : 10.91,
    id: 1,
    name: 'crime',
    type: 'Feature Layer',
    geometryType: 'esriGeometryPoint',
    objectIdField: old ? undefined : 'objectid',
    maxRecordCount,
    ...(old
      ? { supportsPagination: false }
      : { advancedQueryCapabilities: { supportsPagination: true, supportsOrderBy: true } }),
    extent: { spatialReference: { wkid: 102100, latestWkid: 3857 } },
    fields: FIELDS.map(([name, type]) => ({ name, type: `esriFieldType${type}`, alias: name })),
  };
}

function featureOf({ lon, lat, ...row }: Row, degrees: boolean, outFields: string): unknown {
  const wanted = outFields === '*' ? layerFields : outFields.split(',');
  const attributes = Object.fromEntries(wanted.map((name) => [name, row[name]]));
  if (lon === null || lat === null) return { attributes };
  const [x, y] = [Number(lon), Number(lat)];
  const metres = 20_037_508.342789244 / 180;
  const mercatorY = (Math.log(Math.tan(((90 + y) * Math.PI) / 360)) * 180) / Math.PI;
  return { attributes, geometry: degrees ? { x, y } : { x: x * metres, y: mercatorY * metres } };
}

/** mulberry32, so that the invented layer is the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
