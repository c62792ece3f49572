import { formatInteger, formatNumber, formatP, formatPercent, type Language, text } from '@oryn/language';
import type { Comparison } from './compare-cities.ts';
import { type ComparedChange, LEAST_INCIDENTS } from './compared-pairs.ts';
import { breakText, foundWord, listOf, offenceName, quantity } from './comparison-words.ts';

/** First against last whole year of every city, with every break between them. */
export function changeParagraphs(lang: Language, comparison: Comparison): string[] {
  return [...changesOfCities(lang, comparison), ...brokenSeries(lang, comparison)];
}

function changesOfCities(lang: Language, { cities, changes }: Comparison): string[] {
  return cities.flatMap((city, position) => {
    const name = city.name[lang];
    const own = changes.filter((change) => change.city === position);
    const all = own.find(({ offence }) => offence === undefined);
    if (!all) return [text(lang, 'compare.noChange', { city: name })];
    const tests = changes.filter(({ difference }) => difference).length;
    const sentences = [changeSentence(lang, name, all), shareSentence(lang, all, tests)];
    const groups = own.filter(({ offence, difference }) => offence !== undefined && difference);
    if (groups.length > 1) sentences.push(groupsSentence(lang, name, groups));
    if (all.missing.length > 0) {
      sentences.push(text(lang, 'compare.missingBetween', { city: name, years: all.missing.join(', ') }));
    }
    return [sentences.join(' ')];
  });
}

/** Every break between the first and the last year; cities with the same breaks share one list. */
function brokenSeries(lang: Language, { cities, changes }: Comparison): string[] {
  const lists = new Map<string, { names: string[]; from: number; to: number; items: string[] }>();
  for (const { city, offence, from, to, breaks } of changes) {
    if (offence !== undefined || breaks.length === 0) continue;
    const items = breaks.map((one) => `- ${breakText(one, lang)}`);
    const key = [from, to, ...items].join('\n');
    const list = lists.get(key) ?? { names: [], from, to, items };
    list.names.push(cities[city].name[lang]);
    lists.set(key, list);
  }
  return [...lists.values()].map(({ names, from, to, items }) => {
    const values = { city: listOf(names), from: String(from), to: String(to) };
    return [text(lang, 'compare.breaks', values), '', ...items].join('\n');
  });
}

function changeSentence(lang: Language, city: string, change: ComparedChange): string {
  const { from, to, incidentsFrom, incidentsTo } = change;
  return text(lang, 'compare.change', {
    city,
    from: String(from),
    to: String(to),
    first: formatInteger(lang, incidentsFrom),
    last: formatInteger(lang, incidentsTo),
    change: incidentsFrom > 0 ? signedPercent(lang, incidentsTo / incidentsFrom - 1) : '–',
  });
}

function shareSentence(lang: Language, { difference, from, to }: ComparedChange, tests: number): string {
  if (!difference) return text(lang, 'compare.changeTooFew', { floor: formatInteger(lang, LEAST_INCIDENTS) });
  // The later year is the first side of the difference.
  const { a: later, b: earlier, incidentsPerPlace, p, q } = difference;
  return text(lang, 'compare.changeShare', {
    from: String(from),
    to: String(to),
    a: formatPercent(lang, earlier),
    b: formatPercent(lang, later),
    volume: quantity(lang, incidentsPerPlace),
    isFound: foundWord(q),
    p: formatP(lang, p),
    q: formatP(lang, q),
    tests: formatInteger(lang, tests),
  });
}

function groupsSentence(lang: Language, city: string, groups: readonly ComparedChange[]): string {
  const found = groups.filter(({ difference }) => foundWord(difference!.q) === 'yes');
  const names = found.map(({ offence }) => offenceName(lang, offence));
  return text(lang, 'compare.changeOffences', {
    city,
    tested: formatInteger(lang, groups.length),
    found: formatInteger(lang, found.length),
    list: names.length > 0 ? ` (${listOf(names)})` : '',
  });
}

function signedPercent(lang: Language, change: number): string {
  const percent = formatNumber(lang, 100 * change, { decimals: 1 });
  return `${change > 0 ? '+' : ''}${percent}${lang === 'en' ? '' : '\u00a0'}%`;
}
