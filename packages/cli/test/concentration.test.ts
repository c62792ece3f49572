import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inventedRows } from '../../../test/support/invented-rows.ts';
import { hasShared, sharedPath } from '../../../test/support/shared.ts';
import { oryn, parseCsv, type Run, temporaryFolder, write } from './run-oryn.ts';

const folder = temporaryFolder();
const demo = join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol');
const rows = gunzipSync(readFileSync(join(demo, 'simulated-incidents.csv.gz')))
  .toString('utf8')
  .trim()
  .split('\n');
// Every sixth row, so that all years are there.
const incidents = write(folder, 'incidents.csv', rows.filter((_, i) => i % 6 === 0).join('\n'));
const boundary = ['--boundary', join(demo, 'boundary.geojson')];
const streets = join(demo, 'streets.geojson');
const quick = ['--permutations', '99'];

const concentration = (...args: string[]): Run => oryn(['concentration', ...args]);
const onDemo = (...args: string[]): Run => concentration(incidents, ...boundary, ...quick, ...args);
const codeOf = (run: Run): string => /\[([\w.-]+)\]/.exec(run.stderr)?.[1] ?? '';
const counts = (text: string): string => write(folder, `counts-${text.length}.csv`, text);

describe('oryn concentration', () => {
  it('prints the columns it always had, and to their right chance, intervals and fits', () => {
    const run = onDemo('--possible', streets);
    expect(run.status, run.stderr).toBe(0);
    const table = parseCsv(run.stdout);
    const names = Object.keys(table);
    expect(names.slice(0, 6)).toEqual([
      ...['denominator', 'places', 'incidents', 'incidents_per_place', 'percent_of_incidents', 'k'],
    ]);
    const added = ['chance_mean', 'chance_p', 'chance_null', 'raw_share_low', 'latent_gini', 'recc'];
    for (const name of added) expect(names.indexOf(name), name).toBeGreaterThan(names.indexOf('null'));
    expect(table.denominator).toEqual(['mask', 'area', 'any'].flatMap((name) => [name, name, name]));
    // Places chosen for having an incident get no throws.
    const thrown = table.denominator.map((name) => (name === 'any' ? '' : '99'));
    expect(table.chance_draws).toEqual(thrown);
    // One row for each share; the excess is the chance less the share.
    table.chance_mean.forEach((mean, i) => {
      if (mean === '') return;
      const excess = Number(mean) - Number(table.share_of_places[i]);
      expect(Number(table.chance_excess[i])).toBeCloseTo(excess, 12);
    });
  });

  it('says the verdict, refuses the world to simulated data, and tells years and places apart', () => {
    const { stderr } = onDemo('--possible', streets);
    expect(stderr).toContain('Simulated data');
    expect(stderr).toContain('chance alone would put half of them in');
    expect(stderr).toContain('Each whole year by itself (2019–2023)');
    expect(stderr).toContain('The same share is not the same places');
    expect(stderr).not.toMatch(/NaN|undefined|Infinity|Weisburd/);
    expect(onDemo('--lang', 'kk').stderr).toMatch(/[әғқңөұүһі]/);
  });

  it('has no headline without a mask', () => {
    expect(onDemo().stderr).toContain('no single headline share');
    expect(onDemo('--possible', streets).stderr).not.toContain('no single headline share');
    const { headline } = JSON.parse(onDemo('--json').stdout).result;
    expect(headline).toBeUndefined();
    expect(JSON.parse(onDemo('--possible', streets, '--json').stdout).result.headline).toBe('mask');
  });

  it('--json and --out x.json hold the whole report', () => {
    const out = join(folder, 'report.json');
    expect(onDemo('--exposure', 'length', '--possible', streets, '--out', out).status).toBe(0);
    const { command, result } = JSON.parse(readFileSync(out, 'utf8'));
    expect(command).toBe('concentration');
    const [mask] = result.denominators;
    expect(mask).toMatchObject({
      denominator: 'mask',
      chance: { null: 'multinomial-even', draws: 99, alternative: 'more-concentrated' },
      byExposure: { null: 'multinomial-exposure' },
    });
    expect(result.years.map(({ year }: { year: number }) => year)).toEqual([2019, 2020, 2021, 2022, 2023]);
    expect(result.differences[0]).toMatchObject({ from: 2019, to: 2023, adjusted: 'holm' });
    expect(result.stability.persistence.years).toBe(5);
    expect(result.nested.parents).toMatchObject({ kind: 'h3', resolution: 7 });
    expect(result.sentences.length).toBeGreaterThan(3);
  });

  it('--context nests in districts', () => {
    const run = onDemo('--context', join(demo, 'districts.geojson'), '--json');
    expect(JSON.parse(run.stdout).result.nested.parents.kind).toBe('districts');
  });

  it('--by year: every year with its chance, and all at the incidents of the smallest', () => {
    const table = parseCsv(onDemo('--by', 'year').stdout);
    expect(table.year).toEqual(['2019', '2020', '2021', '2022', '2023']);
    const smallest = Math.min(...table.incidents.map(Number));
    expect(new Set(table.rarefied_incidents)).toEqual(new Set([String(smallest)]));
    const svg = join(folder, 'years.svg');
    expect(onDemo('--by', 'year', '--lang', 'ru', '--out', svg).status).toBe(0);
    expect(readFileSync(svg, 'utf8')).toContain('Концентрация по годам');
  });

  it('--by category: every offence with its chance, beside all others at equal numbers', () => {
    const table = parseCsv(onDemo('--by', 'category').stdout);
    expect(table.category.length).toBeGreaterThan(2);
    expect(table.category.some((name) => name.startsWith('police-detected'))).toBe(false);
    const incidentsOf = table.incidents.map(Number);
    expect([...incidentsOf].sort((a, b) => b - a)).toEqual(incidentsOf);
    table.rarefied_share_50.forEach((share, i) => {
      expect(share === '').toBe(incidentsOf[i] < 100);
    });
  });

  it('--scale: three sizes at four positions, as a table and a figure', () => {
    const table = parseCsv(onDemo('--possible', streets, '--scale', '8,9,10').stdout);
    expect(table.unit.filter((_, i) => i % 4 === 0)).toEqual(['h3:8', 'h3:9', 'h3:10']);
    expect(new Set(table.denominator)).toEqual(new Set(['mask']));
    const squares = parseCsv(onDemo('--unit', 'squares:250', '--scale', '250,500,1000').stdout);
    expect(squares.unit[0]).toBe('squares:250');
    const svg = join(folder, 'scale.svg');
    const run = onDemo('--scale', '7,8,9', '--lang', 'kk', '--out', svg);
    expect(run.status, run.stderr).toBe(0);
    expect(readFileSync(svg, 'utf8')).toContain('data-simulated');
  });

  it('--out x.svg without more is the curve beside chance, of any unit and with the title given', () => {
    const svg = join(folder, 'curve.svg');
    const run = onDemo('--unit', `segments:${streets}`, '--title', 'Our town', '--out', svg);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('Our town, 2019–2023:');
    const drawn = readFileSync(svg, 'utf8');
    expect(drawn).toContain('Our town · 2019–2023');
    expect(drawn).toContain('street segments');
    expect(drawn).toContain('data-simulated');
  });

  it('--unit place-type: types as units, and what that is not', () => {
    const run = onDemo('--unit', 'place-type', '--json');
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('A type of place is no place');
    const [over] = JSON.parse(run.stdout).result.denominators;
    expect(over.incidents).toBeGreaterThan(100);
  });

  it('--exposure length for segments; refuses a file of people there', () => {
    const unit = ['--unit', `segments:${streets}`];
    const run = onDemo(...unit, '--exposure', 'length');
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('in proportion to street length');
    expect(parseCsv(run.stdout).exposure_chance_null[0]).toBe('multinomial-exposure');
    expect(codeOf(onDemo(...unit, '--exposure', join(demo, 'population.csv')))).toBe('exposure.unit');
  });

  it('refuses by code what cannot be', () => {
    expect(codeOf(onDemo('--scale', '8,9'))).toBe('concentration.scale');
    const words = onDemo('--scale', 'a,b,c');
    expect([codeOf(words), words.stderr.includes('“a,b,c”')]).toEqual(['concentration.scale', true]);
    expect(codeOf(onDemo('--scale', '8,9,10', '--by', 'year'))).toBe('option.together');
    expect(codeOf(onDemo('--scale', '8,9,10', '--unit', 'address'))).toBe('option.needs');
    expect(codeOf(onDemo('--by', 'month'))).toBe('option.invalid');
    expect(codeOf(onDemo('--by', 'category', '--out', join(folder, 'x.svg')))).toBe('out.format');
    expect(codeOf(onDemo('--world'))).toBe('option.needs');
    expect(codeOf(onDemo('--world', '--by', 'year', '--out', join(folder, 'x.svg')))).toBe('option.together');
    expect(codeOf(onDemo('--world', '--out', join(folder, 'x.svg')))).toBe('concentration.world');
    expect(codeOf(onDemo('--out', join(folder, 'x.docx')))).toBe('out.format');
    expect(codeOf(onDemo('--permutations', '3'))).toBe('option.invalid');
  });
});

