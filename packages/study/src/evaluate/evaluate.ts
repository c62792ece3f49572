import {
  defaultMaxCells,
  type HexagonPlaces,
  type HotPlaces,
  type Incidents,
  kernelDensityAt,
  type LocalMoranPlaces,
  type MetricPlane,
  monthNumber,
  type Neighbours,
  type OnProgress,
  OrynError,
  type Places,
  pointTally,
  type StudyArea,
  type Surface,
  selectIncidents,
  sumByPlace,
  type Tally,
  tallyIncidents,
  type WeightedConcentration,
  yearsOfTally,
} from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { Feature } from 'geojson';
import {
  type ConcentrationReport,
  concentrationReport,
  REPORT_DRAWS,
} from '../concentration/concentration-report.ts';
import { neighboursText, unitOf } from '../definition/place-keys.ts';
import type { Study } from '../definition/schema.ts';
import { linesOf } from '../naming/names.ts';
import { type PlaceName, PlaceNamer } from '../naming/place-namer.ts';
import { type PlaceSheet, placeSheets } from '../sheet/place-sheet.ts';
import { type Account, accountOf } from './account.ts';
import { type Analysis, analyse, type CountSummary, hotOf, hotOfAll, moranOf, summaryOf } from './analyse.ts';
import { type Choice, choicesOf, inferenceChoice } from './choice.ts';
import { withoutDwellings } from './dwellings.ts';
import { type Exposure, exposureOf, exposureOfOwnSize } from './exposure.ts';
import { placesOfStudy } from './places-of-study.ts';
import type { StudyData } from './read.ts';
import { knownWeights, planeOf, smoothedIncidents, studySurface, withoutWeightChoice } from './smoothing.ts';
import { countedWithoutWeight } from './weighing.ts';
import {
  concentrationOfWeight,
  countWithoutWeight,
  hotOfWeight,
  moranOfWeight,
  sumsOfWeight,
  type WeightedIncidents,
} from './weighted.ts';
import { wholeYears } from './whole-years.ts';

/** What counting alone says about the places of a study. */
export interface PlaceCounts extends CountSummary {
  study: Study;
  subject: StudyData['subject'];
  simulated: boolean;
  account: Account;
  choices: Choice[];
  area: StudyArea | undefined;
  plane: MetricPlane;
  context: Feature[];
  inputs: StudyData['inputs'];
  /** Incidents inside the area, layers kept apart included. */
  incidents: Incidents;
  placeOf: Int32Array;
  places: Places;
  /** Which places touch, where neighbours are others than these. */
  touching: Neighbours | undefined;
  inMask: Uint8Array | undefined;
  /** Who or what could be a victim in each place; undefined where all places count alike. */
  exposure: Exposure | undefined;
  /** What the mask was made of, for the words of a sentence. */
  maskKind: 'streets' | 'mask' | undefined;
  tally: Tally;
  /** Analysed incidents per place. */
  n: Uint32Array;
  /** 1 for every category that takes part in the place analysis. */
  analysed: Uint8Array;
  /** Where incidents have weights: those of the analysed, and their sum in each place. */
  weighted: (WeightedIncidents & { w: Float64Array }) | undefined;
  years: number[];
  /** Per year, per place. */
  nByYear: Uint32Array[];
}

/** Local statistics of the places, as far as they were asked for. */
export interface PlaceTests extends PlaceCounts, Pick<Analysis, 'hotAll' | 'moran'> {
  /** Undefined where local Moran was asked for. */
  hot: HotPlaces | undefined;
  /** Of the sums of weights. */
  hotOfWeight: HotPlaces | undefined;
  moranOfWeight: LocalMoranPlaces | undefined;
}

/** What a study found about its places; the density apart, which asks for a grid. */
export interface PlaceFindings extends PlaceCounts, Analysis {
  hotOfWeight: HotPlaces | undefined;
  /** Over the mask and over all places; empty where incidents have no weights. */
  weightedConcentration: WeightedConcentration[];
  /** Name and sheet of each problem place, in their order. */
  names: PlaceName[];
  sheets: PlaceSheet[];
}

/** Everything a bundle is written from. */
export interface Findings extends PlaceFindings {
  places: HexagonPlaces;
  /** The law of crime concentration: chance, intervals, fits, years. */
  report: ConcentrationReport;
  /** Density at the centre of each place, incidents per km². */
  densityAtCentre: Float64Array;
  surface: Surface;
}

