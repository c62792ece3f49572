import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { OrynError } from '@oryn/core';
import { readManifest } from './bundle-folder.ts';

/** Bundles to serve, by the name they have in the address. */
export type ServedBundles = ReadonlyMap<string, string>;

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4600;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
};

/** Nothing is asked from another origin, and the browser is told to refuse it. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** The folder of the built viewer. @throws OrynError viewer.not-built */
async function viewerFolder(): Promise<string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@oryn/viewer/package.json')), 'dist');
  await stat(join(folder, 'index.html')).catch(() => {
    throw new OrynError('viewer.not-built');
  });
  return folder;
}

/**
 * Serve the viewer and bundles on the loopback address.
 *
 * @param port a port that must be free; without it the first free one from 4600 on
 * @throws OrynError viewer.not-built, port.in-use, bundle.*
 */
export async function serve(
  bundles: ServedBundles,
  port?: number,
): Promise<{ address: string; server: Server }> {
  const viewer = await viewerFolder();
  const index = await Promise.all(
    [...bundles].map(async ([id, folder]) => {
      const { study, simulated } = await readManifest(folder);
      return { id, title: study.title ?? id, city: study.city ?? null, simulated };
    }),
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', `http://${HOST}`).pathname);
    if (path === '/bundles/index.json') {
      response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES['.json'] }).end(JSON.stringify(index));
      return;
    }
    const file = fileOf(path, viewer, bundles);
    if (!file) {
      response.writeHead(404, HEADERS).end();
      return;
    }
    const stream = createReadStream(file);
    stream.on('open', () => {
      response.writeHead(200, {
        ...HEADERS,
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      });
      stream.pipe(response);
    });
    stream.on('error', () => response.writeHead(404, HEADERS).end());
  });
  const bound = await listen(server, port);
  return { address: `http://${HOST}:${bound}/`, server };
}

/** The file behind an address; nothing outside the viewer and the bundles can be named. */
function fileOf(path: string, viewer: string, bundles: ServedBundles): string | undefined {
  const [, area, id, ...rest] = path.split('/');
  const isBundle = area === 'bundles';
  const root = isBundle ? bundles.get(id ?? '') : viewer;
  if (root === undefined) return undefined;
  const inside = isBundle ? rest.join('/') : path === '/' ? 'index.html' : path.slice(1);
  const file = normalize(join(root, inside));
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
    if (isFree) return candidate;
  }
  throw new OrynError('port.in-use', { port: last });
}
