import type { Feature, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundsOf, contextForMap, outsideOf, roleOf } from './context.ts';

const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const line: Geometry = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [1, 1],
  ],
};
const polygon: Geometry = { type: 'Polygon', coordinates: [square] };
const feature = (geometry: Geometry, properties: Record<string, string>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

describe('context of the map', () => {
  it('tells what a feature is by its kind, its class, and its name last', () => {
    expect(roleOf(feature(line, { class: 'main' }))).toBe('main');
    expect(roleOf(feature(line, {}))).toBe('street');
    expect(roleOf(feature(line, { kind: 'rail' }))).toBe('rail');
    expect(roleOf(feature(line, { name_ru: 'Железная дорога' }))).toBe('rail');
    expect(roleOf(feature(polygon, { name_kk: 'Тассу өзені' }))).toBe('water');
    expect(roleOf(feature(line, { class: 'street', name_en: 'River Street' }))).toBe('street');
    expect(roleOf(feature(polygon, { use: 'industry' }))).toBe('land');
    expect(roleOf(feature(polygon, { name: 'Central District' }))).toBe('district');
  });

  it('names a district once, at its centre', () => {
    const { features } = contextForMap([feature(polygon, { name: 'Central' })]);
    expect(features.map(({ properties }) => properties?.role)).toEqual(['district', 'district-name']);
    expect(features[1].geometry).toEqual({ type: 'Point', coordinates: [1, 1] });
  });

  it('dims the world but not the area, and not what lies outside inside it', () => {
    const hole = square.map(([x, y]) => [0.5 + x / 4, 0.5 + y / 4]);
    const [outside] = outsideOf([[square, hole]]).features;
    expect(outside.geometry).toMatchObject({ type: 'MultiPolygon' });
    expect(
      (outside.geometry as { coordinates: unknown[][] }).coordinates.map((rings) => rings.length),
    ).toEqual([2, 1]);
    expect(boundsOf(square)).toEqual([0, 0, 2, 2]);
  });
});
