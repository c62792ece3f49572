import { OrynError } from '@oryn/core';
import { type OpenBundle, placeSheets, sheetSentences } from '@oryn/study';
import { expose } from 'comlink';
import { answer, filterOf, inLanguages } from './answer.ts';
import { concentration } from './concentration.ts';
import { density } from './density.ts';
import { factsOf, fetchBundle } from './open.ts';
import type {
  Answer,
  BundleFacts,
  ConcentrationAnswer,
  DensityAnswer,
  Failure,
  Outcome,
  Question,
  SheetFact,
} from './types.ts';

const opened = new Map<string, OpenBundle>();

async function openedBundle(root: string, id: string): Promise<OpenBundle> {
  let bundle = opened.get(id);
  if (!bundle) {
    bundle = await fetchBundle(root, id);
    opened.set(id, bundle);
  }
  return bundle;
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
    outcomeOf(async () => factsOf(id, await openedBundle(root, id))),
  answer: (root: string, id: string, question: Question): Promise<Outcome<Answer>> =>
    outcomeOf(async () => answer(await openedBundle(root, id), question)),
  concentration: (root: string, id: string, question: Question): Promise<Outcome<ConcentrationAnswer>> =>
    outcomeOf(async () => concentration(await openedBundle(root, id), question)),
  density: (root: string, id: string, question: Question): Promise<Outcome<DensityAnswer>> =>
    outcomeOf(async () => density(await openedBundle(root, id), question)),
  sheet: (root: string, id: string, question: Question, members: number[]): Promise<Outcome<SheetFact>> =>
    outcomeOf(async () => {
      const bundle = await openedBundle(root, id);
      const [sheet] = placeSheets(bundle.incidents, bundle.points, filterOf(bundle, question), [members]);
      return { sheet, sentences: inLanguages((lang) => sheetSentences(lang, sheet)) };
    }),
};

expose(analyst);
