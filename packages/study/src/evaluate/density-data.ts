import {
  isGeographic,
  type MetricPlane,
  type PlanarBounds,
  type PlanarPoints,
  type StudyArea,
  selectIncidents,
} from '@oryn/core';
import { readPoints, type SourceFile } from '@oryn/ingest';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf, nothingInside } from './account.ts';
import { type Choice, planeChoice } from './choice.ts';
import { analysedCategories } from './evaluate.ts';
import { readStudy, type Sources } from './read.ts';
import { extentOf, knownWeights, planeOf, smoothedIncidents, withoutWeightChoice } from './smoothing.ts';
import { countedWithoutWeight } from './weighing.ts';

/** Incidents in metres, ready to be smoothed; no places, so a plane without degrees will do. */
export interface DensityData extends PlanarPoints {
  weights: Float64Array | undefined;
  plane: MetricPlane;
  area: StudyArea | undefined;
  extent: PlanarBounds;
  account: Account;
  choices: Choice[];
  simulated: boolean;
}

/** How the incidents of a density are read. */
export interface DensityReading {
  /** The plane to measure on, where it is already settled. */
  plane?: MetricPlane | undefined;
  /** A category that is left out. */
  without?: string | undefined;
}

/** Read the incidents of a study for a density; those outside its area are left out and counted. */
export async function densityData(
  study: Study,
  sources: Sources,
  { plane: settled, without }: DensityReading = {},
): Promise<DensityData> {
  const data = await readStudy(study, sources, { use: 'plane' });
  const { area } = data;
  const inside = Uint8Array.from(data.incidents.lon, (lon, i) =>
    !area || area.contains(lon, data.incidents.lat[i]) ? 1 : 0,
  );
  const incidents = selectIncidents(data.incidents, inside);
  if (incidents.count === 0) throw nothingInside(data);
  const plane = settled ?? planeOf(data, incidents);
  const analysed = analysedCategories(incidents, study.category);
  if (without !== undefined) {
    const code = incidents.category.labels.indexOf(without);
    if (code >= 0) analysed[code] = 0;
  }
  const { withoutWeight, ...points } = knownWeights(smoothedIncidents(incidents, analysed, plane));
  return {
    ...points,
    plane,
    area,
    extent: extentOf(points.x, points.y, area, plane),
    account: accountOf(data, incidents),
    choices: [
      ...countedWithoutWeight(data.choices, withoutWeight),
      planeChoice(data, plane),
      ...withoutWeightChoice(withoutWeight),
    ],
    simulated: data.simulated,
  };
}

/**
 * Points of a table on a plane: degrees projected, metres as they are; one per row, in order.
 *
 * @throws OrynError of ingest; coordinates.none-valid where a row has no usable coordinate
 */
export async function pointsOnPlane(
  file: SourceFile,
  plane: MetricPlane,
  study: Pick<Study, 'crs'>,
): Promise<{ x: Float64Array; y: Float64Array }> {
  const crs = study.crs !== undefined && !isGeographic(study.crs) ? study.crs : plane.crs;
  const points = await readPoints(file, crs);
  if (points.projected?.crs === plane.crs) return points.projected;
  const x = new Float64Array(points.lon.length);
  const y = new Float64Array(points.lon.length);
  for (let i = 0; i < x.length; i++) [x[i], y[i]] = plane.project(points.lon[i], points.lat[i]);
  return { x, y };
}
