import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { snappingGrid } from './snapping-grid.ts';

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000];
const random = randomStream(6);
const even = (): Float64Array => Float64Array.from({ length: 3000 }, () => random.uniform() * 30_000);
const snap = (values: Float64Array, step: number, origin: number): Float64Array =>
  values.map((value) => Math.floor(value / step) * step + origin);

describe('snapping grid', () => {
  it('finds the coarsest step wherever its origin is', () => {
    for (const [step, origin] of [
      [100, 0],
      [100, 50],
      [250, 33.3],
      [500, 0.001],
      [10, 9.99],
    ]) {
      expect(snappingGrid(snap(even(), step, origin), snap(even(), step, origin + 1), STEPS)).toEqual({
        step,
        share: 1,
      });
    }
  });

  it('finds degrees', () => {
    const degrees = (): Float64Array => even().map((value) => Math.round(71e3 + value / 30) / 1000);
    expect(snappingGrid(degrees(), degrees(), [0.0001, 0.001, 0.002, 0.005, 0.01])?.step).toBe(0.001);
  });

  it('finds none in even points, nor when a tenth is off it, nor on one axis alone, nor in few points', () => {
    expect(snappingGrid(even(), even(), STEPS)).toBeUndefined();
    const tenth = snap(even(), 100, 0).map((value, i) => (i % 10 ? value : value + 37.3));
    expect(snappingGrid(tenth, snap(even(), 100, 0), [50, 100])).toBeUndefined();
    expect(snappingGrid(snap(even(), 100, 0), even(), STEPS)).toBeUndefined();
    expect(snappingGrid(snap(even(), 100, 0).slice(0, 20), snap(even(), 100, 0), STEPS)).toBeUndefined();
  });
});
