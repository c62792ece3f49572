import { expect, it } from 'vitest';
import { planarWindow } from './planar-window.ts';

const square = (left: number, bottom: number, side: number): [number, number][] => [
  [left, bottom],
  [left + side, bottom],
  [left + side, bottom + side],
  [left, bottom + side],
  [left, bottom],
];

it('measures a square with a hole far from the origin', () => {
  const window = planarWindow([[square(650_000, 4_787_000, 1000), square(650_200, 4_787_200, 100)]]);
  expect(window.areaSquareMeters).toBe(1000 * 1000 - 100 * 100);
  expect(window.bounds).toEqual({ left: 650_000, bottom: 4_787_000, right: 651_000, top: 4_788_000 });
  expect(window.contains(650_250, 4_787_250)).toBe(false);
  expect(window.contains(650_500, 4_787_500)).toBe(true);
  expect(window.distanceToBoundary(650_500, 4_787_100)).toBe(100);
  expect(window.distanceToBoundary(650_150, 4_787_250)).toBe(50);
});
