import { isSingleFile } from '../embedded/embedded-bundles.ts';

/** Whether the app can be kept here at all: one file needs no keeping, and a browser trusts only safe addresses. */
export const canBeKept = (): boolean =>
  !isSingleFile && window.isSecureContext && 'serviceWorker' in navigator;

export async function isKept(): Promise<boolean> {
  return canBeKept() && (await navigator.serviceWorker.getRegistration()) !== undefined;
}

/** Keeps the app's own files in this browser, never data; it then opens without its server. */
export async function keepOffline(): Promise<void> {
  if (!canBeKept()) return;
  await navigator.serviceWorker.register('./service-worker.js');
  await navigator.serviceWorker.ready;
}

export async function forgetOffline(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith('oryn-app-'));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Who installs the app has asked for it to be kept. */
export function keepWhenInstalled(): void {
  window.addEventListener('appinstalled', () => {
    keepOffline();
  });
}
