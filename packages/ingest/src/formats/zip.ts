import { OrynError } from '@oryn/core';
import { joinedBytes } from '../source/joined-bytes.ts';
import type { SourceFile } from '../source/source-file.ts';
import { damaged, guarded } from './damaged.ts';

/** Workbooks hold tens of entries, a zipped shapefile a few. */
const MOST_ENTRIES = 10_000;
/** A sheet of 1,048,576 rows and 40 columns is about 3 GiB of XML; it is streamed, never held. */
const MOST_UNPACKED_BYTES = 4 * 1024 ** 3;
/** XML of the most repetitive sheets packs about 100 to 1; what packs better is made to fill a disk. */
const MOST_UNPACKED_RATIO = 250;
/** Below so many unpacked bytes no ratio harms. */
const HARMLESS_BYTES = 16 * 1024 ** 2;

/** One file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked bytes as the directory claims; what is unpacked is counted and may not pass the limits. */
  readonly size: number;
  /** The unpacked bytes in order; leaving the loop stops the unpacking. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/**
 * The entries of a zip; the file is read in parts, and nothing is unpacked before it is asked for.
 *
 * @throws OrynError file.damaged, file.encrypted, file.too-many-entries; from `chunks` also file.unpacks-too-large
 */
export async function openZip(file: SourceFile): Promise<ZipEntry[]> {
  const { ZipReader, Reader } = await import('@zip.js/zip.js');
  class PartReader extends Reader<SourceFile> {
    override size = file.size;
    override readUint8Array(index: number, length: number): Promise<Uint8Array> {
      return file.slice(index, Math.min(file.size, index + length));
    }
  }
  return guarded(file.name, 'ZIP', async () => {
    const entries: ZipEntry[] = [];
    const reader = new ZipReader(new PartReader(file));
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length >= MOST_ENTRIES) {
        throw new OrynError('file.too-many-entries', { file: file.name, limit: MOST_ENTRIES });
      }
      if (entry.directory) continue;
      if (entry.encrypted) throw new OrynError('file.encrypted', { file: file.name });
      const unpack: Unpack = (writable, signal) =>
        entry.getData(writable, { useWebWorkers: false, checkCrc32: false, signal });
      entries.push({
        name: entry.filename,
        size: entry.uncompressedSize,
        chunks: () => chunksOf(file.name, unpack, Math.max(1, entry.compressedSize)),
      });
    }
    return entries;
  });
}

type Unpack = (writable: WritableStream<Uint8Array>, signal: AbortSignal) => Promise<unknown>;

async function* chunksOf(file: string, unpack: Unpack, packed: number): AsyncGenerator<Uint8Array> {
  const abort = new AbortController();
  let fail: (reason: unknown) => void = () => undefined;
  const pipe = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (reason) => controller.error(reason);
    },
  });
  const unpacked = unpack(pipe.writable, abort.signal).catch((reason: unknown) => fail(reason));
  const reader = pipe.readable.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      total += value.length;
      const isBomb = total > HARMLESS_BYTES && total > packed * MOST_UNPACKED_RATIO;
      if (total > MOST_UNPACKED_BYTES || isBomb) throw unpacksTooLarge(file);
      yield value;
    }
  } catch (error) {
    throw error instanceof OrynError ? error : damaged(file, 'ZIP');
  } finally {
    abort.abort();
    await reader.cancel().catch(() => undefined);
    await unpacked;
  }
}

export function unpacksTooLarge(file: string): OrynError {
  return new OrynError('file.unpacks-too-large', { file });
}

/** All bytes of an entry. @throws OrynError file.unpacks-too-large, file.damaged */
export async function entryBytes(file: string, entry: ZipEntry, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of entry.chunks()) {
    length += chunk.length;
    if (length > limit) throw unpacksTooLarge(file);
    parts.push(chunk);
  }
  return joinedBytes(parts, length);
}
