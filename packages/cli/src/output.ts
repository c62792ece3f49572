import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { OrynError } from '@oryn/core';
import {
  type Account,
  type Choice,
  type Column,
  csvOf,
  ORYN_VERSION,
  parquetOf,
  type Study,
} from '@oryn/study';

/** What a command found, in the form of `--json`. */
export interface CommandDocument {
  command: string;
  parameters: Partial<Study> & Record<string, unknown>;
  choices: readonly Choice[];
  account: Account | undefined;
  result: unknown;
}

export function printJson(document: CommandDocument): void {
  process.stdout.write(documentText(document));
}

/** A document as one line of JSON. */
export function documentText({ command, parameters, choices, account, result }: CommandDocument): string {
  return `${JSON.stringify({ version: ORYN_VERSION, command, parameters, choices, account: account ?? null, result })}\n`;
}

/** Write a table to standard output as CSV, or to a file whose extension picks the format. */
export async function writeTable(
  columns: readonly Column[],
  out: string | undefined,
  geojson?: () => unknown,
): Promise<void> {
  if (out === undefined) {
    process.stdout.write(csvOf(columns));
    return;
  }
  const extension = extname(out).toLowerCase();
  if (extension === '.csv') await writeOut(out, csvOf(columns));
  else if (extension === '.parquet') await writeOut(out, parquetOf(columns));
  else if (extension === '.geojson' && geojson) await writeOut(out, `${JSON.stringify(geojson())}\n`);
  else {
    const expected = ['.csv', '.parquet', ...(geojson ? ['.geojson'] : [])].join(', ');
    throw new OrynError('out.format', { given: out, expected });
  }
}

/** Write a file, its folder made if needed. @throws OrynError out.not-writable */
export async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch {
    throw new OrynError('out.not-writable', { path });
  }
}

/** Writes a file piece by piece, its folder made if needed. @throws OrynError out.not-writable */
export class PieceWriter {
  private readonly path: string;
  private readonly file: number;

  constructor(path: string) {
    this.path = path;
    this.file = this.tried(() => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, 'w');
    });
  }

  write(piece: Uint8Array): void {
    this.tried(() => {
      for (let at = 0; at < piece.length; ) at += writeSync(this.file, piece, at);
    });
  }

  close(): void {
    closeSync(this.file);
  }

  private tried<T>(act: () => T): T {
    try {
      return act();
    } catch {
      throw new OrynError('out.not-writable', { path: this.path });
    }
  }
}

/** A table for eyes: columns padded, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  process.stdout.write(
    `${[line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')}\n`,
  );
}
