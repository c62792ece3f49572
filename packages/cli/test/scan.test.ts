import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oryn, parseCsv, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const demo = (name: string): string => join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol', name);
const base = [
  'scan',
  demo('simulated-incidents.csv.gz'),
  '--boundary',
  demo('boundary.geojson'),
  '--permutations',
  '99',
];

describe('oryn scan', () => {
  it('writes clusters against the people of each cell, and says what chance means', () => {
    const out = join(folder, 'clusters.csv');
    const run = oryn([...base, '--exposure', demo('population.csv'), '--max-radius', '800', '--out', out]);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('in proportion to “population”');
    const table = parseCsv(readFileSync(out, 'utf8'));
    expect(Object.keys(table).join()).toBe('cluster,rank,lon,lat,radius_m,places,n,expected,ratio,llr,p');
    expect(table.rank[0]).toBe('1');
    for (const radius of table.radius_m) expect(Number(radius)).toBeLessThanOrEqual(800);
    for (const [i, n] of table.n.entries()) {
      expect(Number(table.ratio[i])).toBeCloseTo(Number(n) / Number(table.expected[i]), 9);
    }
  });

  it('gives one JSON document with null, choices and account, the same each time', () => {
    const args = [...base, '--exposure', 'length', '--possible', demo('streets.geojson'), '--json'];
    const run = oryn(args);
    const { command, choices, account, result } = JSON.parse(run.stdout);
    expect(command).toBe('scan');
    expect(result.inference).toMatchObject({
      null: 'incidents-by-exposure',
      alternative: 'greater',
      correction: 'maximum-over-windows',
      permutations: 99,
      seed: 1,
    });
    expect(result.incidents + result.withoutExposure.incidents).toBeLessThanOrEqual(account.analysed);
    expect(choices.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['exposure', 'windowLimit']),
    );
    expect(result.clusters[0].cells).toHaveLength(result.clusters[0].places);
    expect(oryn(args).stdout).toBe(run.stdout);
  });

  it('scans space and time, and draws clusters as polygons', () => {
    const out = join(folder, 'clusters.geojson');
    const run = oryn([
      ...base,
      ...['--model', 'space-time-permutation', '--time-unit', 'month', '--max-days', '92'],
      ...['--max-radius', '1000', '--out', out, '--lang', 'ru'],
    ]);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('у каждого месяца');
    const { simulated, features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(simulated).toBe(true);
    expect(features[0].geometry.type).toBe('MultiPolygon');
    expect(features[0].properties).toMatchObject({ rank: 1, simulated: true });
    expect(features[0].properties.from <= features[0].properties.to).toBe(true);
  });

  it.each([
    ['option.invalid', ['--rates', 'up']],
    ['option.invalid', ['--max-p', '-1']],
    ['option.invalid', ['--max-places', '1.5']],
    ['option.invalid', ['--permutations', '1e9']],
    ['option.needs', ['--prospective']],
    ['option.needs', ['--model', 'space-time-permutation', '--rates', 'low']],
    ['option.invalid', ['--max-radius', 'far']],
    ['scan.max-share', ['--max-share', '60']],
    ['exposure.no-lines', ['--exposure', 'length']],
    ['exposure.column-unknown', ['--exposure', demo('population.csv'), '--exposure-column', 'jobs']],
    ['scan.max-time', ['--model', 'space-time-permutation', '--max-days', '5000']],
  ])('refuses by code: %s %j', (code, args) => {
    const run = oryn([...base, ...args]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(`[${code}]`);
  });
});
