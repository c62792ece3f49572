import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';

/**
 * Refuse, before anything is opened, what would write over a file that is read, or write two things to one place.
 *
 * @param inputs paths that are read
 * @param outputs paths that will be written
 * @throws OrynError out.is-input, out.twice
 */
export function checkOutputs(inputs: readonly unknown[], outputs: readonly unknown[]): void {
  const read = new Set(inputs.flat().filter(isPath).map(placeOf));
  const written = new Set<string>();
  for (const path of outputs.filter(isPath)) {
    const place = placeOf(path);
    if (read.has(place)) throw new OrynError('out.is-input', { path });
    if (written.has(place)) throw new OrynError('out.twice', { path });
    written.add(place);
  }
}

const isPath = (value: unknown): value is string => typeof value === 'string';

/** One name for one file, however it is reached: links are followed, hard links compared by their number. */
function placeOf(path: string): string {
  try {
    const { dev, ino, nlink, isFile } = statOf(path);
    return isFile && nlink > 1 ? `${dev}:${ino}` : realpathSync(path);
  } catch {
    // It is not there yet; its folder may be.
    try {
      return join(realpathSync(dirname(resolve(path))), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

function statOf(path: string): { dev: number; ino: number; nlink: number; isFile: boolean } {
  const found = statSync(path);
  return { dev: found.dev, ino: found.ino, nlink: found.nlink, isFile: found.isFile() };
}
