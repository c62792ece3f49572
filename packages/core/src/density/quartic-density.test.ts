import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { quarticDensityAt, quarticSurface } from './quartic-density.ts';

describe('quartic density', () => {
  it('equals the printed case: points (0,0) (100,0) (0,200), h = 300 m (methods C7)', () => {
    const x = Float64Array.of(0, 100, 0);
    const y = Float64Array.of(0, 0, 200);
    const values = quarticDensityAt(x, y, { x: [0, 50, 150], y: [0, 50, 150] }, { bandwidth: meters(300) });
    [22.268593, 24.462704, 13.721383].forEach((printed, i) => {
      expect(values[i]).toBeCloseTo(printed, 5);
    });
  });

  const sets = [
    ['synthA', 1],
    ['chicago', 0.3048],
  ] as const;
  for (const [name] of sets) {
    it.skipIf(!hasShared)(`equals the direct sum of numpy on ${name} within 1e-9 of the peak`, () => {
      const parameters = sharedJson<{ radius: number }>(`golden/kde/${name}_direct_params.json`);
      const points = sharedTable(`golden/inputs/${name}_points.csv`);
      const grid = sharedTable(`golden/kde/${name}_direct_grid.csv`);
      const at = { x: grid.x.map(Number), y: grid.y.map(Number) };
      const x = Float64Array.from(points.x, Number);
      const y = Float64Array.from(points.y, Number);
      const values = quarticDensityAt(x, y, at, { bandwidth: meters(parameters.radius) });
      const golden = grid.quartic.map((value) => Number(value) * 1e6);
      const peak = Math.max(...golden);
      values.forEach((value, i) => {
        expect(Math.abs(value - golden[i])).toBeLessThan(1e-9 * peak);
      });
    });
  }

  it.skipIf(!hasShared)('weights incidents as numpy does', () => {
    const points = sharedTable('golden/inputs/synthA_points.csv');
    const grid = sharedTable('golden/kde/synthA_direct_grid.csv');
    const column = (name: string): Float64Array => Float64Array.from(points[name], Number);
    const at = { x: grid.x.map(Number), y: grid.y.map(Number) };
    const values = quarticDensityAt(column('x'), column('y'), at, {
      bandwidth: meters(300),
      weights: column('weight'),
    });
    const golden = grid.quartic_weighted.map((value) => Number(value) * 1e6);
    const peak = Math.max(...golden);
    values.forEach((value, i) => {
      expect(Math.abs(value - golden[i])).toBeLessThan(1e-9 * peak);
    });
  });

  it('on a grid equals the sums at its cell centres and adds up to the incidents', () => {
    const random = randomStream(23);
    const x = Float64Array.from({ length: 400 }, () => 5000 * random.uniform());
    const y = Float64Array.from({ length: 400 }, () => 3000 * random.uniform() + 100_000);
    const extent = { left: 0, right: 5000, bottom: 100_000, top: 103_000 };
    const surface = quarticSurface(x, y, extent, { bandwidth: meters(400), cellSize: meters(50) });
    const at = { x: [] as number[], y: [] as number[] };
    surface.values.forEach((_, i) => {
      at.x.push(surface.left + ((i % surface.columns) + 0.5) * 50);
      at.y.push(surface.bottom + (Math.floor(i / surface.columns) + 0.5) * 50);
    });
    const direct = quarticDensityAt(x, y, at, { bandwidth: meters(400) });
    const peak = Math.max(...direct);
    surface.values.forEach((value, i) => {
      expect(Math.abs(value - direct[i])).toBeLessThan(1e-12 * peak);
    });
    const total = surface.values.reduce((a, b) => a + b) * 0.05 * 0.05;
    expect(Math.abs(total / 400 - 1)).toBeLessThan(1e-4);
  });

  it('counts stacked incidents once each', () => {
    const stack = new Float64Array(5).fill(10);
    const [value] = quarticDensityAt(stack, stack, { x: [10], y: [10] }, { bandwidth: meters(100) });
    expect(value).toBeCloseTo((5 * 3e6) / (Math.PI * 100 * 100), 9);
  });
});
