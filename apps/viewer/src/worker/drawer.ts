import { wrap } from 'comlink';
import type { drawer } from './draws-worker.ts';
import workerUrl from './draws-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/** A worker for long draws; `stop` ends whatever it does. */
export function openDrawer(): { drawer: ReturnType<typeof wrap<typeof drawer>>; stop: () => void } {
  const worker = startWorker(workerUrl, 'oryn-draws');
  return { drawer: wrap<typeof drawer>(worker), stop: () => worker.terminate() };
}
