import { readFile, rename, rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { OrynError } from '@oryn/core';
import { text } from '@oryn/language';
import {
  accountSentences,
  PieceHash,
  type Prepared,
  prepare,
  preparedManifest,
  preparedPieces,
  readStudy,
  type Study,
} from '@oryn/study';
import type { Command } from 'commander';
import { checkOutputs } from '../check-outputs.ts';
import { noticeOnce } from '../notice.ts';
import { addOptions, type GivenOptions, READING_KEYS, studyOf } from '../options.ts';
import { PieceWriter, printJson, writeOut } from '../output.ts';
import { readingProgress, say } from '../progress.ts';
import { RejectsFile } from '../rejects-file.ts';
import { sourcesOf } from '../sources.ts';

const PREPARE_KEYS: readonly (keyof Study)[] = [...READING_KEYS, 'from', 'to', 'category', 'purpose'];

/** `oryn prepare FILE --out incidents.parquet`: the clean array of locations, with the account of its rows. */
export function addPrepareCommand(program: Command): void {
  const command = program.command('prepare <file...>').description(text('en', 'cli.command.prepare'));
  command.option('--rejects <file>', text('en', 'cli.option.rejects'));
  addOptions(command, PREPARE_KEYS).action(async (files: string[], given: GivenOptions) => {
    const study = await studyOf(files, given);
    const out = (given.out as string | undefined) ?? 'results/incidents.parquet';
    const names = namesOf(out);
    checkOutputs(
      [files, study.boundary, study.categories, given.mapping],
      [...names.files, names.manifest, given.rejects],
    );
    await checkManifest(names.manifest);
    const rejects = typeof given.rejects === 'string' ? new RejectsFile(given.rejects) : undefined;
    const data = await readStudy(study, await sourcesOf(study), {
      keepStruckOff: true,
      onProgress: readingProgress(study.lang),
      onReject: rejects && ((reject) => rejects.add(reject)),
    });
    rejects?.close();
    await noticeOnce(study.lang, data.simulated);
    if (data.incidents.count === 0)
      throw new OrynError('prepare.nothing-kept', { count: data.accounts[0].read });
    const prepared = prepare(data);
    const written = [];
    for (const path of names.files) {
      say(text(study.lang, 'cli.progress.writing', { path }));
      written.push(await writePieces(path, prepared));
    }
    const manifest = await preparedManifest(prepared, written);
    await writeOut(names.manifest, `${JSON.stringify(manifest, null, 1)}\n`);
    if (given.json) {
      const { account } = prepared;
      const result = { files: written, manifest: basename(names.manifest), rejects: rejects?.rows ?? null };
      printJson({ command: 'prepare', parameters: manifest.study, choices: data.choices, account, result });
      return;
    }
    const sentences = accountSentences(prepared.account, data.area !== undefined, study.lang);
    const paths = [...names.files, names.manifest, ...(rejects ? [rejects.path] : [])];
    const undecided = data.choices.filter(({ reason }) => reason === 'dateOrder.undecided');
    const lines = [
      ...sentences,
      ...undecided.map(({ rule }) => `${rule}: ${text(study.lang, 'choices.reason.dateOrder.undecided')}`),
      ...paths.map((path) => text(study.lang, 'cli.written', { path })),
      ...(study.purpose === undefined ? [text(study.lang, 'cli.noPurpose')] : []),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
}

/** An older manifest of ours is replaced, any other file of that name is not. @throws OrynError out.exists */
async function checkManifest(path: string): Promise<void> {
  const content = await readFile(path, 'utf8').catch(() => undefined);
  if (content !== undefined && !content.includes('"oryn-incidents"'))
    throw new OrynError('out.exists', { path });
}

/** A Parquet file has a CSV of the same name beside it, for those who only have a spreadsheet. */
function namesOf(out: string): { files: string[]; manifest: string } {
  const extension = extname(out).toLowerCase();
  const stem = out.slice(0, out.length - extension.length);
  const manifest = `${stem}.manifest.json`;
  if (extension === '.parquet') return { files: [out, `${stem}.csv`], manifest };
  if (extension === '.csv') return { files: [out], manifest };
  throw new OrynError('out.format', { given: out, expected: '.parquet, .csv' });
}

/** Written under a temporary name and renamed when whole: a killed run leaves no half array. */
async function writePieces(path: string, prepared: Prepared) {
  const format = extname(path).toLowerCase() === '.csv' ? 'csv' : 'parquet';
  const temporary = `${path}.part`;
  const hash = new PieceHash();
  const writer = new PieceWriter(temporary);
  try {
    for (const piece of preparedPieces(prepared, format)) writer.write(hash.add(piece));
    writer.close();
    await rename(temporary, path).catch(() => {
      throw new OrynError('out.not-writable', { path });
    });
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return hash.of(basename(path));
}
