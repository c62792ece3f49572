/** Put in by the build: the app's own files, and a name that changes with any of them. */
declare const ORYN_FILES: readonly string[];
declare const ORYN_VERSION: string;

/** The part of a service worker's world that is used here; the types of a page do not know it. */
interface LifeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface AskEvent extends Event {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}

const PREFIX = 'oryn-app-';
const NAME = PREFIX + ORYN_VERSION;
const PAGE = './';
const here = new URL(PAGE, self.location.href).href;
const own = new Set(ORYN_FILES.map((path) => new URL(path, here).href));

/** What a folder without a server would say of data and base map, which are never kept. */
const WITHOUT_SERVER: Readonly<Record<string, string>> = {
  'bundles/index.json': '[]',
  'basemap.json': '{"kind":"none"}',
};

self.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => (await caches.open(NAME)).addAll([PAGE, ...own]);
  (event as LifeEvent).waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const forgetOlder = async (): Promise<void> => {
    const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(older.map((name) => caches.delete(name)));
  };
  (event as LifeEvent).waitUntil(forgetOlder());
});

self.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as AskEvent;
  const address = request.url.split(/[?#]/)[0];
  const told = WITHOUT_SERVER[address.slice(here.length)];
  const answer = (work: Promise<Response>): void => respondWith.call(event, work);
  if (request.method !== 'GET' || !address.startsWith(here)) return;
  if (request.mode === 'navigate' && address === here) answer(newest(request));
  else if (own.has(address)) answer(kept(request));
  else if (told !== undefined) answer(fetch(request).catch(() => new Response(told)));
});

/** The page is asked for anew, so that a new version is never hidden behind an old one. */
async function newest(request: Request): Promise<Response> {
  return fetch(request).catch(async () => (await caches.match(PAGE)) ?? Response.error());
}

async function kept(request: Request): Promise<Response> {
  const found = await caches.match(request, { ignoreSearch: true });
  return found ?? fetch(request);
}
