import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { OrynError } from '@oryn/core';
import { type Language, languages, text } from '@oryn/language';
import {
  type Article,
  checkCodes,
  docxDocument,
  GUIDE_EXAMPLE,
  GUIDE_LANGUAGES,
  guideDocument,
  guideFigures,
  hasGuide,
  openBundle,
  parseArticleFile,
  REPORT_FORMATS,
  reportFiles,
  reportSource,
  TABLE_FORMATS,
} from '@oryn/study';
import type { Command } from 'commander';
import { besideBundle, checkOutsideBundle } from '../beside-bundle.ts';
import { bundleReader } from '../bundle-folder.ts';
import { listOf, wordOf } from '../option-values.ts';
import { type GivenOptions, languageOf, readerOf } from '../options.ts';
import { printJson, writeOut } from '../output.ts';
import { readStudyFile } from './study.ts';
import { runStudy } from './study-run.ts';

/** Dots per inch of the pictures in a document, as journals ask. */
const DPI = 300;

const STYLES = ['report', 'kz-vak'] as const;

/** `oryn report BUNDLE`: the report of a bundle as documents, in one language or in all three; or the guide to the methods. */
export function addReportCommand(program: Command): void {
  program
    .command('report [bundle]')
    .description(text('en', 'cli.command.report'))
    .option('--lang <list>', text('en', 'cli.option.reportLang'))
    .option('--format <list>', text('en', 'cli.option.reportFormat'), REPORT_FORMATS.join(','))
    .option('--tables <list>', text('en', 'cli.option.reportTables'))
    .option('--style <name>', text('en', 'cli.option.reportStyle'), 'report')
    .option('--article <path>', text('en', 'cli.option.reportArticle'))
    .option('--udc <code>', text('en', 'cli.option.reportUdc'))
    .option('--irsti <code>', text('en', 'cli.option.reportIrsti'))
    .option('--methods', text('en', 'cli.option.reportMethods'))
    .option('--out <path>', text('en', 'cli.option.outFolder'))
    .option('--json', text('en', 'cli.option.json'))
    .action(async (folder: string | undefined, given: GivenOptions) => {
      if (given.methods) return writeGuide(folder, given);
      if (folder === undefined) throw new OrynError('option.missing', { option: '<bundle>' });
      const formats = listOf(given, 'format', REPORT_FORMATS) ?? REPORT_FORMATS;
      const tables = listOf(given, 'tables', TABLE_FORMATS) ?? [];
      const article = await articleOf(given);
      const wanted: readonly Language[] = listOf(given, 'lang', languages) ?? languages;
      const out = (given.out as string | undefined) ?? besideBundle(folder, 'report');
      checkOutsideBundle(out);
      const source = reportSource(await openBundle(bundleReader(folder), folder));
      const written: string[] = [];
      const picture = await pictureMaker();
      const request = { formats, tables, picture, article };
      for (const lang of wanted) {
        for await (const { path, bytes } of reportFiles(source, lang, request)) {
          const target = join(out, path);
          await writeOut(target, bytes);
          if (!written.includes(target)) written.push(target);
        }
      }
      if (given.json) {
        const style = article ? 'kz-vak' : 'report';
        const parameters = { formats, tables, languages: wanted, style, dpi: DPI };
        return printJson({
          command: 'report',
          parameters,
          choices: [],
          account: undefined,
          result: { written },
        });
      }
      for (const path of written) process.stdout.write(`${text(readerOf(given), 'cli.written', { path })}\n`);
    });
}

/** Fonts and what draws pixels take as long to load as all the rest. */
async function pictureMaker(): Promise<(svg: string) => Uint8Array> {
  const { renderPng } = await import('@oryn/figures/node');
  return (svg) => renderPng(svg, { dpi: DPI });
}

/** The guide in one language, as a document; its example is computed anew. */
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
  checkOutsideBundle(path);
  const study = createRequire(import.meta.url).resolve(`@oryn/datasets/${GUIDE_EXAMPLE}/study.yaml`);
  const found = await runStudy(await readStudyFile(study, { lang }), dirname(study));
  const figures = guideFigures(found, lang, await pictureMaker());
  await writeOut(path, await docxDocument(guideDocument(lang), figures));
  process.stdout.write(`${text(lang, 'cli.written', { path })}\n`);
}

/**
 * What the article file and the options say of an article; undefined where a report is asked for. The options win.
 *
 * @throws OrynError option.invalid, option.needs, file.missing, article.unknown-key, article.invalid
 */
async function articleOf(given: GivenOptions): Promise<Article | undefined> {
  if (wordOf(given, 'style', STYLES) === 'report') {
    const option = (['article', 'udc', 'irsti'] as const).find((key) => given[key] !== undefined);
    if (option !== undefined)
      throw new OrynError('option.needs', { option: `--${option}`, needed: '--style kz-vak' });
    return undefined;
  }
  const { article: path, udc, irsti } = given as { article?: string; udc?: string; irsti?: string };
  const codes = { ...(udc !== undefined && { udc }), ...(irsti !== undefined && { irsti }) };
  checkCodes(codes);
  if (path === undefined) return codes;
  const content = await readFile(path, 'utf8').catch(() => {
    throw new OrynError('file.missing', { path });
  });
  return { ...parseArticleFile(content, basename(path)), ...codes };
}
