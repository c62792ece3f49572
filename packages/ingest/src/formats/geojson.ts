import { OrynError } from '@oryn/core';
import type { SourceFile } from '../source/source-file.ts';
import { textOf } from '../source/text.ts';
import {
  checkedGeometry,
  type FeatureSet,
  type FileFeature,
  featureFacts,
  featureTable,
} from './feature-table.ts';
import { crsOfName, type ToDegrees, toDegreesFrom } from './file-crs.ts';
import { isRecord, parseJson, splitJson } from './json-text.ts';
import type { OpenOptions, Table } from './table.ts';

/**
 * A GeoJSON file (RFC 7946) as a table, one row per feature: a collection, one feature, one geometry, a list of
 * features or of plain objects, or several of these one after another. An old `crs` member is followed.
 *
 * @throws OrynError file.empty, file.encoding, file.too-large, file.format, file.no-features, file.too-many-columns,
 *   json.invalid, json.too-deep, geometry.invalid, crs.unknown
 */
export async function openGeoJson(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  return featureTable(file, await readGeoJson(file, options));
}

/** The features of a GeoJSON file. @throws as `openGeoJson` */
export async function readGeoJson(file: SourceFile, options: OpenOptions = {}): Promise<FeatureSet> {
  const text = (await textOf(file, options.encoding)).replace(/^\uFEFF/, '');
  const features: FileFeature[] = [];
  let crs: string | undefined;
  for (const document of documentsOf(file.name, text)) {
    const name = isRecord(document) ? crsNameOf(document) : undefined;
    const own = name === undefined ? undefined : crsOfName(name);
    crs ??= own;
    addFeatures(file.name, document, toDegreesFrom(own), features);
  }
  return { features, facts: featureFacts('geojson', crs) };
}

/** The JSON values of a text: one, or several pages written one after another. @throws OrynError json.invalid */
export function documentsOf(file: string, text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    const parts = splitJson(text);
    if (parts.length < 2) return [parseJson(file, text)];
    return parts.map((part) => parseJson(file, part));
  }
}

function crsNameOf(document: Record<string, unknown>): string | undefined {
  const { crs } = document;
  const name = isRecord(crs) && isRecord(crs.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

function addFeatures(
  file: string,
  document: unknown,
  toDegrees: ToDegrees | undefined,
  into: FileFeature[],
): void {
  const isCollection = isRecord(document) && document.type === 'FeatureCollection';
  const list = isCollection ? document.features : Array.isArray(document) ? document : undefined;
  if (Array.isArray(list)) {
    for (const item of list) into.push(featureOf(file, into.length + 1, item, toDegrees));
  } else if (!isCollection && isRecord(document) && typeof document.type === 'string') {
    into.push(featureOf(file, into.length + 1, document, toDegrees));
  } else throw new OrynError('file.format', { file });
}

/**
 * A record of a JSON file: a feature, a bare geometry, or a plain object whose keys are its properties.
 *
 * @throws OrynError json.not-object, geometry.invalid
 */
export function featureOf(file: string, row: number, item: unknown, toDegrees?: ToDegrees): FileFeature {
  if (!isRecord(item)) throw new OrynError('json.not-object', { file, row });
  if (item.type === 'Feature') {
    const properties = isRecord(item.properties) ? item.properties : null;
    return { type: 'Feature', properties, geometry: checkedGeometry(file, row, item.geometry, toDegrees) };
  }
  if (Array.isArray(item.coordinates) || Array.isArray(item.geometries)) {
    return { type: 'Feature', properties: null, geometry: checkedGeometry(file, row, item, toDegrees) };
  }
  return { type: 'Feature', properties: item, geometry: null };
}
