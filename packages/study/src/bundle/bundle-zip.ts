import { OrynError } from '@oryn/core';
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** The files of a bundle by their path in it. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** The first day a zip can name: the same bundle is the same bytes on any day. */
const FIXED_DATE = '1980-01-01T00:00:00';

/** A bundle of a million incidents is far smaller; what unpacks to more is no bundle. */
const MOST_UNPACKED_BYTES = 1024 ** 3;

const MANIFEST = 'manifest.json';

/** A bundle as one file, to be kept or sent. */
export function zipOfBundle(files: BundleFiles): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) entries[path] = [files.get(path)!, { mtime: FIXED_DATE }];
  return zipSync(entries);
}

/**
 * The files of a bundle in a zip, whatever folder it was packed in; undefined where the zip holds no bundle.
 *
 * @param name of the file, for the sentence of an error
 * @throws OrynError file.damaged, file.unpacks-too-large
 */
export function bundleOfZip(name: string, bytes: Uint8Array): BundleFiles | undefined {
  let total = 0;
  const unpack = (wanted: (path: string) => boolean): Record<string, Uint8Array> => {
    try {
      return unzipSync(bytes, {
        filter: ({ name: path, originalSize }) => {
          if (!wanted(path)) return false;
          total += originalSize;
          if (total > MOST_UNPACKED_BYTES) throw new OrynError('file.unpacks-too-large', { file: name });
          return true;
        },
      });
    } catch (error) {
      if (error instanceof OrynError) throw error;
      throw new OrynError('file.damaged', { file: name, format: 'ZIP' });
    }
  };
  const found = Object.keys(unpack((path) => path === MANIFEST || path.endsWith(`/${MANIFEST}`)));
  const [manifest] = found.sort((a, b) => a.length - b.length);
  if (manifest === undefined) return undefined;
  const folder = manifest.slice(0, -MANIFEST.length);
  const files = unpack((path) => path.startsWith(folder) && !path.endsWith('/'));
  return new Map(Object.entries(files).map(([path, content]) => [path.slice(folder.length), content]));
}
