import { offenceGroups } from '@oryn/datasets';
import { type FileReading, groupOfLabel } from '@oryn/ingest';
import { formatInteger, givenText, type Language, type TextKey, type TextValues, text } from '@oryn/language';
import type { Choice } from '../evaluate/choice.ts';
import type { QualityReport } from './quality-report.ts';

/** One thing that was understood of the files, in words. */
export interface UnderstoodFact {
  name: string;
  value: string;
  /** Why, or what to do if it is wrong. */
  reason: string;
  /** Files it holds for; empty where it holds for all. */
  files: readonly string[];
}

/** The text of a key. A page says by its own fields what the command line says by its options. */
export type Say = (lang: Language, key: TextKey, values?: TextValues) => string;

const MOST_NAMES = 8;

/** Choices about the files come in this order, others after them; the columns have a table of their own. */
const CHOICE_ORDER = ['crs', 'dateOrder', 'zone', 'zonePair', 'placeholders', 'crossing', 'encoding'];

/**
 * How the files were understood, the most important first: system of the coordinates, dates, sheet and header, what
 * was left out. What holds for several files is said once.
 */
export function understoodFacts(
  lang: Language,
  report: Pick<QualityReport, 'subject' | 'readings' | 'choices' | 'categories'>,
  say: Say = text,
): UnderstoodFact[] {
  const { subject, readings, choices, categories } = report;
  const found = [
    ...choices
      .filter(({ name }) => name !== 'columns')
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((choice) => ({ file: choice.rule, ...choiceFact(lang, choice, say) })),
    ...readings.flatMap((reading) =>
      tableFacts(lang, reading, say).map((fact) => ({ file: reading.file, ...fact })),
    ),
  ];
  const facts = new Map<string, { fact: Omit<UnderstoodFact, 'files'>; files: string[] }>();
  for (const { file, ...fact } of found) {
    const key = JSON.stringify(fact);
    const known = facts.get(key);
    if (known) known.files.push(file);
    else facts.set(key, { fact, files: [file] });
  }
  const names = readings.map(({ file }) => file);
  const merged = [...facts.values()].map(({ fact, files }) => {
    const isOfSome = files.length < names.length && files.every((file) => names.includes(file));
    return { ...fact, files: isOfSome ? files : [] };
  });
  if (categories.own > 0 && subject === 'incidents') {
    merged.push({
      name: text(lang, 'quality.fact.categories'),
      value: text(lang, 'quality.fact.categories.value', {
        n: formatInteger(lang, categories.own),
        rows: formatInteger(lang, categories.ownRows),
      }),
      reason: say(lang, 'quality.fact.categories.reason'),
      files: [],
    });
  }
  return merged;
}

/** Categories that are no offence group: kept as the file has them. */
export function ownCategories(category: { codes: Uint16Array; labels: readonly string[] }): {
  own: number;
  ownRows: number;
} {
  const groups = new Set<string>(offenceGroups.map(({ id }) => id));
  const isOwn = category.labels.map((label) => label !== '' && !groups.has(groupOfLabel(label)));
  const used = new Set<number>();
  let ownRows = 0;
  for (const code of category.codes) {
    if (!isOwn[code]) continue;
    used.add(code);
    ownRows++;
  }
  return { own: used.size, ownRows };
}

/** The value of a choice as people write it, and why it was chosen. */
export function choiceFact(lang: Language, choice: Choice, say: Say = text): Omit<UnderstoodFact, 'files'> {
  const { name, value, reason } = choice;
  const unit = choice.unit === SAID_UNIT ? '' : choice.unit;
  const inWords = VALUES_IN_WORDS.includes(name)
    ? text(lang, `choices.value.${value}` as never)
    : value === 'as written'
      ? text(lang, 'choices.value.asWritten')
      : `${value} ${unit}`
          .trim()
          .replaceAll(/,(?=\S)/g, ', ')
          .replace(/^EPSG:4326$/, '$& (WGS 84)');
  return {
    name: text(lang, `choices.name.${name}` as never),
    value: inWords,
    reason: say(lang, `choices.reason.${reason}` as never),
  };
}

function placeOf({ name }: Choice): number {
  const place = CHOICE_ORDER.indexOf(name);
  return place < 0 ? CHOICE_ORDER.length : place;
}

/** The name of the choice already says it, in words. */
const SAID_UNIT = 'cells';

/** Choices whose value is a word of ours, not one of the data. */
const VALUES_IN_WORDS = ['dateOrder', 'area', 'mask'];

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function tableFacts(
  lang: Language,
  { facts, personal, unused }: FileReading,
  say: Say,
): Omit<UnderstoodFact, 'files'>[] {
  const { sheet, otherSheets = [], headerRow = 1, delimiter, format } = facts;
  const found: Omit<UnderstoodFact, 'files'>[] = [];
  if (sheet !== undefined && otherSheets.length > 0) {
    found.push({
      name: text(lang, format === 'xlsx' ? 'quality.fact.sheet' : 'quality.fact.layer'),
      value: givenText(sheet),
      reason: say(lang, 'quality.fact.others', { list: listOf(lang, otherSheets) }),
    });
  }
  if (headerRow > 1) {
    found.push({
      name: text(lang, 'quality.fact.headerRow'),
      value: formatInteger(lang, headerRow),
      reason: text(lang, 'quality.fact.headerRow.reason'),
    });
  }
  for (const [columns, kind] of [
    [personal, 'personal'],
    [unused, 'unused'],
  ] as const) {
    if (columns.length === 0) continue;
    found.push({
      name: text(lang, `quality.fact.${kind}`),
      value: listOf(lang, columns),
      reason: say(lang, `quality.fact.${kind}.reason`),
    });
  }
  if (delimiter !== undefined && delimiter !== ',') {
    const known = DELIMITERS[delimiter as keyof typeof DELIMITERS];
    found.push({
      name: text(lang, 'quality.fact.delimiter'),
      value: known ? text(lang, `quality.delimiter.${known}`) : delimiter,
      reason: '',
    });
  }
  return found;
}

function listOf(lang: Language, names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => givenText(name));
  const list = shown.join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? text(lang, 'quality.fact.more', { list, n: formatInteger(lang, more) }) : list;
}
