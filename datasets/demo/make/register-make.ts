import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { makeDemo } from './demo.ts';
import { COMPRESSED, registerExports } from './register.ts';

const folder = new URL('../../exports/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of await registerExports(makeDemo('demo-kenzhol'))) {
  if (name === COMPRESSED) writeFileSync(new URL(`${name}.gz`, folder), gzipSync(bytes, { level: 9 }));
  else writeFileSync(new URL(name, folder), bytes);
  console.error(`exports/${name}: ${bytes.length} bytes`);
}
