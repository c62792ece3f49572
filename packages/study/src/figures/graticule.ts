import { type Bounds, PLANAR_CRS } from '@oryn/core';
import type { GraticuleLine } from '@oryn/figures';
import type { Drawn } from './drawn.ts';

const STEPS_DEGREES = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
/** Lines that the wider side of the area has at least. */
const FEWEST_LINES = 2.5;
/** Lines go on so many times the area beyond it: in panels a small town has the frame of a large one. */
const BEYOND = 4;
const VERTICES = 17;

/** The study area in degrees, or the places where it is not known; undefined on a plane without degrees. */
export function boundsInDegrees({
  area,
  places,
  plane,
}: Pick<Drawn, 'area' | 'places' | 'plane'>): Bounds | undefined {
  if (plane.crs === PLANAR_CRS || places.count === 0) return undefined;
  if (area) return area.bounds;
  const least = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b));
  const greatest = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b));
  const { lon, lat } = places;
  return { west: least(lon), east: greatest(lon), south: least(lat), north: greatest(lat) };
}

/** Meridians and parallels at round degrees, as the plane bends them. */
export function graticuleOf(bounds: Bounds, plane: Drawn['plane']): GraticuleLine[] {
  const { west, east, south, north } = bounds;
  const span = Math.max(east - west, north - south);
  const step = STEPS_DEGREES.find((degrees) => degrees <= span / FEWEST_LINES);
  if (step === undefined) return [];
  const [lonFrom, lonTo] = [west - BEYOND * span, east + BEYOND * span];
  const [latFrom, latTo] = [Math.max(-80, south - BEYOND * span), Math.min(84, north + BEYOND * span)];
  const line = (pointAt: (part: number) => [number, number]) => {
    const coordinates = new Float64Array(2 * VERTICES);
    for (let i = 0; i < VERTICES; i++) coordinates.set(pointAt(i / (VERTICES - 1)), 2 * i);
    return coordinates;
  };
  return [
    ...roundDegrees(lonFrom, lonTo, step).map((degrees) => ({
      kind: 'meridian' as const,
      degrees,
      coordinates: line((part) => plane.project(degrees, latFrom + part * (latTo - latFrom))),
    })),
    ...roundDegrees(latFrom, latTo, step).map((degrees) => ({
      kind: 'parallel' as const,
      degrees,
      coordinates: line((part) => plane.project(lonFrom + part * (lonTo - lonFrom), degrees)),
    })),
  ];
}

function roundDegrees(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, i) => Math.round((first + i) * step * 100) / 100);
}
