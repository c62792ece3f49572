import { wrap } from 'comlink';
import { startWorker } from './start-worker.ts';
import type { analyst } from './worker.ts';
import workerUrl from './worker.ts?worker&url';

/** The one worker of the page. */
export const worker = wrap<typeof analyst>(startWorker(workerUrl, 'oryn'));

/** Where this page was served from; the worker's own address lies deeper. */
export const root = new URL('./', document.baseURI).href;
