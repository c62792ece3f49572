import { describe, expect, it } from 'vitest';
import { codeOf, textFile } from '../../test/hostile.ts';
import { makeOsmPbf, makeOsmXml, makeOverpass } from '../../test/make-osm-pbf.ts';
import { TOWN } from '../../test/osm-town.ts';
import { memoryFile, type SourceFile } from '../source/source-file.ts';
import { listOsmAreas, readOsmAreas } from './osm-areas.ts';
import { joinRings, nestRings } from './osm-rings.ts';

const forms: readonly [string, () => Promise<SourceFile>][] = [
  ['PBF', async () => memoryFile('town.osm.pbf', await makeOsmPbf(TOWN))],
  ['XML', async () => textFile('town.osm', makeOsmXml(TOWN))],
  ['Overpass, nodes and ways', async () => textFile('a.json', makeOverpass(TOWN, 'nodes'))],
  ['Overpass, out geom', async () => textFile('a.json', makeOverpass(TOWN, 'geom'))],
];

describe('boundaries of OpenStreetMap', () => {
  it.each(forms)('are listed from %s, by level and name, with what is missing', async (_, make) => {
    const areas = await listOsmAreas(await make());
    expect(
      areas.map(({ id, adminLevel, name, ways, missingWays }) => [id, adminLevel, name, ways, missingWays]),
    ).toEqual([
      [8, '4', 'Ашық', 1, 0],
      [9, '4', 'Кесік', 2, 1],
      [7, '6', 'Кенжол', 4, 0],
      [11, '', 'Бос', 0, 0],
    ]);
  });

  it.each(forms)(
    'become polygons from %s, outer and inner by how they lie and not by their roles',
    async (_, make) => {
      const [town] = await readOsmAreas(await make(), ['7']);
      expect(town.properties).toEqual({
        id: 7,
        boundary: 'administrative',
        admin_level: '6',
        name: 'Кенжол',
        'name:en': 'Kenzhol',
      });
      expect(town.geometry.coordinates.map((rings) => rings.map((ring) => ring.length))).toEqual([
        [5, 4],
        [4],
      ]);
      const [outer, hole] = town.geometry.coordinates[0];
      expect(outer).toContainEqual([71.39, 51.12]);
      expect(hole).toContainEqual([71.397, 51.095]);
      expect([turn(outer), turn(hole), turn(town.geometry.coordinates[1][0])]).toEqual([1, -1, 1]);
    },
  );

  it('are found by name in any case, by number of any area, several at once', async () => {
    const file = textFile('town.osm', makeOsmXml(TOWN));
    expect((await readOsmAreas(file, ['KENZHOL', '10'])).map(({ id }) => id)).toEqual([7, 10]);
    expect(await codeOf(readOsmAreas(file, ['Кенжол']))).toBe('osm.area-ambiguous');
    expect(await codeOf(readOsmAreas(file, ['Атлантида']))).toBe('osm.area-unknown');
    expect(await codeOf(readOsmAreas(file, ['12']))).toBe('osm.area-unknown');
    expect(await codeOf(readOsmAreas(file, ['8']))).toBe('osm.area-open');
    expect(await codeOf(readOsmAreas(file, ['9']))).toBe('osm.area-cut');
    expect(await codeOf(readOsmAreas(file, ['11']))).toBe('osm.area-empty');
  });

  it('name the relation and the gap', async () => {
    const file = textFile('town.osm', makeOsmXml(TOWN));
    await expect(readOsmAreas(file, ['8'])).rejects.toMatchObject({
      parameters: { relation: '8', name: 'Ашық', lon: '71.43', lat: '51.12' },
    });
    await expect(readOsmAreas(file, ['9'])).rejects.toMatchObject({ parameters: { missing: 1, ways: 2 } });
  });
});

function turn(ring: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.sign(sum);
}

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('rings', () => {
  it('that touch at a point come out apart, whatever the order and direction of their lines', () => {
    // Two triangles with the corner 0,0 in common, each cut into two lines.
    const lines = [
      [
        [0, 0],
        [1, 1],
        [1, 0],
      ],
      [
        [1, 0],
        [0, 0],
      ],
      [
        [-1, 0],
        [-1, -1],
        [0, 0],
      ],
      [
        [0, 0],
        [-1, 0],
      ],
    ];
    const orders = [
      [0, 1, 2, 3],
      [3, 0, 2, 1],
      [2, 1, 3, 0],
      [1, 3, 0, 2],
    ];
    for (const order of orders) {
      for (const flipped of [0, 5, 10, 15]) {
        const given = order.map((i) => ((flipped >> i) & 1 ? lines[i].toReversed() : lines[i]));
        const joined = joinRings(given);
        if ('openAt' in joined) throw new Error('open');
        expect(joined.rings.map((ring) => ring.length)).toEqual([4, 4]);
        for (const ring of joined.rings) expect(ring[0]).toEqual(ring.at(-1));
      }
    }
  });

  it('that do not close say where', () => {
    expect(
      joinRings([
        [
          [0, 0],
          [1, 0],
        ],
        [
          [1, 0],
          [1, 1],
        ],
      ]),
    ).toEqual({ openAt: [1, 1] });
  });

  it('nest to any depth, islands in lakes included, and touch at corners', () => {
    const polygons = nestRings([
      square(2, 2, 1),
      square(0, 0, 9),
      square(1, 1, 7),
      square(20, 0, 1),
      square(0, 0, 1),
    ]);
    // 9 with the holes 7 and the touching 1; 1 in 7 is an island; 20 stands alone.
    const sizes = polygons.map((rings) =>
      rings.map((ring) => Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x))),
    );
    expect(sizes).toEqual([[9, 7, 1], [1], [1]]);
  });
});
