import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OrynError } from '@oryn/core';
import { type Manifest, parseManifest, type ReadFile } from '@oryn/study';

/** Reads the files of a bundle folder. */
export function bundleReader(folder: string): ReadFile {
  return async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch {
      if (path === 'manifest.json') throw new OrynError('bundle.not-found', { path: folder });
      throw new OrynError('bundle.damaged', { file: join(folder, path) });
    }
  };
}

/** @throws OrynError bundle.not-found, bundle.newer, bundle.damaged */
export async function readManifest(folder: string): Promise<Manifest> {
  const bytes = await bundleReader(folder)('manifest.json');
  return parseManifest(new TextDecoder().decode(bytes), folder);
}
