import { offenceGroups, placeTypeOf } from '@oryn/datasets';
import { formatInteger, formatNumber, formatPeriod, givenText, type Language, text } from '@oryn/language';
import { cityNameText, isBareCode } from '@oryn/study';
import type { BundleEntry, CategoryFact, Failure, PlaceFact, Question } from '../worker/types.ts';
import { pageErrorText } from './page-text.ts';

/** The name of the city of a bundle, else the title of its study, else its folder. */
export function cityName(lang: Language, { id, city, title }: BundleEntry): string {
  if (city !== null) return cityNameText(lang, city);
  return givenText(typeof title === 'string' ? title : title[lang]) || id;
}

export function categoryName(lang: Language, { label, group }: CategoryFact): string {
  if (label === '') return text(lang, 'viewer.noCategory');
  if (isBareCode(group)) return text(lang, 'statements.code', { code: group });
  const known = offenceGroups.find(({ id }) => id === group);
  return known ? known.name[lang] : capitalised(givenText(group));
}

export function placeTypeName(lang: Language, code: string): string {
  const name = /^\d{1,3}$/.test(code) ? placeTypeOf(code)?.name?.[lang] : undefined;
  return capitalised(name ?? givenText(code));
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The name of a place, else its number. */
export function placeName(lang: Language, { name, rank }: Pick<PlaceFact, 'name' | 'rank'>): string {
  return name[lang] || text(lang, 'viewer.placeNumber', { rank });
}

/** The years of a question; data none of whose incidents has a date have no years. */
export function yearsText(lang: Language, { from, to }: Pick<Question, 'from' | 'to'>): string {
  return to === 0 ? text(lang, 'viewer.noDates') : formatPeriod(lang, `${from}-01-01`, `${to}-12-31`);
}

export function failureText(lang: Language, failure: Failure): string {
  if (failure.code === 'viewer.server-gone') {
    return text(lang, 'viewer.serverGone', { path: String(failure.parameters.path) });
  }
  return pageErrorText(lang, failure);
}

/** A length on the map: metres below a kilometre. */
export function lengthText(lang: Language, meters: number): string {
  return meters < 1000
    ? text(lang, 'figures.metres', { n: formatInteger(lang, meters) })
    : text(lang, 'figures.kilometres', { n: formatNumber(lang, meters / 1000) });
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number to be read exactly: six significant digits, and powers of ten where zeros would pile up. */
export function exactText(lang: Language, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (value === 0 || Math.abs(value) >= 1e-4) return formatNumber(lang, value, { significant: 6 });
  const [mantissa, exponent] = value.toExponential(3).split('e');
  const power = exponent.replace(/[+-]?/, '').replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);
  return `${formatNumber(lang, Number(mantissa))}·10⁻${power}`;
}
