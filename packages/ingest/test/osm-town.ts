import type { OsmModel } from './make-osm-pbf.ts';

/**
 * Part of an invented town: two streets, a square, a yard drive, a street out of town, a way with a node that is not
 * there, one of a single place, and boundaries: the town of two parts with a hole in the first, one that does not
 * close, one cut off, and a lake of the same name.
 */
export const TOWN: OsmModel = {
  nodes: [
    { id: 1, lon: 71.4, lat: 51.1 },
    { id: 2, lon: 71.41, lat: 51.1 },
    { id: 3, lon: 71.42, lat: 51.1 },
    { id: 4, lon: 71.41, lat: 51.11 },
    { id: 5, lon: 71.41, lat: 51.11 },
    { id: 6, lon: 72.5, lat: 51.5 },
    { id: 12_000_000_001, lon: 72.6, lat: 51.5 },
    // The town: a square of two ways, in it a hole of one, beside it a second part.
    { id: 20, lon: 71.39, lat: 51.09 },
    { id: 21, lon: 71.43, lat: 51.09 },
    { id: 22, lon: 71.43, lat: 51.12 },
    { id: 23, lon: 71.39, lat: 51.12 },
    { id: 24, lon: 71.395, lat: 51.095 },
    { id: 25, lon: 71.397, lat: 51.095 },
    { id: 26, lon: 71.397, lat: 51.097 },
    { id: 30, lon: 71.5, lat: 51.2 },
    { id: 31, lon: 71.51, lat: 51.2 },
    { id: 32, lon: 71.51, lat: 51.21 },
  ],
  ways: [
    {
      id: 100,
      nodes: [1, 2, 3],
      tags: {
        highway: 'primary',
        name: 'Абай даңғылы',
        'name:kk': 'Абай даңғылы',
        'name:ru': 'проспект Абая',
        place: 'x',
      },
    },
    { id: 101, nodes: [2, 4, 5], tags: { highway: 'residential', name: '"Q" & <R>' } },
    { id: 102, nodes: [1, 2, 4, 1], tags: { highway: 'pedestrian', area: 'yes' } },
    { id: 103, nodes: [3, 4], tags: { highway: 'service' } },
    { id: 104, nodes: [6, 12_000_000_001], tags: { highway: 'trunk_link' } },
    { id: 105, nodes: [3, 999], tags: { highway: 'residential' } },
    { id: 106, nodes: [4, 5], tags: { highway: 'residential' } },
    { id: 107, nodes: [1, 4], tags: { railway: 'rail' } },
    { id: 108, nodes: [1, 3], tags: { highway: 'footway' } },
    { id: 109, nodes: [1, 4], tags: { highway: 'service' } },
    { id: 200, nodes: [20, 21, 22] },
    { id: 201, nodes: [20, 23, 22] },
    { id: 202, nodes: [24, 26, 25, 24] },
    { id: 203, nodes: [30, 31, 32, 30] },
  ],
  relations: [
    {
      id: 7,
      tags: {
        type: 'boundary',
        boundary: 'administrative',
        admin_level: '6',
        name: 'Кенжол',
        'name:en': 'Kenzhol',
      },
      members: [
        { type: 'way', id: 202, role: 'outer' },
        { type: 'way', id: 200, role: 'outer' },
        { type: 'way', id: 203, role: 'inner' },
        { type: 'way', id: 201 },
        { type: 'way', id: 201 },
        { type: 'node', id: 1, role: 'admin_centre' },
      ],
    },
    {
      id: 8,
      tags: { type: 'boundary', boundary: 'administrative', admin_level: '4', name: 'Ашық' },
      members: [{ type: 'way', id: 200 }],
    },
    {
      id: 9,
      tags: {
        type: 'multipolygon',
        boundary: 'administrative',
        admin_level: '4',
        name: 'Кесік',
        'name:ru': 'Кенжол',
      },
      members: [
        { type: 'way', id: 200 },
        { type: 'way', id: 555 },
      ],
    },
    {
      id: 10,
      tags: { type: 'multipolygon', natural: 'water', name: 'Kenzhol' },
      members: [{ type: 'way', id: 203 }],
    },
    { id: 11, tags: { type: 'boundary', boundary: 'administrative', name: 'Бос' }, members: [] },
    { id: 12, tags: { type: 'route', route: 'bus' }, members: [{ type: 'way', id: 100 }] },
  ],
};
