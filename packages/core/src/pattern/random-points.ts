import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import { type RandomStream, randomStream } from '../random/stream.ts';
import { drawGenerator } from '../significance/draw-generator.ts';

/** The stream of one draw, found at once whatever its number: draws do not depend on their order. */
export const streamOfDraw = (seed: number, draw: number): RandomStream =>
  randomStream(drawGenerator(seed, draw).below(0x7fffffff));

/**
 * A given number of points evenly at random over a window: complete spatial randomness with its number held.
 * Cost: count × bounds / area throws.
 */
export function uniformPoints(window: PlanarWindow, count: number, random: RandomStream): PlanarPoints {
  const { left, bottom, right, top } = window.bounds;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let found = 0; found < count; ) {
    x[found] = left + (right - left) * random.uniform();
    y[found] = bottom + (top - bottom) * random.uniform();
    if (window.contains(x[found], y[found])) found++;
  }
  return { x, y };
}

/** Two patterns of the sizes given, their points dealt out anew at random. */
export function relabelled(
  first: PlanarPoints,
  second: PlanarPoints,
  random: RandomStream,
): [PlanarPoints, PlanarPoints] {
  const n = first.x.length;
  const count = n + second.x.length;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < Math.min(n, count - 1); i++) {
    const j = random.integer(i, count - 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const dealt = (from: number, to: number, axis: 'x' | 'y'): Float64Array =>
    Float64Array.from(order.subarray(from, to), (i) => (i < n ? first[axis][i] : second[axis][i - n]));
  return [
    { x: dealt(0, n, 'x'), y: dealt(0, n, 'y') },
    { x: dealt(n, count, 'x'), y: dealt(n, count, 'y') },
  ];
}
