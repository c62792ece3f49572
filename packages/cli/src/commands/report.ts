import { basename, dirname, extname, join, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { renderPng } from '@oryn/figures/node';
import { type Language, languages, text } from '@oryn/language';
import {
  docxDocument,
  GUIDE_LANGUAGES,
  guideDocument,
  hasGuide,
  openBundle,
  REPORT_FORMATS,
  reportFiles,
  reportSource,
  TABLE_FORMATS,
} from '@oryn/study';
import type { Command } from 'commander';
import { bundleReader } from '../bundle-folder.ts';
import { type GivenOptions, languageOf } from '../options.ts';
import { printJson, writeOut } from '../output.ts';

/** Dots per inch of the pictures in a document, as journals ask. */
const DPI = 300;

/** `oryn report BUNDLE`: the report of a bundle as documents, in one language or in all three; or the guide to the methods. */
export function addReportCommand(program: Command): void {
  program
    .command('report [bundle]')
    .description(text('en', 'cli.command.report'))
    .option('--lang <language>', text('en', 'cli.option.lang'))
    .option('--format <list>', text('en', 'cli.option.reportFormat'), REPORT_FORMATS.join(','))
    .option('--tables <list>', text('en', 'cli.option.reportTables'))
    .option('--methods', text('en', 'cli.option.reportMethods'))
    .option('--out <path>', text('en', 'cli.option.outFolder'))
    .option('--json', text('en', 'cli.option.json'))
    .action(async (folder: string | undefined, given: GivenOptions) => {
      if (given.methods) return writeGuide(folder, given);
      if (folder === undefined) throw new OrynError('option.missing', { option: '<bundle>' });
      const formats = wordsOf('--format', String(given.format), REPORT_FORMATS);
      const tables =
        given.tables === undefined ? [] : wordsOf('--tables', String(given.tables), TABLE_FORMATS);
      const wanted: readonly Language[] = given.lang === undefined ? languages : [languageOf(given)];
      const source = reportSource(await openBundle(bundleReader(folder), folder));
      const out = (given.out as string | undefined) ?? besideBundle(folder);
      const written: string[] = [];
      const request = { formats, tables, picture: (svg: string) => renderPng(svg, { dpi: DPI }) };
      for (const lang of wanted) {
        for await (const { path, bytes } of reportFiles(source, lang, request)) {
          const target = join(out, path);
          await writeOut(target, bytes);
          if (!written.includes(target)) written.push(target);
        }
      }
      if (given.json) {
        const parameters = { formats, tables, languages: wanted, dpi: DPI };
        return printJson({
          command: 'report',
          parameters,
          choices: [],
          account: undefined,
          result: { written },
        });
      }
      for (const path of written)
        process.stdout.write(`${text(languageOf(given), 'cli.written', { path })}\n`);
    });
}

/** The guide in one language, as a document. */
async function writeGuide(folder: string | undefined, given: GivenOptions): Promise<void> {
  if (folder !== undefined)
    throw new OrynError('option.together', { first: '<bundle>', second: '--methods' });
  const lang = languageOf(given);
  if (!hasGuide(lang))
    throw new OrynError('option.invalid', {
      option: '--lang',
      given: lang,
      expected: GUIDE_LANGUAGES.join(', '),
    });
  const path = (given.out as string | undefined) ?? `oryn-methods.${lang}.docx`;
  if (extname(path).toLowerCase() !== '.docx')
    throw new OrynError('out.format', { given: path, expected: '.docx' });
  await writeOut(path, await docxDocument(guideDocument(lang), new Map()));
  process.stdout.write(`${text(lang, 'cli.written', { path })}\n`);
}

/** A folder of its own: a bundle holds what its manifest lists and nothing else. */
function besideBundle(folder: string): string {
  const path = resolve(folder);
  return join(dirname(path), `${basename(path)}-report`);
}

/** @throws OrynError option.invalid */
function wordsOf<Word extends string>(option: string, given: string, known: readonly Word[]): Word[] {
  const words = given.split(',').map((word) => word.trim());
  const isKnown = (word: string): word is Word => (known as readonly string[]).includes(word);
  if (words.every(isKnown)) return [...new Set(words)];
  throw new OrynError('option.invalid', { option, given, expected: known.join(', ') });
}
