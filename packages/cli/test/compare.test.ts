import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type InventedCityPlan, inventedCity } from '../../../test/support/invented-city.ts';
import { filesUnder, oryn, parseCsv, temporaryFolder, write } from './run-oryn.ts';

const folder = temporaryFolder();

/** A bundle of an invented city that nothing marks as simulated, made as a user would make it. */
function study(name: string, plan: InventedCityPlan, ...more: string[]): string {
  const city = inventedCity(plan);
  const file = (part: keyof typeof city, extension: string): string =>
    write(folder, `${name}-${part}.${extension}`, city[part]);
  const out = join(folder, name);
  const run = oryn([
    ...['study', file('incidents', 'csv'), '--boundary', file('boundary', 'geojson')],
    ...['--context', file('districts', 'geojson'), '--title', name, '--out', out, ...more],
  ]);
  expect(run.status, run.stderr).toBe(0);
  return out;
}

const years = { 2019: 500, 2020: 400, 2021: 450, 2022: 300, 2023: 350 };
let [first, second] = ['', ''];
beforeAll(() => {
  first = study('First', { seed: 31, perYear: years });
  const plan = { seed: 32, perYear: { ...years, 2023: 120 }, months: { 2023: 4 }, busyOfThree: 1 };
  second = study('Second', plan);
}, 120_000);
const quick = ['--permutations', '99'];
const codeOf = (...args: string[]): string =>
  /\[([\w.-]+)\]/.exec(oryn(['compare', ...args]).stderr)?.[1] ?? '';

