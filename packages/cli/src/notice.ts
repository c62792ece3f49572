import { mkdir, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Language, text } from '@oryn/language';
import { say } from './progress.ts';

/** Where a person's settings lie on this system. */
function settingsFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  return join(XDG_CONFIG_HOME ?? APPDATA ?? join(homedir(), '.config'), 'oryn');
}

/**
 * Which laws to check, said at the first import of a person's own data and then no more. Where nothing can be
 * remembered it is said each time.
 */
export async function noticeOnce(lang: Language, simulated: boolean): Promise<void> {
  if (simulated) return;
  const marker = join(settingsFolder(), 'notice-shown');
  if (await stat(marker).catch(() => undefined)) return;
  say(text(lang, 'cli.notice'));
  try {
    await mkdir(settingsFolder(), { recursive: true });
    await writeFile(marker, '');
  } catch {
    // A folder that cannot be written to only means that the notice comes again.
  }
}
