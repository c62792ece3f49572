import { latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { randomStream } from '../random/stream.ts';
import { binToCells } from './bin-to-cells.ts';

const POINTS = 1_000_000;

it('1 M points to H3 resolution 9: at least five times faster than h3-js per point', () => {
  const random = randomStream(1);
  const lon = Float64Array.from({ length: POINTS }, () => 76.8 + 0.3 * random.uniform());
  const lat = Float64Array.from({ length: POINTS }, () => 43.15 + 0.25 * random.uniform());
  const perPoint = measure('h3-js latLngToCell, 1 M points, resolution 9', 3, () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < POINTS; i++) {
      const cell = latLngToCell(lat[i], lon[i], 9);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return counts;
  });
  const lattice = measure('binToCells, 1 M points, resolution 9', 5, () => binToCells(lon, lat, 9));
  expect(perPoint.median / lattice.median).toBeGreaterThan(5);
});
