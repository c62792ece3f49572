import { groupOfLabel } from '@oryn/ingest';
import { type Language, text } from '@oryn/language';
import type { Study } from '../definition/schema.ts';
import type { Choice } from '../evaluate/choice.ts';
import { categoryName } from '../quality/words.ts';

/** Whether a category is a bare number, as registers of road accidents have them, and no word of anybody. */
export const isBareCode = (label: string): boolean => /^\d{1,4}$/.test(groupOfLabel(label));

/** A category on a sheet; a bare number is called a code. */
export function sheetCategoryName(lang: Language, label: string): string {
  return isBareCode(label)
    ? text(lang, 'statements.code', { code: groupOfLabel(label) })
    : categoryName(lang, label);
}

/** The column that holds the categories, as it was named or recognised; undefined where the files differ in it. */
export function categoryColumn({
  study,
  choices,
}: {
  study: Pick<Study, 'columns'>;
  choices: readonly Choice[];
}): string | undefined {
  if (study.columns?.category !== undefined) return study.columns.category;
  const mappings = choices.filter(({ name }) => name === 'columns').map(({ value }) => String(value));
  const columns = new Set(mappings.map((mapping) => /(?:^|,)category=([^,]+)/.exec(mapping)?.[1]));
  return columns.size === 1 ? [...columns][0] : undefined;
}
