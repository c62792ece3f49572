import { formatInteger, formatP, formatPercent, type Language, text } from '@oryn/language';
import { spanText } from '../concentration/period-text.ts';
import type { Comparison } from './compare-cities.ts';
import { LEAST_INCIDENTS } from './compared-pairs.ts';
import { LEAST_PER_PLACE } from './compared-rows.ts';
import { foundWord, offenceName, quantity } from './comparison-words.ts';

/** Every city at the incidents per place that all rows share. */
export function equalSentences(lang: Language, { cities, rows, common }: Comparison): string {
  const floor = quantity(lang, LEAST_PER_PLACE);
  if (!common) return text(lang, 'compare.commonNone', { floor });
  const sentences = [
    text(lang, 'compare.common', {
      volume: quantity(lang, common.incidentsPerPlace),
      floor,
      city: cities[common.city].name[lang],
      offence: offenceName(lang, common.offence),
      when: spanText(common.years),
      expected: formatPercent(lang, common.expectedShare),
    }),
  ];
  for (const row of rows) {
    if (!row.isFirst || row.offence !== undefined || !row.isWhole || row.year !== undefined) continue;
    const values = { city: cities[row.city].name[lang], when: spanText(row.years) };
    const half = row.rarefied?.shares.find(({ percent }) => percent === 50);
    if (!half) sentences.push(text(lang, 'compare.commonThin', values));
    else if (row.rarefied?.incidents === row.over.incidents) {
      sentences.push(text(lang, 'compare.commonAll', { ...values, share: formatPercent(lang, half.mean) }));
    } else {
      sentences.push(
        text(lang, 'compare.commonCity', {
          ...values,
          share: formatPercent(lang, half.mean),
          low: formatPercent(lang, half.low),
          high: formatPercent(lang, half.high),
        }),
      );
    }
  }
  return sentences.join(' ');
}

const REASONS = { 'unit-area': 'unitArea', offences: 'offences', years: 'years', 'too-few': 'few' } as const;

/** Every pair of cities: tested, or why not. */
export function differenceSentences(lang: Language, { cities, differences }: Comparison): string[] {
  const tests = differences.filter(({ difference }) => difference).length;
  const sentences = differences.map(({ a, b, offence, years, difference, notTested }) => {
    const values = {
      a: cities[a].name[lang],
      b: cities[b].name[lang],
      offence: offenceName(lang, offence),
    };
    if (!difference) {
      return text(lang, 'compare.notTested', {
        ...values,
        reason: REASONS[notTested ?? 'too-few'],
        floor: formatInteger(lang, LEAST_INCIDENTS),
      });
    }
    return text(lang, 'compare.difference', {
      ...values,
      years: spanText(years),
      shareA: formatPercent(lang, difference.a),
      shareB: formatPercent(lang, difference.b),
      volume: quantity(lang, difference.incidentsPerPlace),
      isFound: foundWord(difference.q),
      p: formatP(lang, difference.p),
      q: formatP(lang, difference.q),
      tests: formatInteger(lang, tests),
    });
  });
  return sentences.length > 0 ? [sentences.join(' ')] : [];
}
