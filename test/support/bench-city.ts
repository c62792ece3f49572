import { randomStream } from '@oryn/core';

/** Width and height of the invented city of every bench, metres. */
export const CITY_METERS = 40_000;

/**
 * The points of every bench: an invented city of 40 × 40 km. Half of them lie evenly, half around 400 centres
 * (standard deviation 300 m, the busier ones nearer the middle), one in fifty exactly on a centre, as geocoded
 * addresses stack. The same for the same seed.
 */
export function benchCity(count: number, seed = 40): { x: Float64Array; y: Float64Array } {
  const random = randomStream(seed);
  const middle = CITY_METERS / 2;
  const clamp = (value: number): number => Math.min(CITY_METERS, Math.max(0, value));
  const centres = Array.from({ length: 400 }, () => [
    clamp(middle + 7000 * random.normal()),
    clamp(middle + 7000 * random.normal()),
  ]);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const kind = random.uniform();
    const [cx, cy] = centres[Math.floor(400 * random.uniform() ** 2)];
    const spread = kind < 0.02 ? 0 : 300;
    x[i] = kind < 0.5 && kind >= 0.02 ? CITY_METERS * random.uniform() : clamp(cx + spread * random.normal());
    y[i] = kind < 0.5 && kind >= 0.02 ? CITY_METERS * random.uniform() : clamp(cy + spread * random.normal());
  }
  return { x, y };
}
