import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedPath, sharedTable } from '../../../test/support/shared.ts';
import { oryn, parseCsv, temporaryFolder, write } from './run-oryn.ts';

const points = (): string => sharedPath('golden/inputs/synthA_points.csv');
const window = (): string => sharedPath('golden/inputs/synthA_window.geojson');

/** The golden values through the commands a user types; skipped where the shared folder is absent. */
describe.skipIf(!hasShared)('commands on the golden inputs', () => {
  const folder = temporaryFolder();

  it('oryn cells gives the counts of h3-js, zero cells included', () => {
    const golden = sharedTable('golden/h3/synthA_res9_cells.csv');
    const run = oryn(['cells', points(), '--boundary', window(), '--resolution', '9']);
    expect(run.status).toBe(0);
    const table = parseCsv(run.stdout);
    expect(Object.keys(table).slice(0, 6)).toEqual(['place', 'lon', 'lat', 'area_km2', 'n', 'n_2024']);
    const rows = golden.cell.map((_, i) => i).filter((i) => golden.in_study[i] === '1');
    expect(table.place).toHaveLength(rows.length);
    for (const row of rows) {
      const place = table.place.indexOf(golden.cell[row]);
      expect(table.n[place]).toBe(golden.count[row]);
      expect(Math.abs((Number(table.area_km2[place]) * 1e6) / Number(golden.area_m2[row]) - 1)).toBeLessThan(
        1e-6,
      );
    }
  });

  it('oryn hotspots gives the scores of spdep and, for gi, the exact tails', () => {
    const spdep = sharedTable('golden/local/synthA_res9_spdep.csv');
    const exact = sharedTable('golden/local/synthA_res9_esda.csv');
    const star = parseCsv(oryn(['hotspots', points(), '--boundary', window()]).stdout);
    const gi = parseCsv(oryn(['hotspots', points(), '--boundary', window(), '--statistic', 'gi']).stdout);
    spdep.id.forEach((id, row) => {
      const place = star.place.indexOf(id);
      expect(Math.abs(Number(star.gi_z[place]) - Number(spdep.gistar_B[row]))).toBeLessThan(1e-9 * 20);
      expect(Math.abs(Number(gi.gi_z[place]) - Number(spdep.gi_B[row]))).toBeLessThan(1e-9 * 20);
      const twoSided = Math.min(
        1,
        2 * Math.min(Number(exact.gi_p_upper_exact[row]), Number(exact.gi_p_lower_exact[row])),
      );
      expect(Math.abs(Number(gi.gi_p[place]) - twoSided)).toBeLessThan(2e-9);
    });
  });

  it('oryn density --at gives the direct sums in incidents per km², rows in order', () => {
    const grid = sharedTable('golden/kde/synthA_direct_grid.csv');
    const chosen = grid.x.map((_, i) => i).filter((i) => i % 7 === 0);
    const at = write(
      folder,
      'at.csv',
      `id,x,y\n${chosen.map((i) => `p${i},${grid.x[i]},${grid.y[i]}`).join('\n')}\n`,
    );
    for (const crs of ['EPSG:32643', 'planar']) {
      const args = [
        'density',
        points(),
        '--at',
        at,
        '--bandwidth',
        '300',
        '--crs',
        crs,
        '--columns',
        'x=x,y=y',
      ];
      const table = parseCsv(oryn(args).stdout);
      expect(table.id).toEqual(chosen.map((i) => `p${i}`));
      const golden = chosen.map((i) => Number(grid.quartic[i]) * 1e6);
      const peak = Math.max(...golden);
      table.density_per_km2.forEach((value, i) => {
        expect(Math.abs(Number(value) - golden[i])).toBeLessThan(1e-9 * peak);
      });
    }
  });

  it('oryn concentration --counts gives the coefficients of R', () => {
    const golden = sharedJson<{
      counts: number[];
      R: {
        gini: number;
        gini_generalized: number;
        share: Record<string, { units: number; share_all: number }>;
      };
    }>('golden/concentration/chicago_segments_R.json');
    const counts = write(
      folder,
      'counts.csv',
      `place,n\n${golden.counts.map((n, i) => `s${i},${n}`).join('\n')}\n`,
    );
    const run = oryn(['concentration', '--counts', counts, '--json']);
    const document = JSON.parse(run.stdout);
    expect(Object.keys(document)).toEqual([
      'version',
      'command',
      'parameters',
      'choices',
      'account',
      'result',
    ]);
    const [over] = document.result.denominators;
    expect(Math.abs(over.gini.gini - golden.R.gini)).toBeLessThan(1e-12);
    expect(Math.abs(over.gini.generalised - golden.R.gini_generalized)).toBeLessThan(1e-12);
    for (const share of over.shares) expect(share.k).toBe(golden.R.share[`p${share.percent}`].units);
  });

  it('oryn study writes a bundle whose density adds up to the incidents', () => {
    const out = join(folder, 'synthA');
    expect(oryn(['study', points(), '--boundary', window(), '--out', out, '--cell-size', '25']).status).toBe(
      0,
    );
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const run = oryn(['density', points(), '--boundary', window(), '--cell-size', '25', '--json']);
    const { grid, values } = JSON.parse(run.stdout).result;
    const total = values.reduce((sum: number, value: number) => sum + value, 0) * (grid.cellSize / 1000) ** 2;
    expect(Math.abs(total / manifest.account.inside - 1)).toBeLessThan(1e-3);
  });
});
