import type { Incidents } from '@oryn/core';
import { digestOf } from '@oryn/ingest';

/** Every published number is a multiple of it. */
export const BASE = 5;

/** Greatest variance that rounding adds to one number: of a rest of 2 or 3 out of 5, r(5 − r). */
export const MOST_VARIANCE = 6;

const WORDS = 2 ** 32;

/**
 * A count as a multiple of 5 next to it: up with chance rest/5, else down, so that its mean is the count. A multiple
 * of 5, zero among them, stays what it is.
 *
 * @param draw in [0, 1)
 */
export function roundAtRandom(count: number, draw: number): number {
  const rest = count % BASE;
  return count - rest + (draw * BASE < rest ? BASE : 0);
}

/** Bytes of what is hashed of an incident: the secret, three numbers, two words for its texts. */
const SECRET_BYTES = 16;
const RECORD_BYTES = SECRET_BYTES + 3 * 8 + 2 * 4;

/** The keys last made of a table of incidents: a million take some seconds. */
const made = new WeakMap<Incidents, { secret: string; keys: Uint32Array }>();

/**
 * A number of 32 bits for every incident, by its content and the secret alone. Summed over the incidents of a count they
 * give its draw: the same incidents are rounded alike in whatever table they are counted, so that no second table is a
 * second draw (the cell-key method: Fraser and Wooton, UNECE work session on statistical data confidentiality, 2005).
 *
 * @param secret 32 hexadecimal digits
 */
export function recordKeys(incidents: Incidents, secret: string): Uint32Array {
  const known = made.get(incidents);
  if (known?.secret === secret) return known.keys;
  const { count, lon, lat, time, category, placeType } = incidents;
  const record = new Uint8Array(RECORD_BYTES);
  const view = new DataView(record.buffer);
  for (let i = 0; i < SECRET_BYTES; i++) record[i] = Number.parseInt(secret.slice(2 * i, 2 * i + 2), 16);
  const categories = category.labels.map(wordOfText);
  const placeTypes = placeType.labels.map(wordOfText);
  const keys = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    view.setFloat64(SECRET_BYTES, lon[i]);
    view.setFloat64(SECRET_BYTES + 8, lat[i]);
    // Not a number has many bit patterns.
    view.setFloat64(SECRET_BYTES + 16, Number.isNaN(time[i]) ? Infinity : time[i]);
    view.setUint32(SECRET_BYTES + 24, categories[category.codes[i]]);
    view.setUint32(SECRET_BYTES + 28, placeTypes[placeType.codes[i]]);
    keys[i] = wordOf(digestOf(record));
  }
  made.set(incidents, { secret, keys });
  return keys;
}

const wordOf = (digest: Uint8Array): number => new DataView(digest.buffer, digest.byteOffset).getUint32(0);

/** A label by its letters, not by its place in a list that another file would order otherwise. */
const wordOfText = (label: string): number => wordOf(digestOf(new TextEncoder().encode(label)));

/** The draw of a count from the sum of the keys of its incidents. */
export function drawOf(sumOfKeys: number): number {
  return (sumOfKeys >>> 0) / WORDS;
}
