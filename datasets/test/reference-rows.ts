import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reference tables beside the repository; tests that read them are skipped where they are not there. */
const folder = join(import.meta.dirname, '../../../shared/reference');

export const hasReference = existsSync(folder);

/** Rows of a reference table; its quoted cells hold commas, never quotes. */
export function referenceRows(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split(/\r?\n/);
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map((m) => m[1] ?? m[2] ?? '');
  const names = cells(header);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
}
