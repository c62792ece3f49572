import type { Paper } from '@oryn/figures';
import type { Language } from '@oryn/language';
import { type FigureName, type OpenBundle, openBundle, placeSheets, sheetSentences } from '@oryn/study';
import { expose } from 'comlink';
import { answer, filterOf, inLanguages } from './answer.ts';
import { type BriefedPlace, type BriefingFormat, briefing, briefingFile } from './briefing.ts';
import { concentration } from './concentration.ts';
import { density } from './density.ts';
import { figure } from './figure.ts';
import { factsOf, fetchBundle, fileReader } from './open.ts';
import { outcomeOf } from './outcome.ts';
import type {
  Answer,
  BundleEntry,
  BundleFacts,
  ConcentrationAnswer,
  DensityAnswer,
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

/** Everything heavy, off the thread that draws. */
export const analyst = {
  /** Take the files of a bundle that was dropped or made here; it has then the id given. */
  adopt: (id: string, files: ReadonlyMap<string, Uint8Array>): Promise<Outcome<BundleEntry>> =>
    outcomeOf(async () => {
      const bundle = await openBundle(fileReader(files));
      opened.set(id, bundle);
      const { study, simulated } = bundle.manifest;
      return { id, title: study.title ?? '', city: study.city ?? null, simulated };
    }),
  forget: (id: string): void => {
    opened.delete(id);
  },
  open: (root: string, id: string): Promise<Outcome<BundleFacts>> =>
    outcomeOf(async () => factsOf(id, await openedBundle(root, id))),
  answer: (root: string, id: string, question: Question): Promise<Outcome<Answer>> =>
    outcomeOf(async () => answer(await openedBundle(root, id), question)),
  concentration: (root: string, id: string, question: Question): Promise<Outcome<ConcentrationAnswer>> =>
    outcomeOf(async () => concentration(await openedBundle(root, id), question)),
  briefing: (root: string, id: string, question: Question, ids: string[]): Promise<Outcome<BriefedPlace[]>> =>
    outcomeOf(async () => briefing(await openedBundle(root, id), question, ids)),
  briefingFile: (
    root: string,
    id: string,
    briefed: BriefedPlace[],
    notes: Record<string, string>,
    lang: Language,
    format: BriefingFormat,
  ): Promise<Outcome<string>> =>
    outcomeOf(async () => briefingFile(await openedBundle(root, id), briefed, notes, lang, format)),
  figure: (
    root: string,
    id: string,
    question: Question,
    name: FigureName,
    lang: Language,
    paper: Paper,
  ): Promise<Outcome<string | undefined>> =>
    outcomeOf(async () => figure(await openedBundle(root, id), question, name, lang, paper)),
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
