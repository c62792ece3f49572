import { concentrationOver, concentrationOverOccupied } from '@oryn/core';
import { readCounts } from '@oryn/ingest';
import { text } from '@oryn/language';
import { concentrationStatement, concentrationTable, recordsOf } from '@oryn/study';
import type { Command } from 'commander';
import { addOptions, type GivenOptions, languageOf, PLACE_KEYS, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { countWarnings } from '../place-warnings.ts';
import { sourceFile } from '../sources.ts';
import { runPlaces } from './study-run.ts';

/** `oryn concentration`: share of places and Gini over every denominator, the chance beside each. */
export function addConcentrationCommand(program: Command): void {
  const command = program
    .command('concentration [file...]')
    .description(text('en', 'cli.command.concentration'))
    .option('--counts <table>', text('en', 'cli.option.counts'));
  addOptions(command, PLACE_KEYS).action(async (files: string[], given: GivenOptions) => {
    if (typeof given.counts === 'string') return printCounts(given.counts, given);
    const study = await studyOf(files, given);
    const findings = await runPlaces(study);
    const columns = concentrationTable(findings.concentration);
    const { sentences } = concentrationStatement(study.lang, findings);
    for (const sentence of [...sentences, ...countWarnings(findings)]) process.stderr.write(`${sentence}\n`);
    if (!given.json) return writeTable(columns, given.out as string | undefined);
    printJson({
      command: 'concentration',
      parameters: findings.study,
      choices: findings.choices,
      account: findings.account,
      result: { denominators: findings.concentration, rows: recordsOf(columns) },
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
