import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { binToCells } from './bin-to-cells.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
/** Even over the sphere, so that faces, edges and pentagons all come up. */
const latitude = fc.double({ min: -1, max: 1, noNaN: true }).map((sine) => (Math.asin(sine) * 180) / Math.PI);

describe('binning by the lattice key', () => {
  it('gives the cells of h3-js anywhere on the globe', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(longitude, latitude), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 12 }),
        (points, resolution) => {
          const bins = binToCells(
            points.map((p) => p[0]),
            points.map((p) => p[1]),
            resolution,
          );
          points.forEach(([lon, lat], i) => {
            expect(bins.cells[bins.cellOf[i]]).toBe(latLngToCell(lat, lon, resolution));
          });
        },
      ),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('counts every point once and sorts the cells', () => {
    const lon = [71.4, 71.4, 71.5, 71.6];
    const lat = [51.1, 51.1, 51.2, 51.1];
    const { cells, counts } = binToCells(lon, lat, 9);
    expect([...cells].sort()).toEqual(cells);
    expect([...counts].reduce((a, b) => a + b)).toBe(4);
    expect(Math.max(...counts)).toBe(2);
  });

  it.skipIf(!hasShared)(
    'equals the golden cells of h3-js 4.5.0, poles, antimeridian and pentagons included',
    () => {
      const golden = sharedTable('golden/h3/edge_points.csv');
      golden.cell.forEach((cell, i) => {
        const resolution = Number(golden.res[i]);
        if (resolution > 12) return;
        expect(binToCells([Number(golden.lon[i])], [Number(golden.lat[i])], resolution).cells).toEqual([
          cell,
        ]);
      });
    },
  );
});
