import {
  cellsOfFeatures,
  defaultMaxCells,
  type Incidents,
  type MetricPlane,
  meters,
  monthNumber,
  OrynError,
  type Places,
  placeInHexagons,
  quarticDensityAt,
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
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf, nothingInside } from './account.ts';
import { type Analysis, analyse } from './analyse.ts';
import { type Choice, choicesOf } from './choice.ts';
import type { StudyData } from './read.ts';
import { extentOf, planeOf, smoothedIncidents, smoothSurface } from './smoothing.ts';
import { linesOf, type Names, namesOf, StreetNames } from './street-names.ts';

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
  /** What the mask was made of, for the words of a sentence. */
  maskKind: 'streets' | 'mask' | undefined;
  tally: Tally;
  /** Analysed incidents per place; sums of weights where a weight column was named. */
  n: Uint32Array;
  weights: Float64Array | undefined;
  years: number[];
  /** Per year, per place. */
  nByYear: Uint32Array[];
  /** Street names of each problem place, in its order. */
  streetsOf: Names[][];
}

/** Everything a bundle is written from. */
export interface Findings extends PlaceFindings {
  /** Density at the centre of each place, incidents per km². */
  densityAtCentre: Float64Array;
  surface: Surface;
}

export type Progress = (stage: 'placing' | 'testing' | 'smoothing', done: number, total: number) => void;

/**
 * Evaluate a study: the second of the three doors.
 *
 * @param onProgress may throw to stop
 * @throws OrynError coordinates.all-outside, possible.outside, memory.cells, memory.grid
 */
export function evaluate(data: StudyData, onProgress: Progress = () => {}): Findings {
  const findings = evaluatePlaces(data, onProgress);
  onProgress('smoothing', 2, 3);
  const { incidents, places, plane } = findings;
  const { x, y, weights } = smoothedIncidents(
    incidents,
    analysedCategories(incidents, data.study.category),
    plane,
  );
  const bandwidth = meters(data.study.bandwidth);
  const surface = smoothSurface(x, y, extentOf(x, y, data.area, plane), data.study, weights);
  const centres = { x: new Float64Array(places.count), y: new Float64Array(places.count) };
  for (let i = 0; i < places.count; i++) {
    [centres.x[i], centres.y[i]] = plane.project(places.lon[i], places.lat[i]);
  }
  const densityAtCentre = quarticDensityAt(x, y, centres, { bandwidth, weights });
  onProgress('smoothing', 3, 3);
  return { ...findings, densityAtCentre, surface };
}

/** Places, counts, hot places, problem places and concentration of a study, without its density. */
export function evaluatePlaces(data: StudyData, onProgress: Progress = () => {}): PlaceFindings {
  const { study, area } = data;
  onProgress('placing', 0, 3);
  const placed = placeInHexagons(data.incidents.lon, data.incidents.lat, {
    resolution: study.resolution,
    area,
    containment: study.containment,
  });
  const insideCount = placed.placeOf.reduce((sum, place) => sum + (place >= 0 ? 1 : 0), 0);
  if (insideCount === 0) throw nothingInside(data);
  const keep = Uint8Array.from(placed.placeOf, (place) => (place >= 0 ? 1 : 0));
  const incidents = selectIncidents(data.incidents, keep);
  const placeOf = placed.placeOf.filter((place) => place >= 0);
  const { places } = placed;
  const inMask = maskOf(data, places);
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

  onProgress('testing', 1, 3);
  const maxCells = study.maxCells ?? defaultMaxCells(study.resolution);
  const analysis = analyse(places, n, inMask, {
    statistic: study.statistic,
    inference: study.inference,
    maxCells,
  });

  const plane = planeOf(data, incidents);
  const namedLines = [...(data.possible ?? []), ...data.context].filter(
    (line) => linesOf(line).length > 0 && namesOf(line),
  );
  const streetNames = new StreetNames(namedLines, places);
  return {
    ...analysis,
    study: { ...study, maxCells },
    subject: data.subject,
    simulated: data.simulated,
    account: accountOf(data, incidents, inMask && placeOf.reduce((sum, place) => sum + inMask[place], 0)),
    choices: [...data.choices, ...choicesOf(data, plane, places, maxCells)],
    area,
    plane,
    context: data.context,
    inputs: data.inputs,
    incidents,
    placeOf,
    places,
    inMask,
    maskKind:
      data.possible && (data.possible.some((feature) => linesOf(feature).length > 0) ? 'streets' : 'mask'),
    tally,
    n,
    weights: incidents.weight && weightsByPlace(incidents, placeOf, analysed, places.count),
    years,
    nByYear,
    streetsOf: analysis.problemPlaces.map((place) => streetNames.longestIn(place.members)),
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

function maskOf(data: StudyData, places: Places): Uint8Array | undefined {
  if (!data.possible) return undefined;
  const cells = cellsOfFeatures(data.possible, data.study.resolution);
  const inMask = Uint8Array.from(places.ids, (id) => (cells.has(id) ? 1 : 0));
  if (!inMask.includes(1)) throw new OrynError('possible.outside', { file: data.study.possible ?? '' });
  return inMask;
}

function weightsByPlace(
  incidents: Incidents,
  placeOf: Int32Array,
  analysed: Uint8Array,
  places: number,
): Float64Array {
  const sums = new Float64Array(places);
  for (let i = 0; i < incidents.count; i++) {
    if (analysed[incidents.category.codes[i]]) sums[placeOf[i]] += incidents.weight![i];
  }
  return sums;
}
