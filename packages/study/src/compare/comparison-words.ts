import { formatNumber, type Language, text } from '@oryn/language';
import { categoryName, monthOfYear } from '../quality/words.ts';
import type { AppliedBreak } from './series-breaks.ts';

/** Three significant digits, the digits before the decimal sign never cut. */
export function quantity(lang: Language, value: number): string {
  return formatNumber(lang, value, { significant: 3 });
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
