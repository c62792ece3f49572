import { OrynError } from '@oryn/core';

/** A file as bytes: from disk in Node, from a drop in the browser. */
export interface SourceFile {
  /** Base name only; messages and manifests never carry a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FileFormat = 'csv' | 'geojson';

/** The format by the extension (`.gz` on top of it allowed), else by the first character. */
export function formatOf(name: string, text: string): FileFormat {
  const extension = /\.([a-z0-9]+)(\.gz)?$/i.exec(name)?.[1].toLowerCase();
  if (extension === 'geojson' || extension === 'json') return 'geojson';
  if (extension === 'csv' || extension === 'tsv' || extension === 'tab' || extension === 'txt') return 'csv';
  if (text.trimStart().startsWith('{')) return 'geojson';
  throw new OrynError('file.format', { file: name });
}

/**
 * The text of a file, gzip unpacked by its magic number, UTF-8 with or without a byte order mark.
 *
 * @throws OrynError file.empty, file.encoding, file.not-gzip
 */
export async function textOf(file: SourceFile): Promise<string> {
  const isGzip = file.bytes[0] === 0x1f && file.bytes[1] === 0x8b;
  if (!isGzip && /\.gz$/i.test(file.name) && file.bytes.length > 0) {
    throw new OrynError('file.not-gzip', { file: file.name });
  }
  const bytes = isGzip ? await unpack(file) : file.bytes;
  if (bytes.length === 0) throw new OrynError('file.empty', { file: file.name });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OrynError('file.encoding', { file: file.name });
  }
}

async function unpack(file: SourceFile): Promise<Uint8Array> {
  try {
    const stream = new Blob([file.bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new OrynError('file.not-gzip', { file: file.name });
  }
}
