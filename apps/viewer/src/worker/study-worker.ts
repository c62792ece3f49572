import { type MappingFile, setSqliteWasm, writeMappingFile } from '@oryn/ingest';
import {
  type BundleFiles,
  bundle,
  bundleOfZip,
  evaluate,
  parseStudy,
  readStudy,
  type StudyInput,
} from '@oryn/study';
import { expose, transfer } from 'comlink';
import sqliteWasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { DroppedFile } from '../open/dropped-file.ts';
import { speakAsAsked } from '../pseudo-language.ts';
import { buffersOf } from './buffers.ts';
import { guessRole, mappingOf, settingsOf, sourcesOf } from './dropped.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './types.ts';
import { type Understood, understand } from './understand.ts';

/** Told of the work: a stage, and how much of it is done from 0 to 1. */
export type OnStage = (stage: StudyStage, done: number) => void;
export type StudyStage = 'reading' | 'placing' | 'testing' | 'smoothing' | 'writing';

/** Steps smaller than this are not told: a message each time would be slower than the work. */
const SMALLEST_STEP = 0.01;

/** Files of a bundle, about: their number is not known before the last is written. */
const FILES_OF_BUNDLE = 24;

function steady(onStage: OnStage): OnStage {
  let told = Number.NEGATIVE_INFINITY;
  let stageBefore: StudyStage | undefined;
  return (stage, done) => {
    if (stage === stageBefore && done - told < SMALLEST_STEP) return;
    [told, stageBefore] = [done, stage];
    onStage(stage, done);
  };
}

setSqliteWasm(sqliteWasm);

/** Studies of dropped files. A worker of its own, so that work can be stopped at once and its memory freed. */
export const studio = {
  role: (file: File) => outcomeOf(() => guessRole(file)),
  settings: (file: File) => outcomeOf(() => settingsOf(file)),
  mapping: (file: File) => outcomeOf(() => mappingOf(file)),
  mappingText: (mapping: MappingFile) => writeMappingFile(mapping),
  /** The files of a bundle, where that is what was dropped: packed as one file, or all of them. */
  bundleIn: async (files: File[]): Promise<Outcome<BundleFiles | undefined>> =>
    given(
      await outcomeOf(async () => {
        const [first] = files;
        const isZip = files.length === 1 && /\.zip$/i.test(first.name);
        if (isZip) return bundleOfZip(first.name, await bytesOf(first));
        if (!files.some(({ name }) => name === 'manifest.json')) return undefined;
        return new Map(
          await Promise.all(files.map(async (file) => [file.name, await bytesOf(file)] as const)),
        );
      }),
    ),
  understand: (files: DroppedFile[], input: StudyInput, onStage: OnStage): Promise<Outcome<Understood>> => {
    const tell = steady(onStage);
    return outcomeOf(() =>
      understand(files, input, (_, done, total) => tell('reading', total > 0 ? done / total : 0)),
    );
  },
  study: async (files: DroppedFile[], input: StudyInput, onStage: OnStage): Promise<Outcome<BundleFiles>> =>
    given(
      await outcomeOf(async () => {
        const tell = steady(onStage);
        const data = await readStudy(parseStudy(input, 'oryn'), sourcesOf(files), {
          onProgress: (_, done, total) => tell('reading', total > 0 ? done / total : 0),
        });
        const findings = evaluate(data, (stage, done, total) => tell(stage, total > 0 ? done / total : 0));
        const written = new Map<string, Uint8Array>();
        for await (const { path, bytes } of bundle(findings)) {
          written.set(path, bytes);
          tell('writing', Math.min(1, written.size / FILES_OF_BUNDLE));
        }
        return written;
      }),
    ),
};

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Handed over, not copied: the thread that draws would stand still for a copy. */
function given<Files extends BundleFiles | undefined>(outcome: Outcome<Files>): Outcome<Files> {
  if (!outcome.ok || !outcome.value) return outcome;
  return transfer(outcome, buffersOf(outcome.value));
}

speakAsAsked();
expose(studio);
