import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { text } from '@oryn/language';
import type { Command } from 'commander';
import { readManifest } from '../bundle-folder.ts';
import { openBrowser } from '../open-browser.ts';
import { type GivenOptions, languageOf } from '../options.ts';
import { type ServedBundles, serve } from '../server.ts';

/** `oryn view [BUNDLE…]`: the viewer on the loopback address; without a bundle, those under results/. */
export function addViewCommand(program: Command): void {
  addViewOptions(program.command('view [bundle...]').description(text('en', 'cli.command.view'))).action(
    async (folders: string[], given: GivenOptions) => {
      const found = folders.length > 0 ? folders : await bundlesUnder('results');
      if (found.length === 0) throw new OrynError('bundle.not-found', { path: 'results' });
      const bundles = new Map<string, string>();
      for (const folder of found) {
        await readManifest(folder);
        bundles.set(basename(resolve(folder)), resolve(folder));
      }
      await view(bundles, given);
    },
  );
}

export function addViewOptions(command: Command): Command {
  return command
    .option('--port <number>', text('en', 'cli.option.port'))
    .option('--basemap <file-or-address>', text('en', 'cli.option.basemap'))
    .option('--lang <language>', text('en', 'cli.option.lang'))
    .option('--no-open', text('en', 'cli.option.noOpen'));
}

/** Serve until interrupted. A terminal opens the browser by itself, a script does not. */
export async function view(bundles: ServedBundles, given: GivenOptions): Promise<void> {
  const port = given.port === undefined ? undefined : portOf(String(given.port));
  const basemap = given.basemap === undefined ? undefined : String(given.basemap);
  const { address } = await serve(bundles, port, basemap);
  process.stdout.write(`${text(languageOf(given), 'cli.opened', { address })}\n`);
  if (given.open !== false && process.stdout.isTTY && !process.env.CI) openBrowser(address);
}

function portOf(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new OrynError('option.invalid', { option: '--port', given, expected: '1 … 65535' });
}

async function bundlesUnder(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory() || entry.name.includes('.part-')) continue;
    const folder = join(root, entry.name);
    const names = await readdir(folder);
    if (names.includes('manifest.json')) found.push(folder);
    else found.push(...(await bundlesUnder(folder)));
  }
  return found.sort();
}
