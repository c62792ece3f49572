import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { quarticSurface } from './quartic-density.ts';

const POINTS = 1_000_000;

it('exact quartic density of 1 M points, 500 m, on a 100 m grid over 40 × 40 km: under 1 s', () => {
  const random = randomStream(3);
  const x = Float64Array.from({ length: POINTS }, () => 40_000 * random.uniform());
  const y = Float64Array.from({ length: POINTS }, () => 40_000 * random.uniform());
  const extent = { left: 0, bottom: 0, right: 40_000, top: 40_000 };
  const times = measure('quartic surface, 1 M points, 500 m, 100 m grid', 5, () =>
    quarticSurface(x, y, extent, { bandwidth: meters(500), cellSize: meters(100) }),
  );
  expect(times.median).toBeLessThan(1000);
});
