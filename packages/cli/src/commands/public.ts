import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { formatInteger, type Language, text } from '@oryn/language';
import {
  contentSentence,
  declarationOf,
  newRegister,
  openBundle,
  PUBLIC_LIST,
  type PublicAccount,
  type PublicRegister,
  type PublicTable,
  parseRegister,
  publicFiles,
  publicHash,
  publicTable,
  registerTable,
  registerText,
  ruleSentences,
} from '@oryn/study';
import type { Command } from 'commander';
import { bundleReader } from '../bundle-folder.ts';
import { numberOf } from '../option-values.ts';
import { type GivenOptions, languageOf } from '../options.ts';
import { printJson } from '../output.ts';
import { checkOut, writeFolder } from '../write-bundle.ts';

/** 128 bits, which nobody guesses. */
const SECRET_BYTES = 16;

/** `oryn public BUNDLE`: the one table of a study that may be published. */
export function addPublicCommand(program: Command): void {
  program
    .command('public <bundle>')
    .description(text('en', 'cli.command.public'))
    .option(
      '--category <names>',
      text('en', 'cli.option.publicCategory'),
      (given: string, before: string[] = []) => [...before, given],
    )
    .option('--years <list>', text('en', 'cli.option.publicYears'))
    .option('--resolution <number>', text('en', 'cli.option.publicResolution'))
    .option('--withdraw', text('en', 'cli.option.publicWithdraw'))
    .option('--lang <language>', text('en', 'cli.option.lang'))
    .option('--out <folder>', text('en', 'cli.option.outFolder'))
    .option('--json', text('en', 'cli.option.json'))
    .action(async (folder: string, given: GivenOptions) => {
      const lang = languageOf(given);
      const out = (given.out as string | undefined) ?? besideBundle(folder, '-public');
      await checkOut(out, PUBLIC_LIST);
      const bundle = await openBundle(bundleReader(folder), folder);
      const declaration = declarationOf(bundle, {
        categories: given.category as string[] | undefined,
        years: given.years as string | undefined,
        resolution: numberOf(given, 'resolution', '7, 8, 9'),
      });
      const secretPath = besideBundle(folder, '-public.secret.json');
      const register = await registerAt(secretPath);
      const { table, account } = publicTable(bundle, declaration, register.secret);
      const entered = registerTable(register, declaration, publicHash(table), {
        withdraw: given.withdraw === true,
      });
      // Before the table: one that is published is always known.
      await writeSecret(secretPath, entered);
      await writeFolder(filesOf(publicFiles(bundle, table)), out);
      if (given.json) {
        const { groups, periods, resolution } = declaration;
        const parameters = { groups, periods, resolution, withdraw: given.withdraw === true };
        const result = { written: out, secret: secretPath, places: table.ids.length, account };
        printJson({ command: 'public', parameters, choices: [], account: undefined, result });
      } else printSummary(lang, table, account, out, secretPath);
    });
}

/** Beside the bundle, which holds what its manifest lists and nothing else. */
function besideBundle(folder: string, ending: string): string {
  const path = resolve(folder);
  return join(dirname(path), `${basename(path)}${ending}`);
}

/** @throws OrynError public.register-damaged */
async function registerAt(path: string): Promise<PublicRegister> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new OrynError('public.register-damaged', { file: path });
  });
  if (content === undefined) return newRegister(randomBytes(SECRET_BYTES).toString('hex'));
  return parseRegister(basename(path), content);
}

/** Readable by its owner alone. @throws OrynError out.not-writable */
async function writeSecret(path: string, register: PublicRegister): Promise<void> {
  try {
    await writeFile(path, registerText(register), { mode: 0o600 });
  } catch {
    throw new OrynError('out.not-writable', { path });
  }
}

async function* filesOf(files: ReturnType<typeof publicFiles>): AsyncGenerator<(typeof files)[number]> {
  yield* files;
}

function printSummary(
  lang: Language,
  table: PublicTable,
  account: PublicAccount,
  out: string,
  secretPath: string,
): void {
  const lines = [
    ...(table.simulated ? [text(lang, 'statements.simulated')] : []),
    contentSentence(table, lang),
    ...ruleSentences(lang),
    '',
    `${text(lang, 'publicTable.ownersOnly')}:`,
    ...Object.entries(account).map(
      ([what, n]) =>
        `  ${text(lang, `publicTable.account.${what as keyof PublicAccount}`)}: ${formatInteger(lang, n)}`,
    ),
    '',
    text(lang, 'publicTable.keepSecret', { path: secretPath }),
    text(lang, 'cli.written', { path: out }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
