import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeBlocks, commandsOf, docPages, docRunner, onRealData, pageText } from './support/doc-commands.ts';
import { hasShared, sharedTable } from './support/shared.ts';

const { results, run } = docRunner();

function column(file: string, name: string): string[] {
  const [header, ...rows] = readFileSync(join(results, file), 'utf8').trim().split('\n');
  return rows.map((row) => row.split(',')[header.split(',').indexOf(name)]);
}

const resultOf = (file: string): { sentences: string[]; differences: { q: number }[] } =>
  JSON.parse(readFileSync(join(results, file), 'utf8')).result;

/** The quotation of a page, as one line. */
const quoted = (page: string): string =>
  [...pageText(page).matchAll(/^> (.*)$/gm)].map(([, line]) => line).join(' ');

const percents = (file: string, name: string, decimals: number): string[] =>
  column(file, name).map((share) => (share === '' ? '' : (100 * Number(share)).toFixed(decimals)));

// Minutes of real data: too long for every change, so it stands with the statistical tests.
it('the commands of the case studies work and give what the pages say', ({ skip }) => {
  skip(!hasShared, 'the folder "shared" is not beside the project');
  const commands = commandsOf(docPages.flatMap((page) => codeBlocks(page, 'sh')).filter(onRealData));
  expect(commands.length).toBeGreaterThan(7);
  for (const command of commands) run(command);

  // What the case studies say came out.
  const hot = (file: string): number =>
    column(file, 'gi_class').filter((name) => name === 'hot95' || name === 'hot99').length;
  expect(hot('memphis-exact.csv')).toBe(16);
  expect(hot('memphis-analytic.csv')).toBe(70);
  expect(hot('cincinnati-hot-segments.csv')).toBe(10);
  const [half] = JSON.parse(readFileSync(join(results, 'memphis-density.geojson'), 'utf8')).features;
  expect([half.properties.n, Math.round(half.properties.area_km2)]).toEqual([1125, 38]);
  expect(column('memphis-rates.csv', 'moran_class').filter((name) => name === 'none')).toHaveLength(773);
  expect(column('memphis/problem-places.csv', 'n')).toEqual(['69', '64', '28', '20']);
  const violent = 'cincinnati-violent/problem-places.csv';
  expect(column(violent, 'n')).toEqual(['830', '768', '660', '612', '409', '487']);
  expect(column(violent, 'held_out_n')).toEqual(['205', '160', '112', '113', '96', '82']);
  const heldOut = (bundle: string): number[] => {
    const manifest = JSON.parse(readFileSync(join(results, bundle, 'manifest.json'), 'utf8'));
    const { places, n, expected } = manifest.problemPlaces.evidence.holdOut;
    return [places, n, Math.round(expected)];
  };
  expect(heldOut('cincinnati-violent')).toEqual([8, 902, 883]);
  expect(heldOut('cincinnati-property')).toEqual([11, 2505, 2380]);
  expect(column('cincinnati-property/problem-places.csv', 'trend').sort().slice(4)).toEqual([
    'no-evidence',
    'rising',
    'rising',
  ]);

  // Cincinnati by segments: ids given, joined between intersections, by offence.
  expect(column('cincinnati-years.csv', 'incidents')).toEqual(['23267', '21687', '20066', '21823', '24914']);
  expect(column('cincinnati-years.csv', 'k_50')).toEqual(['453', '453', '443', '449', '475']);
  expect(percents('cincinnati-years.csv', 'expected_share_50', 1)).toEqual([
    '24.9',
    '23.9',
    '23.6',
    '24.0',
    '25.8',
  ]);
  expect(percents('cincinnati-years.csv', 'rarefied_share_50', 2)).toEqual([
    '3.51',
    '3.52',
    '3.46',
    '3.49',
    '3.66',
  ]);
  expect(resultOf('cincinnati-2023.json').sentences).toContain(
    quoted('docs/case-studies/cincinnati-segments.md'),
  );
  expect(percents('cincinnati-joined.csv', 'share_50', 2)).toEqual(['4.11', '4.10', '4.02', '4.05', '4.26']);
  expect(column('cincinnati-by-category.csv', 'k_50')).toEqual(['524', '383', '475']);
  expect(percents('cincinnati-by-category.csv', 'rarefied_share_50', 2)).toEqual(['3.02', '2.48', '3.71']);
  expect(percents('cincinnati-by-category.csv', 'difference_from_rest', 2)).toEqual([
    '0.81',
    '-1.15',
    '0.75',
  ]);

  // Vancouver in cells and beside Memphis.
  expect(resultOf('vancouver-2022.json').sentences).toContain(
    quoted('docs/case-studies/vancouver-concentration.md'),
  );
  expect(resultOf('vancouver-years.json').differences.map(({ q }) => q.toFixed(3))).toEqual([
    ...['0.076', '0.008', '0.048', '0.008'],
  ]);
  expect(percents('vancouver-scale.csv', 'share_50', 1)).toEqual([
    ...['7.7', '13.5', '10.0', '10.3', '6.3', '6.8', '6.3', '6.8'],
    ...['4.5', '4.3', '4.4', '4.4', '2.7', '2.6', '2.6', '2.7'],
  ]);
  const cities = column('comparison/table.csv', 'city').map((city, row) => ({
    city,
    offence: column('comparison/table.csv', 'offence')[row],
    year: column('comparison/table.csv', 'year')[row],
    shares: ['share_50', 'chance_50', 'share_50_common'].map(
      (name) => percents('comparison/table.csv', name, 2)[row],
    ),
  }));
  const pooled = cities.filter(({ offence, year }) => offence === 'all' && year === '');
  expect(pooled.map(({ city, shares }) => [city, ...shares])).toEqual([
    ['Vancouver', '5.83', '45.93', '3.84'],
    ['Vancouver', '6.29', '46.07', ''],
    ['Memphis', '4.31', '11.03', '4.31'],
    ['Memphis', '24.71', '24.26', ''],
  ]);
  expect(column('comparison/differences.csv', 'not_tested')).toEqual(['offences']);
});

it('Cincinnati counted again from the file, on the main segment of a block and spread over all that it fits', ({
  skip,
}) => {
  skip(!hasShared, 'the folder "shared" is not beside the project');
  const { date_time, segment_id, n_candidates } = sharedTable('data/cincinnati/incidents_2011_2024.csv.gz');
  const segments = 12_787;
  const halfOf = (counts: Iterable<number>): number => {
    const sorted = [...counts].sort((a, b) => b - a);
    const half = sorted.reduce((sum, n) => sum + n, 0) / 2;
    let places = 0;
    for (let held = 0; held < half - 1e-9; places++) held += sorted[places];
    return places;
  };
  const found = ['2019', '2020', '2021', '2022', '2023'].map((year) => {
    const main = new Map<string, number>();
    const spread = new Map<string, number>();
    date_time.forEach((time, i) => {
      const id = segment_id[i];
      if (!time.startsWith(year) || id === '') return;
      main.set(id, (main.get(id) ?? 0) + 1);
      const fits = Number(n_candidates[i]);
      for (let nth = 1; nth <= fits; nth++) {
        const key = `${id}/${nth}`;
        spread.set(key, (spread.get(key) ?? 0) + 1 / fits);
      }
    });
    return [halfOf(main.values()), ((100 * halfOf(spread.values())) / segments).toFixed(2)];
  });
  expect(found).toEqual([
    [453, '6.44'],
    [453, '6.39'],
    [443, '6.35'],
    [449, '6.48'],
    [475, '6.76'],
  ]);
});
