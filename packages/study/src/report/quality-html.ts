import { formatInteger, type Language, text } from '@oryn/language';
import type { QualityReport } from '../quality/quality-report.ts';
import type { Say } from '../quality/understood.ts';
import { categoryName, percentText, reasonSentence, verdictSentence } from '../quality/words.ts';
import { ORYN_VERSION } from '../version.ts';
import { escapeHtml } from './html.ts';
import { rateBar } from './quality-charts.ts';
import {
  coordinates,
  duplicates,
  hotSpots,
  hours,
  months,
  outside,
  precision,
  struckOff,
} from './quality-sections.ts';
import { QUALITY_STYLE } from './quality-style.ts';
import { understood } from './quality-understood.ts';
import { capital, list, paragraph, section, table, type Writer } from './quality-writer.ts';

const MOST_CATEGORIES = 12;

/**
 * A page about the quality of the data that a person reads in three minutes: one file, no script, no network.
 * First the verdict, then what it rests on.
 *
 * @param say the text of a key where the page is not shown by the command line
 */
export function qualityHtml(report: QualityReport, lang: Language, say: Say = text): string {
  const w: Writer = {
    lang,
    say,
    t: (key, values) => escapeHtml(say(lang, `quality.${key}` as never, values)),
    n: (value) => formatInteger(lang, value),
    percent: (share) => percentText(lang, share),
  };
  const files = report.rows.files.map(({ file }) => escapeHtml(file));
  const shown = files.length > 4 ? [...files.slice(0, 3), `… ${files[files.length - 1]}`] : files;
  const body = [
    `<header><h1>${w.t('title')}</h1><p class="muted">${shown.join(', ')}</p><p>${w.t('lead')}</p>`,
    report.simulated ? `<p class="mark">${escapeHtml(text(lang, 'statements.simulated'))}</p>` : '',
    '</header>',
    verdictBox(report, w),
    section(w, 'account.title', account(report, w)),
    report.readings.length > 0 ? section(w, 'understood.title', understood(report, w)) : '',
    section(w, 'hitRate.title', hitRate(report, w)),
    section(w, 'coordinates.title', coordinates(report, w)),
    section(w, 'duplicates.title', duplicates(report, w)),
    section(w, 'precision.title', precision(report, w)),
    section(w, 'months.title', months(report, w)),
    section(w, 'hours.title', hours(report, w)),
    section(w, 'outside.title', outside(report, w)),
    report.struckOff ? section(w, 'struckOff', struckOff(report.struckOff, w)) : '',
    section(w, 'hotSpots.title', hotSpots(report, w)),
    `<footer class="muted">${escapeHtml(text(lang, 'report.madeWith', { version: ORYN_VERSION }))}</footer>`,
  ].join('\n');
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${w.t('title')}</title><style>${QUALITY_STYLE}</style></head><body>\n${body}\n</body></html>\n`;
}

function verdictBox(report: QualityReport, w: Writer): string {
  const { use, reasons } = report.verdict;
  const items = reasons.map((reason) => {
    const mark = reason.weight === 'stop' ? `<b class="stop">${w.t('mustSettle')}:</b> ` : '';
    return mark + escapeHtml(reasonSentence(w.lang, reason, w.say));
  });
  return `<div class="verdict ${use}"><p class="use">${escapeHtml(verdictSentence(w.lang, report))}</p>${
    items.length > 0 ? list(items) : paragraph(w.t('noReasons'))
  }<details><summary>${w.t('ruleTitle')}</summary><p class="muted">${w.t('rule')}</p></details></div>`;
}

function account({ rows, time }: QualityReport, w: Writer): string {
  const dropped = rows.read - rows.kept;
  const reasons = Object.entries(rows.dropped)
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([reason, n]) => [
      escapeHtml(text(w.lang, `statements.dropped.${reason}` as never)),
      w.n(n),
      w.percent(n / rows.read),
    ]);
  const hasStruckOff = rows.years.some((year) => year.struckOff > 0);
  const term = (key: 'read' | 'kept' | 'dropped'): string =>
    escapeHtml(capital(text(w.lang, `terms.${key}`)));
  const years = rows.years.map((year) => [
    year.year === null ? w.t('noYear') : String(year.year),
    w.n(year.read),
    w.n(year.kept),
    w.n(year.read - year.kept),
    ...(hasStruckOff
      ? [`${w.n(year.struckOff)} (${w.percent(year.kept ? year.struckOff / year.kept : 0)})`]
      : []),
  ]);
  const mended = Object.entries(rows.mended)
    .filter(([, n]) => n > 0)
    .map(
      ([what, n]) => `${escapeHtml(capital(text(w.lang, `statements.mended.${what}` as never)))}: ${w.n(n)}.`,
    );
  const strays = time.before.n + time.after.n > 0;
  return [
    paragraph(
      escapeHtml(
        text(w.lang, 'statements.rows.sum', {
          read: w.n(rows.read),
          kept: w.n(rows.kept),
          dropped: w.n(dropped),
        }),
      ),
      'sum',
    ),
    reasons.length > 0 ? table([w.t('account.reason'), w.t('rows'), w.t('share')], reasons) : '',
    ...mended.map((sentence) => paragraph(sentence)),
    rows.suspicious > 0 ? paragraph(w.t('suspicious', { n: w.n(rows.suspicious) })) : '',
    years.length > 0
      ? table(
          [
            w.t('year'),
            term('read'),
            term('kept'),
            term('dropped'),
            ...(hasStruckOff ? [w.t('struckOff')] : []),
          ],
          shortened(years, strays),
        )
      : '',
  ].join('');
}

/** Of many years the last twenty: strays of a century would hide them. */
function shortened(years: string[][], hasStrays: boolean): string[][] {
  return hasStrays && years.length > 20
    ? [['…', '', '', '', ''].slice(0, years[0].length), ...years.slice(-20)]
    : years;
}

function hitRate({ hitRates }: QualityReport, w: Writer): string {
  if (!hitRates) return paragraph(w.t('hitRate.none'));
  const { total, years, categories } = hitRates;
  const rows = (parts: readonly (typeof total & { name: string })[]): string[][] =>
    parts.map((part) => [
      escapeHtml(part.name),
      rateBar(w.lang, part),
      part.against === 'below' ? `<b class="stop">${w.percent(part.rate)}</b>` : w.percent(part.rate),
      w.n(part.rows),
    ]);
  const named = categories
    .filter(({ rows: n }) => n > 0)
    .map((part) => ({ ...part, name: categoryName(w.lang, part.category) }));
  const listed = named.slice(0, MOST_CATEGORIES);
  return [
    paragraph(
      w.t('hitRate.total', {
        rate: w.percent(total.rate),
        located: w.n(total.located),
        rows: w.n(total.rows),
      }),
    ),
    paragraph(w.t('hitRate.note'), 'muted'),
    '<div class="pair">',
    table(
      [w.t('byYear'), '', w.t('share'), w.t('rows')],
      rows(
        years.slice(-20).map((part) => ({
          ...part,
          name: part.year === null ? text(w.lang, 'quality.noYear') : String(part.year),
        })),
      ),
      [0, 1],
    ),
    named.length > 1 || named[0]?.category
      ? table([w.t('byCategory'), '', w.t('share'), w.t('rows')], rows(listed), [0, 1])
      : '',
    '</div>',
    named.length > MOST_CATEGORIES
      ? paragraph(w.t('hitRate.more', { n: w.n(named.length - MOST_CATEGORIES) }), 'muted')
      : '',
  ].join('');
}
