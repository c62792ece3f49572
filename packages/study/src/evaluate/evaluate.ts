import {
  defaultMaxCells,
  type HexagonPlaces,
  type Incidents,
  kernelDensityAt,
  type MetricPlane,
  monthNumber,
  OrynError,
  type Places,
  pointTally,
  type StudyArea,
  type Surface,
  selectIncidents,
  sumByPlace,
  type Tally,
  tallyIncidents,
  yearsOfTally,
} from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { Feature } from 'geojson';
import { neighboursText, unitOf } from '../definition/place-keys.ts';
import type { Study } from '../definition/schema.ts';
import { linesOf } from '../naming/names.ts';
import { type PlaceName, PlaceNamer } from '../naming/place-namer.ts';
import { type PlaceSheet, placeSheets } from '../sheet/place-sheet.ts';
import { type Account, accountOf } from './account.ts';
import { type Analysis, analyse } from './analyse.ts';
import { type Choice, choicesOf } from './choice.ts';
import { type Exposure, exposureOf } from './exposure.ts';
import { placesOfStudy } from './places-of-study.ts';
import type { StudyData } from './read.ts';
import { extentOf, planeOf, smoothedIncidents, smoothingOf, smoothSurface, windowOf } from './smoothing.ts';
import { type Weighted, weightedOf } from './weighted.ts';
import { wholeYears } from './whole-years.ts';

/** What a study found about its places; the density apart, which asks for a grid. */
export interface PlaceFindings extends Analysis {
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
  inMask: Uint8Array | undefined;
  /** Who or what could be a victim in each place; undefined where all places count alike. */
  exposure: Exposure | undefined;
  /** What the mask was made of, for the words of a sentence. */
  maskKind: 'streets' | 'mask' | undefined;
  tally: Tally;
  /** Analysed incidents per place. */
  n: Uint32Array;
  /** Where incidents have weights. */
  weighted: Weighted | undefined;
  years: number[];
  /** Per year, per place. */
  nByYear: Uint32Array[];
  /** Name and sheet of each problem place, in their order. */
  names: PlaceName[];
  sheets: PlaceSheet[];
}

/** Everything a bundle is written from. */
export interface Findings extends PlaceFindings {
  places: HexagonPlaces;
  /** Density at the centre of each place, incidents per km². */
  densityAtCentre: Float64Array;
  surface: Surface;
}

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
  const findings = { ...found, places: found.places as HexagonPlaces };
  onProgress('smoothing', 2, 3);
  const { incidents, places, plane } = findings;
  const points = smoothedIncidents(incidents, analysedCategories(incidents, data.study.category), plane);
  const smoothing = smoothingOf(points, data.study, data.area && windowOf(data.area, plane));
  const surface = smoothSurface(
    points,
    extentOf(points.x, points.y, data.area, plane),
    smoothing,
    data.study,
  );
  const centres = { x: new Float64Array(places.count), y: new Float64Array(places.count) };
  for (let i = 0; i < places.count; i++) {
    [centres.x[i], centres.y[i]] = plane.project(places.lon[i], places.lat[i]);
  }
  const densityAtCentre = kernelDensityAt(points, centres, smoothing.options);
  onProgress('smoothing', 3, 3);
  return {
    ...findings,
    study: { ...findings.study, bandwidth: smoothing.options.bandwidth },
    choices: [...findings.choices, ...smoothing.choices],
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

/** Places, counts, hot places, problem places and concentration of a study, without its density. */
export function evaluatePlaces(data: StudyData, onProgress: Progress = () => {}): PlaceFindings {
  const { study, area } = data;
  onProgress('placing', 0, 3);
  const plane = planeOf(data, data.incidents);
  const placed = placesOfStudy(data, plane, () => onProgress('placing', 0, 3));
  const keep = Uint8Array.from(placed.placeOf, (place) => (place >= 0 ? 1 : 0));
  const incidents = selectIncidents(data.incidents, keep);
  const placeOf = placed.placeOf.filter((place) => place >= 0);
  const { places, inMask } = placed;
  const { weight } = incidents;
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

  const exposure = study.exposure === undefined ? undefined : exposureOfCells(data, places, plane, inMask);
  onProgress('testing', 1, 3);
  const maxCells = study.maxCells ?? (places.kind === 'h3' ? defaultMaxCells(places.resolution) : 1);
  const analysis = analyse(places, n, inMask, {
    ...study,
    maxCells,
    exposure: exposure?.values,
    years: wholeYears(tally, places.count, { categories: analysed }, study),
  });

  const namer = places.kind === 'h3' && new PlaceNamer([...(data.possible ?? []), ...data.context], places);
  return {
    ...analysis,
    study: { ...study, maxCells },
    subject: data.subject,
    simulated: data.simulated,
    account: accountOf(data, incidents, inMask && placeOf.reduce((sum, place) => sum + inMask[place], 0)),
    choices: [
      ...data.choices,
      ...choicesOf(data, plane, places, maxCells),
      ...placed.choices,
      ...(exposure?.choices ?? []),
    ],
    area,
    plane,
    context: data.context,
    inputs: data.inputs,
    incidents,
    placeOf,
    places,
    inMask,
    exposure,
    maskKind: data.possible && maskKindOf(data.possible, places),
    tally,
    n,
    weighted: weight && weightedOf({ ...incidents, weight }, placeOf, analysed, places, inMask, study),
    years,
    nByYear,
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

function exposureOfCells(
  data: StudyData,
  places: Places,
  plane: MetricPlane,
  inMask: Uint8Array | undefined,
): Exposure {
  if (places.kind !== 'h3') throw new OrynError('exposure.unit', { given: data.study.unit ?? '' });
  return exposureOf(data, places, plane, inMask);
}

function maskKindOf(possible: readonly Feature[], { kind }: Places): 'streets' | 'mask' {
  const hasLines = possible.some((feature) => linesOf(feature).length > 0);
  return hasLines && (kind === 'h3' || kind === 'polygons') ? 'streets' : 'mask';
}
