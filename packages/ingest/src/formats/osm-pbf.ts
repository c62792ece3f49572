import { OrynError } from '@oryn/core';
import { PbfReader } from 'pbf';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { damaged, guarded } from './damaged.ts';
import type { OsmFile, OsmVisitor } from './osm-elements.ts';
import { type BlockContent, readBlock } from './osm-pbf-block.ts';

// The file is a row of blobs, each a length, a header and at most 32 MiB that are packed by themselves: one is held
// at a time (OpenStreetMap wiki, PBF Format).

const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 ** 2;
/** A country has some thousands. */
const MOST_BLOBS = 1_000_000;

/** What a reader must know to understand a file; others change the meaning of what follows. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

interface BlobPlace {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  /** What is in it, known after the first pass. */
  content: BlockContent | undefined;
}

/**
 * A file in the packed form of OpenStreetMap (`.osm.pbf`). Passes after the first unpack only the blobs that hold what
 * is asked for.
 *
 * @throws OrynError file.damaged, osm.feature, osm.packing
 */
export function openOsmPbf(file: SourceFile): OsmFile {
  let blobs: BlobPlace[] | undefined;
  const visit = async (visitor: OsmVisitor, onProgress?: ReadProgress): Promise<void> => {
    blobs ??= await guarded(file.name, FORMAT, () => blobsOf(file));
    for (const blob of blobs) {
      if (blob.content && !isWanted(blob.content, visitor)) continue;
      onProgress?.(blob.from, file.size);
      const bytes = await guarded(file.name, FORMAT, async () =>
        unpacked(file.name, await file.slice(blob.from, blob.to)),
      );
      if (blob.type === 'OSMHeader') {
        await guarded(file.name, FORMAT, () => checkHeader(file.name, bytes));
        blob.content = NOTHING;
      } else blob.content = readBlock(file.name, bytes, visitor);
    }
    onProgress?.(file.size, file.size);
  };
  return { name: file.name, visit };
}

const FORMAT = 'OSM PBF';
const NOTHING: BlockContent = { nodes: false, ways: false, relations: false };

function isWanted(content: BlockContent, visitor: OsmVisitor): boolean {
  return (
    (content.nodes && visitor.node !== undefined) ||
    (content.ways && visitor.way !== undefined) ||
    (content.relations && visitor.relation !== undefined)
  );
}

/** Where the blobs lie; those of a type that nobody knows are passed over, as the format asks. */
async function blobsOf(file: SourceFile): Promise<BlobPlace[]> {
  const blobs: BlobPlace[] = [];
  let at = 0;
  while (at < file.size) {
    const lead = await file.slice(at, at + 4);
    if (lead.length < 4) throw damaged(file.name, FORMAT);
    const length = new DataView(lead.buffer, lead.byteOffset, 4).getUint32(0);
    if (length > MOST_HEADER_BYTES) throw damaged(file.name, FORMAT);
    const header = { type: '', bytes: -1 };
    new PbfReader(await file.slice(at + 4, at + 4 + length)).readFields((field, into, pbf) => {
      if (field === 1) into.type = pbf.readString();
      else if (field === 3) into.bytes = pbf.readVarint();
    }, header);
    const from = at + 4 + length;
    const to = from + header.bytes;
    if (!(header.bytes >= 0 && header.bytes <= MOST_BLOB_BYTES) || to > file.size)
      throw damaged(file.name, FORMAT);
    if (header.type === 'OSMHeader' || header.type === 'OSMData') {
      if (blobs.length >= MOST_BLOBS) throw new OrynError('osm.too-large', { file: file.name });
      blobs.push({ type: header.type, from, to, content: undefined });
    }
    at = to;
  }
  if (blobs[0]?.type !== 'OSMHeader') throw damaged(file.name, FORMAT);
  return blobs;
}

/** Names of the ways to pack that the format knows, by their field. */
const PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

async function unpacked(file: string, bytes: Uint8Array): Promise<Uint8Array> {
  const blob: { raw?: Uint8Array; zlib?: Uint8Array; size: number; other?: string } = { size: -1 };
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.raw = pbf.readBytes();
    else if (field === 2) into.size = pbf.readVarint();
    else if (field === 3) into.zlib = pbf.readBytes();
    else if (field in PACKINGS) into.other = PACKINGS[field];
  }, blob);
  if (blob.raw) return blob.raw;
  if (blob.zlib) {
    if (!(blob.size >= 0 && blob.size <= MOST_BLOB_BYTES)) throw damaged(file, FORMAT);
    return inflated(file, blob.zlib, blob.size);
  }
  if (blob.other !== undefined) throw new OrynError('osm.packing', { file, given: blob.other });
  throw damaged(file, FORMAT);
}

/** Unpacks what must become `size` bytes; a stream that gives more is stopped there. */
async function inflated(file: string, packed: Uint8Array, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) throw damaged(file, FORMAT);
      bytes.set(value, at);
      at += value.length;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (at !== size) throw damaged(file, FORMAT);
  return bytes;
}

/** @throws OrynError osm.feature where the file needs more than is known here, a history of changes among it */
function checkHeader(file: string, bytes: Uint8Array): void {
  new PbfReader(bytes).readFields((field, _, pbf) => {
    if (field !== 4) return;
    const feature = pbf.readString();
    if (!KNOWN_FEATURES.has(feature))
      throw new OrynError('osm.feature', { file, given: feature.slice(0, 60) });
  }, undefined);
}
