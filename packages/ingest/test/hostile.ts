import { OrynError } from '@oryn/core';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Table } from '../src/formats/table.ts';
import { memoryFile, type SourceFile } from '../src/source/source-file.ts';

export function fileOfBase64(name: string, base64: string): SourceFile {
  return memoryFile(name, bytesOfBase64(base64));
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function textFile(name: string, text: string): SourceFile {
  return memoryFile(name, new TextEncoder().encode(text));
}

/** All rows of a table with their numbers, as text. */
export async function rowsOf(table: Table): Promise<{ row: number; values: string[] }[]> {
  const rows: { row: number; values: string[] }[] = [];
  await table.visit((values, row) => rows.push({ row, values: [...values] }));
  return rows;
}

type Open = (file: SourceFile) => Promise<Table>;

/** A reader must give a table whose rows are as wide as its columns, or an OrynError, and nothing else. */
async function readsOrRefuses(open: Open, bytes: Uint8Array): Promise<void> {
  try {
    const table = await open(memoryFile('hostile', bytes));
    await table.visit((values) => {
      if (values.length !== table.columns.length) throw new RangeError('width');
    });
  } catch (error) {
    if (!(error instanceof OrynError)) throw error;
  }
}

/** Truncations, flipped bits, random bytes and random insertions of a sound file, the same on every run. */
export async function fuzz(open: Open, sound: Uint8Array, runs: number): Promise<void> {
  const step = Math.max(1, Math.floor(sound.length / runs));
  for (let end = 0; end < sound.length; end += step) await readsOrRefuses(open, sound.slice(0, end));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const bytes = sound.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await readsOrRefuses(open, bytes);
      },
    ),
    { seed: 3, numRuns: runs },
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length), fc.uint8Array({ maxLength: 64 }), async (at, noise) => {
      await readsOrRefuses(open, new Uint8Array([...sound.slice(0, at), ...noise, ...sound.slice(at)]));
      await readsOrRefuses(open, new Uint8Array([...sound.slice(0, 8), ...noise]));
    }),
    { seed: 4, numRuns: Math.ceil(runs / 2) },
  );
}

/** The code of the error that a promise ends in. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OrynError);
  return (error as OrynError).code;
}
