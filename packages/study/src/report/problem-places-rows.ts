import { formatInteger, formatNumber, formatP, type Language, text } from '@oryn/language';
import type { Findings } from '../evaluate/evaluate.ts';
import { placeNameText } from '../naming/place-name-text.ts';

/** Headings of the short table of problem places. */
export function problemPlacesHead(lang: Language): string[] {
  const keys = [
    'viewer.problemPlaces',
    'cli.heading.incidents',
    'cli.heading.expected',
    'cli.heading.perYear',
    'cli.heading.q',
    'cli.heading.area',
  ] as const;
  return keys.map((key) => text(lang, key));
}

/** Rank and streets, incidents, expectation and km² of the first problem places, for eyes. */
export function problemPlacesRows(
  { problemPlaces, names }: Pick<Findings, 'problemPlaces' | 'names'>,
  lang: Language,
  most: number,
): string[][] {
  return problemPlaces
    .slice(0, most)
    .map((place, i) => [
      `${place.rank}. ${placeNameText(lang, names[i])}`,
      formatInteger(lang, place.n),
      formatNumber(lang, place.expected, { significant: 2 }),
      formatNumber(lang, place.perYear, { significant: 2 }),
      formatP(lang, place.q),
      formatNumber(lang, place.areaKm2, { significant: 2 }),
    ]);
}
