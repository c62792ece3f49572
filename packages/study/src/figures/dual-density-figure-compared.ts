import {
  type ComparedDensities,
  cellCentres,
  compareDensities,
  kernelSurface,
  meters,
  OrynError,
  type PlanarPoints,
  type Surface,
} from '@oryn/core';
import { checkGrid, extentOf, smoothedIncidents, smoothingOf, windowOf } from '../evaluate/smoothing.ts';
import { checkPoints, spreadRadius } from './density-figure-surface.ts';
import type { Drawn } from './drawn.ts';
import { notPossible } from './not-possible.ts';
import { oncePerStudy } from './once-per-study.ts';

/** Random labels where none are asked for: the smallest two-sided p of a point is then .01. */
const DRAWS = 199;
/** A ratio of fewer incidents than this within the radius is one of chance. */
export const LEAST_TOGETHER = 5;
/** Cells along the radius: the test draws both surfaces anew for each labelling. */
const CELLS_PER_RADIUS = 4;

/** One category beside all other incidents of a study. */
export interface ComparedCategories {
  /** Its label as the file has it. */
  category: string;
  /** Natural logarithm of the ratio of the two shares; tested. */
  compared: ComparedDensities;
  /** Density of both together, incidents per km², on the same grid. */
  together: Surface;
  /** Density of both together from which they are compared, incidents per km². */
  least: number;
  radiusMeters: number;
  /** Cells inside the area. */
  inside: Uint8Array;
}

/**
 * A category, the largest where none is named, against all other analysed incidents.
 *
 * @throws OrynError figure.not-possible, category.unknown, memory.grid
 */
export const comparedCategories = oncePerStudy(
  (drawn: Drawn, against: string | undefined, draws: number | undefined): ComparedCategories => {
    const { area, plane, study, incidents, analysed } = drawn;
    const { labels } = incidents.category;
    const code = against === undefined ? largestCategory(drawn) : labels.indexOf(against);
    if (code < 0 || analysed[code] !== 1) {
      if (against === undefined) throw notPossible('dual-density', 'noSecondCategory');
      const known = labels.filter((label, category) => label !== '' && analysed[category] === 1);
      throw new OrynError('category.unknown', { given: against, known: known.join(', ') });
    }
    const of = (passes: (category: number) => boolean): PlanarPoints => {
      const { x, y } = smoothedIncidents(
        incidents,
        analysed.map((is, category) => (is === 1 && passes(category) ? 1 : 0)),
        plane,
      );
      return { x, y };
    };
    const [first, second, both] = [of((c) => c === code), of((c) => c !== code), of(() => true)];
    if (second.x.length === 0) throw notPossible('dual-density', 'noSecondCategory');
    for (const points of [first, second]) checkPoints('dual-density', drawn, points);
    const window = area && windowOf(area, plane);
    const { options } = smoothingOf(both, { ...study, adaptive: undefined }, window);
    const bounds = extentOf(both.x, both.y, area, plane);
    const radiusMeters = spreadRadius(study);
    const grid = { ...options, cellSize: meters(Math.max(study.cellSize, radiusMeters / CELLS_PER_RADIUS)) };
    checkGrid(bounds, options, grid.cellSize);
    const compared = compareDensities(first, second, bounds, {
      ...grid,
      comparison: 'log-ratio',
      permutations: { draws: draws ?? DRAWS, seed: study.seed },
    });
    const together = kernelSurface(both, bounds, grid);
    const least = (LEAST_TOGETHER / (Math.PI * radiusMeters ** 2)) * 1e6;
    if (!together.values.some((value) => value >= least)) throw notPossible('dual-density', 'tooFew');
    const centres = cellCentres(together);
    const inside = Uint8Array.from(centres.x, (x, cell) =>
      (window?.contains(x, centres.y[cell]) ?? true) ? 1 : 0,
    );
    return { category: labels[code], compared, together, least, radiusMeters, inside };
  },
);

/** The analysed category with most incidents, of those that have a name; -1 where there is none. */
function largestCategory({ incidents, analysed }: Drawn): number {
  const { codes, labels } = incidents.category;
  const counts = new Uint32Array(labels.length);
  for (const code of codes) if (analysed[code] === 1 && labels[code] !== '') counts[code]++;
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}
