import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { reportSentences } from '../concentration/report-sentences.ts';
import type { Account } from '../evaluate/account.ts';
import type { Findings } from '../evaluate/evaluate.ts';
import { denominatorText, methodText, periodOf, titleOf } from '../figures/figure-words.ts';
import { ORYN_VERSION } from '../version.ts';
import { whyTerritoryIsNotSegments } from '../world/why-territory.ts';
import { escapeHtml } from './html.ts';
import { placeSheetsHtml, problemPlacesNotes } from './place-sheets-html.tsx';
import { problemPlacesRows } from './problem-places-rows.ts';
import { concentrationStatement, denominatorWord, expectedNullText, warnings } from './statements.ts';

/** Rows of the short table; the file problem-places.csv has them all. */
const SHOWN_PLACES = 20;

const STYLE = `
:root{color:#23201c;font:15px/1.5 "Noto Sans",system-ui,sans-serif}
body{max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:.5rem 0}.muted{color:#5e574e}
.mark{display:inline-block;background:#fff6cf;border:1px solid #e2cf7a;border-radius:8px;padding:.25rem .6rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid #e3e0d9;padding:.35rem .5rem;text-align:right}
th:first-child,td:first-child{text-align:left}
dl{display:grid;grid-template-columns:fit-content(18rem) 1fr;gap:.35rem 1rem}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
thead th{vertical-align:bottom;font-size:.8rem;line-height:1.3;color:#5e574e}
.wide td+td{white-space:nowrap}.places td:first-child{width:45%}
svg{max-width:100%;height:auto}
h3{font-size:1rem;margin:1rem 0 .25rem}h4{font-size:.85rem;margin:0 0 .35rem;color:#5e574e}
.sheet{border-top:1px solid #cfcac0;margin-top:1.25rem;break-inside:avoid}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2rem;align-items:start;font-size:.85rem;line-height:1.4}
.columns p{margin:.35rem 0}.columns .mark{display:block}
.columns td{padding:.2rem 0}.columns td+td{padding-left:.75rem}
.hours,.week{display:block;width:100%;max-width:20rem;color:#5e574e}.week{margin-top:.25rem}
.hours .bar{fill:#a9c3c7;fill-opacity:1}.hours .busy{fill:#c2410c}.week rect{fill:#0b5563}
.shift::before{content:"";display:inline-block;width:.65em;height:.65em;margin-right:.4em;background:#c2410c}
@media(max-width:40rem){dl{display:block}dd{margin-bottom:.75rem}.columns{grid-template-columns:1fr}.wide{overflow-x:auto}.wide th,.wide td{padding:.35rem}}
@page{margin:16mm}
@media print{:root{font-size:13px;print-color-adjust:exact;-webkit-print-color-adjust:exact}body{margin:0;padding:0;max-width:none}
h2,h3{break-after:avoid}tr,svg{break-inside:avoid}thead{display:table-header-group}}
`;

/** The report of a study: one file that opens anywhere and prints well. */
export function reportHtml(findings: Findings, lang: Language, figures: ReadonlyMap<string, string>): string {
  const statement = concentrationStatement(lang, findings);
  const t = (key: Parameters<typeof text>[1], values?: Parameters<typeof text>[2]): string =>
    escapeHtml(text(lang, key, values));
  const paragraphs = [...statement.sentences, ...warnings(lang, findings)]
    .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
    .join('');
  const body = [
    `<h1>${escapeHtml(titleOf(findings.study, lang))}</h1>`,
    `<p class="muted">${escapeHtml(periodOf(findings, lang))} · ${escapeHtml(denominatorText(findings, lang))}</p>`,
    findings.simulated ? `<p class="mark">${t('statements.simulated')}</p>` : '',
    `<h2>${t('report.summary')}</h2>${paragraphs}`,
    `<h2>${t('report.map')}</h2>${figures.get('hot-places')}`,
    `<p>${t('statements.hotPlace', { denominator: hotDenominator(findings), q: formatNumber(lang, 0.05), statistic: findings.hot.statistic })} ${t('statements.qMeaning')}</p>`,
    `<h2>${t('report.problemPlaces')}</h2>${problemPlacesTable(findings, lang)}`,
    ...problemPlacesNotes(findings, lang).map((note) => `<p>${escapeHtml(note)}</p>`),
    placeSheetsHtml(findings, lang),
    `<h2>${t('report.concentration')}</h2>${concentrationHtml(findings, lang, figures)}`,
    `<h2>${t('report.data')}</h2>${accountList(findings, lang)}`,
    `<h2>${t('report.method')}</h2><p>${escapeHtml(methodText(findings, lang))}</p>${choicesList(findings, lang)}`,
    findings.simulated ? '' : `<p>${t('statements.registeredOnly')}</p>`,
    `<p class="muted">${t('report.madeWith', { version: ORYN_VERSION })}</p>`,
  ].join('\n');
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(titleOf(findings.study, lang))}</title><style>${STYLE}</style></head><body>\n${body}\n</body></html>\n`;
}

/** The word for the denominator in the hot-place sentence. */
export function hotDenominator(findings: Pick<Findings, 'concentration' | 'maskKind'>): string {
  return denominatorWord(findings.concentration[0], findings.maskKind);
}

function table(head: readonly string[], rows: readonly string[][], name = ''): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="wide"><table${name && ` class="${name}"`}><thead>${line('th', head)}</thead><tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table></div>`;
}

