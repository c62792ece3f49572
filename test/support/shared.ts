import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Folder of shared golden values and real data beside the project; tests on it skip where it is absent. */
const folder = join(import.meta.dirname, '../../../shared');

export const hasShared = existsSync(join(folder, 'golden'));
if (!hasShared) {
  process.stderr.write(
    'Golden values and real files are skipped: the folder "shared" is not beside the project.\n',
  );
}

export const sharedPath = (path: string): string => join(folder, path);

function sharedText(path: string): string {
  const bytes = readFileSync(sharedPath(path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function sharedJson<T>(path: string): T {
  return JSON.parse(sharedText(path)) as T;
}

/** A table of a golden file by column; quoted fields are unquoted, nothing else is interpreted. */
export function sharedTable(path: string): Record<string, string[]> {
  const [header, ...rows] = sharedText(path).trim().split(/\r?\n/).map(splitLine);
  return Object.fromEntries(header.map((name, column) => [name, rows.map((row) => row[column])]));
}

function splitLine(line: string): string[] {
  return (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [])
    .slice(0, line.endsWith(',') ? undefined : -1)
    .map((field) =>
      field
        .replace(/,$/, '')
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'),
    );
}
