import { OrynError } from '@oryn/core';
import type { OffenceLayer } from '@oryn/datasets';

/** What a user says a category of the data is. */
export interface CategoryRow {
  readonly category: string;
  readonly group: string;
  readonly layer: OffenceLayer;
  readonly gravity?: Gravity;
  readonly iccs?: string;
  /** Names of the group; absent where the table gives none. */
  readonly name: { readonly kk?: string; readonly ru?: string; readonly en?: string };
}

/** `0` misdemeanour, `1` minor to `4` especially grave. */
export type Gravity = '0' | '1' | '2' | '3' | '4';

/** Rows by category, as `categoryKey` writes it. */
export type CategoryTable = ReadonlyMap<string, CategoryRow>;

/** A table as text: values in the order of the columns, `row` as a person finds it in the file. */
export interface CategoryRows {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<{ readonly values: readonly string[]; readonly row: number }>;
}

const LAYERS: readonly OffenceLayer[] = ['place', 'police-detected', 'placeless', 'restricted'];
const REQUIRED = ['category', 'group', 'layer'] as const;

/** Categories that differ in case, spaces or the letter ё are one. */
export function categoryKey(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е');
}

/**
 * Reads a user's own table of categories: `category`, `group`, `layer` (place, police-detected, placeless or
 * restricted) and, if wanted, `gravity` (0-4), `iccs`, `name_kk`, `name_ru`, `name_en`. Other columns and
 * empty rows are passed over.
 *
 * @throws OrynError categories.columns, categories.empty-cell, categories.layer, categories.gravity,
 *   categories.iccs, categories.repeated
 */
export function parseCategoryTable({ file, columns, rows }: CategoryRows): CategoryTable {
  const positions = new Map(columns.map((name, position) => [name.trim().toLowerCase(), position]));
  for (const name of REQUIRED) {
    if (!positions.has(name)) {
      throw new OrynError('categories.columns', { file, missing: name, columns: columns.join(', ') });
    }
  }
  const table = new Map<string, CategoryRow>();
  const firstRow = new Map<string, number>();
  for (const { values, row } of rows) {
    const cell = (name: string): string => values[positions.get(name) ?? -1]?.trim() ?? '';
    if (values.every((value) => value.trim() === '')) continue;
    for (const name of REQUIRED) {
      if (cell(name) === '') throw new OrynError('categories.empty-cell', { file, row, name });
    }
    const layer = LAYERS.find((known) => known === cell('layer').toLowerCase());
    if (!layer) {
      throw new OrynError('categories.layer', { file, row, given: cell('layer'), known: LAYERS.join(', ') });
    }
    const gravity = cell('gravity');
    if (!/^[0-4]?$/.test(gravity)) throw new OrynError('categories.gravity', { file, row, given: gravity });
    const iccs = cell('iccs');
    if (!/^(?:\d{2,6})?$/.test(iccs)) {
      throw new OrynError('categories.iccs', { file, row, given: iccs });
    }
    const key = categoryKey(cell('category'));
    const first = firstRow.get(key);
    if (first !== undefined) {
      throw new OrynError('categories.repeated', { file, row, given: cell('category'), first });
    }
    firstRow.set(key, row);
    const names = (['kk', 'ru', 'en'] as const).map((lang) => [lang, cell(`name_${lang}`)] as const);
    table.set(key, {
      category: cell('category'),
      group: cell('group'),
      layer,
      ...(gravity !== '' && { gravity: gravity as Gravity }),
      ...(iccs !== '' && { iccs }),
      name: Object.fromEntries(names.filter(([, name]) => name !== '')),
    });
  }
  return table;
}
