import { OrynError, studyArea } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { codeOf, fuzz, textFile } from '../../test/hostile.ts';
import {
  blob,
  bytesField,
  deflated,
  framed,
  makeOsmPbf,
  makeOsmXml,
  makeOverpass,
  numberField,
  type OsmModel,
  type PbfForm,
} from '../../test/make-osm-pbf.ts';
import { TOWN } from '../../test/osm-town.ts';
import { readBoundary, readFeatures } from '../features/read-features.ts';
import { memoryFile, type SourceFile } from '../source/source-file.ts';
import { formatOf, openTable } from './open-table.ts';
import { openOsmTable } from './osm.ts';
import { readOsmStreets } from './osm-streets.ts';

const pbf = async (model: OsmModel = TOWN, form: PbfForm = {}): Promise<SourceFile> =>
  memoryFile('town.osm.pbf', await makeOsmPbf(model, form));

async function gzipped(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The same town in every form that is read. */
const forms: readonly [string, () => Promise<SourceFile>][] = [
  ['PBF with rows of nodes', () => pbf()],
  ['PBF with single nodes, not packed', () => pbf(TOWN, { plainNodes: true, packing: 'none' })],
  ['PBF of another scale', () => pbf(TOWN, { granularity: 1000, offset: 50_000_000_000 })],
  ['PBF with points on the ways', () => pbf(TOWN, { pointsOnWays: true })],
  ['XML', async () => textFile('town.osm', makeOsmXml(TOWN))],
  ['XML, gzip', async () => memoryFile('town.osm.gz', await gzipped(makeOsmXml(TOWN)))],
  ['Overpass, nodes and ways', async () => textFile('a.json', makeOverpass(TOWN, 'nodes'))],
  ['Overpass, out geom', async () => textFile('a.json', makeOverpass(TOWN, 'geom'))],
];

const SUMMARY = {
  ways: 9,
  kept: 3,
  leftOut: {
    otherClass: [
      { highway: 'service', ways: 2 },
      { highway: 'footway', ways: 1 },
    ],
    area: 1,
    repeated: 0,
    missingNodes: 1,
    tooShort: 1,
    outside: 0,
  },
};

describe('streets of OpenStreetMap', () => {
  it.each(forms)('are read from %s, every way accounted for', async (name, make) => {
    const { features, account } = await readOsmStreets(await make());
    // A way whose node is nowhere has a point of its own where points are written on ways.
    const isOnWays = name.includes('points on the ways');
    const { classes, ...counts } = account;
    if (!isOnWays) expect(counts).toEqual(SUMMARY);
    expect(classes.reduce((sum, { ways }) => sum + ways, 0)).toBe(account.kept);
    const street = features.find(({ id }) => id === 100);
    expect(street).toEqual({
      type: 'Feature',
      id: 100,
      properties: {
        id: 100,
        class: 'main',
        highway: 'primary',
        name: 'Абай даңғылы',
        'name:kk': 'Абай даңғылы',
        'name:ru': 'проспект Абая',
      },
      geometry: {
        type: 'LineString',
        coordinates: [
          [71.4, 51.1],
          [71.41, 51.1],
          [71.42, 51.1],
        ],
      },
    });
    const second = features.find(({ id }) => id === 101);
    expect(second?.properties?.name).toBe('"Q" & <R>');
    // Two nodes at one place are one vertex.
    expect(second?.geometry.coordinates).toEqual([
      [71.41, 51.1],
      [71.41, 51.11],
    ]);
    expect(features.find(({ id }) => id === 104)?.geometry.coordinates[1]).toEqual([72.6, 51.5]);
  });

  it('give their length by class on the sphere', async () => {
    const { account } = await readOsmStreets(await pbf());
    // 0.02 degrees along the parallel of 51.1 degrees, as a ratio of the sphere's girth, short arcs nearly straight.
    const expected = ((0.02 * Math.PI) / 180) * 6_371_007.2 * Math.cos((51.1 * Math.PI) / 180);
    const primary = account.classes.find(({ highway }) => highway === 'primary');
    expect(Math.abs((primary?.meters ?? 0) - expected)).toBeLessThan(0.01);
  });

  it('take other classes when asked for', async () => {
    const { features, account } = await readOsmStreets(await pbf(), { also: ['service'] });
    expect(features.filter(({ properties }) => properties?.class === 'lane')).toHaveLength(2);
    expect(account.leftOut.otherClass).toEqual([{ highway: 'footway', ways: 1 }]);
  });

  it('are kept whole where they meet an area, though no vertex lies in it', async () => {
    const box = (west: number, south: number, east: number, north: number) =>
      studyArea([
        [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      ]);
    const between = await readOsmStreets(await pbf(), { area: box(71.404, 51.0995, 71.406, 51.1005) });
    expect(between.features.map(({ id }) => id)).toEqual([100]);
    expect(between.features[0].geometry.coordinates).toHaveLength(3);
    expect(between.account.leftOut.outside).toBe(2);
    const corner = await readOsmStreets(await pbf(), { area: box(71.3, 51, 71.4001, 51.2) });
    expect(corner.features.map(({ id }) => id)).toEqual([100]);
    const none = await readOsmStreets(await pbf(), { area: box(71.404, 51.101, 71.406, 51.103) });
    expect(none.account).toMatchObject({ kept: 0, leftOut: { outside: 3 } });
  });

  it('count a way that a joined file holds twice once', async () => {
    const twice = { ...TOWN, ways: [...(TOWN.ways ?? []), ...(TOWN.ways ?? [])] };
    const { account } = await readOsmStreets(await pbf(twice));
    expect(account).toMatchObject({
      ways: 18,
      kept: 3,
      leftOut: { repeated: 5, missingNodes: 1, tooShort: 1 },
    });
  });

  it('join Overpass points without ids where they lie at one place', async () => {
    const geometry = [
      { lat: 51, lon: 71 },
      { lat: 51, lon: 72 },
    ];
    const elements = [
      { type: 'way', id: 5, geometry: [...geometry, null], tags: { highway: 'residential' } },
    ];
    const file = (list: unknown[]) => textFile('a.json', JSON.stringify({ version: 0.6, elements: list }));
    await expect(readOsmStreets(file(elements))).rejects.toMatchObject({ code: 'osm.no-points' });
    const whole = [{ ...elements[0], geometry }, ...elements.map((way) => ({ ...way, id: 6 }))];
    expect((await readOsmStreets(file(whole))).account).toMatchObject({
      kept: 1,
      leftOut: { missingNodes: 1 },
    });
  });

  it('read points that Overpass writes inside XML', async () => {
    const xml = `<osm><way id="5"><nd ref="1" lat="51" lon="71"/><nd lat="51" lon="72"/><tag k='highway' v='road'/></way></osm>`;
    const [street] = await readFeatures(textFile('a.osm', xml));
    expect(street.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [71, 51],
        [72, 51],
      ],
    });
  });

  it('pass over what editors deleted', async () => {
    const xml = makeOsmXml(TOWN).replace('<way id="100"', '<way action="delete" id="100"');
    expect((await readOsmStreets(textFile('a.osm', xml))).features.map(({ id }) => id)).toEqual([101, 104]);
  });

  it('are features wherever features are read, and a table without coordinates', async () => {
    expect(await readFeatures(await pbf())).toHaveLength(3);
    const table = await openTable(await pbf());
    expect(table.facts.format).toBe('osm-pbf');
    expect(table.columns).toContain('name:kk');
  });

  it('are no boundary', async () => {
    for (const [, make] of forms) expect(await codeOf(readBoundary(await make()))).toBe('osm.boundary');
  });
});

