import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { makeDemo, plans } from './demo.ts';

/** Files that are stored compressed. */
const COMPRESSED: ReadonlySet<string> = new Set(['simulated-incidents.csv']);

const root = new URL('../../', import.meta.url);

for (const { id } of plans) {
  const folder = new URL(`${id}/`, root);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of makeDemo(id)) {
    if (COMPRESSED.has(name)) writeFileSync(new URL(`${name}.gz`, folder), gzipSync(text, { level: 9 }));
    else writeFileSync(new URL(name, folder), text);
    console.error(`${id}/${name}: ${text.length} characters`);
  }
}
