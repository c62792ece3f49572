import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import type { SourceFile } from '@oryn/ingest';
import type { Sources, Study } from '@oryn/study';

/** A file from disk; only its base name goes further. */
export async function sourceFile(path: string, folder = '.'): Promise<SourceFile> {
  try {
    return { name: basename(path), bytes: await readFile(resolve(folder, path)) };
  } catch {
    throw new OrynError('file.missing', { path });
  }
}

/** Every file a study names, by the path written in it; paths are relative to the folder of the study. */
export async function sourcesOf(study: Study, folder = '.'): Promise<Sources> {
  const paths = [...study.files, study.boundary, study.possible, ...(study.context ?? [])];
  const sources = new Map<string, SourceFile>();
  for (const path of paths) {
    if (path !== undefined && !sources.has(path)) sources.set(path, await sourceFile(path, folder));
  }
  return sources;
}
