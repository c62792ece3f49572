import { demoCities, findCity } from '@oryn/datasets';
import { givenText, type Language } from '@oryn/language';

/**
 * The name of a city given by its id, its official code or a name in any language; one not known is left as given, in
 * the language asked for where it was given in each.
 */
export function cityNameText(lang: Language, named: string | Readonly<Record<Language, string>>): string {
  const given = typeof named === 'string' ? named : named[lang];
  const known = findCity(given) ?? demoCities.find(({ id }) => id === given);
  return known ? known.name[lang] : givenText(given);
}