describe('oryn compare', { timeout: 120_000 }, () => {
  it('writes the table to standard output, every share beside its chance', () => {
    const run = oryn(['compare', first, second, ...quick]);
    expect(run.status, run.stderr).toBe(0);
    const table = parseCsv(run.stdout);
    expect([...new Set(table.city)]).toEqual(['First', 'Second']);
    expect([...new Set(table.denominator)]).toEqual(['area', 'any']);
    table.share_50.forEach((share, i) => {
      expect(Number(share)).toBeGreaterThan(0);
      expect(Number(table.chance_50[i])).toBeGreaterThan(0);
    });
    const part = table.year.findIndex((year, i) => year === '2023' && table.city[i] === 'Second');
    expect([table.whole[part], table.per_km2_per_year[part], table.share_50_common[part]]).toEqual([
      '0',
      '',
      '',
    ]);
  });

  it('writes a whole folder, the same twice, and replaces only its own', () => {
    const out = join(folder, 'comparison');
    const run = oryn(['compare', first, second, ...quick, '--lang', 'ru', '--out', out]);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout).toContain('Сравнение городов: First, Second');
    const files = filesUnder(out).sort();
    for (const name of ['table.csv', 'places.csv', 'context.csv', 'comparison.json', 'results.kk.md']) {
      expect(files).toContain(name);
    }
    expect(files.filter((name) => name.endsWith('.svg')).sort()).toEqual(
      ['kk', 'ru', 'en']
        .flatMap((lang) => [`figures/shares.${lang}.svg`, `figures/shares-equal.${lang}.svg`])
        .sort(),
    );
    const table = (name: string) => parseCsv(readFileSync(join(out, name), 'utf8'));
    expect([table('table.csv').common_draws[0], table('table.csv').seed[0]]).toEqual(['99', '1']);
    const { percent, s_index_draws, s_index_seed } = table('stability.csv');
    expect([percent[0], s_index_draws[0], s_index_seed[0]]).toEqual(['50', '200', '1']);
    expect(table('persistence.csv').percent[0]).toBe('50');
    const { reporting_low, draws, seed } = table('places.csv');
    expect([reporting_low[0], draws[0], seed[0]]).toEqual(['0.15', '99', '1']);
    const document = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'));
    expect(document.files.map(({ path }: { path: string }) => path).sort()).toEqual(
      files.filter((name) => name !== 'comparison.json'),
    );
    expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
    const before = files.map((name) => readFileSync(join(out, name), 'utf8'));
    expect(oryn(['compare', first, second, ...quick, '--lang', 'ru', '--out', out]).status).toBe(0);
    expect(files.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(before);
    writeFileSync(join(out, 'mine.txt'), 'kept');
    expect(codeOf(first, second, ...quick, '--out', out)).toBe('out.exists');
    expect(existsSync(join(out, 'mine.txt'))).toBe(true);
  });

  it('gives one JSON document with every list, and divides by the people of the given table', () => {
    const people = write(folder, 'people.csv', 'city,year,population\nFirst,2021,50000\nsecond,2021,40000\n');
    const run = oryn(['compare', first, second, ...quick, '--population', people, '--json']);
    const { command, result } = JSON.parse(run.stdout);
    expect(command).toBe('compare');
    const row = result.rows.find(
      (one: Record<string, unknown>) =>
        one.city === 'First' && one.year === 2021 && one.offence === 'all' && one.denominator === 'area',
    );
    expect(row.per_100000).toBeCloseTo((100_000 * 450) / 50_000, 9);
    expect(row).toMatchObject({ population_date: '2021', population_source: 'people.csv' });
    expect(
      result.rows.filter((one: Record<string, unknown>) => one.population !== null && one.year !== 2021),
    ).toEqual([]);
    expect(result.differences[0]).toMatchObject({ correction: 'benjamini-hochberg', draws: 99 });
    expect(result.changes[0].breaks).toContain('March 2020');
    expect(result.sensitivity).toHaveLength(2);
    expect(result.context.rows).toEqual([]);
  });

  it('writes the table alone to a file, and keeps to the months and rows asked for', () => {
    const out = join(folder, 'table.csv');
    const run = oryn([
      ...['compare', first, ...quick, '--from', '2020-01-01', '--to', '2021-12-31'],
      ...['--by', 'year', '--out', out],
    ]);
    expect(run.status, run.stderr).toBe(0);
    const table = parseCsv(readFileSync(out, 'utf8'));
    expect([...new Set(table.offence)]).toEqual(['all']);
    expect([...new Set(table.years)]).toEqual(['2020 2021', '2020', '2021']);
  });

  it('refuses what must not stand side by side, by code', () => {
    const [head, ...rows] = readFileSync(join(folder, 'First-incidents.csv'), 'utf8').trim().split('\n');
    const marked = [`${head},simulated`, ...rows.map((row) => `${row},true`)].join('\n');
    const simulated = join(folder, 'simulated');
    const boundary = join(folder, 'First-boundary.geojson');
    const run = oryn([
      'study',
      write(folder, 'marked.csv', marked),
      '--boundary',
      boundary,
      '--out',
      simulated,
    ]);
    expect(run.status, run.stderr).toBe(0);
    expect(codeOf(simulated)).toBe('compare.simulated');
    expect(codeOf(first, simulated)).toBe('compare.simulated');
    expect(codeOf(first, first)).toBe('compare.twice');
    expect(codeOf(first, study('Coarse', { seed: 33, perYear: years }, '--resolution', '8'))).toBe(
      'compare.unit',
    );
    expect(codeOf(first, join(folder, 'nowhere'))).toBe('bundle.not-found');
    expect(codeOf('--lang', 'kk')).toBe('compare.no-bundle');
  });

  it('refuses a bundle with a file that is cut or gone, and says which', () => {
    const damaged = join(folder, 'damaged');
    cpSync(second, damaged, { recursive: true });
    const manifest = readFileSync(join(damaged, 'manifest.json'));
    writeFileSync(join(damaged, 'manifest.json'), manifest.subarray(0, 500));
    expect(codeOf(first, damaged)).toBe('bundle.damaged');
    writeFileSync(join(damaged, 'manifest.json'), manifest);
    truncateSync(join(damaged, 'tally.parquet'), 200);
    const cut = oryn(['compare', first, damaged, '--lang', 'ru']);
    expect([cut.status, cut.stderr]).toEqual([1, expect.stringContaining('[bundle.damaged]')]);
    expect(cut.stderr).toContain(join(damaged, 'tally.parquet'));
    rmSync(join(damaged, 'tally.parquet'));
    expect(codeOf(first, damaged)).toBe('bundle.damaged');
  });

  it('says what to do where a bundle has no boundary or holds road accidents', () => {
    const incidents = join(folder, 'First-incidents.csv');
    const open = join(folder, 'open');
    expect(oryn(['study', incidents, '--out', open]).status).toBe(0);
    const run = oryn(['compare', open]);
    expect(run.stderr).toContain('[compare.boundary]');
    expect(run.stderr).toContain('--boundary');
    const [head, ...rows] = readFileSync(incidents, 'utf8').trim().split('\n');
    const accidents = write(
      folder,
      'accidents.csv',
      [
        head!.replace('crime_code', 'crash_type_code'),
        ...rows.map((row) => row.replace(/,\d{4},/, ',05,')),
      ].join('\n'),
    );
    const out = join(folder, 'accidents');
    const boundary = join(folder, 'First-boundary.geojson');
    expect(oryn(['study', accidents, '--boundary', boundary, '--out', out]).status).toBe(0);
    expect(codeOf(second, out)).toBe('compare.subjects');
    const alone = oryn(['compare', out, ...quick, '--out', join(folder, 'alone')]);
    expect(alone.stdout).toContain('These are road accidents, not crime.');
  });

  it.each([
    ['option.invalid', ['--by', 'street']],
    ['option.invalid', ['--permutations', '5']],
    ['option.invalid', ['--from', 'May']],
    ['compare.months', ['--from', '2020-01-15']],
    ['compare.no-incidents', ['--from', '2031-01-01']],
    ['file.missing', ['--population', 'nobody.csv']],
    ['out.format', ['--out', 'x.docx']],
  ])('refuses by code: %s %j', (code, args) => {
    expect(codeOf(first, ...args)).toBe(code);
  });
});
