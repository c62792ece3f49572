import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oryn } from './run-oryn.ts';

const demo = join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol');
const town = [join(demo, 'simulated-incidents.csv.gz'), '--boundary', join(demo, 'boundary.geojson')];
const pattern = (...args: string[]) => oryn(['pattern', ...town, '--category', 'violence', ...args]);

describe('oryn pattern', () => {
  it('takes the category to hold against with its prefix and without', () => {
    const args = ['--steps', '5', '--permutations', '0', '--max-distance', '500'];
    const bare = pattern('--against', 'robbery', ...args);
    expect(bare.status, bare.stderr).toBe(0);
    expect(pattern('--against', 'category:robbery', ...args).stdout).toBe(bare.stdout);
    expect(pattern('--against', 'category:nothing', ...args).stderr).toContain('[category.unknown]');
  });

  it('goes to 2 km at most where no distance is given, and says so', () => {
    const run = pattern('--permutations', '0', '--json');
    expect(run.status, run.stderr).toBe(0);
    const { choices, result } = JSON.parse(run.stdout);
    const chosen = choices.find(({ name }: { name: string }) => name === 'maxDistance');
    expect(result.maxDistanceMeters).toBe(chosen.value);
    expect(chosen.value).toBeLessThanOrEqual(2000);
    if (chosen.value === 2000) expect(chosen.reason).toBe('maxDistanceUsual');
  });

  it('names the option that the correction is given with', () => {
    const run = pattern('--edge-correction', 'translate', '--max-distance', '500');
    expect(run.stderr).toContain('[pattern.translate-window]');
    expect(run.stderr).toContain('--edge-correction isotropic');
  });
});
