import type { BundleEntry } from '../worker/types.ts';

/** Whether this page is the one file that opens without a server. */
export const isSingleFile = import.meta.env.MODE === 'single';

/** The bundles packed into the page, each as the zip that `oryn.html` was made with. */
export function embeddedBundles(): { entry: BundleEntry; zip: Uint8Array }[] {
  const packed = document.querySelectorAll<HTMLScriptElement>('script[data-bundle]');
  return Array.from(packed, (element) => ({
    entry: JSON.parse(element.dataset.bundle!) as BundleEntry,
    zip: Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0)),
  }));
}
