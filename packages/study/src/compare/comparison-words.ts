import { formatNumber, type Language, text } from '@oryn/language';
import { categoryName, monthOfYear } from '../quality/words.ts';
import type { AppliedBreak } from './series-breaks.ts';

/** Three significant digits, the digits before the decimal sign never cut. */
export function quantity(lang: Language, value: number): string {
  return formatNumber(lang, value, { significant: 3 });
}

/** `2019–2023` for years without a gap, `2018, 2020–2022` with one. */
export function spanText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs[runs.length - 1];
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

export function offenceName(lang: Language, offence: string | undefined): string {
  return offence === undefined ? text(lang, 'compare.offence.all') : categoryName(lang, offence);
}

export function listOf(names: readonly string[]): string {
  return names.join(', ');
}

/** A test counts as found at this q. */
const LEVEL = 0.05;

export function foundWord(q: number): 'yes' | 'no' {
  return q <= LEVEL ? 'yes' : 'no';
}

/** A break of a series with its month; a month that nobody could check says so. */
export function breakText({ month, name, certain }: AppliedBreak, lang: Language): string {
  const [year, number] = month.split('-').map(Number);
  return text(lang, 'compare.breakAt', {
    month: monthOfYear(lang, year, number),
    text: name[lang],
    isCertain: certain ? 'yes' : 'no',
  });
}
