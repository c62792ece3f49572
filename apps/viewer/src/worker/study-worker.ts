import { bundle, evaluate, parseStudy, readStudy, type StudyInput } from '@oryn/study';
import { expose } from 'comlink';
import type { DroppedFile } from '../open/dropped-file.ts';
import { guessRole, sourcesOf } from './dropped.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './types.ts';
import { type Understood, understand } from './understand.ts';

/** Told of the work: a stage, and how much of it is done from 0 to 1. */
export type OnStage = (stage: StudyStage, done: number) => void;
export type StudyStage = 'reading' | 'placing' | 'testing' | 'smoothing' | 'writing';

/** The files of a bundle by path. */
export type BundleFiles = Map<string, Uint8Array>;

/** Stages are reported at most so often, milliseconds: a message each time would be slower than the work. */
const REPORT_EVERY_MS = 60;

function steady(onStage: OnStage): OnStage {
  let last = Number.NEGATIVE_INFINITY;
  let stageBefore: StudyStage | undefined;
  return (stage, done) => {
    const now = performance.now();
    if (stage === stageBefore && now - last < REPORT_EVERY_MS) return;
    [last, stageBefore] = [now, stage];
    onStage(stage, done);
  };
}

/** Studies of dropped files. A worker of its own, so that work can be stopped at once and its memory freed. */
export const studio = {
  role: (file: File) => outcomeOf(() => guessRole(file)),
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
      const written: BundleFiles = new Map();
      for await (const { path, bytes } of bundle(findings)) {
        written.set(path, bytes);
        tell('writing', 0.5);
      }
      return written;
    }),
};

expose(studio);
