import type { Language } from '@oryn/language';
import {
  type BundleFiles,
  type OpenBundle,
  openBundle,
  type PublicRequest,
  placeSheets,
  sheetSentences,
  zipOfBundle,
} from '@oryn/study';
import { expose, transfer } from 'comlink';
import { speakAsAsked } from '../pseudo-language.ts';
import type { DistanceKind } from '../siting/siting-choice.ts';
import type { ChangeSplit, Layer } from '../state/view-state.ts';
import { answer, filterOf, inLanguages } from './answer.ts';
import { type BriefedPlace, type BriefingFormat, briefing, briefingFile } from './briefing.ts';
import type { CellShapes } from './cell-columns.ts';
import { cellShapes } from './cells.ts';
import { type CompareAnswer, type ComparedBy, compare, type Side } from './compare.ts';
import { concentration } from './concentration.ts';
import { type DataAnswer, dataAnswer, servedZip } from './data-page.ts';
import { type AskedFigure, type FigureAnswer, figure, figureTable } from './figure.ts';
import { type LayerAnswer, layerAnswer } from './layers.ts';
import { factsOf, fileReader, servedReader, unpackBundle } from './open.ts';
import { outcomeOf } from './outcome.ts';
import { type PatrolAnswer, patrol, type Stop } from './patrol.ts';
import {
  type DeclaredTable,
  declareTable,
  type PublicOffer,
  type PublicPreview,
  publicOffer,
  publicPreview,
  takeSecret,
} from './public.ts';
import { type SitingAnswer, type SitingAsked, type SitingFacts, siting, sitingFacts } from './siting.ts';
import { type MonthCells, monthCells, type TimeAnswer, time } from './time.ts';
import type {
  Answer,
  BundleEntry,
  BundleFacts,
  ConcentrationAnswer,
  Outcome,
  Question,
  SheetFact,
} from './types.ts';

const opened = new Map<string, OpenBundle>();
const packed = new Map<string, Uint8Array>();
/** Files of the bundles that were made or dropped here, to be saved as one. */
const held = new Map<string, BundleFiles>();

async function openedBundle(root: string, id: string): Promise<OpenBundle> {
  let bundle = opened.get(id);
  if (!bundle) {
    const zip = packed.get(id);
    bundle = zip ? await unpackBundle(id, zip) : await openBundle(servedReader(root, id));
    opened.set(id, bundle);
  }
  return bundle;
}

/** Everything heavy, off the thread that draws. */
export const analyst = {
  /** Take the files of a bundle that was dropped or made here; it has then the id given. */
  adopt: (id: string, files: BundleFiles): Promise<Outcome<BundleEntry>> =>
    outcomeOf(async () => {
      const bundle = await openBundle(fileReader(files));
      opened.set(id, bundle);
      held.set(id, files);
      const { study, simulated } = bundle.manifest;
      return { id, title: study.title ?? '', city: study.city ?? null, simulated };
    }),
  /** Keep a packed bundle until it is asked for. */
  hold: (id: string, zip: Uint8Array): void => {
    packed.set(id, zip);
  },
  /** Addresses this worker asked for, as the browser recorded them. */
  asked: (): string[] => performance.getEntriesByType('resource').map(({ name }) => name),
  forget: (id: string): void => {
    opened.delete(id);
    held.delete(id);
  },
  data: (root: string, id: string): Promise<Outcome<DataAnswer>> =>
    outcomeOf(async () => dataAnswer(await openedBundle(root, id))),
  /** The bundle as one file, to be saved. */
  zip: async (root: string, id: string): Promise<Outcome<Uint8Array<ArrayBuffer>>> => {
    const outcome = await outcomeOf(async () => {
      const files = held.get(id);
      const zip = files ? zipOfBundle(files) : packed.get(id);
      return new Uint8Array(zip ?? (await servedZip(servedReader(root, id))));
    });
    return outcome.ok ? transfer(outcome, [outcome.value.buffer]) : outcome;
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
    asked: AskedFigure,
    lang: Language,
  ): Promise<Outcome<FigureAnswer>> =>
    outcomeOf(async () => figure(await openedBundle(root, id), question, asked, lang)),
  figureTable: (root: string, id: string, question: Question, asked: AskedFigure): Promise<Outcome<string>> =>
    outcomeOf(async () => figureTable(await openedBundle(root, id), question, asked)),
  time: (
    root: string,
    id: string,
    question: Question,
    cells: number[] | undefined,
  ): Promise<Outcome<TimeAnswer>> =>
    outcomeOf(async () => time(await openedBundle(root, id), question, cells)),
  monthCells: (root: string, id: string, question: Question): Promise<Outcome<MonthCells>> =>
    outcomeOf(async () => monthCells(await openedBundle(root, id), question)),
  compare: (root: string, sides: [Side, Side], by: ComparedBy): Promise<Outcome<CompareAnswer>> =>
    outcomeOf(async () => {
      const [a, b] = [await openedBundle(root, sides[0].id), await openedBundle(root, sides[1].id)];
      return compare([a, b], sides, by);
    }),
  shapes: (root: string, id: string): Promise<Outcome<CellShapes>> =>
    outcomeOf(async () => cellShapes(await openedBundle(root, id))),
  layer: (
    root: string,
    id: string,
    question: Question,
    layer: Exclude<Layer, 'hot'>,
    split: ChangeSplit,
  ): Promise<Outcome<LayerAnswer>> =>
    outcomeOf(async () => layerAnswer(await openedBundle(root, id), question, layer, split)),
  sitingFacts: (root: string, id: string): Promise<Outcome<SitingFacts>> =>
    outcomeOf(async () => sitingFacts(await openedBundle(root, id))),
  siting: (
    root: string,
    id: string,
    question: Question,
    asked: SitingAsked,
  ): Promise<Outcome<SitingAnswer | null>> =>
    outcomeOf(async () => siting(await openedBundle(root, id), question, asked)),
  patrol: (root: string, id: string, stops: Stop[], by: DistanceKind): Promise<Outcome<PatrolAnswer>> =>
    outcomeOf(async () => patrol(await openedBundle(root, id), stops, by)),
  publicOffer: (root: string, id: string, lang: Language): Promise<Outcome<PublicOffer>> =>
    outcomeOf(async () => publicOffer(id, await openedBundle(root, id), lang)),
  publicPreview: (
    root: string,
    id: string,
    request: PublicRequest,
    lang: Language,
    mapWidth: number,
  ): Promise<Outcome<PublicPreview>> =>
    outcomeOf(async () => publicPreview(id, await openedBundle(root, id), request, lang, mapWidth)),
  takeSecret: (id: string, name: string, content: string): Promise<Outcome<void>> =>
    outcomeOf(async () => takeSecret(id, name, content)),
  declareTable: (
    root: string,
    id: string,
    request: PublicRequest,
    withdraw: boolean,
  ): Promise<Outcome<DeclaredTable>> =>
    outcomeOf(async () => declareTable(id, await openedBundle(root, id), request, withdraw)),
  sheet: (root: string, id: string, question: Question, members: number[]): Promise<Outcome<SheetFact>> =>
    outcomeOf(async () => {
      const bundle = await openedBundle(root, id);
      const [sheet] = placeSheets(bundle.incidents, bundle.points, filterOf(bundle, question), [members]);
      return { sheet, sentences: inLanguages((lang) => sheetSentences(lang, sheet, bundle.manifest)) };
    }),
};

speakAsAsked();
expose(analyst);
