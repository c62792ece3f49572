import { formatInteger, formatPercent, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { openCity } from '../../../../test/support/open-city.ts';
import { type CompareOptions, compareCities } from './compare-cities.ts';
import { resultsText } from './results-text.ts';

const options: CompareOptions = { by: 'both', draws: 199, seed: 1 };
const almaty = await openCity(
  {
    seed: 21,
    perYear: { 2019: 900, 2021: 800, 2022: 700, 2023: 400 },
    months: { 2023: 6 },
    corner: [76.88, 43.2],
  },
  { city: 'almaty', possible: 'streets.geojson', context: ['districts.geojson'] },
);
const astana = await openCity(
  {
    seed: 22,
    perYear: { 2019: 1200, 2020: 1000, 2021: 1100, 2022: 900 },
    corner: [71.4, 51.1],
    busyOfThree: 0,
  },
  { title: 'Астана', possible: 'streets.geojson' },
);
const bundles = [
  { folder: 'almaty', bundle: almaty },
  { folder: 'astana', bundle: astana },
];
const found = compareCities(bundles, options);
const texts = Object.fromEntries(languages.map((lang) => [lang, resultsText(lang, found)]));

/** Sections by their order; the headings are of the language. */
function sectionsOf(text: string): string[] {
  return text.split(/^## .*$/m).slice(1);
}

/** Numbers as values, ascending, whatever the language writes between their digits; those of names such as H3 left out. */
function numbersIn(text: string, lang: string): number[] {
  const grouped = lang === 'en' ? /(\d),(?=\d{3}(?!\d))/g : /(\d)\u202f(?=\d{3})/g;
  const plain = text
    // Sentences on breaks are quotations, with the numbers of articles.
    .replace(/^- .*$/gm, '')
    .replaceAll('100 000', '100000')
    .replace(grouped, '$1')
    .replace(grouped, '$1');
  const decimal = lang === 'en' ? '[.]' : ',';
  const pattern = new RegExp(`(?<![\\p{L}\\d])\\d+(?:${decimal}\\d+)?`, 'gu');
  return [...plain.matchAll(pattern)]
    .map(([digits]) => Number(digits.replace(',', '.')))
    .sort((a, b) => a - b);
}

const [MEASURED, , EQUAL, CHANGE, PLACES, SENSITIVITY, RATES] = [0, 1, 2, 3, 4, 5, 6];

describe('the results in words', () => {
  it.each(languages)('are whole sentences in %s, every section there', (lang) => {
    expect(sectionsOf(texts[lang])).toHaveLength(9);
    expect(texts[lang]).not.toMatch(/NaN|undefined|Infinity|\{|\}| {2}|–\)/);
    for (const name of found.cities.map((city) => city.name[lang])) expect(texts[lang]).toContain(name);
  });

  it('say the same numbers in every language', () => {
    for (const section of [MEASURED, EQUAL, CHANGE, PLACES, SENSITIVITY, RATES]) {
      const english = numbersIn(sectionsOf(texts.en)[section], 'en');
      expect(english.length).toBeGreaterThan(3);
      for (const lang of ['ru', 'kk']) {
        expect(numbersIn(sectionsOf(texts[lang])[section], lang), `${lang}, ${section}`).toEqual(english);
      }
    }
  });

  it.each(languages)('carry the values of the comparison in %s', (lang) => {
    const sections = sectionsOf(texts[lang]);
    const percent = (share: number): string => formatPercent(lang, share);
    const count = (n: number): string => formatInteger(lang, n);
    for (const { over } of found.reports.map((report) => report.denominators[0])) {
      expect(sections[MEASURED]).toContain(count(over.places));
      expect(sections[MEASURED]).toContain(count(over.incidents));
    }
    for (const row of found.rows.filter((one) => !one.year && !one.offence && one.isFirst)) {
      const half = row.rarefied!.shares.find(({ percent }) => percent === 50)!;
      for (const share of [half.mean, half.low, half.high, found.common!.expectedShare]) {
        expect(sections[EQUAL]).toContain(percent(share));
      }
    }
    for (const { difference } of found.differences) {
      for (const share of [difference!.a, difference!.b]) expect(sections[EQUAL]).toContain(percent(share));
    }
    for (const { offence, difference, incidentsFrom, incidentsTo } of found.changes) {
      if (offence !== undefined) continue;
      for (const n of [incidentsFrom, incidentsTo]) expect(sections[CHANGE]).toContain(count(n));
      for (const share of [difference!.a, difference!.b]) expect(sections[CHANGE]).toContain(percent(share));
    }
    for (const { stability } of found.reports) {
      const { sets } = stability!.pairs[0];
      for (const share of [sets.jaccard, sets.jaccardByChance])
        expect(sections[PLACES]).toContain(percent(share));
    }
    for (const { found: one } of found.sensitivity) {
      expect(sections[SENSITIVITY]).toContain(count(one.stable));
      expect(sections[SENSITIVITY]).toContain(percent(one.shareOfPlaces.high));
    }
  });

  it('say which side of the level a test fell', () => {
    const [all] = found.differences;
    const word =
      all.difference!.q <= 0.05
        ? ' larger difference than dealing'
        : 'not shown to be a larger difference than dealing';
    expect(sectionsOf(texts.en)[EQUAL]).toContain(word);
  });

  it('say what is missing: a partial year, a year without data, a population of no other year', () => {
    expect(texts.en).toContain('Almaty: the data cover 6 of 12 months of 2023');
    expect(texts.en).toContain('Almaty: no data for 2020');
    expect(texts.en).toContain('no number of residents is known for 2019');
    expect(texts.ru).not.toContain('2023-06-01');
  });

  it('print every break between the years, those of the law for the offences of the table', () => {
    const change = sectionsOf(texts.en)[CHANGE];
    expect(change).toContain('March 2020: Restrictions of the pandemic');
    expect(change).toContain('January 2020: Theft of livestock');
    expect(change).toContain('The month is to be checked');
    // Hooliganism got its fourth part after the last year compared.
    expect(change).not.toContain('Part 4 was added');
  });

  it('never rank, and never speak of a share without its places', () => {
    for (const lang of languages) {
      const own = sectionsOf(texts[lang]).slice(EQUAL, RATES).join();
      expect(own).not.toMatch(/\b(worst|best|safest|dangerous)\b|опасн|қауіпті/i);
    }
    expect(texts.en).toContain('it tests one city and ranks none');
    expect(texts.en).toContain('Shares compared are over these places: cells with streets.');
  });
});
