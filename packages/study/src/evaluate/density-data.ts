import {
  type GridExtent,
  isGeographic,
  type MetricPlane,
  OrynError,
  planeOfCrs,
  selectIncidents,
} from '@oryn/core';
import { readIncidents, type SourceFile } from '@oryn/ingest';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf, nothingInside } from './account.ts';
import type { Choice } from './choice.ts';
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
  const data = await readStudy(study, sources, 'plane');
  const { area } = data;
  const inside = Uint8Array.from(data.incidents.lon, (lon, i) =>
    !area || area.contains(lon, data.incidents.lat[i]) ? 1 : 0,
  );
  const incidents = selectIncidents(data.incidents, inside);
  if (incidents.count === 0) throw nothingInside(data);
  const plane = planeOf(data, incidents);
  const smooth = smoothedIncidents(incidents, analysedCategories(incidents), plane);
  return {
    ...smooth,
    plane,
    extent: extentOf(smooth.x, smooth.y, area, plane),
    account: accountOf(data, incidents),
    choices: [
      ...data.choices,
      {
        name: 'plane',
        value: plane.crs,
        unit: 'm',
        rule: 'crs of the input or UTM zone',
        reason: 'planeUtm',
      },
    ],
  };
}

/**
 * Points of a table on a plane: degrees projected, metres as they are.
 *
 * @throws OrynError of ingest; coordinates.none-valid where a row has no usable coordinate, since rows stay in order
 */
export async function pointsOnPlane(
  file: SourceFile,
  plane: MetricPlane,
  study: Pick<Study, 'crs'>,
): Promise<{ x: Float64Array; y: Float64Array }> {
  const crs = study.crs !== undefined && !isGeographic(study.crs) ? study.crs : plane.crs;
  const { incidents, accounts } = await readIncidents([file], { crs });
  const [account] = accounts;
  if (account.kept < account.read) {
    const row = Math.min(...Object.values(account.firstRow));
    throw new OrynError('coordinates.none-valid', {
      file: file.name,
      rows: account.read - account.kept,
      row,
    });
  }
  if (incidents.projected && incidents.projected.crs === plane.crs) return incidents.projected;
  const x = new Float64Array(incidents.count);
  const y = new Float64Array(incidents.count);
  const from = incidents.projected && planeOfCrs(incidents.projected.crs);
  for (let i = 0; i < incidents.count; i++) {
    const [lon, lat] = from
      ? from.unproject(incidents.projected!.x[i], incidents.projected!.y[i])
      : [incidents.lon[i], incidents.lat[i]];
    [x[i], y[i]] = plane.project(lon, lat);
  }
  return { x, y };
}