describe('oryn concentration --counts', () => {
  it('reads years, exposure and parents, and has the same report', () => {
    const lines = Array.from({ length: 200 }, (_, i) => {
      const n = i % 20 === 0 ? 12 : i % 7 === 0 ? 1 : 0;
      return `s${i},${2 * n + (i % 2)},${n},${n + (i % 2)},${10 + i},${i % 4}`;
    });
    const path = counts(`place,n,n_2022,n_2023,exposure,parent\n${lines.join('\n')}\n`);
    const run = concentration('--counts', path, ...quick, '--json');
    expect(run.status, run.stderr).toBe(0);
    const { result, parameters } = JSON.parse(run.stdout);
    expect(parameters).toMatchObject({ permutations: 99, seed: 1 });
    expect(result.denominators.map(({ denominator }: { denominator: string }) => denominator)).toEqual([
      'table',
      'any',
    ]);
    expect(result.denominators[0].byExposure).toMatchObject({ null: 'multinomial-exposure' });
    expect(result.nested.gini.parents).toBe(4);
    expect(result.differences).toHaveLength(1);
    expect(run.stderr).toContain('in 2022');
    expect(codeOf(concentration('--counts', path, '--out', path))).toBe('out.is-input');
  });

  it('says something defined of next to nothing', () => {
    const tables = {
      none: 'place,n\na,0\nb,0\n',
      one: 'place,n\na,1\nb,0\nc,0\n',
      few: 'place,n\na,1\nb,1\nc,0\nd,0\ne,0\nf,0\n',
      alone: 'place,n\na,40\nb,0\nc,0\nd,0\n',
      single: 'place,n\na,7\n',
    };
    for (const [i, [name, text]] of Object.entries(tables).entries()) {
      const lang = ['kk', 'ru', 'en'][i % 3];
      const run = concentration('--counts', write(folder, `${name}.csv`, text), ...quick, '--lang', lang);
      expect(run.status, run.stderr).toBe(0);
      expect(run.stderr.length, name).toBeGreaterThan(20);
      expect(run.stdout + run.stderr, name).not.toMatch(/NaN|undefined|Infinity|∞/);
    }
  });
});

