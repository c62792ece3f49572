import { expect, it } from 'vitest';
import { benchCity, CITY_METERS } from '../../../../../test/support/bench-city.ts';
import { measure } from '../../../../../test/support/measure.ts';
import { randomStream } from '../../random/stream.ts';
import { poissonScan } from './poisson-scan.ts';
import { spaceTimePermutationScan } from './space-time-permutation-scan.ts';

const SIDE = 100;
const PLACES = SIDE * SIDE;

/** 10,000 places of 400 × 400 m, the incidents of the bench city counted in them, invented people. */
function field(incidents: number) {
  const { x: px, y: py } = benchCity(incidents);
  const size = CITY_METERS / SIDE;
  const cell = (value: number): number => Math.min(SIDE - 1, Math.floor(value / size));
  const place = Uint32Array.from(px, (value, i) => cell(py[i]) * SIDE + cell(value));
  const counts = new Uint32Array(PLACES);
  for (const at of place) counts[at]++;
  // Off the square grid, so that every place is a step of its own.
  const random = randomStream(6);
  const x = Float64Array.from({ length: PLACES }, (_, i) => size * ((i % SIDE) + random.uniform()));
  const y = Float64Array.from({ length: PLACES }, (_, i) => size * (Math.floor(i / SIDE) + random.uniform()));
  const exposure = Float64Array.from(counts, (count) => 20 * count + random.integer(1, 300));
  const period = Uint32Array.from(px, () => random.integer(0, 51));
  return { x, y, counts, exposure, place, period, periods: 52 };
}

it('Poisson scan, 10,000 places, windows of at most 100 places, 999 replicas: under 20 s', () => {
  const city = field(100_000);
  const limits = { maxPlaces: 100 };
  const times = measure('Poisson scan, 10,000 places, ≤ 100 a window, 100,000 incidents, R 999', 3, () =>
    poissonScan(city, { limits, permutations: 999, seed: 1 }),
  );
  expect(times.median).toBeLessThan(20_000);
  measure('the same, both rates', 1, () =>
    poissonScan(city, { limits, rates: 'both', permutations: 999, seed: 1 }),
  );
});

it('space-time permutation scan of 5,000 incidents, circles to 1 km, 8 of 52 weeks, 999 replicas', () => {
  const city = field(5000);
  measure('space-time permutation scan, 5,000 incidents, R 999', 1, () =>
    spaceTimePermutationScan(city, {
      limits: { maxRadius: 1000 },
      maxPeriods: 8,
      permutations: 999,
      seed: 1,
    }),
  );
});
