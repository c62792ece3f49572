import { expect, it } from 'vitest';
import { indexPolygons } from '../geometry/polygon-index.ts';
import { randomStream } from '../random/stream.ts';
import { ringCentres } from './ring-centres.ts';

const box = (x: number, y: number, size: number, reversed = false): number[][] => {
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return reversed ? ring.reverse() : ring;
};

it('has the centre of mass that points thrown at the polygons have, holes and direction minded', () => {
  const polygons = [
    [box(600_000, 5_600_000, 100), box(600_010, 5_600_020, 30, true)],
    [box(600_200, 5_600_150, 50, true)],
  ];
  const { mass, box: middle } = ringCentres(polygons);
  expect(middle).toEqual([600_125, 5_600_100]);
  // 10,000 at (50, 50), less 900 at (25, 35), plus 2,500 at (225, 175), over 11,600.
  expect(mass[0] - 600_000).toBeCloseTo((10_000 * 50 - 900 * 25 + 2500 * 225) / 11_600, 6);
  expect(mass[1] - 5_600_000).toBeCloseTo((10_000 * 50 - 900 * 35 + 2500 * 175) / 11_600, 6);

  const { contains } = indexPolygons(polygons);
  const random = randomStream(2);
  let [inside, sum] = [0, 0];
  for (let i = 0; i < 40_000; i++) {
    const [x, y] = [600_000 + 250 * random.uniform(), 5_600_000 + 200 * random.uniform()];
    // The second polygon lies apart, so both counts add up; the hole is outside.
    if (!contains(x, y)) continue;
    inside++;
    sum += x - 600_000;
  }
  expect(Math.abs(sum / inside - (mass[0] - 600_000))).toBeLessThan(2);
});
