import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oryn, parseCsv, temporaryFolder, write } from './run-oryn.ts';

const folder = temporaryFolder();
const demo = (name: string): string => join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol', name);
const base = ['clusters', demo('simulated-incidents.csv.gz'), '--boundary', demo('boundary.geojson')];

describe('oryn clusters', () => {
  it('writes a row per cluster and the cluster of every incident, and says what it chose', () => {
    const [out, points] = [join(folder, 'clusters.csv'), join(folder, 'points.csv')];
    const run = oryn([...base, '--min-points', '20', '--out', out, '--points', points]);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('Radius of DBSCAN');
    expect(run.stderr).toContain('No test of significance was made');
    const clusters = parseCsv(readFileSync(out, 'utf8'));
    const incidents = parseCsv(readFileSync(points, 'utf8'));
    expect(Object.keys(incidents).join()).toBe('row,lon,lat,cluster,role');
    for (const [i, cluster] of clusters.cluster.entries()) {
      expect(incidents.cluster.filter((label) => label === cluster)).toHaveLength(Number(clusters.n[i]));
      expect(Number(clusters.distinct_coordinates[i])).toBeLessThanOrEqual(Number(clusters.n[i]));
    }
    for (const [i, role] of incidents.role.entries())
      expect(role === 'noise').toBe(incidents.cluster[i] === '0');
  });

  it.each(['dbscan', 'hdbscan', 'nnh', 'density'])('gives one JSON document for %s', (method) => {
    const run = oryn([...base, '--method', method, '--simulations', '19', '--json']);
    expect(run.status, run.stderr).toBe(0);
    const { choices, account, result } = JSON.parse(run.stdout);
    expect(result).toMatchObject({ method, minPoints: 10, incidents: account.analysed });
    expect(choices.map(({ name }: { name: string }) => name)).toContain('minPoints');
    if (method === 'nnh') {
      expect(result.test).toMatchObject({ alternative: 'greater', null: 'complete-randomness', draws: 19 });
      expect(result.orders[0].clusters).toBe(result.test.observed);
    } else expect(result.test).toBeNull();
    const first = result.clusters.filter(({ order }: { order: number }) => order === 1);
    const inside = first.reduce((sum: number, { n }: { n: number }) => sum + n, 0);
    expect(inside + result.noise).toBe(result.incidents);
  });

  it('draws polygons, and marks simulated data', () => {
    const out = join(folder, 'clusters.geojson');
    expect(oryn([...base, '--method', 'density', '--times', '5', '--out', out]).status).toBe(0);
    const drawn = JSON.parse(readFileSync(out, 'utf8')) as {
      simulated: boolean;
      features: { geometry: { type: string } }[];
    };
    expect(drawn.simulated).toBe(true);
    for (const { geometry } of drawn.features) expect(geometry.type).toBe('Polygon');
  });

  it('is defined for one address, and refuses what means nothing', () => {
    const one = write(folder, 'one.csv', `lon,lat\n${'71.4,51.1\n'.repeat(12)}`);
    const run = oryn(['clusters', one, '--json']);
    expect(JSON.parse(run.stdout).result.clusters).toMatchObject([
      { n: 12, one_address: 1, n_per_km2: null },
    ]);
    const codeOf = (...args: string[]): string =>
      /\[([\w.-]+)\]/.exec(oryn(['clusters', one, ...args]).stderr)?.[1] ?? '';
    expect(codeOf('--method', 'nnh')).toBe('clusters.area');
    expect(codeOf('--eps', '0')).toBe('clusters.eps');
    expect(codeOf('--method', 'kmeans')).toBe('option.invalid');
    expect(codeOf('--points', one)).toBe('out.is-input');
  });
});
