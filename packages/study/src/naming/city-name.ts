import { demoCities, findCity } from '@oryn/datasets';
import type { Language } from '@oryn/language';

/** The name of a city given by its id, its official code or a name in any language; one not known is left as given. */
export function cityNameText(lang: Language, given: string): string {
  const known = findCity(given) ?? demoCities.find(({ id }) => id === given);
  return known ? known.name[lang] : given;
}
