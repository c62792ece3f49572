import { binToCells, OrynError } from '@oryn/core';
import { cellToLatLng } from 'h3-js';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import type { PublicDeclaration, PublicGroup, PublicPeriod } from './declaration.ts';
import { drawOf, recordKeys, roundAtRandom } from './random-rounding.ts';

/** Beside a total that is known from elsewhere, fewer than these would tell single places. */
export const LEAST_IN_COLUMN = 50;

/** One offence group in one period. */
interface PublicColumn {
  group: PublicGroup;
  period: PublicPeriod;
  /** Rounded count of each place. */
  n: Uint32Array;
}

/** The one table of a study that may leave the building: nothing in it was not rounded. */
export interface PublicTable {
  declaration: PublicDeclaration;
  simulated: boolean;
  /** H3 cells with a number above 0 in any column, ascending; which they are follows from the rounded numbers alone. */
  ids: string[];
  /** Middle of each cell, degrees to five decimals. */
  lon: Float64Array;
  lat: Float64Array;
  columns: PublicColumn[];
}

/** What became of the incidents of the bundle: true counts, for the owner's eyes and in no file. */
export interface PublicAccount {
  counted: number;
  /** Of offences that were not declared, or are kept apart. */
  otherOffences: number;
  undated: number;
  otherYears: number;
  /** In cells where no incident was thought possible: few people live there. */
  outsideMask: number;
}

/**
 * Count, round and forget: the public table of a bundle. Sums of it are sums of rounded numbers, never rounded sums, so
 * that a parent and its children, or a total and its parts, say nothing together that the parts do not.
 *
 * @param secret of the owner, 32 hexadecimal digits
 * @throws OrynError public.too-few
 */
export function publicTable(
  bundle: OpenBundle,
  declaration: PublicDeclaration,
  secret: string,
): { table: PublicTable; account: PublicAccount } {
  const { incidents, manifest } = bundle;
  const { cells, cellOf } = binToCells(incidents.lon, incidents.lat, declaration.resolution);
  const { columnOf, account } = columnsOfIncidents(bundle, declaration, cells, cellOf);
  const keys = recordKeys(incidents, secret);
  const columns = declaration.groups.flatMap((group) =>
    declaration.periods.map((period) => ({ group, period })),
  );
  const n = columns.map(() => new Uint32Array(cells.length));
  const sumOfKeys = columns.map(() => new Uint32Array(cells.length));
  for (let i = 0; i < incidents.count; i++) {
    if (columnOf[i] < 0) continue;
    n[columnOf[i]][cellOf[i]]++;
    // Sums of unsigned words turn over, as they must.
    sumOfKeys[columnOf[i]][cellOf[i]] += keys[i];
  }
  columns.forEach(({ group, period }, c) => {
    if (n[c].reduce((sum, count) => sum + count, 0) >= LEAST_IN_COLUMN) return;
    throw new OrynError('public.too-few', {
      category: group.name,
      period: period.name,
      least: LEAST_IN_COLUMN,
    });
  });
  const rounded = n.map((counts, c) =>
    counts.map((count, cell) => roundAtRandom(count, drawOf(sumOfKeys[c][cell]))),
  );
  const listed = [...cells.keys()].filter((cell) => rounded.some((counts) => counts[cell] > 0));
  const ids = listed.map((cell) => cells[cell]);
  const middles = ids.map(cellToLatLng);
  return {
    table: {
      declaration,
      simulated: manifest.simulated,
      ids,
      lon: Float64Array.from(middles, ([, lon]) => Number(lon.toFixed(5))),
      lat: Float64Array.from(middles, ([lat]) => Number(lat.toFixed(5))),
      columns: columns.map((column, c) => ({
        ...column,
        n: Uint32Array.from(listed, (cell) => rounded[c][cell]),
      })),
    },
    account,
  };
}

/** The column of every incident, -1 for one in none. */
function columnsOfIncidents(
  { incidents, points, places, inMask }: OpenBundle,
  { groups, periods, resolution }: PublicDeclaration,
  cells: readonly string[],
  cellOf: Uint32Array,
): { columnOf: Int32Array; account: PublicAccount } {
  const possible = inMask && possibleCells(places, inMask, resolution);
  const groupOf = incidents.category.labels.map((label) =>
    groups.findIndex(({ categories }) => categories.includes(label)),
  );
  const account = { counted: 0, otherOffences: 0, undated: 0, otherYears: 0, outsideMask: 0 };
  const columnOf = new Int32Array(incidents.count).fill(-1);
  for (let i = 0; i < incidents.count; i++) {
    const group = groupOf[incidents.category.codes[i]];
    const year = Math.floor(points.month[i] / 12);
    const period = periods.findIndex(({ from, to }) => year >= from && year <= to);
    if (group < 0) account.otherOffences++;
    else if (points.month[i] < 0) account.undated++;
    else if (period < 0) account.otherYears++;
    else if (possible && !possible.has(cells[cellOf[i]])) account.outsideMask++;
    else {
      account.counted++;
      columnOf[i] = group * periods.length + period;
    }
  }
  return { columnOf, account };
}

/** Public cells with at least one place where an incident is possible. */
function possibleCells(
  { lon, lat }: OpenBundle['places'],
  inMask: Uint8Array,
  resolution: number,
): ReadonlySet<string> {
  const isPossible = (_: number, place: number): boolean => inMask[place] === 1;
  return new Set(binToCells(lon.filter(isPossible), lat.filter(isPossible), resolution).cells);
}

/** Rounded counts of each place over all columns, or over those of one group. */
export function publicTotals({ ids, columns }: PublicTable, group?: PublicGroup): Uint32Array {
  const totals = new Uint32Array(ids.length);
  for (const column of columns) {
    if (group && column.group !== group) continue;
    for (let i = 0; i < totals.length; i++) totals[i] += column.n[i];
  }
  return totals;
}
