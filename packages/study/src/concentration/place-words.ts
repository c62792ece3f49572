import { type Language, text } from '@oryn/language';
import { type FigureStudy, subjectText, titleOf } from '../figures/figure-words.ts';
import { cityNameText } from '../naming/city-name.ts';
import { nullText } from '../report/statements.ts';
import { placesOfText } from '../world/unit-words.ts';
import { type ConcentrationReport, firstOf } from './concentration-report.ts';
import { periodText } from './period-text.ts';
import { verdictFacts } from './report-verdict.ts';

/** The places of the first denominator, in words: street segments, all of them. */
export function placesText(lang: Language, report: ConcentrationReport): string {
  return placesOfText(lang, verdictFacts(report).measured);
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

/** What a figure is of: the title of the study, else its city; the period counted; crime or road accidents. */
export function subtitleText(
  lang: Language,
  report: ConcentrationReport,
  study: FigureStudy | undefined,
): string {
  const name = study?.title === undefined ? cityNameText(lang, report.city) : titleOf(study, lang);
  const parts = [name, periodText(lang, report.period), subjectText(report.subject, lang, study)];
  return parts.filter((part) => part !== '').join(' · ');
}
