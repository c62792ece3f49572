import { worker } from '../worker/client.ts';
import type { BundleEntry } from '../worker/types.ts';

/** Studies of own data that are kept at once: each holds its incidents in memory. */
export const MOST_OWN_STUDIES = 3;

const OWN = 'own-';
let made = 0;

/** An id that no served bundle has in its address for long: it ends with the page. */
export const nextOwnId = (): string => `${OWN}${++made}`;

export const isOwn = (id: string): boolean => id.startsWith(OWN);

/** The newest first; the others are let go. */
export function keepNewest(own: readonly BundleEntry[]): BundleEntry[] {
  for (const { id } of own.slice(MOST_OWN_STUDIES)) worker.forget(id);
  return own.slice(0, MOST_OWN_STUDIES);
}
