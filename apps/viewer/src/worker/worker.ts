import { OrynError, type Tally } from '@oryn/core';
import type { OpenBundle } from '@oryn/study';
import { expose } from 'comlink';
import { answer } from './answer.ts';
import { density } from './density.ts';
import { factsOf, fetchBundle } from './open.ts';
import { pointTally } from './points.ts';
import { sheet } from './sheet.ts';
import type { Answer, BundleFacts, DensityAnswer, Failure, Outcome, Question, SheetFact } from './types.ts';

interface Opened {
  bundle: OpenBundle;
  points: Tally;
}

const opened = new Map<string, Opened>();

async function openedBundle(root: string, id: string): Promise<Opened> {
  let entry = opened.get(id);
  if (!entry) {
    const bundle = await fetchBundle(root, id);
    entry = { bundle, points: pointTally(bundle) };
    opened.set(id, entry);
  }
  return entry;
}

async function outcomeOf<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof OrynError) return { code: error.code, parameters: { ...error.parameters } };
  return {
    code: 'internal',
    parameters: { message: error instanceof Error ? error.message : String(error) },
  };
}

/** Everything heavy, off the thread that draws. */
export const analyst = {
  open: (root: string, id: string): Promise<Outcome<BundleFacts>> =>
    outcomeOf(async () => factsOf(id, (await openedBundle(root, id)).bundle)),
  answer: (root: string, id: string, question: Question): Promise<Outcome<Answer>> =>
    outcomeOf(async () => answer((await openedBundle(root, id)).bundle, question)),
  density: (root: string, id: string, question: Question): Promise<Outcome<DensityAnswer>> =>
    outcomeOf(async () => density((await openedBundle(root, id)).bundle, question)),
  sheet: (root: string, id: string, question: Question, members: number[]): Promise<Outcome<SheetFact>> =>
    outcomeOf(async () => {
      const { bundle, points } = await openedBundle(root, id);
      return sheet(bundle, points, question, members);
    }),
};

expose(analyst);
