import { expect, it } from 'vitest';
import { benchCity, CITY_METERS } from '../../../../test/support/bench-city.ts';
import { measure } from '../../../../test/support/measure.ts';
import { planarWindow } from '../geometry/planar-window.ts';
import { meters } from '../units/units.ts';
import { abramsonBandwidths, nearestBandwidths } from './adaptive.ts';
import { chooseBandwidth } from './bandwidth.ts';
import { shareContours } from './contours.ts';
import { kernelSurface } from './kernel-surface.ts';

const million = benchCity(1_000_000);
const bounds = { left: 0, bottom: 0, right: CITY_METERS, top: CITY_METERS };
const quartic = { kernel: 'quartic', bandwidth: meters(500), cellSize: meters(100) } as const;
/** As smooth as the quartic kernel of 500 m. */
const gaussian = {
  kernel: 'gaussian',
  bandwidth: meters(500 / Math.sqrt(8)),
  cellSize: meters(100),
} as const;
const square = [
  [0, 0],
  [CITY_METERS, 0],
  [CITY_METERS, CITY_METERS],
  [0, CITY_METERS],
  [0, 0],
];

it('exact quartic density of 1 M points, 500 m, on a 100 m grid over 40 × 40 km: under 1 s', () => {
  const times = measure('quartic exact, 1 M points, 500 m, 100 m grid', 5, () =>
    kernelSurface(million, bounds, quartic),
  );
  expect(times.median).toBeLessThan(1000);
});

it('other kernels and the convolution, 1 M points', () => {
  measure('gaussian exact, 1 M points, s.d. 177 m', 3, () => kernelSurface(million, bounds, gaussian));
  for (const options of [quartic, gaussian]) {
    const fast = { ...options, fast: { seed: 1 } };
    measure(`${options.kernel} by convolution, with its check, 1 M points`, 3, () =>
      kernelSurface(million, bounds, fast),
    );
    const { approximation, values } = kernelSurface(million, bounds, fast);
    const peak = values.reduce((a, b) => Math.max(a, b));
    const { parts, bound, measured } = approximation!;
    process.stdout.write(
      `  ${parts} bins a cell; bound ${(bound / peak).toExponential(1)}, measured ${(measured / peak).toExponential(1)} of the peak\n`,
    );
  }
});

it('edge correction, adaptive bandwidths and contours', () => {
  const edge = { correction: 'diggle', window: planarWindow([[square]]) } as const;
  measure('quartic exact with Diggle correction, 1 M points', 3, () =>
    kernelSurface(million, bounds, { ...quartic, edge }),
  );
  measure('quartic exact with uniform correction, 1 M points', 3, () =>
    kernelSurface(million, bounds, { ...quartic, edge: { ...edge, correction: 'uniform' } }),
  );
  const some = benchCity(100_000);
  measure('Abramson bandwidths and surface, 100,000 points', 3, () =>
    kernelSurface(some, bounds, { ...quartic, ...abramsonBandwidths(some, quartic) }),
  );
  measure('k-nearest bandwidths and surface, 100,000 points', 3, () =>
    kernelSurface(some, bounds, { ...quartic, ...nearestBandwidths(some, { neighbours: 20, least: 100 }) }),
  );
  const surface = kernelSurface(million, bounds, quartic);
  measure('contour of half of 100,000 points, 410 × 410 cells', 5, () => shareContours(surface, [0.5], some));
});

it('bandwidth rules', () => {
  for (const rule of ['likelihood', 'diggle', 'nearest'] as const)
    measure(`bandwidth by ${rule}, 100,000 points`, 1, () =>
      chooseBandwidth(benchCity(100_000), rule, { kernel: 'quartic', seed: 1, neighbours: 10 }),
    );
});
