import { access, constants, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { bundle, type Findings } from '@oryn/study';

/**
 * Whether a bundle could be written to a folder: known before the work, so that nothing is computed in vain.
 * An older bundle is replaced; any other folder with files in it is not touched.
 *
 * @throws OrynError out.exists, out.not-writable
 */
export async function checkOut(out: string): Promise<void> {
  const found = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new OrynError('out.not-writable', { path: out });
  });
  if (found && found.length > 0 && !(await isOurs(out, found)))
    throw new OrynError('out.exists', { path: out });
  try {
    const parent = dirname(resolve(out));
    await mkdir(parent, { recursive: true });
    await access(parent, constants.W_OK);
  } catch {
    throw new OrynError('out.not-writable', { path: out });
  }
}

/** Write a bundle under a temporary name and rename it when whole: a killed run leaves no half bundle. */
export async function writeBundle(findings: Findings, out: string): Promise<void> {
  const target = resolve(out);
  const temporary = `${target}.part-${process.pid}`;
  try {
    await removeLeftovers(target);
    await mkdir(temporary, { recursive: true });
    for await (const { path, bytes } of bundle(findings)) {
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

/** Whether a folder holds a bundle and nothing beside it: only then may it be replaced. */
async function isOurs(folder: string, entries: readonly string[]): Promise<boolean> {
  try {
    const { format, files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    if (format !== 'oryn-bundle') return false;
    const own = new Set(['manifest.json', 'figures', ...files.map((file: { path: string }) => file.path)]);
    return entries.every((entry) => own.has(entry));
  } catch {
    return false;
  }
}
