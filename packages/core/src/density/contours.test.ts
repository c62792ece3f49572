import { describe, expect, it } from 'vitest';
import { indexPolygons } from '../geometry/polygon-index.ts';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { contourPolygons, shareContours } from './contours.ts';
import { cellCentres, type GridValues } from './grid.ts';
import { signedRingArea } from './ring-polygons.ts';

const surface = (columns: number, rows: number, valueAt: (x: number, y: number) => number): GridValues => {
  const grid = { left: -50, bottom: -50, cellSize: meters(100 / columns), columns, rows };
  const { x, y } = cellCentres(grid);
  return { ...grid, values: Float64Array.from(x, (_, i) => valueAt(x[i], y[i])) };
};

describe('contours', () => {
  it('of a cone are a circle, of a ring of hills a circle with a hole', () => {
    const cone = surface(400, 400, (x, y) => 40 - Math.hypot(x, y));
    const disc = contourPolygons(cone, 10);
    expect(disc.polygons.length).toBe(1);
    expect(disc.polygons[0].length).toBe(1);
    expect(Math.abs(disc.areaSquareMeters / (Math.PI * 900) - 1)).toBeLessThan(1e-3);
    const hills = surface(400, 400, (x, y) => 10 - Math.abs(Math.hypot(x, y) - 30));
    const ring = contourPolygons(hills, 5);
    expect(ring.polygons.map((polygon) => polygon.length)).toEqual([2]);
    expect(signedRingArea(ring.polygons[0][0])).toBeGreaterThan(0);
    expect(signedRingArea(ring.polygons[0][1])).toBeLessThan(0);
    expect(Math.abs(ring.areaSquareMeters / (Math.PI * (35 ** 2 - 25 ** 2)) - 1)).toBeLessThan(1e-3);
  });

  it('end at the rim of the grid, and an island in a hole is a polygon of its own', () => {
    expect(
      contourPolygons(
        surface(10, 10, () => 1),
        1,
      ).areaSquareMeters,
    ).toBeCloseTo(100 * 100 - 50, 6);
    const island = surface(200, 200, (x, y) => {
      const d = Math.hypot(x, y);
      return d < 10 || (d > 20 && d < 40) ? 1 : 0;
    });
    const { polygons } = contourPolygons(island, 0.5);
    expect(polygons.map((polygon) => polygon.length)).toEqual([2, 1]);
    expect(contourPolygons(island, 2)).toEqual({ polygons: [], areaSquareMeters: 0 });
  });

  it('hold exactly the cell centres at or above the level, whatever the surface', () => {
    const random = randomStream(7);
    for (let field = 0; field < 40; field++) {
      const rough = surface(20, 20, () => random.uniform());
      const level = 0.2 + 0.6 * random.uniform();
      const { polygons, areaSquareMeters } = contourPolygons(rough, level);
      const index = indexPolygons(polygons);
      const { x, y } = cellCentres(rough);
      rough.values.forEach((value, i) => {
        expect(index.contains(x[i], y[i])).toBe(value >= level);
      });
      // Every ring is one ring: outlines less holes give the area that the rings give together.
      const sum = polygons.flat().reduce((total, ring) => total + signedRingArea(ring), 0);
      expect(sum).toBeCloseTo(areaSquareMeters, 6);
      for (const ring of polygons.flat()) expect(ring[0]).toEqual(ring[ring.length - 1]);
    }
  });

  it('by share take the smallest area that holds it', () => {
    const gauss = surface(200, 200, (x, y) => Math.exp(-(x * x + y * y) / 200));
    const random = randomStream(3);
    const points = {
      x: Float64Array.from({ length: 20_000 }, () => 10 * random.normal()),
      y: Float64Array.from({ length: 20_000 }, () => 10 * random.normal()),
    };
    for (const { share, areaSquareMeters, pointShare } of shareContours(gauss, [0.25, 0.5, 0.8], points)) {
      // The region of a share p of a normal distribution is a disc of radius s sqrt(-2 ln(1-p)).
      expect(Math.abs(areaSquareMeters / (-2 * Math.PI * 100 * Math.log(1 - share)) - 1)).toBeLessThan(0.01);
      expect(pointShare).toBeGreaterThanOrEqual(share);
      expect(pointShare - share).toBeLessThan(0.001);
    }
    expect(() => shareContours(gauss, [0], points)).toThrow(RangeError);
    const none = { x: new Float64Array(0), y: new Float64Array(0) };
    expect(shareContours(gauss, [0.5], none)[0]).toMatchObject({ polygons: [], pointsInside: 0 });
  });
});
