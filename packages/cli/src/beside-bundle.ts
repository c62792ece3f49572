import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';

/** `results/town` and `report` give `results/town-report`: what is made of a bundle stands beside it. */
export function besideBundle(folder: string, what: 'figures' | 'report'): string {
  const path = resolve(folder);
  return join(dirname(path), `${basename(path)}-${what}`);
}

/**
 * Refuse a place inside a bundle, which holds what its manifest lists and nothing else.
 *
 * @throws OrynError out.in-bundle
 */
export function checkOutsideBundle(out: string): void {
  for (let at = realPath(resolve(out)); ; at = dirname(at)) {
    if (isBundle(at)) throw new OrynError('out.in-bundle', { path: out, bundle: at });
    if (at === dirname(at)) return;
  }
}

function isBundle(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).format === 'oryn-bundle';
  } catch {
    return false;
  }
}

/** Links followed as far as the path exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(realPath(dirname(path)), basename(path));
  }
}
