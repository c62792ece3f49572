import type { Language } from '../language.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { pseudoCatalogue } from './pseudo.ts';
import { ru } from './ru/index.ts';

type English = typeof en;

/** All texts of one language; the English catalogue decides which sections and keys exist. */
export type Catalogue = { readonly [S in keyof English]: Readonly<Record<keyof English[S], string>> };

/** The name of a section of the catalogue. */
export type Section = keyof English;

/** The name of a text, `section.key`. */
export type TextKey = { [S in Section]: `${S}.${keyof English[S] & string}` }[Section];

/** The texts of every language. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { kk, ru, en };

/** What is looked up: the catalogues, unless `speakPseudo` was called. */
const spoken: Record<Language, Catalogue> = { ...catalogues };

/**
 * From now on English texts are said in a pseudo-language, to see which words of a page come from no catalogue and what
 * longer words do to it. For those who build and translate; there is no way back but to load the page anew.
 */
export function speakPseudo(): void {
  spoken.en = pseudoCatalogue(catalogues.en);
}

/** The raw message of a key, before its values are filled in; undefined when there is none. */
export function messageOf(lang: Language, key: string): string | undefined {
  const dot = key.indexOf('.');
  const section: Readonly<Record<string, string>> | undefined = sectionsOf(lang)[key.slice(0, dot)];
  const name = key.slice(dot + 1);
  return section !== undefined && Object.hasOwn(section, name) ? section[name] : undefined;
}

/** The sections of a language, addressed by plain strings. */
export function sectionsOf(lang: Language): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return spoken[lang];
}
