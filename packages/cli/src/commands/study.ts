import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { text } from '@oryn/language';
import { CODE_PREFIX, exposureFileOf, type Findings, parseStudyFile, type Study } from '@oryn/study';
import type { Command } from 'commander';
import { addOptions, type GivenOptions, keysGiven, keysOfMapping, STUDY_KEYS, studyOf } from '../options.ts';
import { printJson } from '../output.ts';
import { say } from '../progress.ts';
import { printSummary } from '../summary.ts';
import { checkOut, writeBundle } from '../write-bundle.ts';
import { runStudy } from './study-run.ts';

/** `oryn study STUDY.yaml` or `oryn study FILE --boundary AREA.geojson`: the whole study to a bundle. */
export function addStudyCommand(program: Command): void {
  const command = program.command('study <file...>').description(text('en', 'cli.command.study'));
  addOptions(command, STUDY_KEYS).action(async (files: string[], given: GivenOptions) => {
    const { study, folder } = await studyFrom(files, given);
    const out = (given.out as string | undefined) ?? 'results/study';
    const findings = await studyToBundle(study, folder, out);
    if (given.json) {
      printJson({
        command: 'study',
        parameters: findings.study,
        choices: findings.choices,
        account: findings.account,
        result: { out, concentration: findings.concentration, problemPlaces: findings.problemPlaces.length },
      });
      return;
    }
    printSummary(findings, study.lang);
    process.stdout.write(`${text(study.lang, 'cli.written', { path: out })}\n`);
  });
}

/** A study file, whose keys the options override, or a study made of files and options. */
async function studyFrom(files: string[], given: GivenOptions): Promise<{ study: Study; folder: string }> {
  if (files.length !== 1 || !/^\.(ya?ml|json)$/i.test(extname(files[0]))) {
    return { study: await studyOf(files, given), folder: '.' };
  }
  // Paths in the file are relative to it, paths on the command line to where one stands.
  const keys = { ...(await keysOfMapping(given)), ...keysGiven(given) };
  for (const key of ['boundary', 'possible', 'categories', 'exposure', 'weights']) {
    const given = keys[key];
    if (typeof given === 'string' && isPath(key, given)) keys[key] = resolve(given);
  }
  if (Array.isArray(keys.context)) keys.context = keys.context.map((path) => resolve(path));
  return { study: await readStudyFile(files[0], keys), folder: dirname(files[0]) };
}

/** Some keys take a word in place of a file. */
function isPath(key: string, given: string): boolean {
  if (key === 'exposure') return exposureFileOf({ exposure: given }) !== undefined;
  return key !== 'weights' || !given.startsWith(CODE_PREFIX);
}

export async function readStudyFile(path: string, overrides: object = {}): Promise<Study> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new OrynError('file.missing', { path });
  });
  return parseStudyFile(content, basename(path), overrides);
}

export async function studyToBundle(study: Study, folder: string, out: string): Promise<Findings> {
  await checkOut(out);
  const findings = await runStudy(study, folder);
  say(text(study.lang, 'cli.progress.writing', { path: out }));
  await writeBundle(findings, out);
  return findings;
}
