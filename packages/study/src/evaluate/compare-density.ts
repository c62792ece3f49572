import {
  type ComparedDensities,
  type Comparison,
  compareDensities,
  meters,
  type OnProgress,
  type PlanarBounds,
  type PlanarPoints,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import type { Choice } from './choice.ts';
import { type DensityData, densityData } from './density-data.ts';
import type { Sources } from './read.ts';
import { checkGrid, smoothingOf, windowOf } from './smoothing.ts';

/** What a density is compared with: another file, or one category of the same files. */
export type Against =
  | { kind: 'file'; path: string; sources: Sources }
  | { kind: 'category'; category: string };

export interface DensityComparison {
  first: DensityData;
  second: DensityData;
  compared: ComparedDensities;
  choices: Choice[];
}

/**
 * Two densities of a study beside each other, on one plane with one bandwidth: a rule chooses it from all incidents
 * of both. Against a category, the first side is the study without it.
 *
 * @throws OrynError of readStudy, density.compare-empty, memory.grid
 */
export async function compareDensity(
  study: Study,
  sources: Sources,
  against: Against,
  options: {
    comparison: Comparison;
    permutations?: number | undefined;
    onProgress?: OnProgress | undefined;
  },
): Promise<DensityComparison> {
  const { comparison, permutations, onProgress } = options;
  const isFile = against.kind === 'file';
  const first = await densityData(study, sources, { without: isFile ? undefined : against.category });
  const { plane, area } = first;
  const second = isFile
    ? await densityData({ ...study, files: [against.path] }, against.sources, { plane })
    : await densityData({ ...study, category: [against.category] }, sources, { plane });
  const window = area && windowOf(area, plane);
  const smoothing = smoothingOf(pooled(first, second), { ...study, adaptive: undefined }, window, onProgress);
  const bounds = around(first.extent, second.extent);
  checkGrid(bounds, smoothing.options, study.cellSize);
  const compared = compareDensities(first, second, bounds, {
    ...smoothing.options,
    comparison,
    cellSize: meters(study.cellSize),
    permutations: permutations === undefined ? undefined : { draws: permutations, seed: study.seed },
    onProgress,
  });
  const choices = [...first.choices, ...smoothing.choices];
  if (comparison !== 'difference') {
    const { floor } = compared;
    const rule = 'peak of both / 1000';
    choices.push({ name: 'floor', value: floor, unit: 'share per km²', rule, reason: 'floor' });
  }
  return { first, second, compared, choices };
}

function pooled(a: PlanarPoints, b: PlanarPoints): PlanarPoints {
  const both = (first: Float64Array, second: Float64Array): Float64Array => {
    const values = new Float64Array(first.length + second.length);
    values.set(first);
    values.set(second, first.length);
    return values;
  };
  return { x: both(a.x, b.x), y: both(a.y, b.y) };
}

const around = (a: PlanarBounds, b: PlanarBounds): PlanarBounds => ({
  left: Math.min(a.left, b.left),
  bottom: Math.min(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
  top: Math.max(a.top, b.top),
});
