import { IntlMessageFormat } from 'intl-messageformat';
import { messageOf, type TextKey } from './catalogue/catalogues.ts';
import type { Language } from './language.ts';

/**
 * What a message is filled with. Numbers meant to be read are given as text, already formatted; a raw
 * number goes only into `count`, which chooses the plural form.
 */
export type TextValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * The text of a key in a language, with its placeholders filled in.
 *
 * @example
 * text('en', 'terms.hot_place'); // 'hot spot'
 * @throws Error when the key is unknown or a placeholder has no value
 */
export function text(lang: Language, key: TextKey, values?: TextValues): string {
  const message = messageOf(lang, key);
  if (message === undefined) throw new Error(`no text "${key}" in the ${lang} catalogue`);
  // A text without placeholders needs no parser: this is the common case in the viewer.
  return message.includes('{') ? fill(lang, message, values) : message;
}

/** Fills a raw message in a language. */
export function fill(lang: Language, message: string, values: TextValues = {}): string {
  const cacheKey = `${lang}:${message}`;
  let format = compiled.get(cacheKey);
  if (format === undefined) {
    format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true });
    compiled.set(cacheKey, format);
  }
  return String(format.format(values));
}
