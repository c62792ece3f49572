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

  it('segments are cut, snapped and left out at intersections as asked, and each choice is told', () => {
    const told = (...options: string[]): Record<string, string | number> => {
      const run = oryn(['cells', incidents, '--unit', streets, ...boundary, ...options, '--json']);
      const { account, choices } = JSON.parse(run.stdout);
      const values = choices.map((choice: { name: string; value: string | number }) => [
        choice.name,
        choice.value,
      ]);
      return { ...Object.fromEntries(values), outside: account.outside };
    };
    expect(told()).toMatchObject({ noding: 'vertices' });
    expect(told('--noding', 'none').linesJoined).toBeUndefined();
    const near = told('--snap-distance', '5');
    expect(near.unplaced).toBeGreaterThan(0);
    const left = told('--crossings', 'leave-out');
    expect(Number(left.outside) - Number(told().outside)).toBe(left.atCrossings);
  });

  it('segments and polygons take incidents by the ids they carry', () => {
    const carried = join(folder, 'carried.csv');
    writeFileSync(
      carried,
      'lon,lat,street\n71.7,46.7,S0002\n71.7,46.7,S0002\n71.7,46.7,\n71.7,46.7,S99999\n',
    );
    const args = ['cells', carried, '--unit', `${streets}#segment_id`, '--columns', 'place=street', '--json'];
    const { account, choices, result } = JSON.parse(oryn(args).stdout);
    expect(account).toMatchObject({ kept: 4, inside: 2, outside: 2 });
    expect(result.places.filter((place: { n: number }) => place.n > 0)).toMatchObject([
      { place: 'S0002', n: 2 },
    ]);
    expect(choices).toContainEqual(expect.objectContaining({ name: 'blankIds', value: 1 }));
    expect(choices).toContainEqual(expect.objectContaining({ name: 'unknownIds', value: 1 }));
  });

  it('squares: a grid with every square of the boundary', () => {
    const out = join(folder, 'squares.geojson');
    const unit = ['--unit', 'squares:500:250,0', '--neighbours', 'rook'];
    expect(oryn(['hotspots', incidents, ...unit, ...boundary, '--out', out]).status).toBe(0);
    const { features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(features[0].properties.place).toMatch(/^E\d+_N\d+$/);
    expect(features[0].properties.area_km2).toBeCloseTo(0.25, 2);
    expect(features[0].geometry.coordinates[0].length).toBe(5);
  });

  it('concentration says the unit and its denominators', () => {
    const run = oryn(['concentration', incidents, '--unit', streets, ...boundary]);
    expect(run.stderr).toContain('street segments (median length');
    expect(run.stdout).toContain('poisson-even-area');
    expect(oryn(['concentration', incidents, '--unit', 'address']).stdout.split('\n')[1]).toMatch(/^any,/);
  });

  it('are refused where they contradict something, by code', () => {
    const code = (...args: string[]): string =>
      /\[([\w.-]+)\]/.exec(oryn([args[0], incidents, ...boundary, ...args.slice(1)]).stderr)?.[1] ?? '';
    expect(code('cells', '--unit', 'h3:8', '--resolution', '9')).toBe('unit.resolution');
    expect(code('cells', '--unit', 'place-type')).toBe('unit.place-type');
    expect(code('cells', '--snap-distance', '50')).toBe('unit.segments-only');
    expect(code('cells', '--unit', streets, '--noding', 'all')).toBe('option.invalid');
    expect(code('cells', '--unit', 'squares:0')).toBe('option.invalid');
    expect(code('study', '--unit', 'address', '--out', join(folder, 'never'))).toBe('unit.bundle');
    const table = join(folder, 'w.csv');
    writeFileSync(table, 'place,neighbour\nhere,there\n');
    expect(code('hotspots', '--neighbours', table, '--out', table)).toBe('out.is-input');
  });
});
