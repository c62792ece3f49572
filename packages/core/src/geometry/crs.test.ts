import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { OrynError } from '../errors/oryn-error.ts';
import { isGeographic, metersPerUnit, planeOfCrs, utmCrs } from './crs.ts';
import { canonicalCrs } from './crs-definitions.ts';

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

  /**
   * Printed by GDAL 3.6.2 with PROJ 9.1.1: `gdaltransform -s_srs EPSG:4326 -t_srs <code>`. For these places PROJ
   * chooses the same seven parameters (GOST R 51794-2008), so the agreement is that of the projection formulas.
   */
  const PRINTED: [string, [number, number], [number, number]][] = [
    ['EPSG:28412', [71.4, 51.1], [12668165.865195, 5666005.64725821]],
    ['EPSG:28412', [76.9, 43.2], [13142264.4695669, 4815403.26943777]],
    ['EPSG:28409', [69.3, 42.3], [11011206.631118, 4850413.41996455]],
    ['EPSG:28472', [69.3, 42.3], [524799.199172542, 4685063.3057492]],
    ['EPSG:2501', [71.4, 51.1], [1088016.5445428, 5696919.71242664]],
    ['EPSG:2533', [71.4, 51.1], [18922081.1803668, 5864096.96754758]],
    ['EPSG:2595', [71.4, 51.1], [1297471.08248285, 5725377.35415707]],
    ['EPSG:3857', [76.9, 43.2], [8560468.84200274, 5342463.60195838]],
    ['EPSG:26910', [-123.1, 49.25], [492722.425368336, 5455252.51078951]],
    ['EPSG:4284', [71.4, 51.1], [71.4008546891525, 51.0995756747205]],
  ];

  it.each(PRINTED)('equals PROJ to a millimetre in %s at %j', (crs, [lon, lat], [x, y]) => {
    const plane = planeOfCrs(crs);
    const [ownX, ownY] = plane.project(lon, lat);
    const tolerance = isGeographic(crs) ? 1e-8 : 0.001;
    expect(Math.abs(ownX - x)).toBeLessThan(tolerance);
    expect(Math.abs(ownY - y)).toBeLessThan(tolerance);
    const [backLon, backLat] = plane.unproject(x, y);
    expect(Math.abs(backLon - lon)).toBeLessThan(1e-8);
    expect(Math.abs(backLat - lat)).toBeLessThan(1e-8);
  });

  it('reads the state plane of St. Louis in feet (GDAL: 905907.0156, 1018376.5746)', () => {
    const [x, y] = planeOfCrs('ESRI:102696').project(-90.2, 38.63);
    const foot = metersPerUnit('ESRI:102696');
    expect(x / foot).toBeCloseTo(905907.0156, 2);
    expect(y / foot).toBeCloseTo(1018376.5746, 2);
  });

  it('has the central meridian of every Pulkovo 1942 code that PROJ prints', () => {
    const meridians: [number, number, number][] = [
      [2494, 21, 0],
      [2521, -177, 0],
      [2522, -171, 0],
      [2523, 21, 7],
      [2549, 99, 33],
      [2551, 102, 34],
      [2576, 177, 59],
      [2578, -177, 61],
      [2581, -168, 64],
      [2582, 21, 0],
      [2599, 72, 0],
      [2601, 75, 0],
      [2640, -168, 0],
      [28404, 21, 4],
      [28432, -171, 32],
      [28464, 21, 0],
      [28492, -171, 0],
    ];
    for (const [code, meridian, zone] of meridians) {
      const [lon, lat] = planeOfCrs(`EPSG:${code}`).unproject(zone * 1_000_000 + 500_000, 0);
      expect(Math.abs(lat), String(code)).toBeLessThan(0.01);
      expect(Math.abs(lon - meridian), String(code)).toBeLessThan(0.01);
    }
  });

  it('does not take neighbours of these codes for Pulkovo 1942', () => {
    for (const code of [2493, 2550, 2577, 2600, 2641, 28401, 28433]) {
      expect(() => planeOfCrs(`EPSG:${code}`), String(code)).toThrow(OrynError);
    }
  });

  it('knows a system by its other names', () => {
    const names: [string, string][] = [
      ['102100', 'EPSG:3857'],
      ['ESRI:102100', 'EPSG:3857'],
      ['epsg:900913', 'EPSG:3857'],
      ['32642', 'EPSG:32642'],
      ['urn:ogc:def:crs:EPSG::32642', 'EPSG:32642'],
      ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
      ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326'],
      ['WGS 84', 'EPSG:4326'],
      ['102696', 'ESRI:102696'],
      ['planar', 'planar'],
      ['+proj=utm +zone=42', '+proj=utm +zone=42'],
    ];
    for (const [given, name] of names) expect(canonicalCrs(given), given).toBe(name);
    expect(planeOfCrs('102100').project(71.4, 51.1)[0]).toBeCloseTo(7948211.6426, 3);
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
