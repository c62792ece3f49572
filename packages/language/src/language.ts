/** A language Oryn speaks: Kazakh, Russian or English. */
export type Language = 'kk' | 'ru' | 'en';

/** All languages in the order in which they are offered. */
export const languages: readonly Language[] = ['kk', 'ru', 'en'];

/** Whether a string names a language Oryn speaks. */
export function isLanguage(given: string): given is Language {
  return given === 'kk' || given === 'ru' || given === 'en';
}
