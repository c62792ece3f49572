import { offenceGroups, placeTypeOf } from '@oryn/datasets';
import { groupOfLabel } from '@oryn/ingest';
import {
  formatInteger,
  formatNumber,
  formatPercent,
  givenText,
  type Language,
  monthName,
  text,
} from '@oryn/language';
import type { QualityReport, StackReport } from './quality-report.ts';
import type { Say } from './understood.ts';
import type { VerdictReason } from './verdict.ts';

/** The verdict as one sentence. */
export function verdictSentence(lang: Language, report: Pick<QualityReport, 'verdict'>): string {
  return text(lang, `quality.use.${report.verdict.use}`);
}

/** A share as people read it: never 100 % for all but a few, never more zeros than digits. */
export function percentText(lang: Language, share: number): string {
  if (share > 0 && share < 0.001) return `<\u00a0${formatPercent(lang, 0.001)}`;
  return share < 1 && share > 0.999 ? `>\u00a0${formatPercent(lang, 0.999)}` : formatPercent(lang, share);
}

/** A reason of the verdict as a sentence. */
export function reasonSentence(
  lang: Language,
  { code, share, n, meters, names }: VerdictReason,
  say: Say = text,
): string {
  return say(lang, `quality.reason.${code}`, {
    names: (names ?? []).map((name) => categoryName(lang, name)).join(', '),
    share: percentText(lang, share ?? Number.NaN),
    n: formatInteger(lang, n ?? Number.NaN),
    meters: formatNumber(lang, meters ?? Number.NaN),
  });
}

/** Why a stack is judged so; empty for an ordinary one. */
export function whySentence(lang: Language, stack: StackReport): string {
  const { rule, distanceMeters = Number.NaN } = stack;
  const name = stack.names?.[lang] ?? stack.name ?? '';
  if (rule === 'none' || rule === 'round') return rule === 'round' ? text(lang, 'quality.why.round') : '';
  const isCentre = name === 'area' || name === 'part-of-area' || name === 'all-points';
  const isPlaceType = rule === 'place-type';
  return text(lang, `quality.why.${rule}`, {
    name:
      rule === 'centre' && isCentre
        ? text(lang, `quality.centreOf.${name}`)
        : rule === 'centre' || rule === 'facility-list'
          ? name
          : isPlaceType
            ? placeTypeName(lang, stack.commonestPlaceType, true)
            : categoryName(lang, stack.commonestCategory),
    distance: formatNumber(lang, distanceMeters, { decimals: 0 }),
    n: formatInteger(lang, stack.districts),
    share: percentText(lang, isPlaceType ? stack.commonestPlaceTypeShare : stack.commonestCategoryShare),
  });
}

/** The name of an offence group in the language, or the category as the file has it. */
export function categoryName(lang: Language, label: string): string {
  if (label === '') return text(lang, 'terms.not_known');
  const id = groupOfLabel(label);
  return offenceGroups.find((group) => group.id === id)?.name[lang] ?? givenText(label);
}

/** The name of a place type of the official layer, or the text as the file has it. */
export function placeTypeName(lang: Language, label: string, isOfficial: boolean): string {
  return (isOfficial ? placeTypeOf(label)?.name?.[lang] : undefined) ?? givenText(label);
}

/** Sentences about months that stand out; a year all of one state is one sentence. */
export function monthSentences(lang: Language, { months }: QualityReport['time']): string[] {
  const sentences: string[] = [];
  for (const { year, month, n, expected, state } of months) {
    if (state === 'ordinary') continue;
    const word = text(lang, `quality.state.${state}`);
    const same = months.filter((other) => other.year === year && other.state === state);
    if (same.length === 12) {
      if (month === 1)
        sentences.push(text(lang, 'quality.months.years', { year: String(year), state: word }));
      continue;
    }
    sentences.push(
      text(lang, 'quality.months.marked', {
        month: monthOfYear(lang, year, month),
        state: word,
        n: formatInteger(lang, n),
        expected: formatNumber(lang, expected ?? Number.NaN),
      }),
    );
  }
  return sentences;
}

export function monthOfYear(lang: Language, year: number, month: number): string {
  const name = monthName(lang, month);
  if (lang === 'kk') return `${year} жылғы ${name}`;
  return lang === 'ru' ? `${name} ${year} г.` : `${name} ${year}`;
}
