import { expect, it } from 'vitest';
import { benchCity, CITY_METERS } from '../../../../../test/support/bench-city.ts';
import { measure } from '../../../../../test/support/measure.ts';
import { meters } from '../../units/units.ts';
import { dbscan } from './dbscan.ts';
import { hdbscan } from './hdbscan.ts';
import { nearestNeighbourHierarchy } from './nearest-neighbour-hierarchy.ts';

it('DBSCAN of 1 M points, eps 50 m, 20 points, under 5 s', () => {
  const city = benchCity(1_000_000);
  const { median } = measure('DBSCAN, 1 M points, eps 50 m, minPts 20', 3, () =>
    dbscan(city, { eps: meters(50), minPoints: 20 }),
  );
  expect(median).toBeLessThan(5000);
});

it('HDBSCAN of 50,000 points', () => {
  const city = benchCity(50_000);
  measure('HDBSCAN*, 50,000 points, minPts 20', 3, () => hdbscan(city, { minPoints: 20 }));
});

it('nearest-neighbour hierarchy of 20,000 points', () => {
  const city = benchCity(20_000);
  const window = {
    bounds: { left: 0, bottom: 0, right: CITY_METERS, top: CITY_METERS },
    areaSquareMeters: CITY_METERS ** 2,
    contains: () => true,
  };
  const options = { minPoints: 10, confidence: 0.5 };
  measure('NNH, 20,000 points', 3, () => nearestNeighbourHierarchy(city, window, options));
  measure('NNH, 20,000 points, 99 draws', 2, () =>
    nearestNeighbourHierarchy(city, window, { ...options, test: { draws: 99, seed: 1 } }),
  );
});
