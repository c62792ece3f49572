import type { BundleFiles } from '@oryn/study';

/** The buffers behind the files of a bundle, each once, to be handed over instead of copied. */
export function buffersOf(files: BundleFiles): ArrayBuffer[] {
  return [...new Set([...files.values()].map(({ buffer }) => buffer as ArrayBuffer))];
}
