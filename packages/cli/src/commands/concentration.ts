import { concentrationOver, concentrationOverOccupied, type OnProgress } from '@oryn/core';
import { readCounts } from '@oryn/ingest';
import { text } from '@oryn/language';
import {
  concentrationOfWeight,
  concentrationStatement,
  concentrationTable,
  countPlaces,
  recordsOf,
} from '@oryn/study';
import type { Command } from 'commander';
import { addOptions, type GivenOptions, languageOf, PLACE_KEYS, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { countWarnings } from '../place-warnings.ts';
import { sourceFile } from '../sources.ts';
import { runWith } from './study-run.ts';

/** `oryn concentration`: share of places and Gini over every denominator, the chance beside each. */
export function addConcentrationCommand(program: Command): void {
  const command = program
    .command('concentration [file...]')
    .description(text('en', 'cli.command.concentration'))
    .option('--counts <table>', text('en', 'cli.option.counts'));
  addOptions(command, PLACE_KEYS).action(async (files: string[], given: GivenOptions) => {
    if (typeof given.counts === 'string') return printCounts(given.counts, given);
    const study = await studyOf(files, given);
    const { counts, weighted } = await runWith(study, (data, onProgress) => {
      const counts = countPlaces(data, onProgress);
      const { places, inMask } = counts;
      const inStage: OnProgress = (done, total) => onProgress('testing', done, total);
      return {
        counts,
        weighted:
          counts.weighted && concentrationOfWeight(counts.weighted, places, inMask, counts.study, inStage),
      };
    });
    const columns = concentrationTable(counts.concentration, weighted);
    const { sentences } = concentrationStatement(study.lang, counts);
    for (const sentence of [...sentences, ...countWarnings(counts)]) process.stderr.write(`${sentence}\n`);
    if (!given.json) return writeTable(columns, given.out as string | undefined);
    printJson({
      command: 'concentration',
      parameters: counts.study,
      choices: counts.choices,
      account: counts.account,
      result: { denominators: counts.concentration, ...(weighted && { weighted }), rows: recordsOf(columns) },
    });
  });
}

async function printCounts(path: string, given: GivenOptions): Promise<void> {
  languageOf(given);
  const counts = await readCounts(await sourceFile(path));
  const concentration = [concentrationOver(counts, 'table'), concentrationOverOccupied(counts)];
  const columns = concentrationTable(concentration);
  if (!given.json) return writeTable(columns, given.out as string | undefined);
  printJson({
    command: 'concentration',
    parameters: { counts: path.replace(/^.*[\\/]/, '') },
    choices: [],
    account: undefined,
    result: { denominators: concentration, rows: recordsOf(columns) },
  });
}
