import { isSingleFile } from '../embedded/embedded-bundles.ts';
import { isPseudoAsked } from '../pseudo-language.ts';
import { PSEUDO } from '../state/view-state.ts';

/**
 * The address to start a worker from. A worker takes over the policy of its page only from a blob; from an address of
 * its own it takes that of its headers, and a plain server sends none.
 */
export function workerAddress(url: string): string {
  if (isSingleFile) return url;
  const script = `import ${JSON.stringify(new URL(url, document.baseURI).href)};`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

/** A page opened from a file may start only classic scripts as workers; a served one loads modules. */
export function startWorker(url: string, name: string): Worker {
  return new Worker(workerAddress(url), {
    type: isSingleFile ? 'classic' : 'module',
    name: isPseudoAsked ? `${name}-${PSEUDO}` : name,
  });
}
