import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeBlocks, commandsOf, docPages, docRunner, onRealData } from './support/doc-commands.ts';
import { hasShared } from './support/shared.ts';

const { results, run } = docRunner();

function column(file: string, name: string): string[] {
  const [header, ...rows] = readFileSync(join(results, file), 'utf8').trim().split('\n');
  return rows.map((row) => row.split(',')[header.split(',').indexOf(name)]);
}

// A minute of real data: too long for every change, so it stands with the statistical tests.
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
  expect(column('memphis-rates.csv', 'moran_class').filter((name) => name === 'none')).toHaveLength(773);
  expect(column('memphis/problem-places.csv', 'n')).toEqual(['69', '64', '28', '20']);
  const violent = 'cincinnati-violent/problem-places.csv';
  expect(column(violent, 'n')).toEqual(['830', '768', '660', '612', '409', '487']);
  expect(column(violent, 'held_out_n')).toEqual(['205', '160', '112', '113', '96', '82']);
  expect(column('cincinnati-property/problem-places.csv', 'trend').sort().slice(4)).toEqual([
    'no-evidence',
    'rising',
    'rising',
  ]);
});
