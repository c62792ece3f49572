import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { inventedRows } from '../../../../test/support/invented-rows.ts';
import { measureAsync } from '../../../../test/support/measure.ts';
import { memoryFile } from '../source/source-file.ts';
import { readIncidents } from './read-incidents.ts';

const ROWS = 1_000_000;

it('1 M rows of the official form: beside the CSV library alone', async () => {
  const text = [...inventedRows(ROWS, 1)].join('');
  const file = memoryFile('rows.csv', new TextEncoder().encode(text));
  const alone = await measureAsync('papaparse alone, rows visited, text in memory', 3, async () => {
    let rows = 0;
    Papa.parse(text, { step: () => rows++ });
    return rows;
  });
  const read = await measureAsync('readIncidents, 1 M rows', 3, () => readIncidents([file]));
  process.stdout.write(`ratio to the library alone: ${(read.median / alone.median).toFixed(2)}\n`);
  // Measured 7.8; more than this is a gross step back, not noise of a shared machine.
  expect(read.median / alone.median).toBeLessThan(10);
});
