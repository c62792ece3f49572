import { studyArea } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { textFile } from '../../test/hostile.ts';
import { makeOsmXml, makeOverpass, type OsmModel } from '../../test/make-osm-pbf.ts';
import { readOsmGround } from './osm-ground.ts';

const GROUND: OsmModel = {
  nodes: [
    { id: 1, lon: 71, lat: 51 },
    { id: 2, lon: 71.1, lat: 51 },
    { id: 3, lon: 71.1, lat: 51.1 },
    { id: 4, lon: 75, lat: 51 },
    { id: 5, lon: 75.1, lat: 51 },
  ],
  ways: [
    { id: 10, nodes: [1, 2], tags: { railway: 'rail' } },
    { id: 11, nodes: [1, 3], tags: { railway: 'rail', service: 'siding' } },
    { id: 12, nodes: [2, 3], tags: { waterway: 'river', 'name:kk': 'Есіл' } },
    { id: 13, nodes: [1, 2, 3, 1], tags: { natural: 'water' } },
    { id: 14, nodes: [1, 2, 3] },
    { id: 15, nodes: [3, 1] },
    { id: 16, nodes: [4, 5], tags: { waterway: 'canal' } },
    { id: 17, nodes: [1, 2], tags: { natural: 'water' } },
    { id: 18, nodes: [1, 9], tags: { waterway: 'river' } },
    { id: 19, nodes: [1, 2], tags: { highway: 'residential' } },
  ],
  relations: [
    {
      id: 20,
      tags: { type: 'multipolygon', natural: 'water', name: 'Майбалық' },
      members: [
        { type: 'way', id: 14 },
        { type: 'way', id: 15 },
      ],
    },
  ],
};

describe('rails and water of OpenStreetMap', () => {
  it.each([
    ['XML', textFile('a.osm', makeOsmXml(GROUND))],
    ['Overpass, out geom', textFile('a.json', makeOverpass(GROUND, 'geom'))],
  ])('are lines and areas, the rest counted, from %s', async (_, file) => {
    const { features, account } = await readOsmGround(file);
    expect(features.map(({ id, properties, geometry }) => [id, properties?.kind, geometry.type])).toEqual([
      [10, 'rail', 'LineString'],
      [12, 'river', 'LineString'],
      [13, 'water', 'MultiPolygon'],
      [16, 'river', 'LineString'],
      [20, 'water', 'MultiPolygon'],
    ]);
    expect(features[1].properties?.['name:kk']).toBe('Есіл');
    expect(account).toEqual({
      rails: 1,
      rivers: 2,
      water: 2,
      leftOut: { missingNodes: 1, tooShort: 0, open: 1, outside: 0 },
    });
  });

  it('are those that meet an area', async () => {
    const ring = [
      [74, 50],
      [76, 50],
      [76, 52],
      [74, 52],
      [74, 50],
    ];
    const { features, account } = await readOsmGround(textFile('a.osm', makeOsmXml(GROUND)), {
      area: studyArea([[ring]]),
    });
    expect(features.map(({ id }) => id)).toEqual([16]);
    expect(account.leftOut.outside).toBe(4);
  });
});
