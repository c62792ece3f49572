import {
  BANDWIDTH_PER_SIGMA,
  cellCentres,
  type PlanarBounds,
  type ShareContour,
  type Surface,
  shareContours,
} from '@oryn/core';
import { extentOf, smoothedIncidents, studySurface, windowOf } from '../evaluate/smoothing.ts';
import type { Drawn } from './drawn.ts';
import type { FigureName } from './figure-names.ts';
import { notPossible } from './not-possible.ts';
import { oncePerStudy } from './once-per-study.ts';

/** Fewer than this give a picture of the kernel, not of the city. */
const LEAST_INCIDENTS = 10;

/** The density of the incidents of a study, as its figure shows it. */
export interface DrawnDensity {
  surface: Surface;
  incidents: number;
  /** The highest value inside the area, incidents per km². */
  peak: number;
  /** The densest ground that holds half of the incidents. */
  half: ShareContour;
  /** Ground inside the area at or above a level, km², counted in grid cells. */
  km2From: (level: number) => number;
  areaKm2: number | undefined;
}

/**
 * The density of a study's incidents, each counted once, whatever it weighs.
 *
 * @throws OrynError figure.not-possible, memory.grid
 */
export const densityOf = oncePerStudy((drawn: Drawn): DrawnDensity => {
  const { area, plane, study } = drawn;
  const { x, y } = smoothedIncidents(drawn.incidents, drawn.analysed, plane);
  const points = { x, y };
  checkPoints('density', drawn, points);
  const { surface } = studySurface(points, { study, area, plane });
  const window = area && windowOf(area, plane);
  const centres = cellCentres(surface);
  const inside = surface.values
    .filter((value, cell) => value > 0 && (window?.contains(centres.x[cell], centres.y[cell]) ?? true))
    .sort();
  if (inside.length === 0) throw notPossible('density', 'tooFew');
  const [half] = shareContours(surface, [0.5], points);
  return {
    surface,
    incidents: x.length,
    peak: inside[inside.length - 1],
    half,
    km2From: (level) => ((inside.length - firstAtLeast(inside, level)) * surface.cellSize ** 2) / 1e6,
    areaKm2: window && window.areaSquareMeters / 1e6,
  };
});

/**
 * Whether a density of some points says anything about their city.
 *
 * @throws OrynError figure.not-possible
 */
export function checkPoints(
  figure: FigureName,
  { study, area, plane }: Drawn,
  { x, y }: { x: Float64Array; y: Float64Array },
): void {
  if (x.length < LEAST_INCIDENTS) throw notPossible(figure, 'tooFew');
  if (x.every((value, i) => value === x[0] && y[i] === y[0])) throw notPossible(figure, 'onePoint');
  if (spreadRadius(study) >= longestSide(extentOf(x, y, area, plane)) / 2)
    throw notPossible(figure, 'wideBandwidth');
}

/** Radius of the quartic kernel that is as wide as that of the study, metres. */
export function spreadRadius({ kernel, bandwidth }: Drawn['study']): number {
  return typeof bandwidth === 'number'
    ? (bandwidth / BANDWIDTH_PER_SIGMA[kernel]) * BANDWIDTH_PER_SIGMA.quartic
    : 0;
}

const longestSide = ({ left, right, bottom, top }: PlanarBounds): number =>
  Math.max(right - left, top - bottom);

/** More classes of one hue are not told apart. */
const MOST_LEVELS = 6;

/**
 * Levels of some steps times powers of ten under a peak, ascending: six of 1, 2 and 5 spread over a factor of about 50.
 *
 * @param steps ascending, 1 to 9
 */
export function roundLevels(peak: number, steps: readonly number[] = [1, 2, 5]): number[] {
  const levels: number[] = [];
  for (let power = Math.floor(Math.log10(peak)); levels.length < MOST_LEVELS; power--) {
    for (const step of steps.toReversed()) {
      // Written out, 3e-1 is .3 and not .30000000000000004.
      const level = Number(`${step}e${power}`);
      if (level <= peak && levels.length < MOST_LEVELS) levels.unshift(level);
    }
  }
  return levels;
}

/** Position of the first value at or above a limit in an ascending list. */
function firstAtLeast(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
