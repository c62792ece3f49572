import { filteredSurface, type OpenBundle } from '@oryn/study';
import { contours } from 'd3-contour';
import { filterOf } from './answer.ts';
import type { DensityAnswer, Question } from './types.ts';

const BANDS = 5;

/** The density of the question as filled bands between round limits. */
export function density(bundle: OpenBundle, question: Question): DensityAnswer {
  const surface = filteredSurface(bundle, filterOf(bundle, question));
  const { left, bottom, cellSize, columns, rows, values } = surface;
  const peak = values.reduce((highest, value) => Math.max(highest, value), 0);
  if (peak === 0) return { bands: [], peak };
  const limits = limitsBelow(peak);
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

/** Limits that halve from the peak down, each rounded to 1, 2 or 5: densities fall off by ratios, not steps. */
export function limitsBelow(peak: number): number[] {
  const limits = new Set<number>();
  for (let i = BANDS; i >= 1; i--) limits.add(roundTo125(peak / 2 ** i));
  return [...limits];
}

function roundTo125(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  const rounded = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
  return Number((rounded * power).toPrecision(1));
}
