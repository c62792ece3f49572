import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Settings of the tests, apart from those of the person who runs them. */
const settings = mkdtempSync(join(tmpdir(), 'oryn-settings-'));
afterAll(() => rmSync(settings, { recursive: true, force: true }));
const bin = join(import.meta.dirname, '../bin/oryn.js');

export interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

/** Run the built `oryn` as a user does. */
export function oryn(args: readonly string[], cwd?: string, env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    env: { ...process.env, NO_COLOR: '1', XDG_CONFIG_HOME: settings, ...env },
  });
  return { status: status ?? -1, stdout, stderr };
}

/** A folder that is removed after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oryn-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function write(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export function filesUnder(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name), `${prefix}${entry.name}/`)
      : [`${prefix}${entry.name}`],
  );
}

/** Columns of CSV without quoted commas. */
export function parseCsv(text: string): Record<string, string[]> {
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return Object.fromEntries(header.map((name, column) => [name, rows.map((row) => row[column])]));
}
