import { OrynError } from '@oryn/core';
import {
  blobFile,
  type ColumnRole,
  type FileFormat,
  formatOf,
  type MappingFile,
  openTable,
  parseMappingFile,
  readFeatures,
  recogniseColumns,
  type SourceFile,
  textOf,
} from '@oryn/ingest';
import { parseStudyFile, type Study, studyFiles, studyForManifest } from '@oryn/study';
import type { Geometry } from 'geojson';
import type { DroppedFile, FileRole } from '../open/dropped-file.ts';

/** Formats that hold rows, not shapes. */
const TABLES: readonly FileFormat[] = ['csv', 'xlsx'];

/** More polygons than this are districts, not the outline of a city. */
const MOST_BOUNDARY_POLYGONS = 3;

/** No settings and no saved columns are larger; a layer of streets is not parsed twice. */
const LARGEST_SETTINGS_BYTES = 1024 * 1024;

/** The columns by which a table of categories is known. */
const CATEGORY_COLUMNS = ['category', 'group', 'layer'];

/** A table with one of these tells of events. */
const OF_INCIDENTS: readonly ColumnRole[] = ['time', 'year', 'category', 'article', 'articleText'];

/** As `SourceFile`s by name. Only the names of files are known to a page, never their folders. */
export function sourcesOf(files: readonly DroppedFile[]): Map<string, SourceFile> {
  return new Map(files.map(({ name, file }) => [name, blobFile(name, file)]));
}

/** What a file seems to be for; `otherwise` is what it is beside a file that is incidents more surely. */
export interface Guess {
  role: FileRole;
  otherwise: FileRole;
}

/**
 * What a file seems to be for, by its content: rows or points are incidents, lines are streets, polygons an area.
 * Points that have neither a time nor a kind may be posts or people, so they are incidents only where nothing else is.
 *
 * @throws OrynError file.*
 */
export async function guessRole(file: File): Promise<Guess> {
  if (/\.ya?ml$/i.test(file.name)) return surely('study');
  const source = blobFile(file.name, file);
  const settings = await settingsRole(file);
  if (settings) return surely(settings);
  const format = await formatOf(source);
  if (TABLES.includes(format)) return tableRole(source, 'skip');
  if (format.startsWith('osm-')) return surely('streets');
  const features = await readFeatures(source).catch(() => []);
  const kind = commonest(features.map(({ geometry }) => geometry.type));
  if (kind === undefined || /Point$/.test(kind)) return tableRole(source, 'context');
  if (/LineString$/.test(kind)) return surely('streets');
  return surely(features.length <= MOST_BOUNDARY_POLYGONS ? 'boundary' : 'context');
}

const surely = (role: FileRole): Guess => ({ role, otherwise: role });

/** @param bare what rows are that have neither a time nor a kind */
async function tableRole(source: SourceFile, bare: FileRole): Promise<Guess> {
  // A table that cannot be opened says why when it is read.
  const table = await openTable(source).catch(() => undefined);
  if (!table) return surely('incidents');
  const names = table.columns.map((name) => name.toLowerCase());
  if (CATEGORY_COLUMNS.every((name) => names.includes(name))) return surely('categories');
  const { mapping } = recogniseColumns(table);
  const isSure = OF_INCIDENTS.some((role) => mapping[role] !== undefined);
  return { role: 'incidents', otherwise: isSure ? 'incidents' : bare };
}

/** JSON that is no data: a study, or what was said of the columns of an older table. */
async function settingsRole(file: File): Promise<FileRole | undefined> {
  if (!/\.json$/i.test(file.name) || file.size > LARGEST_SETTINGS_BYTES) return undefined;
  try {
    const value: unknown = JSON.parse(await file.text());
    if (typeof value !== 'object' || value === null) return undefined;
    if ('oryn' in value && value.oryn === 'columns') return 'mapping';
    return 'files' in value && Array.isArray(value.files) ? 'study' : undefined;
  } catch {
    return undefined;
  }
}

/** The settings of a study file, its files by their names alone, and those names. */
export interface Settings {
  study: Study;
  files: string[];
}

/** @throws OrynError study.*, study.same-names */
export async function settingsOf(file: File): Promise<Settings> {
  const study = parseStudyFile(await textOf(blobFile(file.name, file)), file.name);
  const files = studyFiles(studyForManifest(study));
  const paths = studyFiles(study);
  if (files.length < paths.length) {
    const names = paths.map((path) => path.replace(/^.*[\\/]/, ''));
    const name = names.find((one, i) => names.indexOf(one) !== i) ?? '';
    throw new OrynError('study.same-names', { file: file.name, name });
  }
  return { study: studyForManifest(study), files };
}

/** @throws OrynError mapping.* */
export async function mappingOf(file: File): Promise<MappingFile> {
  return parseMappingFile(file.name, await textOf(blobFile(file.name, file)));
}

function commonest(types: readonly Geometry['type'][]): Geometry['type'] | undefined {
  const counts = new Map<Geometry['type'], number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
