import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { WhyNot, WorldComparison, WorldFacts } from './compare-with-world.ts';

/** The place of a result among published values in sentences, with every reason why there is none. */
export function worldSentences(lang: Language, facts: WorldFacts, comparison: WorldComparison): string[] {
  const { verdict, reason, range, quarter, saysLittle, studies, others } = comparison;
  if (verdict === 'refused') {
    const word = reason === 'not-crime' ? 'accidents' : (reason ?? '');
    return [text(lang, 'concentration.world.refused', { reason: word })];
  }
  if (!range) {
    if (reason === 'few') {
      const n = studies.length;
      return [text(lang, 'concentration.world.few', { n: formatInteger(lang, n), count: n })];
    }
    return [
      text(lang, 'concentration.world.noComparable', {
        n: formatInteger(lang, others.length),
        list: reasonsText(
          lang,
          others.map((other) => other.reason),
        ),
      }),
    ];
  }
  const percent = (share: number): string => formatPercent(lang, share);
  const values = {
    low: percent(range.low),
    high: percent(range.high),
    n: formatInteger(lang, range.n),
    source: range.source,
  };
  return [
    range.basis === 'interquartile'
      ? text(lang, 'concentration.world.rangeReview', values)
      : text(lang, 'concentration.world.rangeValues', {
          ...values,
          cities: formatInteger(lang, range.cities ?? 0),
        }),
    ...(range.periodJudged ? [text(lang, 'concentration.world.periodJudged')] : []),
    ...(quarter
      ? [
          text(lang, 'concentration.world.quarter', {
            share: percent(facts.share25),
            low: percent(quarter.range.low),
            high: percent(quarter.range.high),
          }),
        ]
      : []),
    ...(saysLittle
      ? [
          text(lang, 'concentration.world.saysLittle', {
            perPlace: formatNumber(lang, facts.incidentsPerPlace),
            expected: percent(facts.expected50),
          }),
        ]
      : []),
  ];
}

/** On which point a published value differs, in words. */
export function whyNotText(lang: Language, reason: WhyNot): string {
  return text(lang, 'concentration.world.whyNot', { reason });
}

/** The reasons with how many values each excludes, the commonest first. */
function reasonsText(lang: Language, reasons: readonly WhyNot[]): string {
  const times = new Map<WhyNot, number>();
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => `${whyNotText(lang, reason)} (${formatInteger(lang, n)})`)
    .join(', ');
}
