import { access, constants, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { type BundleFile, bundle, type Findings } from '@oryn/study';

/** A folder that may be replaced by another of its kind: the file that lists its content, and the mark in it. */
export interface FolderKind {
  list: string;
  format: string;
}

const BUNDLE: FolderKind = { list: 'manifest.json', format: 'oryn-bundle' };

/**
 * Whether a bundle could be written to a folder: known before the work, so that nothing is computed in vain.
 * An older one of its kind is replaced; any other folder with files in it is not touched.
 *
 * @throws OrynError out.exists, out.not-writable
 */
export async function checkOut(out: string, kind: FolderKind = BUNDLE): Promise<void> {
  const found = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new OrynError('out.not-writable', { path: out });
  });
  if (found && found.length > 0 && !(await isOurs(out, found, kind)))
    throw new OrynError('out.exists', { path: out });
  try {
    const parent = dirname(resolve(out));
    await mkdir(parent, { recursive: true });
    await access(parent, constants.W_OK);
  } catch {
    throw new OrynError('out.not-writable', { path: out });
  }
}

/** @throws OrynError out.not-writable */
export async function writeBundle(findings: Findings, out: string): Promise<void> {
  await writeFolder(bundle(findings), out);
}

/**
 * Write files under a temporary name of their folder and rename it when whole: a killed run leaves no half folder.
 *
 * @throws OrynError out.not-writable
 */
export async function writeFolder(files: AsyncIterable<BundleFile>, out: string): Promise<void> {
  const target = resolve(out);
  const temporary = `${target}.part-${process.pid}`;
  try {
    await removeLeftovers(target);
    await mkdir(temporary, { recursive: true });
    for await (const { path, bytes } of files) {
      await mkdir(dirname(join(temporary, path)), { recursive: true });
      await writeFile(join(temporary, path), bytes);
    }
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof Error && 'errno' in error) throw new OrynError('out.not-writable', { path: out });
    throw error;
  }
}

/** What a killed run of the same bundle left under its temporary name. */
async function removeLeftovers(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(`${basename(target)}.part-`)) {
      await rm(join(dirname(target), name), { recursive: true, force: true });
    }
  }
}

/** Whether a folder holds what is listed in it and nothing beside it: only then may it be replaced. */
async function isOurs(folder: string, entries: readonly string[], kind: FolderKind): Promise<boolean> {
  try {
    const { format, files } = JSON.parse(await readFile(join(folder, kind.list), 'utf8'));
    if (format !== kind.format) return false;
    const own = new Set([kind.list, 'figures', ...files.map((file: { path: string }) => file.path)]);
    return entries.every((entry) => own.has(entry));
  } catch {
    return false;
  }
}
