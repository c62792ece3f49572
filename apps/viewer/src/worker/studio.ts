import { wrap } from 'comlink';
import type { studio } from './study-worker.ts';

/** A worker for the study of dropped files; `stop` ends whatever it does. */
export function openStudio(): { studio: ReturnType<typeof wrap<typeof studio>>; stop: () => void } {
  const worker = new Worker(new URL('./study-worker.ts', import.meta.url), {
    type: 'module',
    name: 'oryn-study',
  });
  return { studio: wrap<typeof studio>(worker), stop: () => worker.terminate() };
}
