import { wrap } from 'comlink';
import type { analyst } from './worker.ts';

/** The one worker of the page. */
export const worker = wrap<typeof analyst>(
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'oryn' }),
);

/** Where this page was served from; the worker's own address lies deeper. */
export const root = new URL('./', document.baseURI).href;