/** Told of each stage; `done` of `total` is that of one part of its work. */
export type Progress = (stage: 'placing' | 'testing' | 'smoothing', done: number, total: number) => void;

/**
 * Evaluate a study: the second of the three doors.
 *
 * @param onProgress may throw to stop
 * @throws OrynError coordinates.all-outside, possible.outside, memory.cells, memory.grid, unit.bundle
 */
export function evaluate(data: StudyData, onProgress: Progress = () => {}): Findings {
  checkHexagons(data.study);
  const found = evaluatePlaces(data, onProgress);
  const report = concentrationReport(found, {
    draws: REPORT_DRAWS,
    onProgress: (done, total) => onProgress('testing', done, total),
  });
  const findings = { ...found, report, places: found.places as HexagonPlaces };
  const inStage: OnProgress = (done, total) => onProgress('smoothing', done, total);
  inStage(0, 1);
  const { incidents, places, plane } = findings;
  const { withoutWeight, ...points } = knownWeights(smoothedIncidents(incidents, findings.analysed, plane));
  const { smoothing, surface } = studySurface(points, { ...data, plane }, inStage);
  const centres = { x: new Float64Array(places.count), y: new Float64Array(places.count) };
  for (let i = 0; i < places.count; i++) {
    [centres.x[i], centres.y[i]] = plane.project(places.lon[i], places.lat[i]);
  }
  const densityAtCentre = kernelDensityAt(points, centres, smoothing.options);
  inStage(1, 1);
  return {
    ...findings,
    study: { ...findings.study, bandwidth: smoothing.options.bandwidth },
    choices: [...findings.choices, ...smoothing.choices, ...withoutWeightChoice(withoutWeight)],
    densityAtCentre,
    surface,
  };
}

/** A bundle is read back, filtered and drawn as cells and their first ring. */
function checkHexagons(study: Study): void {
  if (unitOf(study).kind !== 'h3') {
    throw new OrynError('unit.bundle', { key: 'unit', given: study.unit ?? '' });
  }
  if (neighboursText(study) !== 'ring:1') {
    throw new OrynError('unit.bundle', { key: 'neighbours', given: study.neighbours ?? '' });
  }
}

/**
 * Places and counts of a study, nothing tested.
 *
 * @param onProgress may throw to stop
 */
export function countPlaces(read: StudyData, onProgress: Progress = () => {}): PlaceCounts {
  const data = withoutDwellings(read);
  const { study, area } = data;
  onProgress('placing', 0, 1);
  const plane = planeOf(data, data.incidents);
  const placed = placesOfStudy(data, plane, () => onProgress('placing', 0, 1));
  const keep = Uint8Array.from(placed.placeOf, (place) => (place >= 0 ? 1 : 0));
  const incidents = selectIncidents(data.incidents, keep);
  const placeOf = placed.placeOf.filter((place) => place >= 0);
  const { places, inMask, touching } = placed;
  const tally = tallyIncidents(incidents, placeOf);
  const analysed = analysedCategories(incidents, study.category);
  const n = sumByPlace(tally, places.count, { categories: analysed });
  const years = yearsOfTally(tally);
  const nByYear = years.map((year) =>
    sumByPlace(tally, places.count, {
      categories: analysed,
      fromMonth: monthNumber(year, 1),
      toMonth: monthNumber(year, 12),
    }),
  );
  const exposure = study.exposure === undefined ? undefined : exposureOfPlaces(data, places, plane, inMask);
  const maxCells = study.maxCells ?? (places.kind === 'h3' ? defaultMaxCells(places.resolution) : 1);
  const weight = incidents.weight && {
    weight: incidents.weight,
    placeOf: placeOf.map((place, i) => (analysed[incidents.category.codes[i]] === 1 ? place : -1)),
  };
  return {
    ...summaryOf(places, n, inMask),
    study: { ...study, maxCells },
    subject: data.subject,
    simulated: data.simulated,
    account: accountOf(data, incidents, inMask && placeOf.reduce((sum, place) => sum + inMask[place], 0)),
    choices: [
      ...(weight ? countedWithoutWeight(data.choices, countWithoutWeight(weight)) : data.choices),
      ...choicesOf(data, plane, places, maxCells),
      ...placed.choices,
      ...(exposure?.choices ?? []),
      ...inferenceChoice(study),
    ],
    area,
    plane,
    context: data.context,
    inputs: data.inputs,
    incidents,
    placeOf,
    places,
    touching,
    inMask,
    exposure,
    maskKind: data.possible && maskKindOf(data.possible, places),
    tally,
    n,
    analysed,
    weighted: weight && { ...weight, w: sumsOfWeight(weight, places.count) },
    years,
    nByYear,
  };
}

