import { contourPolygons, kernelSurface, meters, shareContours } from '@oryn/core';
import { formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { DensityMap, type DensityMapProps, paperStyles } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleMap } from '../example-props.ts';
import { syntheticCity } from '../synthetic-city.ts';

const LEVELS = [2, 5, 10, 20, 50, 100];
const CELL_METERS = 100;
const AREA_KM2 = 290;

/** The incidents of the invented city, as many as a cell has at its centre. */
export function examplePoints(weightOf: (n: number, x: number) => number = (n) => n): {
  x: Float64Array;
  y: Float64Array;
} {
  const { places } = syntheticCity();
  const centres = Array.from({ length: places.count }, (_, i) => {
    const ring = places.rings(i);
    return { n: places.n[i]!, x: (ring[0]! + ring[6]!) / 2, y: (ring[1]! + ring[7]!) / 2 };
  });
  const points = centres.flatMap((cell) =>
    Array.from({ length: Math.round(weightOf(cell.n, cell.x)) }, () => cell),
  );
  return { x: Float64Array.from(points, ({ x }) => x), y: Float64Array.from(points, ({ y }) => y) };
}

/** The box round the invented city in metres. */
export const exampleBounds = { left: 488_000, bottom: 5_588_000, right: 512_000, top: 5_612_000 };

/** Rings of an area as a map takes them. */
export const exampleRings = ({ polygons }: { polygons: number[][][][] }) =>
  polygons.flatMap((rings) => rings.map((ring) => Float64Array.from(ring.flat())));

/** A map of density of the invented city, in a language. */
export function exampleDensity(lang: Language, change: Partial<DensityMapProps> = {}): DensityMapProps {
  const points = examplePoints();
  const options = { kernel: 'quartic', bandwidth: meters(700), cellSize: meters(CELL_METERS) } as const;
  const surface = kernelSurface(points, exampleBounds, options);
  const km2From = (level: number) =>
    (surface.values.filter((value) => value >= level).length * CELL_METERS ** 2) / 1e6;
  const [half] = shareContours(surface, [0.5], points);
  const halfKm2 = km2From(half!.level);
  const km2 = formatNumber(lang, halfKm2);
  const { places, problemPlaces, ...map } = exampleMap(lang);
  return {
    ...map,
    title: text(lang, 'figures.densityTitle', { km2, share: formatPercent(lang, halfKm2 / AREA_KM2, 2) }),
    caption: text(lang, 'viewer.densityNote'),
    bands: LEVELS.map((from, i) => ({
      from,
      rings: exampleRings(contourPolygons(surface, from)),
      km2: km2From(from) - (i + 1 < LEVELS.length ? km2From(LEVELS[i + 1]!) : 0),
    })),
    belowKm2: AREA_KM2 - km2From(LEVELS[0]!),
    half: { rings: exampleRings(half!), km2: halfKm2 },
    notes: [
      text(lang, 'figures.densityKernel', { kernel: 'quartic', bandwidth: '700', rule: 'none' }),
      text(lang, 'figures.densityGrid', { cell: '100', edge: 'none' }),
    ],
    total: points.x.length,
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'density', draw: (lang) => <DensityMap {...exampleDensity(lang, { widthMm: 174 })} /> },
  {
    name: 'density-column',
    draw: (lang) => <DensityMap {...exampleDensity(lang, { widthMm: 85, simulated: false })} />,
  },
  {
    name: 'density-grey',
    draw: (lang) => <DensityMap {...exampleDensity(lang, { simulated: false })} />,
    paper: paperStyles['two-column'],
    isGrey: true,
  },
];
