import { OrynError } from '@oryn/core';
import { type CategoryRows, categoryKey } from './category-table.ts';

/** By what the rows of a table of weights are named; `article` as `188/3` or, for all its parts, `188`. */
export type WeightKey = 'category' | 'article' | 'iccs' | 'gravity';

/** What one incident weighs, by its category, article, ICCS section or gravity. */
export interface WeightTable {
  readonly by: WeightKey;
  /** From 0 to `MOST_WEIGHT`, by the key as `weightKey` writes it. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Nothing measured weighs more, and sums of more weights than there are incidents anywhere stay in range. */
const MOST_WEIGHT = 1e12;

export function isWeight(weight: number): boolean {
  return weight >= 0 && weight <= MOST_WEIGHT;
}

const KEYS: readonly WeightKey[] = ['category', 'article', 'iccs', 'gravity'];

/** `ст. 188 ч. 3`, `188 / 3` and `188/3` are one article; other texts differ as categories do. */
export function weightKey(by: WeightKey, text: string): string {
  if (by !== 'article') return categoryKey(text);
  const [article = '', part] = text.match(/\d+(?:-\d+)?/g) ?? [];
  return part === undefined ? article : `${article}/${part}`;
}

/**
 * A user's own table of weights (median sentences, a survey, experts): one column named `category`, `article`,
 * `iccs` or `gravity`, and one named `weight`. What an incident of a category not in the table weighs is not
 * known: it is counted apart and never taken as zero.
 *
 * @throws OrynError weights.columns, weights.invalid, weights.repeated
 */
export function parseWeightTable({ file, columns, rows }: CategoryRows): WeightTable {
  const names = columns.map((name) => name.trim().toLowerCase());
  const by = KEYS.find((key) => names.includes(key));
  const weightColumn = names.indexOf('weight');
  if (!by || weightColumn < 0) {
    throw new OrynError('weights.columns', { file, columns: columns.join(', ') });
  }
  const keyColumn = names.indexOf(by);
  const weights = new Map<string, number>();
  for (const { values, row } of rows) {
    if (values.every((value) => value.trim() === '')) continue;
    const given = (values[weightColumn] ?? '').trim();
    const weight = given === '' ? Number.NaN : Number(given.replace(',', '.'));
    if (!isWeight(weight)) throw new OrynError('weights.invalid', { file, row, given });
    const name = (values[keyColumn] ?? '').trim();
    const key = weightKey(by, name);
    if (weights.has(key)) throw new OrynError('weights.repeated', { file, row, name });
    weights.set(key, weight);
  }
  return { by, weights };
}