/** Counts and the local statistic asked for, without problem places. */
export function testPlaces(data: StudyData, onProgress: Progress = () => {}): PlaceTests {
  const counts = countPlaces(data, onProgress);
  const { study, places, n, inMask, exposure, weighted } = counts;
  const inStage: OnProgress = (done, total) => onProgress('testing', done, total);
  inStage(0, 1);
  const options = { ...study, exposure: exposure?.values };
  const isMoran = study.statistic === 'moran';
  return {
    ...counts,
    hot: isMoran ? undefined : hotOf(places, n, inMask, options, inStage),
    hotAll: isMoran ? undefined : hotOfAll(places, n, inMask, options, inStage),
    moran: isMoran ? moranOf(places, n, inMask, options, inStage) : undefined,
    hotOfWeight: isMoran ? undefined : weighted && hotOfWeight(weighted.w, places, inMask, study, inStage),
    moranOfWeight: isMoran
      ? weighted && moranOfWeight(weighted.w, places, inMask, study, inStage)
      : undefined,
  };
}

/** Places, counts, hot places, problem places and concentration of a study, without its density. */
export function evaluatePlaces(data: StudyData, onProgress: Progress = () => {}): PlaceFindings {
  const counts = countPlaces(data, onProgress);
  const { study, places, n, inMask, exposure, incidents, placeOf, analysed, weighted } = counts;
  const inStage: OnProgress = (done, total) => onProgress('testing', done, total);
  inStage(0, 1);
  const analysis = analyse(
    places,
    n,
    inMask,
    {
      ...study,
      maxCells: study.maxCells ?? 1,
      exposure: exposure?.values,
      years: wholeYears(counts.tally, places.count, { categories: analysed }, study),
      touching: counts.touching,
    },
    inStage,
  );
  const namer = places.kind === 'h3' && new PlaceNamer([...(data.possible ?? []), ...data.context], places);
  return {
    ...counts,
    ...analysis,
    hotOfWeight: weighted && hotOfWeight(weighted.w, places, inMask, study, inStage),
    weightedConcentration: weighted ? concentrationOfWeight(weighted, places, inMask, study, inStage) : [],
    names: namer
      ? analysis.problemPlaces.map(({ members, lon, lat }) => namer.nameOf(members, lon, lat))
      : [],
    sheets: placeSheets(
      incidents,
      pointTally(incidents, placeOf),
      { categories: analysed },
      analysis.problemPlaces.map(({ members }) => members),
    ),
  };
}

/** 1 for every category that takes part in the place analysis: those asked for, else all not kept apart. */
export function analysedCategories(
  incidents: Pick<Incidents, 'category'>,
  asked?: readonly string[],
): Uint8Array {
  return Uint8Array.from(incidents.category.labels, (label) =>
    asked?.includes(label) || !apartLayerOf(label) ? 1 : 0,
  );
}

/** Files are summed over H3 cells; other places have only what they are themselves, their length or area. */
function exposureOfPlaces(
  data: StudyData,
  places: Places,
  plane: MetricPlane,
  inMask: Uint8Array | undefined,
): Exposure {
  if (places.kind === 'h3') return exposureOf(data, places, plane, inMask);
  const own = exposureOfOwnSize(data.study, places, inMask);
  if (!own) throw new OrynError('exposure.unit', { given: data.study.unit ?? '' });
  return own;
}

/** What the features of a mask are, as far as words tell them apart: a unit made of streets needs no streets for it. */
export function maskKindOf(possible: readonly Feature[], { kind }: Pick<Places, 'kind'>): 'streets' | 'mask' {
  const hasLines = possible.some((feature) => linesOf(feature).length > 0);
  return hasLines && kind !== 'segments' && kind !== 'address' ? 'streets' : 'mask';
}
