import { sha256Of } from '@oryn/ingest';
import { languages } from '@oryn/language';
import type { BundleFile } from '../bundle/bundle.ts';
import { type Column, csvOf } from '../bundle/column.ts';
import { groupsGeoJson } from '../bundle/geojson.ts';
import type { HashedFile } from '../bundle/manifest.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { htmlDocument } from '../documents/html-document.ts';
import { ORYN_VERSION } from '../version.ts';
import { publicMap } from './public-map.ts';
import { publicPage } from './public-page.ts';
import { LEAST_IN_COLUMN, type PublicTable, publicTotals } from './public-table.ts';
import { BASE } from './random-rounding.ts';

/** The file that lists the others of a public table, and the mark in it. */
export const PUBLIC_LIST = { list: 'public-table.json', format: 'oryn-public' } as const;

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

/** The table of numbers above 0: one row per place, period and group; what has no row is 0. */
export function publicCsv(table: PublicTable): string {
  const rows = table.ids.flatMap((id, i) =>
    table.columns.flatMap(({ group, period, n }) =>
      n[i] > 0 ? [{ id, i, group: group.name, period: period.name, n: n[i] }] : [],
    ),
  );
  const columns: Column[] = [
    { name: 'place', values: rows.map(({ id }) => id) },
    { name: 'lon', values: rows.map(({ i }) => table.lon[i]) },
    { name: 'lat', values: rows.map(({ i }) => table.lat[i]) },
    { name: 'period', values: rows.map(({ period }) => period) },
    { name: 'offences', values: rows.map(({ group }) => group) },
    { name: 'n_rounded', values: rows.map(({ n }) => n), integer: true },
    ...(table.simulated ? [{ name: 'simulated', values: rows.map(() => 'true') }] : []),
  ];
  return csvOf(columns);
}

/** What the register knows a table by. */
export function publicHash(table: PublicTable): string {
  return sha256Of(utf8(publicCsv(table)));
}

/** The files that may be given to anybody, the list of them last. The same table gives the same bytes. */
export function publicFiles(bundle: OpenBundle, table: PublicTable): BundleFile[] {
  const columns: Column[] = [
    { name: 'place', values: table.ids },
    ...table.columns.map(({ group, period, n }) => ({
      name: `${group.name} ${period.name}`,
      values: n,
      integer: true,
    })),
    { name: 'total', values: publicTotals(table), integer: true },
  ];
  const cells = groupsGeoJson(
    table.ids.map((id) => [id]),
    columns,
    table.simulated,
  );
  const files = [
    { path: 'public-table.csv', bytes: utf8(publicCsv(table)) },
    { path: 'public-table.geojson', bytes: utf8(`${JSON.stringify(cells)}\n`) },
    ...languages.map((lang) => ({
      path: `public-table.${lang}.html`,
      bytes: utf8(
        htmlDocument(publicPage(bundle, table, lang), new Map([['map', publicMap(bundle, table, lang)]])),
      ),
    })),
  ];
  const listed = files.map(
    ({ path, bytes }): HashedFile => ({ path, bytes: bytes.length, sha256: sha256Of(bytes) }),
  );
  return [...files, { path: PUBLIC_LIST.list, bytes: utf8(`${listText(table, listed)}\n`) }];
}

function listText({ declaration, simulated }: PublicTable, files: readonly HashedFile[]): string {
  const document = {
    format: PUBLIC_LIST.format,
    formatVersion: 1,
    version: ORYN_VERSION,
    simulated,
    declaration,
    rule: {
      rounding: 'unbiased-random',
      base: BASE,
      totals: 'sums-of-rounded',
      leastInColumn: LEAST_IN_COLUMN,
    },
    files,
  };
  return JSON.stringify(document, null, 1);
}