describe('a file of OpenStreetMap', () => {
  it('is told by its content', async () => {
    expect(await formatOf(memoryFile('x', await makeOsmPbf(TOWN)))).toBe('osm-pbf');
    expect(await formatOf(textFile('x', makeOsmXml(TOWN)))).toBe('osm-xml');
    expect(await formatOf(textFile('x.json', makeOverpass(TOWN, 'geom')))).toBe('osm-json');
    expect(await formatOf(textFile('x.json', '{"version":0.6,"elements":[]}'))).toBe('osm-json');
    expect(await formatOf(textFile('x.json', '{"type":"FeatureCollection","features":[]}'))).toBe('geojson');
    expect(await codeOf(readOsmStreets(textFile('x.csv', 'a,b\n1,2\n')))).toBe('osm.not-osm');
  });

  it('is refused where it is not what an extract is', async () => {
    const history = await pbf(TOWN, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] });
    expect(await codeOf(readOsmStreets(history))).toBe('osm.feature');
    const lz4 = [
      ...(await blob('OSMHeader', [])),
      ...framed('OSMData', [...numberField(2, 3), ...bytesField(6, [1])]),
    ];
    expect(await codeOf(readOsmStreets(memoryFile('a.osm.pbf', Uint8Array.from(lz4))))).toBe('osm.packing');
    const remark =
      '{"version":0.6,"elements":[],"remark":"runtime error: Query timed out in \\"query\\" at line 3"}';
    expect(await codeOf(readOsmStreets(textFile('a.json', remark)))).toBe('osm.incomplete');
    const xml = '<osm><remark> runtime error: out of memory </remark></osm>';
    expect(await codeOf(readOsmStreets(textFile('a.osm', xml)))).toBe('osm.incomplete');
    const bare = { ...TOWN, nodes: [] };
    expect(await codeOf(readOsmStreets(await pbf(bare)))).toBe('osm.no-points');
    expect(await codeOf(readOsmStreets(textFile('a.osm', makeOsmXml(TOWN).slice(0, -20))))).toBe(
      'file.damaged',
    );
    expect(await codeOf(readOsmStreets(memoryFile('a.pbf', Uint8Array.from([1, 2, 3]))))).toBe(
      'file.damaged',
    );
  });

  const block = (...group: number[]) => bytesField(2, group);
  const huge = [0xff, 0xff, 0xff, 0xff, 0x3f];
  const cases: [string, number[]][] = [
    ['a length of 10^9 for a list of nodes', block(0x12, ...huge)],
    ['a length of 10^9 inside the rows', block(...bytesField(2, [0x0a, ...huge]))],
    ['a number of more than ten bytes', block(...bytesField(2, bytesField(1, Array(20).fill(0xff))))],
    ['a number cut off', block(...bytesField(2, bytesField(1, [0xff])))],
    ['ids without coordinates', block(...bytesField(2, bytesField(1, [2, 2, 2])))],
    ['coordinates without ids', block(...bytesField(2, bytesField(8, [2, 2, 2])))],
    [
      'a tag whose text is not there',
      block(...bytesField(3, [...numberField(1, 1), ...bytesField(2, [9]), ...bytesField(3, [9])])),
    ],
    ['keys without values', block(...bytesField(3, bytesField(2, [0])))],
    ['a field of an unknown type', block(0x0f)],
    ['a field with the number 0', [0, 0, 0]],
  ];
  it.each(cases)('with %s ends in one clear error', async (_, content) => {
    const bytes = [...(await blob('OSMHeader', [])), ...(await blob('OSMData', content))];
    expect(await codeOf(readOsmStreets(memoryFile('a.osm.pbf', Uint8Array.from(bytes))))).toBe(
      'file.damaged',
    );
  });

  it('that unpacks to more than it says, or says too much, is refused before it fills the memory', async () => {
    const packed = await deflated(Array(1_000_000).fill(0));
    for (const claimed of [10, 2_000_000, 33 * 1024 ** 2, 2 ** 31]) {
      const bomb = framed('OSMData', [...numberField(2, claimed), ...bytesField(3, packed)]);
      const bytes = Uint8Array.from([...(await blob('OSMHeader', [])), ...bomb]);
      expect(await codeOf(readOsmStreets(memoryFile('a.osm.pbf', bytes)))).toBe('file.damaged');
    }
    const header = [...bytesField(1, [...new TextEncoder().encode('OSMData')]), ...numberField(3, 2 ** 30)];
    const bytes = Uint8Array.from([...(await blob('OSMHeader', [])), 0, 0, 0, header.length, ...header]);
    expect(await codeOf(readOsmStreets(memoryFile('a.osm.pbf', bytes)))).toBe('file.damaged');
  });

  it('of any other bytes is read or refused', { timeout: 60_000 }, async () => {
    await fuzz(openOsmTable, await makeOsmPbf(TOWN, { packing: 'none' }), 150);
    await fuzz(openOsmTable, await makeOsmPbf(TOWN), 60);
    await fuzz(openOsmTable, new TextEncoder().encode(makeOsmXml(TOWN)), 60);
    await fuzz(openOsmTable, new TextEncoder().encode(makeOverpass(TOWN, 'geom')), 60);
  });

  it('stops when it is told to', async () => {
    const stop = new OrynError('stopped');
    const reading = readOsmStreets(await pbf(), {
      onProgress: () => {
        throw stop;
      },
    });
    await expect(reading).rejects.toBe(stop);
  });
});
