import {
  type GridExtent,
  type Incidents,
  isGeographic,
  type MetricPlane,
  meters,
  OrynError,
  planeOfCrs,
  quarticSurface,
  type StudyArea,
  type Surface,
  selectIncidents,
  surfaceCells,
  utmCrs,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import type { StudyData } from './read.ts';

/** The plane of the input where it is projected, else the UTM zone of the area or of the median incident. */
export function planeOf(data: StudyData, incidents: Incidents): MetricPlane {
  const { projected } = incidents;
  const crs = projected?.crs ?? data.study.crs;
  if (crs !== undefined && !isGeographic(crs)) return planeOfCrs(crs);
  if (data.area) return data.area.plane;
  return planeOfCrs(utmCrs(median(incidents.lon), median(incidents.lat)));
}

function median(values: Float64Array): number {
  return Float64Array.from(values).sort()[values.length >> 1];
}

/** The analysed incidents in metres. */
export function smoothedIncidents(
  incidents: Incidents,
  analysed: Uint8Array,
  plane: MetricPlane,
): { x: Float64Array; y: Float64Array; weights: Float64Array | undefined } {
  const kept = selectIncidents(incidents, incidents.category.codes.map((code) => analysed[code]) as never);
  if (kept.projected) return { x: kept.projected.x, y: kept.projected.y, weights: kept.weight };
  const x = new Float64Array(kept.count);
  const y = new Float64Array(kept.count);
  for (let i = 0; i < kept.count; i++) [x[i], y[i]] = plane.project(kept.lon[i], kept.lat[i]);
  return { x, y, weights: kept.weight };
}

/** The extent of the area on the plane, or of the incidents where there is no area. */
export function extentOf(
  x: Float64Array,
  y: Float64Array,
  area: StudyArea | undefined,
  plane: MetricPlane,
): GridExtent {
  const extent = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  const widen = (px: number, py: number): void => {
    extent.left = Math.min(extent.left, px);
    extent.right = Math.max(extent.right, px);
    extent.bottom = Math.min(extent.bottom, py);
    extent.top = Math.max(extent.top, py);
  };
  for (let i = 0; i < x.length; i++) widen(x[i], y[i]);
  for (const [ring] of area?.polygons ?? []) {
    for (const [lon, lat] of ring) widen(...plane.project(lon, lat));
  }
  return extent;
}

/** More grid cells than this would not fit the memory of an ordinary laptop. */
const MOST_GRID_CELLS = 40_000_000;

/** The surface of a study on the grid of an extent. @throws OrynError memory.grid */
export function smoothSurface(
  x: Float64Array,
  y: Float64Array,
  extent: GridExtent,
  study: Pick<Study, 'bandwidth' | 'cellSize'>,
  weights?: Float64Array,
): Surface {
  const bandwidth = meters(study.bandwidth);
  const cellSize = meters(study.cellSize);
  const cells = surfaceCells(extent, bandwidth, cellSize);
  if (cells > MOST_GRID_CELLS) throw new OrynError('memory.grid', { cells, limit: MOST_GRID_CELLS });
  return quarticSurface(x, y, extent, { bandwidth, cellSize, weights });
}
