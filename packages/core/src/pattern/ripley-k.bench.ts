import { expect, it } from 'vitest';
import { benchCity, CITY_METERS } from '../../../../test/support/bench-city.ts';
import { measure } from '../../../../test/support/measure.ts';
import { planarWindow } from '../geometry/planar-window.ts';
import { crossK } from './cross-k.ts';
import { ripleyK } from './ripley-k.ts';

const square = [
  [0, 0],
  [CITY_METERS, 0],
  [CITY_METERS, CITY_METERS],
  [0, CITY_METERS],
  [0, 0],
];

/** The same square with an edge of 4,000 corners, as a boundary from a map has. */
const manyCorners = square
  .slice(1)
  .flatMap(([x, y], side) =>
    Array.from({ length: 1000 }, (_, k) => [
      square[side][0] + ((x - square[side][0]) * (k + 1)) / 1000,
      square[side][1] + ((y - square[side][1]) * (k + 1)) / 1000,
    ]),
  );

it('K of 100,000 points to 2 km: under 1 s with border, under 3 s with isotropic correction', () => {
  const points = benchCity(100_000);
  const window = planarWindow([[square]]);
  const polygon = planarWindow([[[manyCorners[manyCorners.length - 1], ...manyCorners]]]);
  const options = { maxDistanceMeters: 2000, steps: 100 };
  const border = measure('K border, 100,000 points to 2 km', 5, () =>
    ripleyK(points, window, { ...options, corrections: ['border'] }),
  );
  const isotropic = measure('K isotropic, the same', 5, () =>
    ripleyK(points, window, { ...options, corrections: ['isotropic'] }),
  );
  measure('K isotropic, the same, boundary of 4,000 edges', 3, () =>
    ripleyK(points, polygon, { ...options, corrections: ['isotropic'] }),
  );
  const half = { x: points.x.slice(0, 50_000), y: points.y.slice(0, 50_000) };
  const rest = { x: points.x.slice(50_000), y: points.y.slice(50_000) };
  measure('cross-K border, 50,000 and 50,000 points', 3, () =>
    crossK(half, rest, window, { ...options, corrections: ['border'] }),
  );
  expect(border.median).toBeLessThan(1000);
  expect(isotropic.median).toBeLessThan(3000);
});
