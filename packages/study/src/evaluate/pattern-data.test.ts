import { readFileSync } from 'node:fs';
import { ripleyK } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedPath, sharedTable } from '../../../../test/support/shared.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { patternData } from './pattern-data.ts';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [70.3, 46.3],
      [70.4, 46.3],
      [70.4, 46.4],
      [70.3, 46.4],
      [70.3, 46.3],
    ],
  ],
};
const rows = [
  'lon,lat,category',
  '70.31,46.31,theft',
  '70.35,46.35,theft',
  '70.39,46.32,robbery',
  '70.33,46.38,assault',
  '70.45,46.35,theft',
];
const sources = new Map([
  ['a.csv', file('a.csv', rows.join('\n'))],
  ['b.csv', file('b.csv', 'lon,lat\n70.32,46.32\n70.34,46.31\n70.5,46.3\n')],
  ['area.geojson', file('area.geojson', JSON.stringify(square))],
]);
const study = (more: object = {}) =>
  parseStudy({ files: ['a.csv'], boundary: 'area.geojson', ...more }, 'test');
const counts = async (keys: object, against?: { category: string } | { file: string }) => {
  const data = await patternData(study(keys), sources, { windowKind: 'area', against });
  return [data.points.x.length, data.against?.x.length, data.account.outside];
};

describe('the incidents of a study as a pattern', () => {
  it('leave out what lies outside, and are split by category or held against another file', async () => {
    expect(await counts({})).toEqual([4, undefined, 1]);
    expect(await counts({ category: ['theft'] }, { category: 'robbery' })).toEqual([2, 1, 1]);
    expect(await counts({}, { category: 'robbery' })).toEqual([3, 1, 1]);
    expect(await counts({}, { file: 'b.csv' })).toEqual([4, 2, 1]);
  });

  it('need a boundary, or the box around them', async () => {
    const without = parseStudy({ files: ['a.csv'] }, 'test');
    await expect(patternData(without, sources, { windowKind: 'area' })).rejects.toThrow('option.missing');
    const data = await patternData(without, sources, { windowKind: 'box' });
    expect(data.points.x.length).toBe(5);
    expect(data.window.bounds.right).toBe(Math.max(...data.points.x));
    expect(data.choices.find(({ name }) => name === 'window')?.value).toBe('box');
  });

  it('refuse a category that is unknown, the same, or empty here', async () => {
    await expect(counts({}, { category: 'arson' })).rejects.toThrow('category.unknown');
    await expect(counts({ category: ['theft'] }, { category: 'theft' })).rejects.toThrow('option.invalid');
    const far = new Map(sources).set('c.csv', file('c.csv', 'lon,lat\n71,47\n71.1,47\n'));
    const request = { windowKind: 'area', against: { file: 'c.csv' } } as const;
    await expect(patternData(study(), far, request)).rejects.toThrow('pattern.nothing-against');
  });

  it.skipIf(!hasShared)('give the golden K from longitude, latitude and a boundary', async () => {
    const read = (name: string) => memoryFile(name, readFileSync(sharedPath(`golden/inputs/${name}`)));
    const golden = new Map([
      ['p.csv', read('synthA_points.csv')],
      ['w.geojson', read('synthA_window.geojson')],
    ]);
    const keys = parseStudy({ files: ['p.csv'], boundary: 'w.geojson' }, 'test');
    const { points, window } = await patternData(keys, golden, { windowKind: 'area' });
    const table = sharedTable('golden/pattern/synthA_K.csv');
    const k = ripleyK(points, window, { maxDistanceMeters: 800, steps: 64 });
    // Degrees of nine decimals move a point by a tenth of a millimetre, so a pair at exactly r may move.
    table.iso.forEach((value, at) => {
      expect(Math.abs(k.estimates.isotropic![at] - Number(value))).toBeLessThan(1e-4 * Number(value) + 1e-6);
    });
  });
});
