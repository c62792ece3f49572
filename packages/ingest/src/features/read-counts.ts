import { OrynError } from '@oryn/core';
import { openTable } from '../formats/open-table.ts';
import type { SourceFile } from '../source/source-file.ts';

/** Counts per place as a table has them; one entry per row throughout. */
export interface CountsTable {
  readonly file: string;
  readonly n: Float64Array;
  /** From columns `n_<year>`, ascending; empty without them. */
  readonly years: readonly { readonly year: number; readonly n: Float64Array }[];
  /** Who or what could be a victim; undefined without the column `exposure`. */
  readonly exposure: Float64Array | undefined;
  /** The larger place each belongs to; undefined without the column `parent`. Blank is a parent like any other. */
  readonly parents: { readonly of: Int32Array; readonly names: readonly string[] } | undefined;
}

/**
 * Counts per place from a table with the columns `place` and `n`, and perhaps `n_<year>`, `exposure` and `parent`.
 * Years need not add up to `n`, since the date of an incident may be unknown, but they never exceed it.
 *
 * @throws OrynError counts.columns, counts.invalid, counts.exposure, counts.no-exposure, counts.no-place, counts.too-many, counts.twice, counts.years, file.*
 */
export async function readCounts(file: SourceFile): Promise<CountsTable> {
  const table = await openTable(file);
  const columns = table.columns.map((name) => name.trim().toLowerCase());
  const at = (name: string): number => columns.indexOf(name);
  const [place, n, exposure, parent] = [at('place'), at('n'), at('exposure'), at('parent')];
  if (n < 0 || place < 0) {
    throw new OrynError('counts.columns', { file: file.name, columns: table.columns.join(', ') });
  }
  const years = columns
    .flatMap((name, column) => (/^n_\d{4}$/.test(name) ? [{ year: Number(name.slice(2)), column }] : []))
    .sort((a, b) => a.year - b.year);
  const counts: number[] = [];
  const yearly: number[][] = years.map(() => []);
  const exposures: number[] = [];
  const parents: number[] = [];
  const numberOfParent = new Map<string, number>();
  const places = new Set<string>();
  let total = 0;
  await table.visit((values, row) => {
    const text = (column: number): string => (values[column] ?? '').trim();
    const countAt = (column: number): number => {
      const given = text(column);
      if (!/^\d+$/.test(given)) throw new OrynError('counts.invalid', { file: file.name, row, given });
      if (Number(given) > MOST_INCIDENTS) throw tooMany(file, row);
      return Number(given);
    };
    const exposureAt = (column: number): number => {
      const given = text(column);
      if (!(numberOf(given) >= 0 && numberOf(given) <= MOST_EXPOSURE))
        throw new OrynError('counts.exposure', { file: file.name, row, given });
      return numberOf(given);
    };
    const count = countAt(n);
    total += count;
    if (total > MOST_INCIDENTS) throw tooMany(file, row);
    const id = text(place);
    if (id === '') throw new OrynError('counts.no-place', { file: file.name, row });
    if (places.has(id)) throw new OrynError('counts.twice', { file: file.name, row, place: id });
    places.add(id);
    counts.push(count);
    let dated = 0;
    years.forEach(({ column }, i) => {
      yearly[i].push(countAt(column));
      dated += yearly[i][yearly[i].length - 1];
    });
    if (dated > count)
      throw new OrynError('counts.years', { file: file.name, row, total: count, sum: dated });
    if (exposure >= 0) exposures.push(exposureAt(exposure));
    if (parent >= 0) {
      const name = text(parent);
      if (!numberOfParent.has(name)) numberOfParent.set(name, numberOfParent.size);
      parents.push(numberOfParent.get(name)!);
    }
  });
  if (exposure >= 0 && !exposures.some((value) => value > 0)) {
    throw new OrynError('counts.no-exposure', { file: file.name, places: exposures.length });
  }
  return {
    file: file.name,
    n: Float64Array.from(counts),
    years: years.map(({ year }, i) => ({ year, n: Float64Array.from(yearly[i]) })),
    exposure: exposure < 0 ? undefined : Float64Array.from(exposures),
    parents: parent < 0 ? undefined : { of: Int32Array.from(parents), names: [...numberOfParent.keys()] },
  };
}

/** Every incident of a table is thrown again and again: more would not fit into memory. */
const MOST_INCIDENTS = 20_000_000;
/** Sums of exposures stay exact and finite. */
const MOST_EXPOSURE = 1e15;

function tooMany(file: SourceFile, row: number): OrynError {
  return new OrynError('counts.too-many', { file: file.name, row, limit: MOST_INCIDENTS });
}
/** NaN for a blank cell and for what is no finite number. */
function numberOf(given: string): number {
  const value = given === '' ? Number.NaN : Number(given);
  return Number.isFinite(value) ? value : Number.NaN;
}
