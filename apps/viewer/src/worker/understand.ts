import { isoDate, SECONDS_PER_DAY } from '@oryn/core';
import {
  apartLayerOf,
  type ColumnMapping,
  type ColumnRole,
  groupOfLabel,
  mappableRoles,
  offenceOf,
  openTable,
  recogniseColumns,
  type Table,
  type TableFacts,
} from '@oryn/ingest';
import { formatInteger, type Language, text } from '@oryn/language';
import {
  inspectIncidents,
  parseStudy,
  qualityHtml,
  readStudy,
  reasonSentence,
  restrictedSentence,
  type Study,
  type StudyData,
  type StudyInput,
  type UnderstoodFact,
  understoodFacts,
  verdictSentence,
} from '@oryn/study';
import type { DroppedFile } from '../open/dropped-file.ts';
import { pageText } from '../ui/page-text.ts';
import { inLanguages } from './answer.ts';
import { sourcesOf } from './dropped.ts';
import { outcomeOf } from './outcome.ts';
import type { CategoryFact, Failure, Outcome } from './types.ts';

/** Rows of a file that the wizard shows, and how much of a cell. */
const SHOWN_ROWS = 5;
const LONGEST_CELL = 120;

/** A table as it stands in the file, and what its columns are taken for. */
export interface UnderstoodTable {
  file: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** The role of each column; undefined where it is not used. */
  roles: (ColumnRole | undefined)[];
  /** Columns that name persons or cases: never kept, and not shown. */
  personal: readonly string[];
  facts: Pick<TableFacts, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'otherSheets'>;
}

/** What was understood of the files, before anything is computed. */
export interface Understood {
  tables: UnderstoodTable[];
  /** Every role that a column may have. */
  offered: readonly ColumnRole[];
  /** What the rows hold; a failure where they cannot be read as what they are taken for, so that it can be mended. */
  content: Outcome<UnderstoodContent>;
}

/** What the rows of the files hold, whatever period and offences the study takes of them. */
export interface UnderstoodContent {
  facts: Record<Language, UnderstoodFact[]>;
  read: number;
  kept: number;
  /** Rows left out, in words. */
  dropped: Record<Language, string[]>;
  /** Offences shown by district only, with their numbers; undefined where there are none or no column names it. */
  byDistrict: Record<Language, string> | undefined;
  withoutDate: number;
  /** Outside the boundary; undefined without one. */
  outside: number | undefined;
  dates: { first: string; last: string } | undefined;
  /** The most frequent first. */
  categories: (CategoryFact & { n: number })[];
  simulated: boolean;
  verdict: Record<Language, string>;
  reasons: Record<Language, string[]>;
  /** The whole report on quality, a page of its own. */
  page: Record<Language, string>;
}

/**
 * Read the files as a study would, and say what they seem to hold.
 *
 * @throws OrynError of the definition of a study
 */
export async function understand(
  files: readonly DroppedFile[],
  input: StudyInput,
  onProgress: (file: string, done: number, total: number) => void,
): Promise<Understood> {
  const study = parseStudy({ ...input, from: undefined, to: undefined, category: undefined }, 'oryn');
  const tables: UnderstoodTable[] = [];
  let closed: Failure | undefined;
  for (const { name, file } of files.filter((one) => study.files.includes(one.name))) {
    const opened = await outcomeOf(() => tableOf({ name, file, role: 'incidents' }, study));
    if (opened.ok) tables.push(opened.value);
    else closed ??= opened.error;
  }
  const content = closed
    ? ({ ok: false, error: closed } as const)
    : await outcomeOf(() => contentOf(files, study, onProgress));
  return { tables, offered: mappableRoles, content };
}

async function tableOf(file: DroppedFile, study: Study): Promise<UnderstoodTable> {
  const table = await openTable(sourcesOf([file]).get(file.name)!, study);
  const { mapping, personal } = rolesIn(table, study.columns);
  const roleOf = new Map(Object.entries(mapping).map(([role, name]) => [name, role as ColumnRole]));
  const { format, encoding, delimiter, sheet, otherSheets } = table.facts;
  const isHidden = hiddenCells(table, mapping, personal);
  return {
    file: table.file,
    columns: table.columns,
    rows: table.sample
      .slice(0, SHOWN_ROWS)
      .map((row) => row.map((cell, i) => (isHidden(row, i) ? '…' : shortened(cell)))),
    roles: table.columns.map((name) => roleOf.get(name)),
    personal,
    facts: { format, encoding, delimiter, sheet, otherSheets },
  };
}

