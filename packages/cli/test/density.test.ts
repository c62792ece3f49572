import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oryn, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const demo = join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol');
const town = [
  join(demo, 'simulated-incidents.csv.gz'),
  ...['--boundary', join(demo, 'boundary.geojson'), '--cell-size', '200', '--bandwidth', '500'],
];
const codeOf = (args: readonly string[]): string => {
  const { status, stderr } = oryn(['density', ...town, ...args]);
  expect(status, args.join(' ')).toBe(1);
  return /\[([\w.-]+)\]/.exec(stderr)?.[1] ?? '';
};

describe('oryn density', () => {
  it('adds up within the boundary, chooses a bandwidth with its reason, draws contours that say what they hold', () => {
    const out = join(folder, 'contours.geojson');
    const args = ['--edge', 'diggle', '--bandwidth', 'likelihood', '--contours', '50,80', '--out', out];
    const run = oryn(['density', ...town, ...args, '--json']);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('inside the area');
    expect(run.stderr).toMatch(/Bandwidth.* m\. /);
    expect(run.stderr).toMatch(/80% of the density: .* km² with .* of the incidents\./);
    const { result, account, choices } = JSON.parse(run.stdout);
    const mass = result.values.reduce((a: number, b: number) => a + b, 0) * 0.2 * 0.2;
    expect(Math.abs(mass / account.analysed - 1)).toBeLessThan(0.02);
    expect(choices.at(-1)).toMatchObject({
      ...{ name: 'bandwidth', value: result.bandwidth, unit: 'm' },
      ...{ rule: 'likelihood', reason: 'bandwidth.likelihood' },
    });
    expect(result.contours.map((contour: { share: number }) => contour.share)).toEqual([0.5, 0.8]);
    const { features, simulated } = JSON.parse(readFileSync(out, 'utf8'));
    expect(simulated).toBe(true);
    expect(features[0].properties).toMatchObject({ share: 0.8, n: result.contours[1].n });
  });

  it('states the error of the fast path', () => {
    const run = oryn(['density', ...town, '--kernel', 'gaussian', '--fast', '--json']);
    const { approximation } = JSON.parse(run.stdout).result;
    expect(approximation.measured).toBeLessThanOrEqual(approximation.bound);
    expect(approximation.sampledCells).toBe(200);
  });

  it('compares with a category under random relabelling', () => {
    const out = join(folder, 'tolerance.geojson');
    const args = ['--against', 'category:robbery', '--compare', 'log-ratio', '--permutations', '99'];
    const run = oryn(['density', ...town, ...args, '--out', out, '--json']);
    expect(run.status, run.stderr).toBe(0);
    const { test, points } = JSON.parse(run.stdout).result;
    expect(test).toMatchObject({ alternative: 'two-sided', null: 'random-relabelling', correction: 'none' });
    expect(points[1]).toBeGreaterThan(50);
    const { features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(features.map((feature: { properties: object }) => feature.properties)).toMatchObject([
      { direction: 'more', p: 0.05 },
      { direction: 'less', p: 0.05 },
    ]);
  });

  it('refuses what cannot go together with a code', () => {
    expect(codeOf(['--edge', 'uniform', '--adaptive', 'abramson'])).toBe('density.edge-adaptive');
    expect(codeOf(['--contours', '0,50'])).toBe('option.invalid');
    expect(codeOf(['--compare', 'ratio'])).toBe('option.needs');
    expect(codeOf(['--fast', '--adaptive', 'nearest:5'])).toBe('option.together');
    expect(codeOf(['--against', 'category:robbery', '--out', join(folder, 'x.geojson')])).toBe(
      'density.compare-contours',
    );
    expect(codeOf(['--bandwidth', 'wide'])).toBe('bandwidth.invalid');
  });
});
