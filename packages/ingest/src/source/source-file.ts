import { OrynError } from '@oryn/core';

/** A file that can be read in parts: from disk in Node, from a drop in the browser, from memory in a test. */
export interface SourceFile {
  /** Base name only; messages and manifests never carry a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`; fewer where the file ends earlier. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** The bytes in order; each call begins anew. */
  stream(): ReadableStream<Uint8Array>;
}

/** Called with bytes read and bytes of the file; what it throws stops the reading. */
export type ReadProgress = (done: number, total: number) => void;

/** Formats that must be held whole (JSON, workbooks, shapefiles, GeoPackage) stop here, packed or unpacked. */
export const LARGEST_WHOLE_BYTES = 512 * 1024 * 1024;

/** Pieces in which a file is read: small enough that their rows are let go young. */
export const PIECE_BYTES = 256 * 1024;

/** A file whose bytes are in memory. */
export function memoryFile(name: string, bytes: Uint8Array): SourceFile {
  return {
    name,
    size: bytes.length,
    slice: async (start, end) => bytes.subarray(start, end),
    stream: () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
            controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
          }
          controller.close();
        },
      }),
  };
}

/** A file of the browser, such as one dropped on a page; read when and as far as it is asked for. */
export function blobFile(name: string, blob: Blob): SourceFile {
  return {
    name,
    size: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
    stream: () => blob.stream() as ReadableStream<Uint8Array>,
  };
}

/**
 * All bytes of a file.
 *
 * @throws OrynError file.empty, file.too-large
 */
export async function bytesOf(file: SourceFile): Promise<Uint8Array> {
  if (file.size === 0) throw new OrynError('file.empty', { file: file.name });
  if (file.size > LARGEST_WHOLE_BYTES) throw tooLarge(file.name);
  return file.slice(0, file.size);
}

export function tooLarge(file: string): OrynError {
  return new OrynError('file.too-large', { file, limit: LARGEST_WHOLE_BYTES / 1024 / 1024 });
}
