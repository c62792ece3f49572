import type { Reference } from '@oryn/datasets';
import type { Language } from '@oryn/language';
import { referenceText } from './references.ts';
import { hasCyrillic, transliterated } from './transliterate.ts';

/**
 * A work as the list "References" has it, which databases read: by author and year, Cyrillic romanised by BGN/PCGN, the
 * English title in brackets after it where it is known.
 *
 * @param lang of the article: an official source is romanised from its name in this language
 */
export function romanisedReference(lang: Language, work: Reference): string {
  const { inLanguages, ...known } = work;
  const own = { ...known, ...inLanguages?.[lang] };
  const { authors, title, journal, publisher, place } = own;
  const english = inLanguages?.en.title;
  const isTranslated = hasCyrillic(title) && english !== undefined;
  return referenceText('en', {
    ...own,
    authors: authors.map(([family, initials]) => [transliterated(family), transliterated(initials)]),
    title: isTranslated
      ? `${transliterated(title)} [${english.replaceAll(/^\[|\]$/g, '')}]`
      : transliterated(title),
    ...(journal !== undefined && { journal: transliterated(journal) }),
    ...(publisher !== undefined && { publisher: transliterated(publisher) }),
    ...(place !== undefined && { place: transliterated(place) }),
  });
}
