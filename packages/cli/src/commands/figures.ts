import { join } from 'node:path';
import { OrynError } from '@oryn/core';
import { greyOf } from '@oryn/figures';
import { missingGlyphs, outlineText, pixelSize, renderPdf, renderPng, renderTiff } from '@oryn/figures/node';
import { errorText, type Language, text } from '@oryn/language';
import { type Drawn, drawFigures, type LeftOut, openBundle, panelFiguresOf, reportSource } from '@oryn/study';
import type { Command } from 'commander';
import { besideBundle, checkOutsideBundle } from '../beside-bundle.ts';
import { bundleReader } from '../bundle-folder.ts';
import { type FigureFormat, type FigureOptions, figureOptions } from '../figure-options.ts';
import { type GivenOptions, readerOf } from '../options.ts';
import { printJson, writeOut } from '../output.ts';
import { say } from '../progress.ts';

/** As many as have letters and room on a page. */
const MOST_PANELS = 4;

/**
 * `oryn figures BUNDLE…`: the figures of a bundle again for paper, in one language or in all three; of several bundles
 * the figures that bear comparison, side by side.
 */
export function addFiguresCommand(program: Command): void {
  program
    .command('figures <bundle...>')
    .description(text('en', 'cli.command.figures'))
    .option('--figures <list>', text('en', 'cli.option.figures'))
    .option('--breaks <classes>', text('en', 'cli.option.figureBreaks'))
    .option('--periods <two>', text('en', 'cli.option.figurePeriods'))
    .option('--against <category>', text('en', 'cli.option.figureAgainst'))
    .option('--draws <number>', text('en', 'cli.option.figureDraws'))
    .option('--format <list>', text('en', 'cli.option.figureFormat'))
    .option('--style <name>', text('en', 'cli.option.figureStyle'))
    .option('--width <mm>', text('en', 'cli.option.figureWidth'))
    .option('--dpi <number>', text('en', 'cli.option.dpi'), '300')
    .option('--palette <name>', text('en', 'cli.option.figurePalette'))
    .option('--number <number>', text('en', 'cli.option.figureNumber'))
    .option('--outline-text', text('en', 'cli.option.outlineText'))
    .option('--lang <list>', text('en', 'cli.option.figureLang'))
    .option('--out <folder>', text('en', 'cli.option.outFolder'))
    .option('--json', text('en', 'cli.option.json'))
    .action(async (folders: string[], given: GivenOptions) => {
      if (folders.length > MOST_PANELS) {
        throw new OrynError('option.invalid', {
          option: '<bundle...>',
          given: String(folders.length),
          expected: `1 … ${MOST_PANELS}`,
        });
      }
      const options = figureOptions(given, folders.length);
      const ownFolder = folders.length === 1 ? besideBundle(folders[0]!, 'figures') : 'figures';
      const out = (given.out as string | undefined) ?? ownFolder;
      checkOutsideBundle(out);
      const drawn: Drawn[] = [];
      for (const folder of folders) drawn.push(reportSource(await openBundle(bundleReader(folder), folder)));
      const lang = readerOf(given);
      const { written, leftOut } = await writeFigures(drawn, options, out, lang);
      if (given.json) {
        const { formats, dpi, paper, choices } = options;
        printJson({
          command: 'figures',
          parameters: { formats, dpi, ...paper, ...choices },
          choices: [],
          account: undefined,
          result: { written, leftOut },
        });
      } else {
        for (const path of written) process.stdout.write(`${text(lang, 'cli.written', { path })}\n`);
      }
    });
}

interface Written {
  readonly written: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Writes every figure in every language and format, none of them where one is too large. */
async function writeFigures(
  drawn: readonly Drawn[],
  options: FigureOptions,
  out: string,
  reader: Language,
): Promise<Written> {
  const { langs, formats, dpi } = options;
  const found = langs.map((lang) => figuresIn(lang, drawn, options));
  const figures = found.flatMap((one) => one.figures);
  const leftOut = found[0]?.leftOut ?? [];
  sayLeftOut(leftOut, options, reader);
  if (formats.includes('png') || formats.includes('tiff')) {
    for (const [, svg] of figures) pixelSize(svg, dpi);
  }
  const written: string[] = [];
  for (const [name, svg] of figures) {
    for (const format of formats) {
      const path = join(out, `${name}.${format}`);
      await writeOut(path, await contentOf(svg, format, options));
      written.push(path);
    }
  }
  return { written, leftOut };
}

/** The figures in one language by the names of their files; says which signs the font lacks. */
function figuresIn(
  lang: Language,
  drawn: readonly Drawn[],
  { paper, isGrey, choices }: FigureOptions,
): { figures: [name: string, svg: string][]; leftOut: readonly LeftOut[] } {
  const { figures, leftOut } =
    drawn.length === 1
      ? drawFigures(drawn[0]!, lang, paper, choices)
      : panelFiguresOf(drawn, lang, paper, choices);
  return {
    leftOut,
    figures: [...figures].map(([name, svg]) => {
      const missing = missingGlyphs(svg);
      if (missing.length > 0) say(text(lang, 'cli.noGlyph', { signs: missing.join(' '), figure: name }));
      return [`${name}.${lang}`, isGrey ? greyOf(svg) : svg];
    }),
  };
}

/** @throws OrynError figure.not-possible where a figure was asked for by name */
function sayLeftOut(leftOut: readonly LeftOut[], { onLeftOut }: FigureOptions, reader: Language): void {
  for (const { figure, reason } of leftOut) {
    const error = new OrynError('figure.not-possible', { figure, reason });
    if (onLeftOut === 'refuse') throw error;
    if (onLeftOut === 'say') say(errorText(reader, error));
  }
}

async function contentOf(
  svg: string,
  format: FigureFormat,
  { dpi, outlineText: isOutlined }: FigureOptions,
): Promise<string | Uint8Array> {
  if (format === 'pdf') return renderPdf(svg);
  if (format === 'png') return renderPng(svg, { dpi });
  if (format === 'tiff') return renderTiff(svg, { dpi });
  return isOutlined ? outlineText(svg) : svg;
}
