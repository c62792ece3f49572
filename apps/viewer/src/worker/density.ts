import { filteredSurface, type OpenBundle, roundLevels } from '@oryn/study';
import { contours } from 'd3-contour';
import { filterOf } from './answer.ts';
import type { DensityAnswer, Question } from './types.ts';

/** The density of the question as filled bands between the levels of its figure. */
export function density(bundle: OpenBundle, question: Question): DensityAnswer {
  const surface = filteredSurface(bundle, filterOf(bundle, question));
  const { left, bottom, cellSize, columns, rows, values } = surface;
  const peak = values.reduce((highest, value) => Math.max(highest, value), 0);
  if (peak === 0) return { bands: [], peak };
  const limits = roundLevels(peak);
  const toLonLat = ([column, row]: number[]): [number, number] => {
    const [lon, lat] = bundle.plane.unproject(left + column * cellSize, bottom + row * cellSize);
    return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
  };
  const bands = contours()
    .size([columns, rows])
    .thresholds(limits)(Array.from(values))
    .map(({ value, coordinates }) => ({
      from: value,
      area: {
        type: 'MultiPolygon' as const,
        coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map(toLonLat))),
      },
    }));
  return { bands, peak };
}
