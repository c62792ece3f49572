import { OrynError } from '@oryn/core';
import { text } from '@oryn/language';
import { type Drawn, openBundle, reportSource } from '@oryn/study';
import type { Command } from 'commander';
import { besideBundle, checkOutsideBundle } from '../beside-bundle.ts';
import { bundleReader } from '../bundle-folder.ts';
import { figureOptions } from '../figure-options.ts';
import { type GivenOptions, readerOf } from '../options.ts';
import { printJson } from '../output.ts';

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
      // Fonts and writers of PDF and pictures take as long to load as all the rest.
      const { writeFigures } = await import('../write-figures.ts');
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
