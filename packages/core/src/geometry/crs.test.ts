import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { OrynError } from '../errors/oryn-error.ts';
import { isGeographic, metersPerUnit, planeOfCrs, utmCrs } from './crs.ts';

describe('metric plane', () => {
  it('names the UTM zone of a place', () => {
    expect(utmCrs(76.9, 43.2)).toBe('EPSG:32643');
    expect(utmCrs(71.4, 51.1)).toBe('EPSG:32642');
    expect(utmCrs(-58, -34)).toBe('EPSG:32721');
  });

  it('equals the coordinates of the official old service (record of Taraz, EPSG:32642)', () => {
    const [x, y] = planeOfCrs('EPSG:32642').project(71.294977, 42.825247);
    expect(x).toBeCloseTo(687592.96, 0);
    expect(y).toBeCloseTo(4743963.68, 0);
  });

  it.skipIf(!hasShared)('equals PROJ on the golden points', () => {
    const points = sharedTable('golden/inputs/synthA_points.csv');
    const plane = planeOfCrs('EPSG:32643');
    for (let i = 0; i < 200; i++) {
      const [x, y] = plane.project(Number(points.lon[i]), Number(points.lat[i]));
      expect(Math.abs(x - Number(points.x[i]))).toBeLessThan(0.01);
      expect(Math.abs(y - Number(points.y[i]))).toBeLessThan(0.01);
    }
  });

  it('counts feet as metres and knows degrees from metres', () => {
    expect(metersPerUnit('+proj=utm +zone=42 +to_meter=0.3048')).toBeCloseTo(0.3048, 10);
    expect(isGeographic('EPSG:4326')).toBe(true);
    expect(isGeographic('EPSG:3857')).toBe(false);
    expect(isGeographic('planar')).toBe(false);
  });

  it('refuses a system it does not know', () => {
    expect(() => planeOfCrs('EPSG:999999')).toThrow(OrynError);
  });
});
