import type {
  Concentration,
  GetisOrdStatistic,
  HotClass,
  Inference,
  LorenzCurve,
  MarginalShare,
  Rarefied,
  SetStability,
  TrendWord,
} from '@oryn/core';
import type { Language } from '@oryn/language';
import type { EvidenceSentences, Names, PlaceSheet, SheetSentences } from '@oryn/study';
import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { CellColumns } from './cell-columns.ts';
import type { DistrictFact } from './districts.ts';

/** West, south, east, north, degrees. */
export type Bounds = [number, number, number, number];

/** One entry of `/bundles/index.json`. */
export interface BundleEntry {
  id: string;
  title: string | Names;
  city: string | null;
  simulated: boolean;
}

export interface CategoryFact {
  /** As it stands in the bundle, the prefix of its layer included. */
  label: string;
  /** The label without the prefix of its layer: an offence group of the catalogue, or the user's own. */
  group: string;
  layer: 'place' | 'police-detected' | 'placeless';
}

/** What stays the same while filters change. */
export interface BundleFacts {
  id: string;
  simulated: boolean;
  subject: 'incidents' | 'road-accidents';
  years: number[];
  categories: CategoryFact[];
  maskKind: 'streets' | 'mask' | null;
  hasBoundary: boolean;
  /** Square kilometres inside the boundary, else of all places. */
  areaKm2: number;
  /** Square kilometres of a middling cell. */
  cellKm2: number;
  bandwidth: number;
  statistic: GetisOrdStatistic;
  inference: Inference;
  correction: 'bh' | 'by' | 'holm' | 'bonferroni';
  sources: string[];
  /** The account of rows in sentences. */
  accountLines: Record<Language, string[]>;
  bounds: Bounds;
  /** Where most of the incidents lie. */
  focus: Bounds;
  /** Everything outside the boundary, as one polygon with holes; empty without a boundary. */
  outside: FeatureCollection;
  boundary: FeatureCollection;
  /** Streets, water, rail, districts and named points; `role` says which. */
  context: FeatureCollection;
  /** Named polygons of the context, by which a question can be narrowed. */
  districts: DistrictFact[];
}

/** What a person may ask of a bundle. */
export interface Question {
  from: number;
  to: number;
  /** A category label; undefined asks for all that take part in the place analysis. */
  category: string | undefined;
  /** First hour and the hour after the last. */
  hours: readonly [number, number] | undefined;
  /**
   * A district of the bundle: places, totals and lists are those whose middle lies in it, tests stay those of the
   * city. Undefined asks for the whole city.
   */
  district?: string | undefined;
}

export interface PlaceFact {
  /** The cell of the peak: it names the place whatever its rank is. */
  id: string;
  rank: number;
  members: number[];
  n: number;
  expected: number;
  areaKm2: number;
  /** Of its cells that the total counts: all of them, but in a district only those that lie in it. */
  counted: { n: number; areaKm2: number };
  /** Incidents to be expected a year, and on a km²: the list is ranked by one of them. */
  perYear: number;
  perYearPerKm2: number;
  lon: number;
  lat: number;
  /** Of the place, by its own test. */
  q: number;
  trend: TrendWord | undefined;
  /** How sure it is, in sentences. */
  evidence: Record<Language, EvidenceSentences>;
  /** Empty where nothing near the place has a name. */
  name: Names;
  /** Incidents of each year of the question. */
  byYear: number[];
  outline: Position[][][];
}

/** The district of a question. */
export interface DistrictAnswer {
  names: Names;
  /** Of the cells whose middle lies in it. */
  areaKm2: number;
  bounds: Bounds;
  outline: MultiPolygon;
  /** Everything else. */
  outside: FeatureCollection;
}

export interface Answer {
  question: Question;
  /** The district asked for, with the area of its cells; undefined for the whole city. */
  district: DistrictAnswer | undefined;
  /** Years of the question that the bundle has, those of `byYear`. */
  years: number[];
  /** Incidents that pass, inside the area. */
  total: number;
  hoursUnknown: number;
  tested: number;
  places: PlaceFact[];
  concentration: StatedConcentration[];
  /** Share for half of the incidents over the mask; undefined where there is no mask or nothing to share. */
  headline: number | undefined;
  /** What the last whole year says of the list, in words; absent where there is none. */
  holdOut: Record<Language, string> | undefined;
  rankBy: 'count' | 'density';
  /** Groups that did not pass a test of their own. */
  notConfirmed: number;
  /** The null of the expectation, in words. */
  nullWords: Record<Language, string>;
  classCounts: Partial<Record<HotClass, number>>;
  hasUntested: boolean;
  cells: CellColumns;
}

/** The share that holds half of the incidents is never without its chance. */
export interface StatedConcentration {
  over: Concentration;
  /** Of the throws of the report; where there are none, chance is that of the law in `over`. */
  chance: MarginalShare | undefined;
}

/** The page of concentration: the report of the command line, as far as it is shown. */
export interface ConcentrationAnswer {
  conclusion: Record<Language, string>;
  /** The sentences that lead to it. */
  verdict: Record<Language, string[]>;
  /** Of the first denominator, in words. */
  denominatorText: Record<Language, string>;
  nullText: Record<Language, string>;
  curve: LorenzCurve;
  expectedCurve: LorenzCurve;
  denominators: StatedConcentration[];
  years: YearFact[];
  /** The smallest whole year, to whose incidents the others are thinned. */
  rarefiedTo: { incidents: number; year: number } | undefined;
  /** The last two whole years: whether the same places hold half. */
  lastPair: ({ from: number; to: number } & SetStability) | undefined;
  draws: number;
}

export interface YearFact {
  year: number;
  isWhole: boolean;
  incidents: number;
  share: number;
  expectedShare: number;
  rarefied: Rarefied['shares'][number] | undefined;
}

interface DensityBand {
  /** Incidents per km² at its rim. */
  from: number;
  area: MultiPolygon;
}

export interface DensityAnswer {
  bands: DensityBand[];
  peak: number;
}

/** The sheet of a place, and what it says in words. */
export interface SheetFact {
  sheet: PlaceSheet;
  sentences: Record<Language, SheetSentences>;
}

/** Errors cross the worker's border as their code; an exception would lose it. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };

export interface Failure {
  code: string;
  parameters: Record<string, unknown>;
}
