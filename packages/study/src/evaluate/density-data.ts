import { type GridExtent, isGeographic, type MetricPlane, selectIncidents } from '@oryn/core';
import { readPoints, type SourceFile } from '@oryn/ingest';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf, nothingInside } from './account.ts';
import { type Choice, planeChoice } from './choice.ts';
import { analysedCategories } from './evaluate.ts';
import { readStudy, type Sources } from './read.ts';
import { extentOf, planeOf, smoothedIncidents } from './smoothing.ts';

/** Incidents in metres, ready to be smoothed; no places, so a plane without degrees will do. */
export interface DensityData {
  x: Float64Array;
  y: Float64Array;
  weights: Float64Array | undefined;
  plane: MetricPlane;
  extent: GridExtent;
  account: Account;
  choices: Choice[];
}

/** Read the incidents of a study for a density; those outside its area are left out and counted. */
export async function densityData(study: Study, sources: Sources): Promise<DensityData> {
  const data = await readStudy(study, sources, { use: 'plane' });
  const { area } = data;
  const inside = Uint8Array.from(data.incidents.lon, (lon, i) =>
    !area || area.contains(lon, data.incidents.lat[i]) ? 1 : 0,
  );
  const incidents = selectIncidents(data.incidents, inside);
  if (incidents.count === 0) throw nothingInside(data);
  const plane = planeOf(data, incidents);
  const smooth = smoothedIncidents(incidents, analysedCategories(incidents, study.category), plane);
  return {
    ...smooth,
    plane,
    extent: extentOf(smooth.x, smooth.y, area, plane),
    account: accountOf(data, incidents),
    choices: [...data.choices, planeChoice(data, plane)],
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
