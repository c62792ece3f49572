import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { OrynError } from '@oryn/core';
import { PIECE_BYTES, type SourceFile } from '@oryn/ingest';
import { type Sources, type Study, studyFiles } from '@oryn/study';

/** A file on disk, read only when and as far as it is asked for; only its base name goes further. */
export async function sourceFile(path: string, folder = '.'): Promise<SourceFile> {
  const full = resolve(folder, path);
  const found = await stat(full).catch(() => undefined);
  if (!found) throw new OrynError('file.missing', { path });
  if (!found.isFile()) throw new OrynError('file.not-readable', { path });
  return {
    name: basename(path),
    size: found.size,
    async slice(start, end) {
      const handle = await open(full).catch(() => {
        throw new OrynError('file.not-readable', { path });
      });
      try {
        const length = Math.max(0, Math.min(end, found.size) - start);
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, start);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    stream: () =>
      Readable.toWeb(createReadStream(full, { highWaterMark: PIECE_BYTES })) as ReadableStream<Uint8Array>,
  };
}

/** Every file a study names, by the path written in it; paths are relative to the folder of the study. */
export async function sourcesOf(study: Study, folder = '.'): Promise<Sources> {
  const sources = new Map<string, SourceFile>();
  for (const path of studyFiles(study)) sources.set(path, await sourceFile(path, folder));
  return sources;
}
