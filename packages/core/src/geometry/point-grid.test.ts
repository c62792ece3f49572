import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { pointGrid } from './point-grid.ts';

describe('points in square cells', () => {
  it('holds every point once, in the cell its coordinates say', () => {
    const random = randomStream(5);
    const x = Float64Array.from({ length: 500 }, () => 3000 * random.uniform() - 1000);
    const y = Float64Array.from({ length: 500 }, () => 2000 * random.uniform());
    const grid = pointGrid(x, y, 150);
    expect([...grid.order].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i));
    for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
      const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)];
      for (let at = grid.offsets[cell]; at < grid.offsets[cell + 1]; at++) {
        const [px, py] = [x[grid.order[at]], y[grid.order[at]]];
        expect([grid.x[at], grid.y[at]]).toEqual([px, py]);
        expect(Math.floor((px - grid.left) / 150)).toBe(column);
        expect(Math.floor((py - grid.bottom) / 150)).toBe(row);
      }
    }
  });

  it('grows its cells where one far-off point would ask for a huge grid', () => {
    const grid = pointGrid(Float64Array.of(0, 1, 1e9), Float64Array.of(0, 1, 1e9), 10);
    expect(grid.columns * grid.rows).toBeLessThanOrEqual(4 * 3 + 1024);
    expect(grid.offsets.at(-1)).toBe(3);
  });

  it('takes no points, and points all on one coordinate', () => {
    expect(pointGrid(new Float64Array(0), new Float64Array(0), 5).offsets).toEqual(Uint32Array.of(0, 0));
    expect([...pointGrid(new Float64Array(4).fill(7), new Float64Array(4).fill(7), 5).offsets]).toEqual([
      0, 4,
    ]);
  });
});
