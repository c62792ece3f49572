import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { oryn, parseCsv, temporaryFolder, write } from './run-oryn.ts';

const folder = temporaryFolder();
const datasets = join(import.meta.dirname, '../../../datasets/demo');
const demo = join(datasets, 'demo-kenzhol');
const rows = gunzipSync(readFileSync(join(demo, 'simulated-incidents.csv.gz')))
  .toString('utf8')
  .trim()
  .split('\n');
// Every sixth row, so that all years are there.
const incidents = write(folder, 'incidents.csv', rows.filter((_, i) => i % 6 === 0).join('\n'));
const boundary = ['--boundary', join(demo, 'boundary.geojson')];
const streets = join(demo, 'streets.geojson');
const population = ['--exposure', join(demo, 'population.csv')];
const weights = ['--weights', join(datasets, 'exports/simulated-weights.csv')];

const hotspots = (...args: string[]) =>
  oryn(['hotspots', incidents, ...boundary, '--possible', streets, ...args]);
const code = (...args: string[]): string =>
  /\[([\w.-]+)\]/.exec(oryn([args[0], incidents, ...boundary, ...args.slice(1)]).stderr)?.[1] ?? '';

describe('oryn hotspots', () => {
  it('and oryn cells mark simulated data in the collection and in every feature', () => {
    for (const command of ['cells', 'hotspots']) {
      const out = join(folder, `${command}.geojson`);
      const run = oryn([command, incidents, ...boundary, '--out', out]);
      expect(run.status, run.stderr).toBe(0);
      const { simulated, features } = JSON.parse(readFileSync(out, 'utf8'));
      expect(simulated).toBe(true);
      expect(
        features.every(
          (feature: { properties: { simulated: unknown } }) => feature.properties.simulated === true,
        ),
      ).toBe(true);
    }
  });

  it('--statistic moran: the columns of places and those of Moran, of rates by permutation and said so', () => {
    const run = hotspots('--statistic', 'moran', '--permutations', '99', ...population, '--json');
    const { choices, result } = JSON.parse(run.stdout);
    const columns = Object.keys(result.places[0]);
    expect(columns.slice(0, 5)).toEqual(['place', 'lon', 'lat', 'area_km2', 'n']);
    expect(columns.filter((name) => /^(gi|moran|rate)_/.test(name))).toEqual([
      ...['moran_i', 'moran_p', 'moran_q', 'moran_class'],
      ...['rate_per_1000', 'rate_eb_per_1000'],
    ]);
    expect(result.tests.moran).toMatchObject({
      inference: 'permutation',
      null: 'conditional-permutation',
      permutation: { seed: 1, draws: 99 },
    });
    expect(choices).toContainEqual(
      expect.objectContaining({ name: 'inference', value: 'permutation', reason: 'inferenceRates' }),
    );
    let people = 0;
    let expected = 0;
    for (const { n, exposure, rate_per_1000, in_mask } of result.places) {
      if (!(exposure > 0)) {
        expect(rate_per_1000).toBeNull();
        continue;
      }
      expect(in_mask).toBe(1);
      expect(rate_per_1000).toBeCloseTo((1000 * n) / exposure, 9);
      people += exposure;
      expected += n;
    }
    expect(expected / people).toBeGreaterThan(0);
  });

  it('--inference permutation and --correction are told with the numbers; gi_w_* stands beside gi_*', () => {
    const args = ['--inference', 'permutation', '--permutations', '99', '--correction', 'holm'];
    const run = hotspots('--statistic', 'gi', ...args, ...weights, '--json');
    const { result } = JSON.parse(run.stdout);
    expect(result.tests.gi).toMatchObject({
      ...{ statistic: 'gi', inference: 'permutation', correction: 'holm', alternative: 'two-sided' },
      ...{ null: 'conditional-permutation', tested: result.tested },
    });
    expect(result.tests.gi_w).toMatchObject({ inference: 'permutation', permutation: { exceedances: 20 } });
    expect(Object.keys(result.places[0])).toEqual(
      expect.arrayContaining(['w', 'gi_q', 'gi_all_q', 'gi_w_z', 'gi_w_p', 'gi_w_q', 'gi_w_class']),
    );
    expect(run.stderr).toContain('Incidents without a weight');
  });

  it('--global: one row per statistic, measure and null', () => {
    const run = hotspots('--global', '--permutations', '99', ...population, ...weights);
    const table = parseCsv(run.stdout);
    expect(Object.keys(table).slice(0, 10)).toEqual([
      ...['statistic', 'measure', 'value', 'expected', 'variance', 'z', 'p', 'alternative', 'null'],
      'correction',
    ]);
    expect(table.measure).toEqual([
      ...new Array(8).fill('count'),
      ...new Array(2).fill('rate_eb'),
      ...new Array(8).fill('weight'),
    ]);
    expect(table.value.every((value) => Number.isFinite(Number(value)) && value !== '')).toBe(true);
    const without = parseCsv(hotspots('--global').stdout);
    expect(without.null).not.toContain('total-permutation');
    expect(without.value[0]).toBe(table.value[0]);
  });

  it('--optimised is exploratory, and says so', () => {
    const run = hotspots('--optimised', '--json');
    const { choices, parameters, result } = JSON.parse(run.stdout);
    expect(run.stderr).toContain('a p after choosing on the same incidents is not valid');
    expect(result.optimised.exploratory).toBe(true);
    expect(result.optimised.units.length).toBe(5);
    expect(result.optimised.bands.length).toBe(3);
    const of = (name: string) => choices.filter((choice: { name: string }) => choice.name === name);
    expect(of('resolution')[0].value).toBe(parameters.resolution);
    expect(of('neighbours').map(({ value }: { value: string }) => value)).toEqual([parameters.neighbours]);
  });

  it('--choose-on leaves the years it chose on out of the statistics', () => {
    const run = hotspots('--optimised', '--choose-on', '2019-2020', '--json');
    const { account, result } = JSON.parse(run.stdout);
    expect(result.optimised).toMatchObject({ exploratory: false, chosenOn: { years: '2019-2020' } });
    expect(account.dropped['chosen-on']).toBe(result.optimised.chosenOn.incidents);
    expect(Object.keys(result.places[0]).filter((name) => /^n_/.test(name))).toEqual([
      'n_2021',
      'n_2022',
      'n_2023',
    ]);
    expect(run.stderr).toContain('take no part in the statistics');
    expect(run.stderr).not.toContain('not valid');
  });

  it('refuses what contradicts itself, by code', () => {
    expect(code('hotspots', '--choose-on', '2019')).toBe('option.needs');
    for (const years of ['last', '2021-2019'])
      expect(code('hotspots', '--optimised', '--choose-on', years)).toBe('option.invalid');
    expect(code('hotspots', '--optimised', '--choose-on', '2031')).toBe('optimised.no-years');
    expect(code('hotspots', '--optimised', '--choose-on', '2010-2031')).toBe('optimised.no-rest');
    expect(code('hotspots', '--optimised', '--resolution', '9')).toBe('option.together');
    expect(code('hotspots', '--optimised', '--neighbours', 'ring:2')).toBe('option.together');
    expect(code('hotspots', '--permutations', '7')).toBe('option.invalid');
  });
});

