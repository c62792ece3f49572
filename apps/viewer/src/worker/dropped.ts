import { blobFile, formatOf, readFeatures, type SourceFile } from '@oryn/ingest';
import type { Geometry } from 'geojson';
import type { DroppedFile, FileRole } from '../open/dropped-file.ts';

/** Formats that hold rows, not shapes. */
const TABLES = ['csv', 'xlsx'];

/** More polygons than this are districts, not the outline of a city. */
const MOST_BOUNDARY_POLYGONS = 3;

/** As `SourceFile`s by name. Only the names of files are known to a page, never their folders. */
export function sourcesOf(files: readonly DroppedFile[]): Map<string, SourceFile> {
  return new Map(files.map(({ name, file }) => [name, blobFile(name, file)]));
}

/** What a file seems to be for, by its content: rows or points are incidents, lines are streets, polygons an area. */
export async function guessRole(file: File): Promise<FileRole> {
  if (/\.ya?ml$/i.test(file.name)) return 'study';
  const source = blobFile(file.name, file);
  const format = await formatOf(source);
  if (TABLES.includes(format)) return 'incidents';
  if (format.startsWith('osm-')) return 'streets';
  const features = await readFeatures(source).catch(() => []);
  const kind = commonest(features.map(({ geometry }) => geometry.type));
  if (kind === undefined || /Point$/.test(kind)) return 'incidents';
  if (/LineString$/.test(kind)) return 'streets';
  return features.length <= MOST_BOUNDARY_POLYGONS ? 'boundary' : 'context';
}

function commonest(types: readonly Geometry['type'][]): Geometry['type'] | undefined {
  const counts = new Map<Geometry['type'], number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
