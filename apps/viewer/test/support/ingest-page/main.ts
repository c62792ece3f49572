import { memoryFile, readIncidents, setSqliteWasm } from '@oryn/ingest';
import { digestOf } from './digest.ts';

declare global {
  interface Window {
    readInBrowser(name: string, base64: string): Promise<unknown>;
  }
}

setSqliteWasm('./sql-wasm-browser.wasm');

window.readInBrowser = async (name, base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return digestOf(await readIncidents([memoryFile(name, bytes)]));
};
