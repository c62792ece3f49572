import { isoDate, SECONDS_PER_DAY } from '@oryn/core';
import { type ColumnRole, mappableRoles, openTable } from '@oryn/ingest';
import { type Language, text } from '@oryn/language';
import {
  inspectIncidents,
  parseStudy,
  qualityHtml,
  readStudy,
  reasonSentence,
  type StudyData,
  type StudyInput,
  type UnderstoodFact,
  understoodFacts,
  verdictSentence,
} from '@oryn/study';
import type { DroppedFile } from '../open/dropped-file.ts';
import { inLanguages } from './answer.ts';
import { sourcesOf } from './dropped.ts';

/** Rows of a file that the wizard shows. */
const SHOWN_ROWS = 5;

/** A table as it stands in the file, and what its columns are taken for. */
export interface UnderstoodTable {
  file: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** The role of each column; undefined where it is not used. */
  roles: (ColumnRole | undefined)[];
  /** Columns that name persons or cases: never kept. */
  personal: readonly string[];
}

/** What was understood of the files, before anything is computed. */
export interface Understood {
  tables: UnderstoodTable[];
  /** Every role that a column may have. */
  offered: readonly ColumnRole[];
  facts: Record<Language, UnderstoodFact[]>;
  read: number;
  kept: number;
  /** Rows left out, in words. */
  dropped: Record<Language, string[]>;
  withoutDate: number;
  /** Outside the boundary; undefined without one. */
  outside: number | undefined;
  dates: { first: string; last: string } | undefined;
  simulated: boolean;
  verdict: Record<Language, string>;
  reasons: Record<Language, string[]>;
  /** The whole report on quality, a page of its own. */
  page: Record<Language, string>;
}

/**
 * Read the files as a study would, and say what they seem to hold.
 *
 * @throws OrynError of ingest and of the definition of a study
 */
export async function understand(
  files: readonly DroppedFile[],
  input: StudyInput,
  onProgress: (file: string, done: number, total: number) => void,
): Promise<Understood> {
  const study = parseStudy(input, 'oryn');
  const sources = sourcesOf(files);
  const data = await readStudy(study, sources, { use: 'plane', keepStruckOff: true, onProgress });
  const quality = inspectIncidents(data, { area: data.area, resolution: study.resolution });
  const tables: UnderstoodTable[] = [];
  for (const path of study.files) {
    const table = await openTable(sources.get(path)!, study);
    const reading = data.readings.find(({ file }) => file === table.file);
    const roleOf = new Map(Object.entries(reading?.mapping ?? {}).map(([role, name]) => [name, role]));
    tables.push({
      file: table.file,
      columns: table.columns,
      rows: table.sample.slice(0, SHOWN_ROWS),
      roles: table.columns.map((name) => roleOf.get(name) as ColumnRole | undefined),
      personal: reading?.personal ?? [],
    });
  }
  return {
    tables,
    offered: mappableRoles,
    facts: inLanguages((lang) => understoodFacts(lang, quality)),
    read: quality.rows.read,
    kept: quality.rows.kept,
    dropped: inLanguages((lang) =>
      Object.entries(quality.rows.dropped)
        .filter(([, rows]) => rows > 0)
        .map(([reason, rows]) => `${text(lang, `statements.dropped.${reason}` as never)}: ${rows}`),
    ),
    withoutDate: quality.rows.withoutDate,
    outside: quality.outside?.n,
    dates: datesOf(data),
    simulated: data.simulated,
    verdict: inLanguages((lang) => verdictSentence(lang, quality)),
    reasons: inLanguages((lang) => quality.verdict.reasons.map((reason) => reasonSentence(lang, reason))),
    page: inLanguages((lang) => qualityHtml(quality, lang)),
  };
}

function datesOf({ incidents: { time } }: StudyData): Understood['dates'] {
  let [first, last] = [Infinity, -Infinity];
  for (const seconds of time) {
    if (seconds < first) first = seconds;
    if (seconds > last) last = seconds;
  }
  const day = (seconds: number): string => isoDate(Math.floor(seconds / SECONDS_PER_DAY));
  return Number.isFinite(first) ? { first: day(first), last: day(last) } : undefined;
}
