import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OrynError } from '@oryn/core';
import { type LayerQuery, sha256Of, sha256OfFile, type WindowAccount } from '@oryn/ingest';
import { sourceFile } from './sources.ts';

/** A window that is done, and the SHA-256 of its part file. */
interface KeptWindow extends WindowAccount {
  sha256: string;
}

/** The file beside the parts: what was asked and which windows are done. */
interface State {
  format: 'oryn-fetch';
  query: LayerQuery;
  windows: KeptWindow[];
}

/** Where a run keeps what it has, so that a killed run goes on. */
export interface FetchStore {
  /** Windows done, in order of time. */
  readonly windows: readonly WindowAccount[];
  keep(account: WindowAccount, lines: string): Promise<void>;
  /** Join the parts into the file, write the manifest beside it, and remove the parts. */
  finish(head: string, manifestOf: (sha256: string) => unknown): Promise<{ sha256: string; bytes: number }>;
}

/**
 * Open the parts of a file that is being fetched, or begin them. Windows whose part is missing or changed
 * count as not done.
 *
 * @throws OrynError fetch.other-query, out.not-writable
 */
export async function openFetchStore(out: string, query: LayerQuery): Promise<FetchStore> {
  const target = resolve(out);
  const folder = `${target}.parts`;
  const stateFile = join(folder, 'state.json');
  const partOf = ({ from, to }: WindowAccount): string => join(folder, `${from}_${to}.${query.format}`);
  await checkWritable(out, target);

  const earlier = await readState(stateFile);
  if (earlier) checkSame(folder, earlier.query, query);
  const windows: KeptWindow[] = [];
  for (const window of earlier?.windows ?? [])
    if ((await hashOf(partOf(window))) === window.sha256) windows.push(window);

  return {
    windows,
    async keep(account, lines) {
      const sha256 = sha256Of(new TextEncoder().encode(lines));
      windows.push({ ...account, sha256 });
      windows.sort((a, b) => (a.from < b.from ? -1 : 1));
      await writable(out, async () => {
        await mkdir(folder, { recursive: true });
        await replaceFile(partOf(account), lines);
        const state: State = { format: 'oryn-fetch', query, windows };
        await replaceFile(stateFile, `${JSON.stringify(state)}\n`);
      });
    },
    async finish(head, manifestOf) {
      const joined = join(folder, 'joined');
      return writable(out, async () => {
        await pipeline(Readable.from(linesOf(head, windows.map(partOf))), createWriteStream(joined));
        const sha256 = (await hashOf(joined))!;
        const { size: bytes } = await stat(joined);
        await rename(joined, target);
        await replaceFile(`${target}.manifest.json`, `${JSON.stringify(manifestOf(sha256), null, 2)}\n`);
        // The state goes last: until then the same command joins the parts again.
        for (const window of windows) await rm(partOf(window));
        await rm(stateFile);
        await rmdir(folder).catch(() => undefined);
        return { sha256, bytes };
      });
    },
  };
}

/** Known before the first request, so that nothing is asked for in vain. */
async function checkWritable(out: string, target: string): Promise<void> {
  await writable(out, async () => {
    await mkdir(dirname(target), { recursive: true });
    await access(dirname(target), constants.W_OK);
  });
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) throw new OrynError('out.not-writable', { path: out });
}

async function* linesOf(head: string, parts: readonly string[]): AsyncGenerator<Buffer | string> {
  if (head !== '') yield head;
  for (const part of parts) yield* createReadStream(part);
}

/** A file that is there whole or not at all. */
async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.new`);
  await writeFile(temporary, content);
  await rename(temporary, path);
}

async function readState(path: string): Promise<State | undefined> {
  try {
    const state = JSON.parse(await readFile(path, 'utf8'));
    return state.format === 'oryn-fetch' ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Parts of another query must not be mixed with these. */
function checkSame(folder: string, before: LayerQuery, now: LayerQuery): void {
  for (const key of Object.keys(now) as (keyof LayerQuery)[]) {
    const [then, given] = [String(before[key]), String(now[key])];
    if (then !== given)
      throw new OrynError('fetch.other-query', { path: basename(folder), key, before: then, given });
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return await sha256OfFile(await sourceFile(path));
  } catch {
    return undefined;
  }
}

/** @throws OrynError out.not-writable */
async function writable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw new OrynError('out.not-writable', { path });
    throw error;
  }
}
