import { renderSvg, WeekGrid } from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { PlaceFindings } from '../evaluate/evaluate.ts';
import { placeNameText } from '../naming/place-name-text.ts';
import { categoryName, placeTypeName } from '../quality/words.ts';
import { evidenceSentences, holdOutSentence } from '../sheet/evidence-sentences.ts';
import type { LabelCount, PlaceSheet } from '../sheet/place-sheet.ts';
import { sheetSentences } from '../sheet/sheet-sentences.ts';
import { escapeHtml } from './html.ts';

/** More sheets than a shift can work through are left to the table. */
const SHOWN_SHEETS = 10;
const SHOWN_ROWS = 5;

/** The sheets of the first problem places: what, when, how much, how sure. */
export function placeSheetsHtml(findings: PlaceFindings, lang: Language): string {
  const { problemPlaces } = findings;
  return problemPlaces
    .slice(0, SHOWN_SHEETS)
    .map((_, i) => sheetHtml(findings, i, lang))
    .join('\n');
}

/** What the test and the held-out year say of the whole list. */
export function problemPlacesNotes(findings: PlaceFindings, lang: Language): string[] {
  const { problems, evidenceSummary } = findings;
  const left = problems.notConfirmed.length;
  const notes = [text(lang, 'statements.problemPlaceMeans')];
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
  const figures = [
    `<b>${formatInteger(lang, place.n)}</b> ${text(lang, 'report.incidents', { count: place.n })}`,
    `<b>${formatNumber(lang, place.expected, { significant: 2 })}</b> ${text(lang, 'report.expected')}`,
    `<b>${formatNumber(lang, place.areaKm2, { significant: 2 })}</b> ${text(lang, 'report.km2')}`,
  ];
  return [
    `<section class="sheet"><h3>${place.rank}. ${escapeHtml(name)}</h3>`,
    `<p>${figures.join(' · ')}</p>`,
    list(evidenceSentences(lang, place, evidence[i], evidenceSummary)),
    `<div class="columns"><div>${whatHtml(sheet, lang)}</div><div>${whenHtml(sheet, words.shift, lang)}</div></div>`,
    list([words.addresses, ...(words.apart ? [words.apart] : []), ...words.flags]),
    '</section>',
  ].join('\n');
}

const list = (sentences: readonly string[]): string =>
  `<ul>${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>`;

function whatHtml({ categories, placeTypes }: PlaceSheet, lang: Language): string {
  const rows = (counts: readonly LabelCount[], nameOf: (label: string) => string): string =>
    counts
      .filter(({ label }) => label !== '')
      .slice(0, SHOWN_ROWS)
      .map(
        ({ label, n }) => `<tr><td>${escapeHtml(nameOf(label))}</td><td>${formatInteger(lang, n)}</td></tr>`,
      )
      .join('');
  const what = rows(categories, (label) => categoryName(lang, label));
  const where = rows(placeTypes, (label) => placeTypeName(lang, label, true));
  return `${what && `<table>${what}</table>`}${where && `<table>${where}</table>`}`;
}

function whenHtml(sheet: PlaceSheet, shift: string | undefined, lang: Language): string {
  if (!shift) return `<p class="muted">${escapeHtml(text(lang, 'report.noHours'))}</p>`;
  return `${renderSvg(<WeekGrid lang={lang} week={sheet.week} />)}<p>${escapeHtml(shift)}</p>`;
}