describe('cells and concentration', () => {
  it('need no test, so unequal weights of neighbours do not stop them', () => {
    const cells = parseCsv(oryn(['cells', incidents, ...boundary]).stdout);
    expect(Object.keys(cells).some((name) => /^(gi|problem)/.test(name))).toBe(false);
    const [a, b, c] = cells.place;
    const table = write(folder, 'w.csv', `place,neighbour,weight\n${a},${b},1\n${a},${c},0.5\n`);
    expect(oryn(['cells', incidents, ...boundary, '--neighbours', table]).status).toBe(0);
    expect(oryn(['concentration', incidents, ...boundary, '--neighbours', table]).status).toBe(0);
    expect(code('hotspots', '--neighbours', table)).toBe('inference.exact-weights');
  });

  it('concentration of weights stands beside that of counts', () => {
    const run = oryn(['concentration', incidents, ...boundary, ...weights, '--json']);
    const { result } = JSON.parse(run.stdout);
    const rows: Record<string, unknown>[] = result.rows;
    expect(new Set(rows.map(({ measure }) => measure))).toEqual(new Set(['count', 'weight']));
    expect(result.weighted[0]).toMatchObject({ null: 'even-throw-of-weighted-incidents', draws: 199 });
  });
});

describe('oryn pattern --network', () => {
  it('K along the streets, beside an even spread by length', () => {
    const args = ['--network', streets, '--max-distance', '200', '--steps', '4', '--permutations', '19'];
    const run = oryn(['pattern', incidents, ...boundary, ...args, '--json']);
    const { result, account } = JSON.parse(run.stdout);
    expect(result.test).toMatchObject({
      ...{ of: 'K', null: 'uniform-on-network', alternative: 'two-sided', draws: 19, seed: 1 },
    });
    expect(result.points + result.tooFar).toBe(account.analysed);
    expect(result.rows.map(({ r_m }: { r_m: number }) => r_m)).toEqual([0, 50, 100, 150, 200]);
    const last = result.rows[4];
    expect(last.lower).toBeLessThan(220);
    expect(last.upper).toBeGreaterThan(180);
    expect(last.K).toBeGreaterThan(last.upper);
    expect(run.stderr).toContain('spread evenly over the length of the streets');
  });

  it('refuses what belongs to the plane, by code', () => {
    const network = ['pattern', '--network', streets];
    expect(code(...network, '--function', 'L')).toBe('option.invalid');
    expect(code(...network, '--window', 'box')).toBe('option.together');
    expect(code(...network, '--max-snap', '0')).toBe('option.invalid');
    expect(code('pattern', '--max-snap', '50')).toBe('option.needs');
  });
});
