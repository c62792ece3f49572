import { PlaceClock, renderSvg } from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { placeNameText } from '../naming/place-name-text.ts';
import { placeTypeName } from '../quality/words.ts';
import { sheetCategoryName } from '../sheet/category-codes.ts';
import { evidenceSentences, holdOutSentence } from '../sheet/evidence-sentences.ts';
import type { LabelCount } from '../sheet/place-sheet.ts';
import { sheetSentences } from '../sheet/sheet-sentences.ts';
import type { Block } from './blocks.ts';
import type { ReportSource } from './report-source.ts';

/** More sheets than a shift can work through are left to the table. */
const SHOWN_SHEETS = 10;
const SHOWN_LABELS = 4;

/** The sheets of the first problem places: how much, how sure, what, when, where. */
export function placeSheetBlocks(
  source: ReportSource,
  lang: Language,
  figures: ReadonlySet<string>,
): Block[] {
  return source.problemPlaces.slice(0, SHOWN_SHEETS).flatMap((_, i) => sheetOf(source, i, lang, figures));
}

/** Hours and weekdays of these places as figures, by name; none of a place where no hour is known. */
export function sheetFigures(
  { problemPlaces, sheets, names }: ReportSource,
  lang: Language,
): Map<string, string> {
  const figures = new Map<string, string>();
  for (const [i, place] of problemPlaces.slice(0, SHOWN_SHEETS).entries()) {
    const { hours, week, shift } = sheets[i];
    if (!shift) continue;
    const title = clockTitle(placeNameText(lang, names[i]) || placeNumber(place.rank, lang), lang);
    const clock = <PlaceClock lang={lang} hours={hours} week={week} shift={shift} title={title} />;
    figures.set(clockName(place.rank), renderSvg(clock));
  }
  return figures;
}

/** What the test and the held-out year say of the whole list. */
export function problemPlacesNotes(
  { problems, evidenceSummary, study }: Pick<ReportSource, 'problems' | 'evidenceSummary' | 'study'>,
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

function sheetOf(source: ReportSource, i: number, lang: Language, figures: ReadonlySet<string>): Block[] {
  const { problemPlaces, names, evidence, evidenceSummary, sheets } = source;
  const place = problemPlaces[i];
  const sheet = sheets[i];
  const words = sheetSentences(lang, sheet, source);
  const name = placeNameText(lang, names[i]) || placeNumber(place.rank, lang);
  const two = (value: number): string => formatNumber(lang, value, { significant: 2 });
  const { main, more } = evidenceSentences(lang, place, evidence[i], evidenceSummary);
  const size = [
    `${formatInteger(lang, place.n)} ${text(lang, 'report.incidents', { count: place.n })}`,
    `${two(place.expected)} ${text(lang, 'report.expected')}`,
    `${two(place.areaKm2)} ${text(lang, 'report.km2')}`,
  ];
  const unknown =
    sheet.hourUnknown > 0
      ? `${text(lang, 'viewer.hourUnknownHere', { n: formatInteger(lang, sheet.hourUnknown) })}.`
      : '';
  const items: [label: string, said: readonly string[]][] = [
    [text(lang, 'viewer.sheetEvidence'), [...main, ...more]],
    [text(lang, 'viewer.when'), [words.shift ?? text(lang, 'report.noHours'), words.shift ? unknown : '']],
    [
      text(lang, 'viewer.what'),
      [
        countsText(sheet.categories, 0, (label) => sheetCategoryName(lang, label), lang),
        words.codes ?? '',
        words.apart ?? '',
      ],
    ],
    [
      text(lang, 'viewer.where'),
      [
        countsText(
          sheet.placeTypes,
          sheet.placeTypeUnknown,
          (label) => placeTypeName(lang, label, true),
          lang,
        ),
        words.addresses,
      ],
    ],
    [text(lang, 'report.caution'), words.flags],
  ];
  const clock = clockName(place.rank);
  return [
    { kind: 'heading', level: 2, text: `${formatInteger(lang, place.rank)}. ${name}` },
    { kind: 'paragraph', text: size.join(' · ') },
    ...items.flatMap(([label, said]): Block[] => {
      const whole = said.filter((sentence) => sentence !== '').join(' ');
      return whole === '' ? [] : [{ kind: 'paragraph', label, text: whole }];
    }),
    ...(figures.has(clock)
      ? [{ kind: 'figure' as const, caption: clockTitle(name, lang), name: clock }]
      : []),
  ];
}

/** The most frequent labels, then all others and those not known: the numbers sum up. Nothing where no label is known. */
function countsText(
  counts: readonly LabelCount[],
  unknown: number,
  nameOf: (label: string) => string,
  lang: Language,
): string {
  const named = counts.filter(({ label }) => label !== '');
  if (named.length === 0) return '';
  const others = named.slice(SHOWN_LABELS).reduce((sum, { n }) => sum + n, 0);
  const notKnown = counts.reduce((sum, { label, n }) => (label === '' ? sum + n : sum), unknown);
  const parts: [name: string, n: number][] = [
    ...named.slice(0, SHOWN_LABELS).map(({ label, n }): [string, number] => [nameOf(label), n]),
    [text(lang, 'report.other'), others],
    [text(lang, 'viewer.notKnown'), notKnown],
  ];
  const written = parts.filter(([, n]) => n > 0).map(([name, n]) => `${name} – ${formatInteger(lang, n)}`);
  return `${capitalised(written.join('; '))}.`;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const clockName = (rank: number): string => `place-${rank}`;
const clockTitle = (place: string, lang: Language): string => text(lang, 'report.clockOf', { place });
const placeNumber = (rank: number, lang: Language): string =>
  text(lang, 'viewer.placeNumber', { rank: formatInteger(lang, rank) });
