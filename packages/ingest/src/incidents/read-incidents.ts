import { type Incidents, OrynError, placeholderMinutes, SECONDS_PER_DAY, type StudyArea } from '@oryn/core';
import {
  type ColumnGuess,
  type ColumnMapping,
  describesRoadAccidents,
  recogniseColumns,
} from '../columns/recognise-columns.ts';
import type { SystemChoice } from '../coordinates/coordinate-system.ts';
import { openTable } from '../formats/open-table.ts';
import type { OpenOptions, TableFacts } from '../formats/table.ts';
import type { CategoryTable } from '../offences/category-table.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { TimeChoice } from '../time/time-reader.ts';
import { type ZoneFromPair, zoneFromPair } from '../time/zone.ts';
import type { DropReason, FileAccount } from './account.ts';
import { IncidentsBuilder } from './incidents-builder.ts';
import { readTable } from './read-table.ts';
import { RowHashes } from './row-hashes.ts';

export interface ReadOptions extends OpenOptions {
  columns?: ColumnMapping | undefined;
  crs?: string | undefined;
  /** Lets rows with exchanged axes be told from rows outside the area. */
  area?: StudyArea | undefined;
  /** Zone of written instants: `+05:00`, `utc` or `local`. */
  zone?: string | undefined;
  dateOrder?: 'dmy' | 'mdy' | 'ymd' | undefined;
  /** A person's own table of categories. */
  categories?: CategoryTable | undefined;
  dropDuplicates?: boolean | undefined;
  /** Told of every row that is left out, with the cells that were understood. */
  onReject?: ((reject: Reject) => void) | undefined;
  /** Told of bytes read of a file; what it throws stops the reading. */
  onProgress?: ((file: string, done: number, total: number) => void) | undefined;
}

/** A row that was left out. */
export interface Reject {
  file: string;
  row: number;
  reason: DropReason;
  /** Cells by the role of their column, as written; no personal column, and none of a restricted offence. */
  cells: Readonly<Record<string, string>>;
}

/** How a file was understood. */
export interface FileReading {
  file: string;
  facts: TableFacts;
  mapping: ColumnMapping;
  guesses: readonly ColumnGuess[];
  /** Columns that name persons or cases: never kept. */
  personal: readonly string[];
  unused: readonly string[];
  coordinates: SystemChoice;
  time: TimeChoice | undefined;
  /** How an epoch beside the clock in words stands to it, where a file has both. */
  zonePair: ZoneFromPair | undefined;
}

export interface ReadResult {
  incidents: Incidents;
  accounts: FileAccount[];
  columns: FileReading[];
  /** Minutes of the day that registers write for an unknown hour, beside midnight. */
  placeholders: { minute: number; n: number; expected: number }[];
  subject: 'incidents' | 'road-accidents';
  /** True when a kept row says it is simulated: one among real rows spoils what is said of a real city. */
  simulated: boolean;
}

/**
 * Read files of incidents into one table, with an account of every row.
 *
 * Rows without usable coordinates, with an impossible date, or of offences that are shown by district only are
 * dropped and counted; a row without a date is kept, and so is one struck off the register, with a mark. Axes that
 * are exchanged and wrong signs are mended where that is certain. Times are the local wall clock.
 *
 * @throws OrynError file.*, json.invalid, columns.*, crs.*, coordinates.*, category.too-many, files.subjects
 */
export async function readIncidents(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const builder = new IncidentsBuilder();
  const hashes = new RowHashes();
  const accounts: FileAccount[] = [];
  const columns: FileReading[] = [];
  const ofAccidents: string[] = [];
  let simulatedRows = 0;
  for (const file of files) {
    const table = await openTable(file, options);
    const recognised = recogniseColumns(table, options.columns);
    if (describesRoadAccidents(table.columns)) ofAccidents.push(file.name);
    checkSubject(file, ofAccidents, columns);
    const read = await readTable(table, recognised, options, builder, hashes);
    simulatedRows += read.simulatedRows;
    accounts.push(read.account);
    columns.push({
      file: table.file,
      facts: table.facts,
      ...recognised,
      coordinates: read.coordinates,
      time: read.time,
      zonePair: zoneFromPair(table),
    });
  }
  const placeholders = forgetPlaceholderHours(builder);
  countTimes(builder, accounts);
  const incidents = builder.finish();
  return {
    incidents,
    accounts,
    columns,
    placeholders,
    subject: ofAccidents.length > 0 ? 'road-accidents' : 'incidents',
    simulated: simulatedRows > 0,
  };
}

/** Road accidents are not crime: counted together they would be neither. */
function checkSubject(
  { name }: SourceFile,
  ofAccidents: readonly string[],
  before: readonly Pick<FileReading, 'file'>[],
): void {
  const isAccidents = ofAccidents.includes(name);
  const other = before.find(({ file }) => ofAccidents.includes(file) !== isAccidents);
  if (!other) return;
  const [accidents, incidents] = isAccidents ? [name, other.file] : [other.file, name];
  throw new OrynError('files.subjects', { accidents, incidents });
}

/** Hours at minutes that hold far more rows than their peers are not known. */
function forgetPlaceholderHours(builder: IncidentsBuilder): ReadResult['placeholders'] {
  const known = builder.time.view().map((seconds, i) => (builder.hourKnown.at(i) ? seconds : Number.NaN));
  const placeholders = placeholderMinutes(known).filter(({ minute }) => minute !== 0);
  const minutes = new Set(placeholders.map(({ minute }) => minute));
  if (minutes.size === 0) return placeholders;
  for (let i = 0; i < builder.count; i++) {
    const ofDay = ((builder.time.at(i) % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
    if (ofDay % 60 === 0 && minutes.has(ofDay / 60)) builder.hourKnown.set(i, 0);
  }
  return placeholders;
}

/** Dates and hours not known, per file, over the rows that are kept. */
function countTimes(builder: IncidentsBuilder, accounts: readonly FileAccount[]): void {
  let index = 0;
  for (const account of accounts) {
    for (const end = index + account.kept; index < end; index++) {
      if (Number.isNaN(builder.time.at(index))) account.withoutDate++;
      else if (!builder.hourKnown.at(index)) account.withoutHour++;
    }
  }
}
