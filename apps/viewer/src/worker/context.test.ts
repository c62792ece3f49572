import type { Feature, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundsOf, contextForMap, outsideOf } from './context.ts';

const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const polygon: Geometry = { type: 'Polygon', coordinates: [square] };
const feature = (geometry: Geometry, properties: Record<string, string>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

describe('context of the map', () => {
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
