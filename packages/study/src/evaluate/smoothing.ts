import {
  abramsonBandwidths,
  cellsOver,
  chooseBandwidth,
  type DensityOptions,
  type Incidents,
  isGeographic,
  kernelSurface,
  type MetricPlane,
  meters,
  nearestBandwidths,
  type OnProgress,
  OrynError,
  type PlanarBounds,
  type PlanarPoints,
  type PlanarWindow,
  planarWindow,
  planeOfCrs,
  type StudyArea,
  type Surface,
  selectIncidents,
  surfaceMargin,
  utmCrs,
} from '@oryn/core';
import { adaptiveRuleOf, bandwidthRuleOf } from '../definition/density-keys.ts';
import type { Study } from '../definition/schema.ts';
import { nothingInside } from './account.ts';
import type { Choice } from './choice.ts';
import type { StudyData } from './read.ts';

/**
 * The plane of the input where it is projected, else the UTM zone of the area or of the median incident.
 *
 * @throws OrynError where neither an area nor an incident says where on the globe
 */
export function planeOf(data: StudyData, incidents: Incidents): MetricPlane {
  const { projected } = incidents;
  const crs = projected?.crs ?? data.study.crs;
  if (crs !== undefined && !isGeographic(crs)) return planeOfCrs(crs);
  if (data.area) return data.area.plane;
  if (incidents.count === 0) throw nothingInside({ ...data, incidents });
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
  if (kept.projected?.crs === plane.crs)
    return { x: kept.projected.x, y: kept.projected.y, weights: kept.weight };
  const x = new Float64Array(kept.count);
  const y = new Float64Array(kept.count);
  for (let i = 0; i < kept.count; i++) [x[i], y[i]] = plane.project(kept.lon[i], kept.lat[i]);
  return { x, y, weights: kept.weight };
}

/** What can be smoothed of some incidents. */
export interface SmoothedPoints {
  x: Float64Array;
  y: Float64Array;
  weights: Float64Array | undefined;
  /** Left out since nobody knows what they weigh: a missing weight is never zero. */
  withoutWeight: number;
}

/** Leave out incidents whose weight is not known. */
export function knownWeights({ x, y, weights }: PlanarPoints): SmoothedPoints {
  if (!weights?.some(Number.isNaN)) return { x, y, weights, withoutWeight: 0 };
  const known = (_: number, i: number): boolean => !Number.isNaN(weights[i]);
  const kept = weights.filter(known);
  return {
    x: x.filter(known),
    y: y.filter(known),
    weights: kept,
    withoutWeight: weights.length - kept.length,
  };
}

/** Said where incidents were left out of a density for want of a weight. */
export function withoutWeightChoice(count: number): Choice[] {
  if (count === 0) return [];
  const rule = 'a missing weight is never zero';
  return [{ name: 'notSmoothed', value: count, unit: 'incidents', rule, reason: 'notSmoothed' }];
}

/** The extent of the area on the plane, and of the incidents. */
export function extentOf(
  x: Float64Array,
  y: Float64Array,
  area: StudyArea | undefined,
  plane: MetricPlane,
): PlanarBounds {
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

/** The area on the plane, for edge corrections. */
export function windowOf(area: StudyArea, plane: MetricPlane): PlanarWindow {
  return planarWindow(
    area.polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => plane.project(lon, lat)))),
  );
}

/** How the incidents of a study are smoothed, and what was chosen for it. */
export interface Smoothing {
  options: DensityOptions;
  choices: Choice[];
}

type SmoothingKeys = Pick<Study, 'bandwidth' | 'kernel' | 'cellSize' | 'edge' | 'adaptive' | 'seed'>;

/**
 * Kernel, bandwidth and edge correction for some incidents: what the study says, or what its rules choose.
 *
 * @param window the area on the plane; undefined without a boundary
 * @throws OrynError density.edge-boundary, bandwidth.too-few, density.edge-adaptive
 */
export function smoothingOf(
  points: PlanarPoints,
  study: SmoothingKeys,
  window: PlanarWindow | undefined,
  onProgress?: OnProgress,
): Smoothing {
  const { kernel, edge: correction, seed } = study;
  const isCorrected = correction === 'uniform' || correction === 'diggle';
  if (isCorrected && !window) throw new OrynError('density.edge-boundary', { edge: correction });
  const edge = isCorrected && window ? { correction, window } : undefined;
  const choices: Choice[] = [];
  let bandwidth = study.bandwidth;
  if (typeof bandwidth === 'string') {
    const { name, neighbours } = bandwidthRuleOf(bandwidth);
    const chosen = chooseBandwidth(points, name, {
      ...{ kernel, neighbours, seed, onProgress },
      window: edge?.window,
    });
    bandwidth = chosen.value;
    const { value, unit, reason } = chosen;
    choices.push({
      name: 'bandwidth',
      value,
      unit,
      rule: `${study.bandwidth}`,
      reason: `bandwidth.${reason}`,
    });
  }
  const options = { kernel, bandwidth: meters(bandwidth), edge, onProgress };
  const adaptive = adaptiveRuleOf(study.adaptive);
  if (!adaptive) return { options, choices };
  if (correction === 'uniform') throw new OrynError('density.edge-adaptive');
  const found =
    adaptive.name === 'abramson'
      ? abramsonBandwidths(points, options)
      : nearestBandwidths(points, {
          neighbours: adaptive.neighbours ?? 1,
          least: study.cellSize,
          onProgress,
        });
  const range = [found.least, found.median, found.most].map((value) => value.toFixed(0)).join(' – ');
  const reason = `adaptive.${adaptive.name}`;
  choices.push({ name: 'adaptive', value: range, unit: 'm', rule: study.adaptive ?? '', reason });
  // Of k-nearest bandwidths there is no common one: their median stands for them.
  const usual = adaptive.name === 'nearest' ? meters(found.median) : options.bandwidth;
  return { options: { ...options, bandwidth: usual, bandwidths: found.bandwidths }, choices };
}

/** More grid cells than this would not fit the memory of an ordinary laptop. */
const MOST_GRID_CELLS = 40_000_000;

/** @throws OrynError memory.grid where the surface would not fit */
export function checkGrid(extent: PlanarBounds, options: DensityOptions, cellSize: number): void {
  const cells = cellsOver(extent, surfaceMargin(options), meters(cellSize));
  if (cells > MOST_GRID_CELLS) throw new OrynError('memory.grid', { cells, limit: MOST_GRID_CELLS });
}

/** The surface of some incidents on the grid of an extent. @throws OrynError memory.grid */
export function smoothSurface(
  points: PlanarPoints,
  extent: PlanarBounds,
  { options }: Smoothing,
  { cellSize, fast }: { cellSize: number; fast?: { seed: number } | undefined },
): Surface {
  checkGrid(extent, options, cellSize);
  return kernelSurface(points, extent, { ...options, cellSize: meters(cellSize), fast });
}

/**
 * The density surface of some incidents over the area of a study, smoothed as the study says.
 *
 * @throws OrynError of `smoothingOf`, memory.grid
 */
export function studySurface(
  points: PlanarPoints,
  { study, area, plane }: { study: Study; area: StudyArea | undefined; plane: MetricPlane },
  onProgress?: OnProgress,
): { smoothing: Smoothing; surface: Surface } {
  const smoothing = smoothingOf(points, study, area && windowOf(area, plane), onProgress);
  const surface = smoothSurface(points, extentOf(points.x, points.y, area, plane), smoothing, study);
  return { smoothing, surface };
}
