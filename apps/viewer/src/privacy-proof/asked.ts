import { worker } from '../worker/client.ts';

/** What this page asked for since it was opened. */
export interface Asked {
  /** Addresses of the page's own server, in the order they were asked for. */
  own: string[];
  /** Addresses of anybody else. */
  others: string[];
}

const isLocal = (address: string): boolean => /^(data|blob):/.test(address);

/** Requests of the page and of the worker that answers it, as the browser recorded them. */
export async function askedSoFar(): Promise<Asked> {
  const ofPage = performance.getEntriesByType('resource').map(({ name }) => name);
  const all = [...ofPage, ...(await worker.asked())].filter((address) => !isLocal(address));
  const isOwn = (address: string): boolean => new URL(address).origin === window.location.origin;
  return { own: all.filter(isOwn), others: all.filter((address) => !isOwn(address)) };
}

/** What the browser was told to allow. */
export interface Allowed {
  /** The policy in full, a directive a line. */
  lines: string[];
  /** Whether the page may ask the server it came from. */
  mayAskOwn: boolean;
  /** Other origins that may be asked: map tiles an administrator has allowed. */
  others: string[];
}

/** The policy of the page as it stands in the page; a header of the server can only narrow it. */
export function allowed(): Allowed {
  const element = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  const lines = (element?.content ?? '').split(';').map((line) => line.trim());
  const connect = lines.find((line) => line.startsWith('connect-src ')) ?? '';
  return {
    lines,
    mayAskOwn: connect.includes("'self'"),
    others: connect.split(' ').filter((source) => /^https?:/.test(source)),
  };
}
