import { randomStream, shareContours } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { contoursGeoJson, toleranceGeoJson } from '../bundle/contours-geojson.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { compareDensity } from './compare-density.ts';
import { densityData } from './density-data.ts';
import type { Sources } from './read.ts';
import { smoothingOf, smoothSurface, windowOf } from './smoothing.ts';

const file = (name: string, content: string): SourceFile =>
  memoryFile(name, new TextEncoder().encode(content));

/** An invented town on the sea: thefts evenly, robberies about one corner too, three of four incidents stacked. */
function town(): Sources {
  const random = randomStream(11);
  let rows = 'lon,lat,category,harm\n';
  const add = (lon: number, lat: number, category: string): void => {
    rows += `${lon.toFixed(5)},${lat.toFixed(5)},${category},${category === 'theft' ? 1 : 5}\n`;
  };
  for (let i = 0; i < 300; i++) add(0.05 * random.uniform(), 0.04 * random.uniform(), 'theft');
  for (let i = 0; i < 80; i++) add(0.01 + 0.002 * random.normal(), 0.03 + 0.002 * random.normal(), 'robbery');
  for (let i = 0; i < 60; i++) add(0.04, 0.01, 'theft');
  const corners = '[[[0,0],[0.05,0],[0.05,0.04],[0,0.04],[0,0]]]';
  return new Map([
    ['i.csv', file('i.csv', rows)],
    ['area.geojson', file('area.geojson', `{"type":"Polygon","coordinates":${corners}}`)],
  ]);
}
const sources = town();
const study = (keys: object) =>
  parseStudy({ files: ['i.csv'], boundary: 'area.geojson', cellSize: 50, ...keys }, 'test');

async function smoothed(keys: object) {
  const asked = study(keys);
  const data = await densityData(asked, sources);
  const smoothing = smoothingOf(data, asked, data.area && windowOf(data.area, data.plane));
  const surface = smoothSurface(data, data.extent, smoothing, asked);
  const mass = surface.values.reduce((a, b) => a + b) * 0.05 * 0.05;
  return { data, smoothing, surface, mass, reasons: smoothing.choices.map(({ reason }) => reason) };
}
const codeOf = async (act: () => unknown): Promise<string> => {
  try {
    await act();
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('smoothing of a study', () => {
  it('adds up to the analysed incidents with every kernel, edge correction and bandwidth', async () => {
    const cases = [
      {},
      { kernel: 'gaussian', bandwidth: 120 },
      { kernel: 'negative-exponential', bandwidth: 500 },
      { bandwidth: 'scott' },
      { bandwidth: 'likelihood', kernel: 'gaussian' },
      { edge: 'diggle', bandwidth: 'diggle' },
      { bandwidth: 'nearest:10' },
      { adaptive: 'abramson', bandwidth: 400 },
      { adaptive: 'nearest:15', edge: 'diggle' },
    ];
    const reasons: string[] = [];
    for (const keys of cases) {
      const found = await smoothed(keys);
      expect(Math.abs(found.mass / found.data.account.analysed - 1), JSON.stringify(keys)).toBeLessThan(0.03);
      reasons.push(...found.reasons);
    }
    expect(reasons).toEqual([
      ...['bandwidth.scott', 'bandwidth.likelihood', 'bandwidth.diggle', 'bandwidth.nearest'],
      ...['adaptive.abramson', 'adaptive.nearest'],
    ]);
  });

  it('weighs incidents by a column that was named, and by none that was not', async () => {
    const columns = { lon: 'lon', lat: 'lat', category: 'category', weight: 'harm' };
    const inside = (await smoothed({})).data.x.length;
    const weighted = await smoothed({ columns, edge: 'diggle' });
    const total = weighted.data.weights!.reduce((a, b) => a + b);
    expect(total).toBeGreaterThan(inside + 200);
    expect(Math.abs(weighted.mass / total - 1)).toBeLessThan(0.01);
  });

  it('draws contours that hold their share, in degrees', async () => {
    const { data, surface } = await smoothed({ bandwidth: 250 });
    const contours = shareContours(surface, [0.25, 0.8], data);
    const { features } = contoursGeoJson(contours, data.plane, false);
    expect(features.map((feature) => feature.properties?.share)).toEqual([0.8, 0.25]);
    expect(features[1].properties?.area_km2).toBeLessThan(features[0].properties?.area_km2);
    // Incidents lie under the peaks of their own kernels: more of them are inside than of the mass.
    for (const { pointShare, share } of contours) expect(pointShare).toBeGreaterThanOrEqual(share);
    const { geometry } = features[0];
    if (geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
    for (const [lon, lat] of geometry.coordinates.flat(2)) {
      expect(lon > -0.01 && lon < 0.06 && lat > -0.01 && lat < 0.05).toBe(true);
    }
  });

  it('compares a category with the rest: more of it where it was planted', async () => {
    const found = await compareDensity(
      study({ bandwidth: 500, cellSize: 200 }),
      sources,
      { kind: 'category', category: 'robbery' },
      { comparison: 'ratio', permutations: 99 },
    );
    expect(found.compared.points[1]).toBe(80);
    expect(found.compared.points[0]).toBe(found.first.account.analysed - 80);
    expect(found.compared.test!.wholeMapP).toBe(0.01);
    expect(found.choices.at(-1)).toMatchObject({ name: 'floor', reason: 'floor' });
    const [more, less] = toleranceGeoJson(found.compared, found.first.plane, false).features;
    expect(less.properties?.area_km2).toBeGreaterThan(1);
    expect(more.properties).toMatchObject({ direction: 'more', null: 'random-relabelling' });
  });

  it('refuses what cannot be done with a code', async () => {
    const { data } = await smoothed({});
    const boundaryless = parseStudy({ files: ['i.csv'], edge: 'diggle' }, 'test');
    expect(await codeOf(() => smoothingOf(data, boundaryless, undefined))).toBe('density.edge-boundary');
    expect(await codeOf(() => smoothed({ edge: 'uniform', adaptive: 'abramson' }))).toBe(
      'density.edge-adaptive',
    );
    expect(await codeOf(() => smoothed({ cellSize: 0.01 }))).toBe('memory.grid');
    for (const bandwidth of [0, -1, Number.NaN, 'wide', 'nearest', 'nearest:0'])
      expect(await codeOf(() => study({ bandwidth }))).toBe('bandwidth.invalid');
    expect(await codeOf(() => study({ adaptive: 'wide' }))).toBe('study.invalid');
    const stack = new Map([...sources, ['i.csv', file('i.csv', 'lon,lat\n0.01,0.01\n0.01,0.01\n')] as const]);
    const read = await densityData(study({}), stack);
    for (const keys of [{ bandwidth: 'scott' }, { bandwidth: 'likelihood' }, { adaptive: 'nearest:1' }])
      expect(await codeOf(() => smoothingOf(read, study(keys), undefined))).toBe('bandwidth.too-few');
    expect(await codeOf(() => smoothingOf(read, study({ adaptive: 'abramson' }), undefined))).toBe('');
  });
});
