import { expect } from 'vitest';
import { layerFields, SECRET } from './arcgis-server.ts';
import type { Row } from './arcgis-where.ts';

export const period = { from: '2019-01-01', to: '2019-04-30' };
export const keptFields = layerFields.filter(
  (name) => !['objectid', 'ud', 'tz1id', 'globalid', 'fz1r18p5', 'fz1r18p6'].includes(name),
);

/** Records of the period in the order of months and numbers, found without the code under test. */
export function expectedRows(rows: readonly Row[]): Row[] {
  const within = rows.filter(
    ({ dat_sover }) =>
      dat_sover !== null &&
      Number(dat_sover) >= Date.UTC(2019, 0, 1) &&
      Number(dat_sover) < Date.UTC(2019, 4, 1),
  );
  const month = (row: Row): number => new Date(Number(row.dat_sover)).getUTCMonth();
  return within.sort((a, b) => month(a) - month(b) || Number(a.objectid) - Number(b.objectid));
}

/** Rows of RFC 4180. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** A spreadsheet's apostrophe before what would be a formula. */
const shown = (value: string | number | null): string =>
  typeof value === 'string' && /^[=+]/.test(value) ? `'${value}` : String(value ?? '');

/** The text is exactly the records of the period as CSV, and no number of a case or record is in it. */
export function expectWhole(text: string, rows: readonly Row[]): void {
  const data = csvRows(text);
  const fields = ['lon', 'lat', ...keptFields];
  expect(data[0]).toEqual(fields);
  expect(data.slice(1)).toEqual(expectedRows(rows).map((row) => fields.map((name) => shown(row[name]))));
  expect(text).not.toMatch(SECRET);
}