describe('oryn concentration on rows that are not simulated', () => {
  it('compares a town of its own with nothing it is not like', () => {
    const path = write(folder, 'rows.csv', [...inventedRows(4000, 3)].join(''));
    const run = concentration(path, '--resolution', '8', ...quick);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('No comparable published value');
    expect(run.stderr).toContain('Only registered incidents are counted');
    const svg = join(folder, 'world.svg');
    const world = concentration(
      path,
      ...['--resolution', '8', '--title', 'A town', '--world', '--out', svg],
      ...quick,
    );
    expect(world.status, world.stderr).toBe(0);
    const drawn = readFileSync(svg, 'utf8');
    expect(drawn).toContain('No comparable published value.');
    expect(drawn).toContain('>A town<');
  });

  it.skipIf(!hasShared)(
    'Astana: half of the road accidents of 2019-2023, and that they are not crime',
    () => {
      const kz = (name: string): string => sharedPath(`data/kz/${name}`);
      const run = concentration(
        ...[kz('astana-road-accidents-2019-2023.csv'), '--boundary', kz('astana-boundary.geojson')],
        ...['--possible', kz('astana-named-streets.geojson')],
      );
      expect(run.stderr).toContain('not crime');
      expect(run.stderr).not.toContain('Weisburd');
      const table = parseCsv(run.stdout);
      const half = table.percent_of_incidents.flatMap((percent, i) => (percent === '50' ? [i] : []));
      const percentAt = (name: string): number[] => half.map((i) => 100 * Number(table[name][i]));
      const near = (found: number[], expected: number[]): void => {
        for (const [i, value] of found.entries()) expect(Math.abs(value - expected[i])).toBeLessThan(0.1);
      };
      // methods.md, rule 1: mask, boundary, cells with any.
      near(percentAt('share_of_places'), [8.5, 2.7, 17.6]);
      near(percentAt('expected_share_of_places'), [23.6, 14.2, 30.1]);
      near(percentAt('chance_mean').slice(0, 2), [23.7, 14.2]);
      // Places chosen for having an incident get no throws and no p.
      expect(table.chance_p[half[2]]).toBe('');
    },
  );
});
