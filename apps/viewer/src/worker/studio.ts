import { wrap } from 'comlink';
import { startWorker } from './start-worker.ts';
import type { studio } from './study-worker.ts';
import workerUrl from './study-worker.ts?worker&url';

/** A worker for the study of dropped files; `stop` ends whatever it does. */
export function openStudio(): { studio: ReturnType<typeof wrap<typeof studio>>; stop: () => void } {
  const worker = startWorker(workerUrl, 'oryn-study');
  return { studio: wrap<typeof studio>(worker), stop: () => worker.terminate() };
}
