import { expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { distanceToRings } from './distance-to-rings.ts';

it('equals the least distance to points strung along every edge', () => {
  const random = randomStream(7);
  const ring = (radius: number): number[][] => {
    const points = Array.from({ length: 150 }, (_, i) => {
      const r = radius * (0.5 + random.uniform());
      return [r * Math.cos((i * Math.PI) / 75), r * Math.sin((i * Math.PI) / 75)];
    });
    return [...points, points[0]];
  };
  const rings = [ring(1000), ring(200)];
  const distance = distanceToRings(rings);
  const STEPS = 400;
  for (let i = 0; i < 100; i++) {
    const [x, y] = [random.uniform() * 4000 - 2000, random.uniform() * 4000 - 2000];
    let least = Infinity;
    for (const points of rings)
      for (let edge = 1; edge < points.length; edge++)
        for (let step = 0; step <= STEPS; step++) {
          const t = step / STEPS;
          const [a, b] = [points[edge - 1], points[edge]];
          least = Math.min(least, Math.hypot(a[0] + t * (b[0] - a[0]) - x, a[1] + t * (b[1] - a[1]) - y));
        }
    expect(distance(x, y)).toBeLessThanOrEqual(least + 1e-9);
    expect(distance(x, y)).toBeGreaterThan(least - 3);
  }
});

it('answers on a square as geometry does', () => {
  const distance = distanceToRings([
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ]);
  expect([distance(5, 4), distance(5, -3), distance(13, 14), distance(10, 5)]).toEqual([4, 3, 5, 0]);
  expect(distanceToRings([])(0, 0)).toBe(Infinity);
});
