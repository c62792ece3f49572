import { HoursChart, renderSvg, WeekGrid } from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { Findings, PlaceFindings } from '../evaluate/evaluate.ts';
import { placeNameText } from '../naming/place-name-text.ts';
import { categoryName, placeTypeName } from '../quality/words.ts';
import { evidenceSentences, holdOutSentence } from '../sheet/evidence-sentences.ts';
import type { LabelCount, PlaceSheet } from '../sheet/place-sheet.ts';
import { sheetSentences } from '../sheet/sheet-sentences.ts';
import { escapeHtml } from './html.ts';

/** More sheets than a shift can work through are left to the table. */
const SHOWN_SHEETS = 10;
const SHOWN_ROWS = 4;

/** The sheets of the first problem places: what, when, how much, how sure. */
export function placeSheetsHtml(findings: PlaceFindings, lang: Language): string {
  const { problemPlaces } = findings;
  return problemPlaces
    .slice(0, SHOWN_SHEETS)
    .map((_, i) => sheetHtml(findings, i, lang))
    .join('\n');
}

/** What the test and the held-out year say of the whole list. */
export function problemPlacesNotes(
  { problems, evidenceSummary, study }: Pick<Findings, 'problems' | 'evidenceSummary' | 'study'>,
  lang: Language,
): string[] {
  const left = problems.notConfirmed.length;
  const notes = [text(lang, 'statements.problemPlaceMeans', { rankBy: study.rankBy })];
  const held = holdOutSentence(lang, evidenceSummary);
  if (held) notes.push(held);
  if (left > 0)
    notes.push(text(lang, 'statements.notConfirmed', { n: formatInteger(lang, left), count: left }));
  return notes;
}

function sheetHtml(findings: PlaceFindings, i: number, lang: Language): string {
  const { problemPlaces, names, evidence, evidenceSummary, sheets } = findings;
  const place = problemPlaces[i];
  const sheet = sheets[i];
  const words = sheetSentences(lang, sheet);
  const name = placeNameText(lang, names[i]) || text(lang, 'viewer.placeNumber', { rank: place.rank });
  const significant = { significant: 2 };
  const figures = [
    `<b>${formatInteger(lang, place.n)}</b> ${text(lang, 'report.incidents', { count: place.n })}`,
    `<b>${formatNumber(lang, place.expected, significant)}</b> ${text(lang, 'report.expected')}`,
    `<b>${formatNumber(lang, place.areaKm2, significant)}</b> ${text(lang, 'report.km2')}`,
  ];
  const { main, more } = evidenceSentences(lang, place, evidence[i], evidenceSummary);
  const parts = [
    part(
      text(lang, 'viewer.sheetEvidence'),
      paragraphs([...main, ...more]) + paragraphs(words.flags, 'mark'),
    ),
    part(text(lang, 'viewer.when'), whenHtml(sheet, words.shift, lang)),
    part(text(lang, 'viewer.what'), whatHtml(sheet, lang) + paragraphs(words.apart ? [words.apart] : [])),
    part(
      text(lang, 'viewer.where'),
      whereHtml(sheet, lang) + paragraphs([words.addresses], sheet.flags.includes('stacked') ? 'mark' : ''),
    ),
  ];
  return [
    `<section class="sheet"><h3>${place.rank}. ${escapeHtml(name)}</h3>`,
    `<p>${figures.join(' · ')}</p>`,
    `<div class="columns">${parts.join('')}</div>`,
    '</section>',
  ].join('\n');
}

const part = (title: string, html: string): string => `<div><h4>${escapeHtml(title)}</h4>${html}</div>`;

const paragraphs = (sentences: readonly string[], name = ''): string =>
  sentences.map((sentence) => `<p${name && ` class="${name}"`}>${escapeHtml(sentence)}</p>`).join('');

function whatHtml({ categories }: PlaceSheet, lang: Language): string {
  return countsHtml(categories, 0, (label) => categoryName(lang, label), lang);
}

function whereHtml({ placeTypes, placeTypeUnknown }: PlaceSheet, lang: Language): string {
  return countsHtml(placeTypes, placeTypeUnknown, (label) => placeTypeName(lang, label, true), lang);
}

/** The most frequent labels, then all others and those not known in a line each: the column sums up. */
function countsHtml(
  counts: readonly LabelCount[],
  unknown: number,
  nameOf: (label: string) => string,
  lang: Language,
): string {
  const named = counts.filter(({ label }) => label !== '');
  if (named.length === 0) return '';
  const row = (name: string, n: number): string =>
    `<tr><td>${escapeHtml(name)}</td><td>${formatInteger(lang, n)}</td></tr>`;
  const others = named.slice(SHOWN_ROWS).reduce((sum, { n }) => sum + n, 0);
  const notKnown = counts.reduce((sum, { label, n }) => (label === '' ? sum + n : sum), unknown);
  const rows = [
    ...named.slice(0, SHOWN_ROWS).map(({ label, n }) => row(capitalised(nameOf(label)), n)),
    ...(others > 0 ? [row(capitalised(text(lang, 'report.other')), others)] : []),
    ...(notKnown > 0 ? [row(capitalised(text(lang, 'viewer.notKnown')), notKnown)] : []),
  ];
  return `<table>${rows.join('')}</table>`;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function whenHtml(sheet: PlaceSheet, shift: string | undefined, lang: Language): string {
  if (!shift) return `<p>${escapeHtml(text(lang, 'report.noHours'))}</p>`;
  const unknown = text(lang, 'viewer.hourUnknownHere', { n: formatInteger(lang, sheet.hourUnknown) });
  return [
    renderSvg(<HoursChart lang={lang} hours={sheet.hours} shift={sheet.shift} />),
    renderSvg(<WeekGrid lang={lang} week={sheet.week} />),
    `<p class="shift">${escapeHtml(sheet.hourUnknown > 0 ? `${shift} ${unknown}` : shift)}</p>`,
  ].join('');
}
