import {
  type BundleFiles,
  bundle,
  bundleOfZip,
  evaluate,
  parseStudy,
  readStudy,
  type StudyInput,
} from '@oryn/study';
import { expose } from 'comlink';
import type { DroppedFile } from '../open/dropped-file.ts';
import { guessRole, sourcesOf } from './dropped.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './types.ts';
import { type Understood, understand } from './understand.ts';

/** Told of the work: a stage, and how much of it is done from 0 to 1. */
export type OnStage = (stage: StudyStage, done: number) => void;
export type StudyStage = 'reading' | 'placing' | 'testing' | 'smoothing' | 'writing';

/** Steps smaller than this are not told: a message each time would be slower than the work. */
const SMALLEST_STEP = 0.01;

function steady(onStage: OnStage): OnStage {
  let told = Number.NEGATIVE_INFINITY;
  let stageBefore: StudyStage | undefined;
  return (stage, done) => {
    if (stage === stageBefore && done - told < SMALLEST_STEP) return;
    [told, stageBefore] = [done, stage];
    onStage(stage, done);
  };
}

/** Studies of dropped files. A worker of its own, so that work can be stopped at once and its memory freed. */
export const studio = {
  role: (file: File) => outcomeOf(() => guessRole(file)),
  /** The files of a bundle, where that is what was dropped: packed as one file, or all of them. */
  bundleIn: (files: File[]): Promise<Outcome<BundleFiles | undefined>> =>
    outcomeOf(async () => {
      const [first] = files;
      const isZip = files.length === 1 && /\.zip$/i.test(first.name);
      if (isZip) return bundleOfZip(first.name, await bytesOf(first));
      if (!files.some(({ name }) => name === 'manifest.json')) return undefined;
      return new Map(await Promise.all(files.map(async (file) => [file.name, await bytesOf(file)] as const)));
    }),
  understand: (files: DroppedFile[], input: StudyInput, onStage: OnStage): Promise<Outcome<Understood>> => {
    const tell = steady(onStage);
    return outcomeOf(() =>
      understand(files, input, (_, done, total) => tell('reading', total > 0 ? done / total : 0)),
    );
  },
  study: (files: DroppedFile[], input: StudyInput, onStage: OnStage): Promise<Outcome<BundleFiles>> =>
    outcomeOf(async () => {
      const tell = steady(onStage);
      const study = parseStudy(input, 'oryn');
      const data = await readStudy(study, sourcesOf(files), {
        onProgress: (_, done, total) => tell('reading', total > 0 ? done / total : 0),
      });
      const findings = evaluate(data, (stage, done, total) => tell(stage, total > 0 ? done / total : 0));
      const written = new Map<string, Uint8Array>();
      for await (const { path, bytes } of bundle(findings)) {
        written.set(path, bytes);
        tell('writing', 0.5);
      }
      return written;
    }),
};

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

expose(studio);
