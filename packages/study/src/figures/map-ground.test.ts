import { planeOfCrs, studyArea, utmCrs } from '@oryn/core';
import { countryOutlines } from '@oryn/datasets';
import type { Feature, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { countryInset } from './country-inset.ts';
import { boundsInDegrees, graticuleOf } from './graticule.ts';
import { groundNames } from './ground-names.ts';
import { projectOn } from './map-ground.ts';

const astana = { west: 71.2, east: 71.8, south: 50.9, north: 51.35 };
const plane = planeOfCrs(utmCrs(71.5, 51.1));
const rectangle = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const feature = (geometry: Feature['geometry'], properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});

describe('graticuleOf', () => {
  it('runs along round degrees, each vertex where the plane has it', () => {
    const lines = graticuleOf(astana, plane);
    expect(lines.filter(({ kind }) => kind === 'meridian').map(({ degrees }) => degrees)).toContain(71.4);
    expect(lines.filter(({ kind }) => kind === 'parallel').map(({ degrees }) => degrees)).toContain(51.2);
    for (const { kind, degrees, coordinates } of lines) {
      expect(Math.abs(degrees / 0.2 - Math.round(degrees / 0.2))).toBeLessThan(1e-9);
      for (let i = 0; i < coordinates.length; i += 2) {
        const position = plane.unproject(coordinates[i]!, coordinates[i + 1]!);
        expect(position[kind === 'meridian' ? 0 : 1]).toBeCloseTo(degrees, 6);
      }
    }
  });

  it('bends a parallel by less than 20 m between its vertices where the city is', () => {
    const [line] = graticuleOf(astana, plane).filter(({ degrees }) => degrees === 51.2);
    const { coordinates } = line!;
    for (let i = 0; i + 3 < coordinates.length; i += 2) {
      const [x, y] = [0, 1].map((axis) => (coordinates[i + axis]! + coordinates[i + 2 + axis]!) / 2);
      const [lon, lat] = plane.unproject(x!, y!);
      if (lon < astana.west || lon > astana.east) continue;
      expect(Math.abs(lat - 51.2) * 111_000).toBeLessThan(20);
    }
  });

  it('has two to six lines across an area of any size', () => {
    for (const size of [0.03, 0.08, 0.2, 0.6, 1.3, 4, 9]) {
      const bounds = { west: 71, east: 71 + size, south: 51, north: 51 + size / 2 };
      const across = graticuleOf(bounds, plane).filter(
        ({ kind, degrees }) => kind === 'meridian' && degrees >= 71 && degrees <= 71 + size,
      );
      expect(across.length, `${size}`).toBeGreaterThanOrEqual(2);
      expect(across.length, `${size}`).toBeLessThanOrEqual(7);
    }
  });

  it('knows no degrees on a plane of its own', () => {
    const places = { count: 1, lon: Float64Array.of(500), lat: Float64Array.of(300) } as never;
    expect(boundsInDegrees({ area: undefined, places, plane: planeOfCrs('planar') })).toBeUndefined();
    expect(boundsInDegrees({ area: undefined, places, plane })).toEqual({
      west: 500,
      east: 500,
      south: 300,
      north: 300,
    });
    const area = studyArea([[rectangle(71.2, 50.9, 71.8, 51.35)]]);
    expect(boundsInDegrees({ area, places, plane })).toEqual(astana);
  });
});

describe('countryInset', () => {
  it('puts Astana where it lies in Kazakhstan, named in the language', () => {
    const inset = countryInset(astana, 'kk')!;
    expect(inset.label).toBe('Қазақстан');
    const outline = countryOutlines.find(({ id }) => id === '398')!.rings[0]!;
    const narrow = inset.outline[0]![0]! / outline[0]!;
    expect(narrow).toBeCloseTo(Math.cos((48 * Math.PI) / 180), 2);
    expect(inset.x / narrow).toBeCloseTo(71.5, 9);
    expect(inset.y).toBeCloseTo(51.125, 9);
  });

  it('is not drawn at sea or in a country whose outline would take a side', () => {
    expect(countryInset({ west: -30, east: -29, south: 40, north: 41 }, 'ru')).toBeUndefined();
    expect(countryInset({ west: 37.3, east: 37.9, south: 55.5, north: 56 }, 'ru')).toBeUndefined();
  });
});

describe('groundNames', () => {
  const project = projectOn(plane);
  const district = (name: string, ring: Position[]) =>
    feature({ type: 'Polygon', coordinates: [ring] }, { name, name_ru: `район ${name}` });
  const street = (name: string, streetClass: string, coordinates: Position[]) =>
    feature({ type: 'LineString', coordinates }, { name, class: streetClass });
  const named = (context: Feature[]) => groundNames(context, 'ru', project);

  it('names districts, then water, then main streets, the largest first, each once', () => {
    const context = [
      street('Короткая', 'main', [
        [71.4, 51.1],
        [71.41, 51.1],
      ]),
      street('Длинная', 'main', [
        [71.3, 51.1],
        [71.4, 51.1],
      ]),
      street('Длинная', 'main', [
        [71.4, 51.1],
        [71.6, 51.1],
      ]),
      street('Тихая', 'street', [
        [71.3, 51],
        [71.7, 51],
      ]),
      feature(
        {
          type: 'LineString',
          coordinates: [
            [71.2, 51.1],
            [71.8, 51.2],
          ],
        },
        { name: 'Есиль', kind: 'river' },
      ),
      district('Малый', rectangle(71.3, 51, 71.4, 51.1)),
      district('Большой', rectangle(71.4, 51, 71.7, 51.3)),
    ];
    expect(named(context).map(({ text, kind }) => `${kind} ${text}`)).toEqual([
      'district район Большой',
      'district район Малый',
      'river Есиль',
      'street Длинная',
      'street Короткая',
    ]);
  });

  it('keeps the name of a district inside it, also where its middle is not', () => {
    // An L: the middle of its rectangle lies outside.
    const ring: Position[] = [
      [71, 51],
      [71.4, 51],
      [71.4, 51.05],
      [71.05, 51.05],
      [71.05, 51.4],
      [71, 51.4],
      [71, 51],
    ];
    const [name] = named([district('Угол', ring)]);
    expect(name!.at.length).toBeGreaterThan(0);
    for (let i = 0; i < name!.at.length; i += 2) {
      const [lon, lat] = plane.unproject(name!.at[i]!, name!.at[i + 1]!);
      expect(lon <= 71.05 + 1e-9 || lat <= 51.05 + 1e-9).toBe(true);
    }
  });

  it('knows no name where files have none', () => {
    expect(named([feature({ type: 'Polygon', coordinates: [rectangle(71, 51, 72, 52)] }, {})])).toEqual([]);
    expect(named([])).toEqual([]);
  });
});
