import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { firstOf } from '../concentration/concentration-report.ts';
import { statedChanceGini, statedChanceShare } from '../concentration/stated-chance.ts';
import { denominatorText, methodText, periodOf } from '../figures/figure-words.ts';
import { halfOf } from '../report/statements.ts';
import { meanArea } from './methods-paragraph.ts';
import type { ReportSource } from './report-source.ts';

/** Purpose, data, method, results and limits in one paragraph, from the numbers of the bundle. */
export function abstractOf(source: ReportSource, lang: Language): string {
  const { simulated, subject } = source;
  return [
    ...(simulated ? [text(lang, 'statements.simulated')] : []),
    text(lang, 'report.abstractAim', { subject: subject === 'road-accidents' ? 'accidents' : 'incidents' }),
    dataSentence(source, lang),
    text(lang, 'report.abstractMethod', { method: methodText(source, lang) }),
    ...resultSentences(source, lang),
    text(lang, simulated ? 'report.abstractLimitsSimulated' : 'report.abstractLimits'),
  ].join(' ');
}

/** Key words of the journal kind, set apart by semicolons. */
export function keywordsOf(source: Pick<ReportSource, 'subject'>, lang: Language): string {
  const subject = source.subject === 'road-accidents' ? 'accidents' : 'incidents';
  return text(lang, 'report.keywordList', { subject });
}

function dataSentence(source: ReportSource, lang: Language): string {
  const { account, places, report } = source;
  return text(lang, 'report.abstractData', {
    period: periodOf(source, lang),
    read: formatInteger(lang, account.read),
    analysed: formatInteger(lang, account.analysed),
    resolution: String(places.resolution),
    area: formatNumber(lang, meanArea(source)),
    places: formatInteger(lang, places.count),
    denominator: denominatorText(source, lang),
    n: formatInteger(lang, firstOf(report).over.places),
  });
}

/** What was found: the share of places with half of the incidents, the inequality, the problem places. */
export function resultSentences(source: ReportSource, lang: Language): string[] {
  const first = firstOf(source.report);
  const { over } = first;
  if (over.incidents === 0) return [text(lang, 'viewer.noResults')];
  const half = halfOf(over);
  const concentration = text(lang, 'report.abstractHalf', {
    share: formatPercent(lang, half.share),
    k: formatInteger(lang, half.k),
    n: formatInteger(lang, over.places),
    expected: formatPercent(lang, statedChanceShare(first, half.percent)),
    gini: formatNumber(lang, over.gini.gini, { decimals: 2 }),
    expectedGini: formatNumber(lang, statedChanceGini(first), { decimals: 2 }),
  });
  return [concentration, placesSentence(source, lang)];
}

function placesSentence({ problemPlaces, account }: ReportSource, lang: Language): string {
  const [first] = problemPlaces;
  if (!first) return text(lang, 'statements.noHotPlaces');
  const inside = problemPlaces.reduce((sum, { n }) => sum + n, 0);
  return text(lang, 'report.abstractPlaces', {
    listed: formatInteger(lang, problemPlaces.length),
    share: formatPercent(lang, inside / account.analysed, 2),
    n: formatInteger(lang, first.n),
    expected: formatNumber(lang, first.expected, { significant: 2 }),
  });
}
