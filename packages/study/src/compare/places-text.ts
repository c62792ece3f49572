import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { Comparison } from './compare-cities.ts';
import { quantity } from './comparison-words.ts';

/** "The same share" is not "the same places": the first and the last year, and all years together. */
export function samePlacesSentences(lang: Language, { cities, reports }: Comparison): string[] {
  return cities.flatMap((city, position) => {
    const { stability } = reports[position];
    const firstLast = stability?.pairs[0];
    if (!stability || !firstLast) return [];
    const name = city.name[lang];
    const { from, to, sets, pointPattern } = firstLast;
    const { inSet, years } = stability.persistence;
    const always = inSet[inSet.length - 1];
    return [
      [
        text(lang, 'compare.samePlaces', {
          city: name,
          from: String(from),
          to: String(to),
          a: formatInteger(lang, sets.placesA),
          count: sets.placesA,
          b: formatInteger(lang, sets.placesB),
          both: formatInteger(lang, sets.both),
          jaccard: formatPercent(lang, sets.jaccard),
          chance: formatPercent(lang, sets.jaccardByChance),
        }),
        text(lang, 'compare.persistence', {
          city: name,
          years: formatInteger(lang, years),
          observed: formatInteger(lang, always.observed),
          expected: expectedText(lang, always.expected),
        }),
        text(lang, 'compare.robustS', { s: formatNumber(lang, pointPattern.robustS, { decimals: 2 }) }),
      ].join(' '),
    ];
  });
}

/** Under a hundredth of a place there is nothing to read but that there would be none. */
function expectedText(lang: Language, places: number): string {
  return places < 0.01 ? `<\u00a0${quantity(lang, 0.01)}` : quantity(lang, places);
}

/** How much of the choice of places is owed to equal reporting everywhere. */
export function sensitivitySentences(lang: Language, { cities, sensitivity }: Comparison): string[] {
  const sentences = sensitivity.map(({ city, districts, found }) => {
    const { shareOfPlaces } = found;
    return text(lang, 'compare.sensitivity', {
      city: cities[city].name[lang],
      districts: formatInteger(lang, found.districts - (districts.outside > 0 ? 1 : 0)),
      outside: districts.outside > 0 ? 'yes' : 'no',
      kind: districts.kind,
      resolution: String(districts.resolution ?? ''),
      low: formatPercent(lang, found.low),
      high: formatPercent(lang, found.high),
      stable: formatInteger(lang, found.stable),
      set: formatInteger(lang, found.set),
      shareLow: formatPercent(lang, shareOfPlaces.low),
      shareHigh: formatPercent(lang, shareOfPlaces.high),
      observed: formatPercent(lang, shareOfPlaces.observed),
    });
  });
  return sentences.length > 0 ? [[...sentences, text(lang, 'compare.sensitivityNote')].join(' ')] : [];
}
