import { catalogues, errorText, type Language, type TextKey, type TextValues, text } from '@oryn/language';
import type { Failure } from '../worker/types.ts';

const isSaidInstead = (key: string): boolean => Object.hasOwn(catalogues.en.instead, key);

/** The text of a key as the page says it: where the sentence names an option of the command line, by its own field. */
export function pageText(lang: Language, key: TextKey, values?: TextValues): string {
  return text(lang, isSaidInstead(key) ? (`instead.${key}` as TextKey) : key, values);
}

/** The sentence of an error as the page says it. */
export function pageErrorText(lang: Language, { code, parameters }: Failure): string {
  return errorText(lang, { code, parameters }, isSaidInstead(`errors.${code}`) ? 'instead.errors' : 'errors');
}
