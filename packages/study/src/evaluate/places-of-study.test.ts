import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { type Language, text } from '@oryn/language';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/support/shared.ts';
import { csvOf } from '../bundle/column.ts';
import { placeGeometry } from '../bundle/place-geometry.ts';
import { placesTable } from '../bundle/tables.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { concentrationStatement } from '../report/statements.ts';
import { evaluate, evaluatePlaces, type PlaceFindings } from './evaluate.ts';
import { readStudy, type Sources } from './read.ts';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));
const collection = (features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (properties: object, type: string, coordinates: unknown): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

/** An invented town of 10 × 10 blocks, 0.01 degrees wide, its streets between them. */
const corner = (column: number, row: number): Position => [
  Number((70.3 + column / 100).toFixed(6)),
  Number((46.3 + row / 100).toFixed(6)),
];
const block = (column: number, row: number): Position[] =>
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([dx, dy]) => corner(column + dx, row + dy));

function town(): Sources {
  const random = randomStream(21);
  const rows = Array.from({ length: 2000 }, (_, i) => {
    const [x, y] =
      i % 4 === 0 ? [70.342, 46.36] : [70.3 + 0.1 * random.uniform(), 46.3 + 0.1 * random.uniform()];
    const spread = i % 4 === 0 ? 0.002 : 0;
    return `2023-05-${String((i % 28) + 1).padStart(2, '0')},${(x + spread * random.normal()).toFixed(6)},${(y + spread * random.normal()).toFixed(6)}`;
  });
  const blocks: object[] = [];
  const streets: object[] = [];
  for (let row = 9; row >= 0; row--) {
    for (let column = 0; column < 10; column++) {
      blocks.push(feature({ id: row * 10 + column, name: `B${row}` }, 'Polygon', [block(column, row)]));
    }
  }
  for (let a = 0; a <= 10; a++) {
    for (let b = 0; b < 10; b++) {
      streets.push(feature({ place: `h${a}-${b}` }, 'LineString', [corner(b, a), corner(b + 1, a)]));
      streets.push(feature({ place: `v${a}-${b}` }, 'MultiLineString', [[corner(a, b), corner(a, b + 1)]]));
    }
  }
  const ring = [corner(0, 0), corner(10, 0), corner(10, 5), corner(0, 5), corner(0, 0)];
  return new Map([
    ['incidents.csv', file('incidents.csv', `date,lon,lat\n${rows.join('\n')}\n`)],
    ['blocks.geojson', file('blocks.geojson', collection(blocks))],
    ['streets.geojson', file('streets.geojson', collection(streets))],
    ['south.geojson', file('south.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }))],
    ['one.geojson', file('one.geojson', collection([feature({}, 'Point', [70.305, 46.305])]))],
    // Apart from each other: no two touch, and the whole town lies between some.
    [
      'far.geojson',
      file(
        'far.geojson',
        collection(
          [1, 4, 7].flatMap((column) =>
            [1, 4, 7].map((row) =>
              feature({}, 'Polygon', [
                [
                  [0, 0],
                  [0.001, 0],
                  [0.001, 0.001],
                  [0, 0.001],
                  [0, 0],
                ].map(([dx, dy]) => [corner(column, row)[0] + dx, corner(column, row)[1] + dy]),
              ]),
            ),
          ),
        ),
      ),
    ],
    [
      'odd.geojson',
      file(
        'odd.geojson',
        collection([
          feature({ place: 'main' }, 'LineString', [corner(0, 2), corner(10, 2)]),
          feature({ place: 'copy' }, 'LineString', [corner(10, 2), corner(0, 2)]),
          // It crosses itself, and the main street.
          feature({ place: 'cross' }, 'LineString', [corner(1, 1), corner(3, 4), corner(3, 3), corner(1, 4)]),
          feature({ place: 'dot' }, 'LineString', [corner(5, 4), corner(5, 4)]),
          feature({ place: 'tree' }, 'Point', corner(1, 1)),
          feature({ place: 'far' }, 'LineString', [corner(0, 8), corner(10, 8)]),
        ]),
      ),
    ],
    [
      'carried.csv',
      file(
        'carried.csv',
        `date,lon,lat,block,street\n${['0', '99', '99', '', '', 'nowhere']
          .map((id) => `2023-05-01,70.35,46.35,${id},h10-9`)
          .join('\n')}\n`,
      ),
    ],
    ['w.csv', file('w.csv', 'place,neighbour,weight\n0,1,1\n1,0,1\n1,2,0.5\n')],
  ]);
}

const sources = town();
async function found(keys: object): Promise<PlaceFindings> {
  return evaluatePlaces(await readStudy(parseStudy({ files: ['incidents.csv'], ...keys }, 'test'), sources));
}
/** What is said of hot places alone, nothing thrown. */
const statementOf = (lang: Language, findings: PlaceFindings) => {
  const denominators = findings.concentration.map((over) => ({ over, chance: undefined }));
  return concentrationStatement(lang, { ...findings, report: { denominators } });
};

const choice = ({ choices }: PlaceFindings, name: string) => choices.find((entry) => entry.name === name);
const code = async (keys: object): Promise<string> =>
  found(keys).then(
    () => '',
    (error) => (error as { code: string }).code,
  );

describe('places of a study', () => {
  it('are the polygons of a file, ascending by id, queen neighbours', async () => {
    const findings = await found({ unit: 'polygons:blocks.geojson' });
    const { places, n, placeOf, incidents } = findings;
    expect(places.kind).toBe('polygons');
    expect(places.ids.slice(0, 12)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
    expect(places.neighbours.indices.length).toBe(2 * (90 + 90 + 81 + 81));
    expect(n.reduce((a, b) => a + b, 0)).toBe(incidents.count);
    placeOf.forEach((place, i) => {
      const column = Math.floor((incidents.lon[i] - 70.3) * 100 + 1e-9);
      const row = Math.floor((incidents.lat[i] - 46.3) * 100 + 1e-9);
      expect(place).toBe(row * 10 + column);
    });
    expect(choice(findings, 'unit')).toMatchObject({ value: 'polygons', rule: 'blocks.geojson, id' });
    expect(choice(findings, 'neighbours')).toMatchObject({ value: 'queen', reason: 'neighboursTouching' });
    expect(findings.hot.hotClass[64]).toBe('hot99');
    const csv = csvOf(placesTable(findings)).split('\n');
    expect(csv[0]).toMatch(/^place,lon,lat,area_km2,n,n_2023,gi_z/);
    expect(findings.concentration.map((over) => [over.denominator, over.places])).toEqual([
      ['file', 100],
      ['any', n.filter((count) => count > 0).length],
    ]);
    for (const lang of ['kk', 'ru', 'en'] as const) {
      expect(statementOf(lang, findings).sentences.join()).not.toMatch(/undefined|\{/);
    }
    expect(statementOf('en', findings).sentences[1]).toMatch(/places in the file \(\d+ of 100\)/);
  });

  it('are the street segments of a file: length, no area, incidents snapped', async () => {
    const findings = await found({ unit: 'segments:streets.geojson', noding: 'none' });
    const { places, account } = findings;
    expect(places.count).toBe(220);
    expect(choice(findings, 'unplaced')?.value).toBe(account.outside);
    expect(account.inside + account.outside).toBe(account.kept);
    expect(account.outside).toBeGreaterThan(0);
    expect(Number(choice(findings, 'snap')?.value)).toBeGreaterThan(0);
    const [head, first] = csvOf(placesTable(findings)).split('\n');
    expect(head).toMatch(/^place,lon,lat,area_km2,n,length_m,n_2023,/);
    expect(first.split(',')[3]).toBe('');
    expect(Number(first.split(',')[5])).toBeCloseTo(770, -2);
    expect(placeGeometry(places, 0)).toEqual({
      type: 'LineString',
      coordinates: [corner(0, 0), corner(1, 0)],
    });
    expect(statementOf('en', findings).sentences[0]).toContain('street segments in the file');
  });

  it('are streets from one intersection to the next unless somebody has cut them: how is said', async () => {
    const noded = await found({ unit: 'segments:streets.geojson' });
    // The four corners of the town are no intersections.
    expect(noded.places.count).toBe(216);
    expect(noded.places.ids.filter((id) => id.includes('+')).length).toBe(4);
    expect(choice(noded, 'noding')).toMatchObject({
      value: 'vertices',
      rule: '220 lines, 216 segments',
      reason: 'noding.vertices',
    });
    expect(choice(noded, 'linesJoined')?.value).toBe(4);
    expect(choice(noded, 'snap95')?.unit).toBe('m');
    expect(Number(choice(noded, 'snapFar')?.value)).toBeGreaterThan(50);
    const own = await found({ unit: 'segments:streets.geojson#place' });
    expect(own.places.count).toBe(220);
    expect(choice(own, 'noding')).toMatchObject({ value: 'none', reason: 'noding.none' });
  });

  it('on streets drawn twice, without length, outside the area and across themselves: each is told', async () => {
    const unit = 'segments:odd.geojson';
    const odd = await found({ unit, boundary: 'south.geojson' });
    expect(odd.places.ids).toEqual(['copy', 'cross']);
    expect(choice(odd, 'duplicateLines')).toMatchObject({ value: 1, reason: 'duplicatesOnce' });
    expect(choice(odd, 'withoutLength')).toMatchObject({ value: 1, reason: 'withoutLength' });
    expect(choice(odd, 'uncut')?.value).toBe(2);
    expect(choice(odd, 'skippedFeatures')).toMatchObject({ value: 1, unit: 'features' });
    const { account } = odd;
    expect(account.inside + account.outside).toBe(account.kept);
    const cut = await found({ unit, boundary: 'south.geojson', noding: 'crossings' });
    expect(cut.places.ids).toEqual(['copy/1', 'copy/2', 'cross/1', 'cross/2', 'cross/3', 'cross/4']);
    expect(choice(cut, 'uncut')).toBeUndefined();
    const asGiven = await found({ unit, noding: 'none' });
    expect(asGiven.places.ids).toEqual(['copy', 'cross', 'dot', 'far', 'main']);
    expect(choice(asGiven, 'duplicateLines')?.reason).toBe('duplicatesKept');
    expect(choice(asGiven, 'withoutLength')?.reason).toBe('withoutLengthKept');
    for (const findings of [odd, cut, asGiven]) {
      for (const lang of ['kk', 'ru', 'en'] as const) {
        for (const { name, reason } of findings.choices) {
          expect(text(lang, `choices.name.${name}` as never)).not.toContain('choices.');
          expect(text(lang, `choices.reason.${reason}` as never)).not.toContain('choices.');
        }
      }
    }
  });

  it('lose no incident beyond the snap distance, nor at an intersection', async () => {
    const unit = 'segments:streets.geojson';
    const near = await found({ unit, snapDistance: 30 });
    const far = await found({ unit, snapDistance: 1000 });
    expect(choice(near, 'unplaced')?.value).toBe(near.account.outside);
    expect(near.account.outside).toBeGreaterThan(far.account.outside);
    expect(far.account.outside).toBe(0);
    const at = (rule: string) =>
      found({ unit: 'segments:streets.geojson', crossings: rule, snapDistance: 1000 });
    const [first, out, apart] = [await at('lowest-id'), await at('leave-out'), await at('places')];
    const told = Number(choice(first, 'atCrossings')?.value);
    expect(told).toBeGreaterThan(0);
    expect(out.account.outside).toBe(told);
    expect(apart.account.outside).toBe(0);
    // Nine by nine intersections inside the town, nine on each side of it.
    expect(apart.places.count).toBe(216 + 81 + 36);
    expect(apart.n.subarray(216).reduce((a, b) => a + b, 0)).toBe(told);
    expect(placeGeometry(apart.places, 300).type).toBe('Point');
  });

  it('are squares of a grid on the plane', async () => {
    const findings = await found({ unit: 'squares:500', boundary: 'south.geojson' });
    const { places, account } = findings;
    expect(places.kind === 'squares' && places.sizeMeters).toBe(500);
    for (const km2 of places.areaKm2) expect(km2).toBeCloseTo(0.25, 2);
    expect(account.inside).toBe(findings.n.reduce((a, b) => a + b, 0));
    expect(choice(findings, 'unit')).toMatchObject({
      value: 'squares',
      rule: '500 m, offset 0, 0 m; EPSG:32642',
    });
    expect(choice(findings, 'neighbours')?.value).toBe('queen');
    expect(placeGeometry(places, 0).type).toBe('Polygon');
    const rook = await found({ unit: 'squares:500', boundary: 'south.geojson', neighbours: 'rook' });
    expect(rook.places.neighbours.indices.length).toBeLessThan(places.neighbours.indices.length);
    const masked = await found({ unit: 'squares:500', possible: 'one.geojson' });
    expect(masked.inMask?.reduce((a, b) => a + b, 0)).toBe(1);
    expect(statementOf('en', findings).sentences.join()).toContain('squares');
  });

  it('are those whose ids the incidents carry; blank and unknown ids are told, never snapped', async () => {
    const columns = { place: 'block' };
    const findings = await found({ files: ['carried.csv'], unit: 'polygons:blocks.geojson', columns });
    expect(findings.n[0]).toBe(1);
    expect(findings.n[99]).toBe(2);
    expect(findings.account).toMatchObject({ kept: 6, inside: 3, outside: 3 });
    expect(choice(findings, 'placeIds')).toMatchObject({ value: 'block', reason: 'placeIds' });
    expect(choice(findings, 'blankIds')?.value).toBe(2);
    expect(choice(findings, 'unknownIds')?.value).toBe(1);
    const segments = await found({
      files: ['carried.csv'],
      unit: 'segments:streets.geojson',
      columns: { place: 'street' },
    });
    expect(segments.places.count).toBe(220);
    expect(segments.n[segments.places.ids.indexOf('h10-9')]).toBe(6);
    const cells = await found({ files: ['carried.csv'], columns });
    expect(choice(cells, 'placeIds')?.reason).toBe('placeIdsUnused');
    expect(
      await code({ files: ['carried.csv'], unit: 'polygons:blocks.geojson', columns: { place: 'date' } }),
    ).toBe('unit.ids-unknown');
  });

  it('in a boundary are those with their middle or an incident in it', async () => {
    const findings = await found({ unit: 'polygons:blocks.geojson', boundary: 'south.geojson' });
    expect(findings.places.count).toBe(50);
    expect(findings.concentration[0].denominator).toBe('area');
  });

  it('are addresses: occupied places only, one denominator', async () => {
    const findings = await found({ unit: 'address', neighbours: 'nearest:4' });
    const { places } = findings;
    expect(places.count).toBeGreaterThan(1900);
    expect(places.neighbours.indices.length).toBe(4 * places.count);
    expect(findings.concentration.map((over) => over.denominator)).toEqual(['any']);
    expect(placeGeometry(places, 0).type).toBe('Point');
    const { sentences } = statementOf('en', findings);
    expect(sentences[0]).toContain('addresses with at least one');
    expect(sentences.at(-1)).toContain('Addresses without an incident are not known');
  });

  it('are cells with any neighbours', async () => {
    const ring = await found({ unit: 'h3:8', neighbours: 'ring:2' });
    expect(ring.places.kind === 'h3' && ring.places.resolution).toBe(8);
    expect(choice(ring, 'neighbours')).toMatchObject({ value: 'ring:2', reason: 'neighboursGiven' });
    const band = await found({ neighbours: 'band:100' });
    expect(choice(band, 'islands')?.value).toBe(band.places.count);
    expect(band.hot.p.every(Number.isNaN)).toBe(true);
  });

  it('have their nearest among the tested places where there is a mask', async () => {
    for (const [rule, isSymmetric] of [
      ['nearest:4', false],
      ['nearest:4:symmetric', true],
    ] as const) {
      const findings = await found({ unit: 'h3:8', neighbours: rule, possible: 'far.geojson' });
      const { places, plane, inMask } = findings;
      const { offsets, indices } = places.neighbours;
      const tested = [...inMask!.keys()].filter((place) => inMask![place] === 1);
      expect(tested.length).toBeGreaterThan(5);
      expect(choice(findings, 'islands')).toBeUndefined();
      const at = places.ids.map((_, i) => plane.project(places.lon[i], places.lat[i]));
      const away = (i: number, j: number): number => Math.hypot(at[i][0] - at[j][0], at[i][1] - at[j][1]);
      const nearest = (i: number, among: number[]): number[] =>
        among
          .filter((j) => j !== i)
          .sort((a, b) => away(i, a) - away(i, b) || a - b)
          .slice(0, 4);
      for (const i of places.ids.keys()) {
        const row = [...indices.subarray(offsets[i], offsets[i + 1])];
        const byHand = nearest(i, inMask![i] ? tested : [...places.ids.keys()]);
        if (!isSymmetric) expect(row).toEqual(byHand.sort((a, b) => a - b));
        else expect(byHand.every((j) => row.includes(j))).toBe(true);
      }
    }
  });

  it('have the neighbours of a table, one-way pairs counted', async () => {
    const findings = await found({
      unit: 'polygons:blocks.geojson',
      neighbours: 'w.csv',
      inference: 'analytic',
    });
    expect([...findings.places.neighbours.indices]).toEqual([1, 0, 2]);
    expect([...(findings.places.neighbours.weights ?? [])]).toEqual([1, 1, 0.5]);
    expect(choice(findings, 'neighbours')).toMatchObject({
      value: 'w.csv',
      rule: 'weights of the table; one way: 1',
    });
    expect(choice(findings, 'islands')?.value).toBe(98);
  });

  it('are possible where a mask meets polygons; segments are so themselves', async () => {
    const polygons = await found({ unit: 'polygons:blocks.geojson', possible: 'one.geojson' });
    expect(polygons.inMask?.reduce((a, b) => a + b, 0)).toBe(1);
    const segments = await found({ unit: 'segments:streets.geojson', possible: 'one.geojson' });
    expect(segments.inMask?.every((value) => value === 1)).toBe(true);
    expect(choice(segments, 'mask')?.reason).toBe('maskUnit');
  });

  it('that cannot be are refused by code', async () => {
    expect(await code({ unit: 'place-type' })).toBe('unit.place-type');
    expect(await code({ unit: 'polygons:streets.geojson' })).toBe('unit.polygons');
    expect(await code({ unit: 'segments:blocks.geojson' })).toBe('unit.segments');
    expect(await code({ unit: 'polygons:blocks.geojson#zone' })).toBe('unit.column');
    expect(await code({ unit: 'polygons:blocks.geojson#name' })).toBe('unit.id');
    expect(await code({ unit: 'polygons:missing.geojson' })).toBe('file.missing');
    expect(await code({ neighbours: 'band:0' })).toBe('neighbours.band');
    expect(await code({ neighbours: 'band:far' })).toBe('neighbours.band');
    expect(await code({ neighbours: 'nearest:0' })).toBe('neighbours.nearest');
    expect(await code({ unit: 'polygons:blocks.geojson', neighbours: 'incidents.csv' })).toBe(
      'neighbours.columns',
    );
    expect(await code({ neighbours: 'w.csv' })).toBe('neighbours.unknown-places');
  });

  it('other than cells and their first ring make no bundle', async () => {
    for (const keys of [{ unit: 'address' }, { neighbours: 'ring:2' }]) {
      const data = await readStudy(parseStudy({ files: ['incidents.csv'], ...keys }, 'test'), sources);
      expect(() => evaluate(data)).toThrow(expect.objectContaining({ code: 'unit.bundle' }));
    }
  });
});

describe.skipIf(!hasShared)('Cincinnati on its street segments', () => {
  const folder = 'data/cincinnati';
  const unpacked = (name: string): string =>
    gunzipSync(readFileSync(sharedPath(`${folder}/${name}`))).toString();

  it('in 2021: every incident snaps to the segment recorded, half of them lie on 3.46 % of 12,787', async () => {
    const [head, ...rows] = unpacked('incidents_2011_2024.csv.gz').trim().split('\n');
    const year = rows.filter((row) => /^\d+,2021-/.test(row));
    const segment = head.split(',').indexOf('segment_id');
    const real: Sources = new Map([
      ['year.csv', file('year.csv', `${[head, ...year].join('\n')}\n`)],
      ['segments.geojson', file('segments.geojson', unpacked('street_segments.geojson.gz'))],
    ]);
    const unit = 'segments:segments.geojson#segment_id';
    const study = parseStudy({ files: ['year.csv'], unit }, 'test');
    const { places, placeOf, incidents, concentration } = evaluatePlaces(await readStudy(study, real));
    let elsewhere = 0;
    placeOf.forEach((place, i) => {
      const cells = year[incidents.row[i] - 2].split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      if (cells[segment] !== places.ids[place]) elsewhere++;
    });
    expect([places.count, incidents.count, elsewhere]).toEqual([12_787, 20_066, 0]);
    expect(concentration[0].shares[1].share).toBeCloseTo(0.03464, 5);
  });
});
