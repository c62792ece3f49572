import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { oryn, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const demo = join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol');
const incidents = join(folder, 'incidents.csv');
const rows = gunzipSync(readFileSync(join(demo, 'simulated-incidents.csv.gz')))
  .toString('utf8')
  .split('\n');
writeFileSync(incidents, rows.slice(0, 600).join('\n'));
const boundary = ['--boundary', join(demo, 'boundary.geojson')];
const districts = `polygons:${join(demo, 'districts.geojson')}`;
const streets = `segments:${join(demo, 'streets.geojson')}`;

describe('units of analysis', () => {
  it('polygons: the table of places, drawn as the polygons of the file', () => {
    const out = join(folder, 'districts.geojson');
    expect(
      oryn(['hotspots', incidents, '--unit', districts, '--neighbours', 'rook', '--out', out]).status,
    ).toBe(0);
    const given = JSON.parse(readFileSync(join(demo, 'districts.geojson'), 'utf8'));
    const written = JSON.parse(readFileSync(out, 'utf8'));
    expect(written.features.length).toBe(given.features.length);
    expect(written.features[0].geometry.type).toMatch(/Polygon$/);
    expect(Object.keys(written.features[0].properties).slice(0, 5)).toEqual([
      'place',
      'lon',
      'lat',
      'area_km2',
      'n',
    ]);
  });

  it('segments: length for area, every incident told', () => {
    const run = oryn(['cells', incidents, '--unit', streets, ...boundary, '--json']);
    const { account, choices, result } = JSON.parse(run.stdout);
    const placed = result.places.reduce((sum: number, place: { n: number }) => sum + place.n, 0);
    expect(placed).toBe(account.analysed);
    expect(account.inside + account.outside).toBe(account.kept);
    expect(result.places[0].area_km2).toBeNull();
    expect(result.places[0].length_m).toBeGreaterThan(0);
    expect(choices.map((choice: { name: string }) => choice.name)).toContain('neighbours');
  });

  it('concentration says the unit and its denominators', () => {
    const run = oryn(['concentration', incidents, '--unit', streets, ...boundary]);
    expect(run.stderr).toContain('of the street segments inside the boundary');
    expect(run.stdout).toContain('poisson-even-area');
    expect(oryn(['concentration', incidents, '--unit', 'address']).stdout.split('\n')[1]).toMatch(/^any,/);
  });

  it('are refused where they contradict something, by code', () => {
    const code = (...args: string[]): string =>
      /\[([\w.-]+)\]/.exec(oryn([args[0], incidents, ...boundary, ...args.slice(1)]).stderr)?.[1] ?? '';
    expect(code('cells', '--unit', 'h3:8', '--resolution', '9')).toBe('unit.resolution');
    expect(code('study', '--unit', 'address', '--out', join(folder, 'never'))).toBe('unit.bundle');
    const table = join(folder, 'w.csv');
    writeFileSync(table, 'place,neighbour\nhere,there\n');
    expect(code('hotspots', '--neighbours', table, '--out', table)).toBe('out.is-input');
  });
});
