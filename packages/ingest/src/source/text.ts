import { OrynError } from '@oryn/core';
import { decoderOf, detectEncoding, type EncodingLabel, type TextStreamDecoder } from './encoding.ts';
import { joinedBytes } from './joined-bytes.ts';
import { LARGEST_WHOLE_BYTES, type ReadProgress, type SourceFile, tooLarge } from './source-file.ts';

/** From this much of a file its encoding and its columns are recognised. */
const HEAD_BYTES = 1024 * 1024;

/** The bytes of a file in order, gzip unpacked by its magic number. @throws OrynError file.not-gzip */
async function* unpackedChunks(file: SourceFile, onProgress?: ReadProgress): AsyncGenerator<Uint8Array> {
  const magic = await file.slice(0, 2);
  const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
  if (!isGzip && /\.gz$/i.test(file.name) && file.size > 0) {
    throw new OrynError('file.not-gzip', { file: file.name });
  }
  let done = 0;
  let stopped: unknown;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        done += chunk.length;
        try {
          onProgress?.(done, file.size);
        } catch (reason) {
          stopped = reason;
          throw reason;
        }
        controller.enqueue(chunk);
      },
    }),
  );
  const unpacked = isGzip
    ? counted.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>)
    : counted;
  const reader = unpacked.getReader();
  try {
    for (;;) {
      const { done: isDone, value } = await reader.read();
      if (isDone) return;
      yield value;
    }
  } catch (error) {
    if (stopped !== undefined) throw stopped;
    if (isGzip && !(error instanceof OrynError)) throw new OrynError('file.gzip-broken', { file: file.name });
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The first bytes of a file, unpacked: at most `HEAD_BYTES`, and whether they are all. @throws OrynError file.empty */
export async function headOf(file: SourceFile): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = true;
  for await (const chunk of unpackedChunks(file)) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) {
      isWhole = false;
      break;
    }
  }
  if (length === 0) throw new OrynError('file.empty', { file: file.name });
  return { bytes: joinedBytes(parts, length), isWhole };
}

/** As long as every byte is ASCII. */
export const OPEN_ENCODING = 'us-ascii';

/**
 * Decodes a file piece by piece. As long as every byte is ASCII the encoding is open; the first piece that has
 * others decides it.
 */
export class FileDecoder {
  /** The encoding found so far; `OPEN_ENCODING` while it is open. */
  label: EncodingLabel = OPEN_ENCODING;
  private readonly file: string;
  private decoder: TextStreamDecoder | undefined;
  private offset = 0;

  /** @throws OrynError encoding.unknown */
  constructor(file: string, encoding?: EncodingLabel) {
    this.file = file;
    if (encoding !== undefined) this.choose(encoding);
  }

  /** @throws OrynError file.encoding */
  decode(bytes: Uint8Array, isEnd: boolean): string {
    if (!this.decoder) {
      const found = detectEncoding(bytes, isEnd);
      if (found) this.choose(found);
    }
    try {
      const text = (this.decoder ?? ASCII).decode(bytes, { stream: !isEnd });
      this.offset += bytes.length;
      return text;
    } catch {
      throw new OrynError('file.encoding', { file: this.file, encoding: this.label, offset: this.offset });
    }
  }

  private choose(label: EncodingLabel): void {
    try {
      this.decoder = decoderOf(label);
    } catch {
      throw new OrynError('encoding.unknown', { given: label });
    }
    this.label = label.toLowerCase();
  }
}

const ASCII: TextStreamDecoder = { decode: (bytes) => new TextDecoder('utf-8').decode(bytes) };

/** The text of a file piece by piece; the decoder tells the encoding found. */
export async function* textChunks(
  file: SourceFile,
  decoder: FileDecoder,
  onProgress?: ReadProgress,
): AsyncGenerator<string> {
  let held: Uint8Array | undefined;
  for await (const chunk of unpackedChunks(file, onProgress)) {
    if (held) yield decoder.decode(held, false);
    held = chunk;
  }
  if (held) yield decoder.decode(held, true);
}

/**
 * The whole text of a file.
 *
 * @throws OrynError file.empty, file.encoding, file.not-gzip, file.gzip-broken, file.too-large, encoding.unknown
 */
export async function textOf(file: SourceFile, encoding?: EncodingLabel): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of unpackedChunks(file)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > LARGEST_WHOLE_BYTES) throw tooLarge(file.name);
  }
  if (length === 0) throw new OrynError('file.empty', { file: file.name });
  return new FileDecoder(file.name, encoding).decode(joinedBytes(parts, length), true);
}
