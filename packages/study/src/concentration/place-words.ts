import { type Language, text } from '@oryn/language';
import { nullText } from '../report/statements.ts';
import { denominatorWordOf, unitText } from '../world/unit-words.ts';
import { type ConcentrationReport, firstOf } from './concentration-report.ts';
import { verdictFacts } from './report-verdict.ts';

/** The places of the first denominator, in words: street segments, all of them. */
export function placesText(lang: Language, report: ConcentrationReport): string {
  const { measured } = verdictFacts(report);
  const denominator = denominatorWordOf(measured);
  return `${unitText(lang, measured)}, ${text(lang, 'concentration.world.denominator', { denominator })}`;
}

/** How incidents would be spread over them by chance, in words. */
export function spreadText(lang: Language, report: ConcentrationReport): string {
  const { denominator } = firstOf(report).over;
  switch (denominator) {
    case 'table':
      return text(lang, 'concentration.years.evenTable');
    case 'any':
      return text(lang, 'concentration.years.evenAny');
    case 'mask':
      return nullText(lang, { maskKind: report.maskKind ?? 'mask', places: { extent: 'area' } });
    default:
      return nullText(lang, { maskKind: undefined, places: { extent: denominator } });
  }
}