/** What an offence shown by district only may say of itself. */
const BY_DISTRICT: readonly ColumnRole[] = ['category', 'article', 'articleText', 'district', 'year'];

/** Cells that name a person, and those that would tell where and when an offence shown by district only was. */
function hiddenCells(
  table: Table,
  mapping: ColumnMapping,
  personal: readonly string[],
): (row: readonly string[], column: number) => boolean {
  const cellOf = (row: readonly string[], role: ColumnRole): string =>
    row[table.columns.indexOf(mapping[role] ?? '')] ?? '';
  const told = BY_DISTRICT.map((role) => mapping[role]);
  return (row, column) => {
    const name = table.columns[column];
    if (personal.includes(name)) return true;
    const { restricted } = offenceOf({
      category: cellOf(row, 'category'),
      code: cellOf(row, 'article'),
      text: cellOf(row, 'articleText'),
    });
    return restricted && !told.includes(name);
  };
}

/** Where what was said does not fit this file, it is shown as it would be understood by itself. */
function rolesIn(
  table: Table,
  said: ColumnMapping | undefined,
): Pick<ReturnType<typeof recogniseColumns>, 'mapping' | 'personal'> {
  try {
    return recogniseColumns(table, said);
  } catch {
    return recogniseColumns(table);
  }
}

const shortened = (cell: string): string =>
  cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell;

/** @throws OrynError of ingest */
async function contentOf(
  files: readonly DroppedFile[],
  study: Study,
  onProgress: (file: string, done: number, total: number) => void,
): Promise<UnderstoodContent> {
  const data = await readStudy(study, sourcesOf(files), { use: 'plane', keepStruckOff: true, onProgress });
  const quality = inspectIncidents(data, { area: data.area, resolution: study.resolution });
  return {
    facts: inLanguages((lang) => understoodFacts(lang, quality, pageText)),
    read: quality.rows.read,
    kept: quality.rows.kept,
    dropped: inLanguages((lang) =>
      Object.entries(quality.rows.dropped)
        .filter(([, rows]) => rows > 0)
        .map(
          ([reason, rows]) =>
            `${text(lang, `statements.dropped.${reason}` as never)}: ${formatInteger(lang, rows)}`,
        ),
    ),
    byDistrict: byDistrictIn(data),
    withoutDate: quality.rows.withoutDate,
    outside: quality.outside?.n,
    dates: datesOf(data),
    categories: categoriesOf(data),
    simulated: data.simulated,
    verdict: inLanguages((lang) => verdictSentence(lang, quality)),
    reasons: inLanguages((lang) =>
      quality.verdict.reasons.map((reason) => reasonSentence(lang, reason, pageText)),
    ),
    page: inLanguages((lang) => qualityHtml(quality, lang, pageText)),
  };
}

function byDistrictIn({ accounts }: StudyData): UnderstoodContent['byDistrict'] {
  const isCounted = accounts.some(({ restrictedByDistrict }) => restrictedByDistrict !== undefined);
  return isCounted ? inLanguages((lang) => restrictedSentence(lang, accounts) ?? '') : undefined;
}

function datesOf({ incidents: { time } }: StudyData): UnderstoodContent['dates'] {
  let [first, last] = [Infinity, -Infinity];
  for (const seconds of time) {
    if (seconds < first) first = seconds;
    if (seconds > last) last = seconds;
  }
  const day = (seconds: number): string => isoDate(Math.floor(seconds / SECONDS_PER_DAY));
  return Number.isFinite(first) ? { first: day(first), last: day(last) } : undefined;
}

function categoriesOf({ incidents: { category } }: StudyData): UnderstoodContent['categories'] {
  const n = new Float64Array(category.labels.length);
  for (const code of category.codes) n[code]++;
  return category.labels
    .map((label, code) => ({ label, n: n[code] }))
    .filter((one) => one.n > 0 && one.label !== '')
    .sort((a, b) => b.n - a.n)
    .map(({ label, n: count }) => ({
      label,
      n: count,
      group: groupOfLabel(label),
      layer: apartLayerOf(label) ?? ('place' as const),
    }));
}
