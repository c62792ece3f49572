import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first day a zip can name: files of the same content are the same bytes on any day. */
const FIXED_DATE = '1980-01-01T00:00:00';

/** A stamp of the clock in XML. */
const STAMP = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g;

/**
 * An office document with the clock taken out of it: entries in order of their names, each of one date, and the dates
 * of creation and change likewise.
 */
export function withoutClock(document: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  const found = unzipSync(document);
  for (const name of Object.keys(found).sort(contentTypesFirst)) {
    const bytes =
      name === 'docProps/core.xml'
        ? strToU8(strFromU8(found[name]).replaceAll(STAMP, `${FIXED_DATE}Z`))
        : found[name];
    entries[name] = [bytes, { mtime: FIXED_DATE }];
  }
  return zipSync(entries);
}

/** Some readers look at the first entry to tell what a zip is. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
