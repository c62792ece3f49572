import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { demoCities } from '@oryn/datasets';
import { formatInteger, formatPercent, text } from '@oryn/language';
import { type Findings, firstOf, halfOf, statedChanceShare } from '@oryn/study';
import type { Command } from 'commander';
import { type GivenOptions, languageOf } from '../options.ts';
import { printTable } from '../output.ts';
import { say } from '../progress.ts';
import { readStudyFile, studyToBundle } from './study.ts';
import { addViewOptions, view } from './view.ts';

/** `oryn demo`: the study of every demo city, a short table of what was found, and the viewer. */
export function addDemoCommand(program: Command): void {
  addViewOptions(program.command('demo').description(text('en', 'cli.command.demo')))
    .option('--out <folder>', text('en', 'cli.option.out'), join('results', 'demo'))
    .option('--no-serve', text('en', 'cli.option.noServe'))
    .action(async (given: GivenOptions) => {
      const lang = languageOf(given);
      const { resolve: locate } = createRequire(import.meta.url);
      const bundles = new Map<string, string>();
      const rows: string[][] = [];
      for (const city of demoCities) {
        say(city.name[lang]);
        const file = locate(`@oryn/datasets/${city.folder}/study.yaml`);
        const folder = dirname(file);
        const study = await readStudyFile(file, { lang });
        const out = join(String(given.out), city.id);
        rows.push(summaryRow(city.name[lang], await studyToBundle(study, folder, out), lang));
        bundles.set(city.id, resolve(out));
      }
      printTable(
        [
          text(lang, 'viewer.city'),
          text(lang, 'cli.heading.incidents'),
          text(lang, 'cli.heading.places'),
          text(lang, 'viewer.problemPlaces'),
          '50 %',
          text(lang, 'cli.heading.chance'),
        ],
        rows,
      );
      process.stdout.write(`${text(lang, 'cli.demoNote')}\n${text(lang, 'statements.simulated')}\n`);
      if (given.serve !== false) await view(bundles, given);
    });
}

function summaryRow(name: string, findings: Findings, lang: ReturnType<typeof languageOf>): string[] {
  const first = firstOf(findings.report);
  const { over } = first;
  const half = halfOf(over);
  return [
    name,
    formatInteger(lang, over.incidents),
    formatInteger(lang, over.places),
    formatInteger(lang, findings.problemPlaces.length),
    formatPercent(lang, half.share),
    formatPercent(lang, statedChanceShare(first, half.percent)),
  ];
}
