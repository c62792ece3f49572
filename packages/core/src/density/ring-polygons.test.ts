import { expect, it } from 'vitest';
import { polygonsOfRings, signedRingArea } from './ring-polygons.ts';

const ring = (left: number, size: number, isHole = false): [number, number][] => {
  const corners: [number, number][] = [
    [left, left],
    [left + size, left],
    [left + size, left + size],
    [left, left + size],
    [left, left],
  ];
  return isHole ? corners.reverse() : corners;
};

it('puts every hole into the smallest outline around it', () => {
  const rings = [ring(0, 100), ring(10, 80, true), ring(20, 60), ring(30, 10, true), ring(200, 5)];
  const polygons = polygonsOfRings(rings);
  expect(polygons).toEqual([[rings[0], rings[1]], [rings[2], rings[3]], [rings[4]]]);
  expect(signedRingArea(ring(3, 2))).toBe(4);
  expect(signedRingArea(ring(3, 2, true))).toBe(-4);
});