function problemPlacesTable(findings: Findings, lang: Language): string {
  if (findings.problemPlaces.length === 0)
    return `<p>${escapeHtml(text(lang, 'statements.noHotPlaces'))}</p>`;
  const head = [
    'report.place',
    'cli.heading.incidents',
    'report.expectedShort',
    'cli.heading.perYear',
    'cli.heading.q',
    'cli.heading.area',
  ] as const;
  return `${table(
    head.map((key) => text(lang, key)),
    problemPlacesRows(findings, lang, SHOWN_PLACES),
    'places',
  )}<p class="muted">${escapeHtml(text(lang, 'report.expectedNote', { null: expectedNullText(lang, findings) }))}</p>`;
}

/** The curve, the table, the verdict with the years, and the place among published values. */
function concentrationHtml(findings: Findings, lang: Language, figures: ReadonlyMap<string, string>): string {
  const { report } = findings;
  const paragraph = (sentence: string): string => `<p>${escapeHtml(sentence)}</p>`;
  const isCompared = figures.has('concentration-world');
  return [
    figures.get('lorenz') ?? '',
    concentrationTable(findings, lang),
    ...reportSentences(lang, report).map(paragraph),
    figures.get('concentration-years') ?? '',
    figures.get('concentration-world') ?? '',
    ...(isCompared ? [whyTerritoryIsNotSegments(lang).join(' ')].map(paragraph) : []),
  ].join('');
}

function concentrationTable({ concentration, maskKind }: Findings, lang: Language): string {
  const rows = concentration.flatMap((over) =>
    over.shares.map((share) => [
      `${text(lang, 'figures.denominatorName', { denominator: denominatorWord(over, maskKind) })}, ${text(lang, 'report.percentOf', { percent: formatPercent(lang, share.percent / 100) })}`,
      `${formatInteger(lang, share.k)} / ${formatInteger(lang, over.places)}`,
      formatPercent(lang, share.share),
      formatPercent(lang, share.expectedShare),
    ]),
  );
  const head = [
    'terms.denominator',
    'cli.heading.places',
    'cli.heading.observed',
    'cli.heading.chance',
  ] as const;
  return table(
    head.map((key) => text(lang, key)),
    rows,
  );
}

/** The account of rows as sentences, every reason with its number. */
export function accountSentences(account: Account, hasArea: boolean, lang: Language): string[] {
  const n = (value: number): string => formatInteger(lang, value);
  const dropped = account.read - account.kept;
  const sentences = [
    text(lang, 'statements.rows.sum', { read: n(account.read), kept: n(account.kept), dropped: n(dropped) }),
  ];
  for (const [reason, rows] of Object.entries(account.dropped)) {
    if (rows > 0) sentences.push(`${text(lang, `statements.dropped.${reason}` as never)}: ${n(rows)}`);
  }
  for (const [what, rows] of Object.entries(account.mended)) {
    if (rows > 0) sentences.push(`${text(lang, `statements.mended.${what}` as never)}: ${n(rows)}`);
  }
  if (account.suspicious > 0)
    sentences.push(text(lang, 'statements.rows.suspicious', { n: n(account.suspicious) }));
  if (account.exactDuplicates > 0) {
    sentences.push(text(lang, 'statements.rows.repeated', { n: n(account.exactDuplicates) }));
  }
  // Without a boundary nobody knows what is inside.
  if (hasArea) {
    sentences.push(text(lang, 'statements.rows.inside', { n: n(account.inside) }));
    sentences.push(text(lang, 'statements.rows.outside', { n: n(account.outside) }));
  }
  if (account.insideMask !== undefined) {
    sentences.push(text(lang, 'statements.rows.inMask', { n: n(account.insideMask) }));
    sentences.push(text(lang, 'statements.rows.outsideMask', { n: n(account.outsideMask ?? 0) }));
  }
  if (account.withoutHour > 0)
    sentences.push(text(lang, 'statements.rows.withoutHour', { n: n(account.withoutHour) }));
  if (account.withoutDate > 0)
    sentences.push(text(lang, 'statements.rows.withoutDate', { n: n(account.withoutDate) }));
  const { policeDetected, placeless } = account.apart;
  if (policeDetected > 0)
    sentences.push(text(lang, 'statements.rows.policeDetected', { n: n(policeDetected) }));
  if (placeless > 0) sentences.push(text(lang, 'statements.rows.placeless', { n: n(placeless) }));
  return sentences;
}

function accountList(findings: Findings, lang: Language): string {
  return `<ul>${accountSentences(findings.account, findings.area !== undefined, lang)
    .map((sentence) => `<li>${escapeHtml(sentence)}</li>`)
    .join('')}</ul>`;
}

/** What was chosen and why: a list, since reasons are sentences. */
function choicesList({ choices }: Findings, lang: Language): string {
  const items = choices.map((choice) => {
    const name = text(lang, `choices.name.${choice.name}` as never);
    const value = `${choice.value} ${choice.unit}`.trim().replaceAll(/, */g, ', ');
    const reason = text(lang, `choices.reason.${choice.reason}` as never);
    return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}<br><span class="muted">${escapeHtml(reason)}</span></dd>`;
  });
  return `<dl>${items.join('')}</dl>`;
}
