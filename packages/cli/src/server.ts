import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join, normalize, sep } from 'node:path';
import { OrynError } from '@oryn/core';
import { BASEMAP_FILE, type BasemapConfig, basemapOf } from './basemap-config.ts';
import { readManifest } from './bundle-folder.ts';
import { sendFile } from './served-file.ts';

/** Bundles to serve, by the name they have in the address. */
export type ServedBundles = ReadonlyMap<string, string>;

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4600;

/** The folder of the built viewer. */
function viewerFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@oryn/viewer/package.json')), 'dist');
}

/** @throws OrynError viewer.not-built */
async function readBuilt(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch(() => {
    throw new OrynError('viewer.not-built');
  });
}

/** Nothing is asked from another origin but map tiles where they were allowed, and the browser refuses it. */
function headersFor(policy: string, origin: string | undefined): OutgoingHttpHeaders {
  const listed = Object.entries(JSON.parse(policy) as Record<string, string>);
  const csp = listed.map(([name, sources]) => `${name} ${sources}`).join('; ');
  return {
    'Content-Security-Policy': allowing(csp, origin),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}

/** A policy, or a page that holds one, in which an origin may also be asked. */
function allowing(text: string, origin: string | undefined): string {
  if (origin === undefined) return text;
  return text.replace(/(connect-src|img-src) 'self'/g, `$& ${origin}`);
}

/**
 * Serve the viewer and bundles on the loopback address.
 *
 * @param port a port that must be free, or 0 for any; without it the first free one from 4600 on
 * @param basemap a file of map tiles or an address of tiles, see {@link basemapOf}
 * @throws OrynError viewer.not-built, port.in-use, bundle.*, file.missing, option.invalid
 */
export async function serve(
  bundles: ServedBundles,
  port?: number,
  basemap?: string,
): Promise<{ address: string; server: Server }> {
  const viewer = viewerFolder();
  const tiles = basemapOf(basemap);
  const page = allowing(await readBuilt(viewer, 'index.html'), tiles.origin);
  const headers = headersFor(await readBuilt(viewer, 'policy.json'), tiles.origin);
  const index = await Promise.all(
    [...bundles].map(async ([id, folder]) => {
      const { study, simulated } = await readManifest(folder);
      return { id, title: study.title ?? id, city: study.city ?? null, simulated };
    }),
  );
  const made = new Map([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/index.html', { type: 'text/html; charset=utf-8', body: page }],
    ['/bundles/index.json', { type: 'application/json; charset=utf-8', body: JSON.stringify(index) }],
    ['/basemap.json', { type: 'application/json; charset=utf-8', body: JSON.stringify(tiles.told) }],
  ]);
  const server = createServer((request, response) => {
    // The server only gives: there is no way to send it anything.
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const path = isReading && isOfThisComputer(request) ? pathOf(request) : undefined;
    const answer = path === undefined ? undefined : made.get(path);
    const file = path === undefined ? undefined : fileOf(path, viewer, bundles, tiles);
    if (answer) {
      response.writeHead(200, { ...headers, 'Content-Type': answer.type });
      response.end(request.method === 'HEAD' ? undefined : answer.body);
    } else if (file) {
      sendFile(request, response, file, headers);
    } else {
      response.writeHead(404, headers).end();
    }
  });
  const bound = await listen(server, port);
  return { address: `http://${HOST}:${bound}/`, server };
}

/** A page elsewhere can make its own name point to this computer; its browser then still says that name. */
function isOfThisComputer({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
}

function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, `http://${HOST}`).pathname);
  } catch {
    return undefined;
  }
}

/** The file behind an address; nothing outside the viewer, the bundles and the base map can be named. */
function fileOf(
  path: string,
  viewer: string,
  bundles: ServedBundles,
  tiles: BasemapConfig,
): string | undefined {
  if (path.includes('\0')) return undefined;
  if (path === `/${BASEMAP_FILE}`) return tiles.file;
  const [, area, id, ...rest] = path.split('/');
  const isBundle = area === 'bundles';
  const root = isBundle ? bundles.get(id ?? '') : viewer;
  if (root === undefined) return undefined;
  const file = normalize(join(root, isBundle ? rest.join('/') : path.slice(1)));
  return file.startsWith(normalize(root) + sep) ? file : undefined;
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  const last = port ?? DEFAULT_PORT + 50;
  for (let candidate = port ?? DEFAULT_PORT; candidate <= last; candidate++) {
    const isFree = await new Promise<boolean>((done, fail) => {
      const refused = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false);
        else fail(error);
      };
      server.once('error', refused);
      server.listen(candidate, HOST, () => {
        server.off('error', refused);
        done(true);
      });
    });
    if (isFree) return (server.address() as AddressInfo).port;
  }
  throw new OrynError('port.in-use', { port: last });
}
