import {
  boxWindow,
  type Incidents,
  type MetricPlane,
  type PlanarBounds,
  type PlanarPoints,
  type PlanarWindow,
  selectIncidents,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf, nothingInside } from './account.ts';
import { type Choice, planeChoice } from './choice.ts';
import { analysedCategories } from './evaluate.ts';
import { type ReadingOptions, readStudy, type Sources } from './read.ts';
import { extentOf, planeOf, smoothedIncidents, windowOf } from './smoothing.ts';

/** The analysed incidents inside the area, in metres and as they were read; one row each, in one order. */
export interface ClustersData extends PlanarPoints {
  incidents: Incidents;
  plane: MetricPlane;
  extent: PlanarBounds;
  /** The boundary on the plane; the box of the incidents where none was given. */
  window: PlanarWindow;
  hasBoundary: boolean;
  simulated: boolean;
  account: Account;
  choices: Choice[];
}

/** Read the incidents of a study for clusters; those outside its area and in layers kept apart are counted. */
export async function clustersData(
  study: Study,
  sources: Sources,
  onProgress?: ReadingOptions['onProgress'],
): Promise<ClustersData> {
  const data = await readStudy(study, sources, { use: 'plane', onProgress });
  const { area } = data;
  const inside = Uint8Array.from(data.incidents.lon, (lon, i) =>
    !area || area.contains(lon, data.incidents.lat[i]) ? 1 : 0,
  );
  const insideArea = selectIncidents(data.incidents, inside);
  if (insideArea.count === 0) throw nothingInside(data);
  const plane = planeOf(data, insideArea);
  const analysed = analysedCategories(insideArea, study.category);
  const keep = Uint8Array.from(insideArea.category.codes, (code) => analysed[code]);
  const incidents = selectIncidents(insideArea, keep);
  const points = smoothedIncidents(incidents, analysed, plane);
  const extent = extentOf(points.x, points.y, area, plane);
  return {
    ...points,
    ...{ incidents, plane, extent },
    window: area ? windowOf(area, plane) : boxWindow(extent),
    hasBoundary: area !== undefined,
    simulated: data.simulated,
    account: accountOf(data, insideArea),
    choices: [...data.choices, planeChoice(data, plane)],
  };
}
