import { contourPolygons } from '@oryn/core';
import { filteredSurface, type OpenBundle, roundLevels } from '@oryn/study';
import type { Position } from 'geojson';
import { filterOf } from './answer.ts';
import type { DensityAnswer, Question } from './types.ts';

/** The density of the question as filled bands between the levels of its figure. */
export function density(bundle: OpenBundle, question: Question): DensityAnswer {
  const surface = filteredSurface(bundle, filterOf(bundle, question));
  const peak = surface.values.reduce((highest, value) => Math.max(highest, value), 0);
  if (peak === 0) return { bands: [], peak };
  const toLonLat = ([x, y]: Position): Position =>
    bundle.plane.unproject(x, y).map((degrees) => Number(degrees.toFixed(6)));
  const bands = roundLevels(peak).map((from) => ({
    from,
    area: {
      type: 'MultiPolygon' as const,
      coordinates: contourPolygons(surface, from).polygons.map((rings) =>
        rings.map((ring) => ring.map(toLonLat)),
      ),
    },
  }));
  return { bands, peak };
}
