import { join } from 'node:path';
import { OrynError } from '@oryn/core';
import { renderPng } from '@oryn/figures/node';
import { type Language, languages, text } from '@oryn/language';
import {
  analysedCategories,
  countedInBundle,
  type Drawn,
  figuresOf,
  filterBundle,
  type OpenBundle,
  openBundle,
  REPORT_DRAWS,
  reportOn,
} from '@oryn/study';
import { type Command, Option } from 'commander';
import { bundleReader } from '../bundle-folder.ts';
import { type GivenOptions, languageOf } from '../options.ts';
import { printJson, writeOut } from '../output.ts';

/** `oryn figures BUNDLE`: the figures again as SVG and PNG, in one language or in all three. */
export function addFiguresCommand(program: Command): void {
  program
    .command('figures <bundle>')
    .description(text('en', 'cli.command.figures'))
    .option('--lang <language>', text('en', 'cli.option.lang'))
    .option('--out <folder>', text('en', 'cli.option.out'))
    .addOption(new Option('--dpi <number>', text('en', 'cli.option.dpi')).default('300'))
    .option('--json', text('en', 'cli.option.json'))
    .action(async (folder: string, given: GivenOptions) => {
      const dpi = Number(given.dpi);
      if (!(dpi >= 72 && dpi <= 1200)) {
        throw new OrynError('option.invalid', {
          option: '--dpi',
          given: String(given.dpi),
          expected: '72 … 1200',
        });
      }
      const wanted: readonly Language[] = given.lang === undefined ? languages : [languageOf(given)];
      const drawn = drawnOf(await openBundle(bundleReader(folder), folder));
      const out = (given.out as string | undefined) ?? join(folder, 'figures');
      const written: string[] = [];
      for (const lang of wanted) {
        for (const [name, svg] of figuresOf(drawn, lang)) {
          for (const [extension, content] of [
            ['svg', svg],
            ['png', renderPng(svg, { dpi })],
          ] as const) {
            const path = join(out, `${name}.${lang}.${extension}`);
            await writeOut(path, content);
            written.push(path);
          }
        }
      }
      if (given.json) {
        printJson({
          command: 'figures',
          parameters: { dpi },
          choices: [],
          account: undefined,
          result: { written },
        });
      } else {
        for (const path of written)
          process.stdout.write(`${text(languageOf(given), 'cli.written', { path })}\n`);
      }
    });
}

/** A bundle has its counts; the analysis of them is made again, not read from its tables. */
function drawnOf(bundle: OpenBundle): Drawn {
  const { manifest, places, inMask, incidents } = bundle;
  const categories = analysedCategories(incidents, manifest.study.category);
  return {
    ...filterBundle(bundle, { categories }),
    report: reportOn(countedInBundle(bundle, { categories }), { draws: REPORT_DRAWS }),
    study: manifest.study,
    subject: manifest.subject,
    simulated: manifest.simulated,
    area: bundle.area,
    plane: bundle.plane,
    context: bundle.context,
    places,
    inMask,
    maskKind: manifest.maskKind ?? undefined,
    account: manifest.account,
  };
}
