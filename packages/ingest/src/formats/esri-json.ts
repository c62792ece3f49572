import { OrynError } from '@oryn/core';
import type { Geometry, Position } from 'geojson';
import type { SourceFile } from '../source/source-file.ts';
import { textOf } from '../source/text.ts';
import {
  checkedGeometry,
  type FeatureSet,
  type FileFeature,
  featureFacts,
  featureTable,
} from './feature-table.ts';
import { polygonsOfRings } from './feature-table-rings.ts';
import { crsOfCode, toDegreesFrom } from './file-crs.ts';
import { documentsOf, featureOf } from './geojson.ts';
import { isRecord } from './json-text.ts';
import type { OpenOptions, Table, TableFacts } from './table.ts';

export interface EsriFacts extends TableFacts {
  /** The service holds more records than it gave: the file is a part. */
  readonly exceededTransferLimit?: true;
}

/**
 * Answers of an ArcGIS service as a table: one, a list, or several one after another, in Esri JSON or GeoJSON.
 * Columns stand in the order of the service's `fields`; dates stay milliseconds since 1970.
 *
 * @throws OrynError file.service-error where an answer is an error; file.empty, file.encoding, file.too-large,
 *   file.format, file.no-features, json.invalid, geometry.invalid, crs.unknown
 */
export async function openEsriJson(
  file: SourceFile,
  options: OpenOptions = {},
): Promise<Table & { readonly facts: EsriFacts }> {
  const set = await readEsriJson(file, options);
  const table = featureTable(file, set);
  return { ...table, facts: { ...set.facts, ...table.facts } };
}

/** The features of such a file. @throws as `openEsriJson` */
export async function readEsriJson(
  file: SourceFile,
  options: OpenOptions = {},
): Promise<FeatureSet & { readonly facts: EsriFacts }> {
  const text = (await textOf(file, options.encoding)).replace(/^\uFEFF/, '');
  const pages = documentsOf(file.name, text).flat().filter(isRecord);
  const features: FileFeature[] = [];
  const fields: string[] = [];
  let crs: string | undefined;
  let isPart = false;
  for (const page of pages) {
    if (isRecord(page.error)) throw serviceError(file.name, page.error);
    if (!Array.isArray(page.features)) throw new OrynError('file.format', { file: file.name });
    isPart = page.exceededTransferLimit === true;
    for (const field of Array.isArray(page.fields) ? page.fields : []) {
      if (isRecord(field) && typeof field.name === 'string' && !fields.includes(field.name))
        fields.push(field.name);
    }
    const own = addPage(file.name, page, page.features, features);
    crs ??= own;
  }
  if (pages.length === 0) throw new OrynError('file.format', { file: file.name });
  // Only the last page says whether anything is missing at the end.
  const facts = {
    ...featureFacts('esri-json', crs),
    ...(isPart && { exceededTransferLimit: true as const }),
  };
  return { features, facts, fields };
}

function serviceError(file: string, error: Record<string, unknown>): OrynError {
  const given = typeof error.message === 'string' ? error.message.slice(0, 200) : '';
  return new OrynError('file.service-error', { file, code: Number(error.code ?? 0), given });
}

/** Adds the features of a page; returns its system where it is not WGS 84. */
function addPage(
  file: string,
  page: Record<string, unknown>,
  items: readonly unknown[],
  into: FileFeature[],
): string | undefined {
  if (page.type === 'FeatureCollection') {
    for (const item of items) into.push(featureOf(file, into.length + 1, item));
    return undefined;
  }
  const firstGeometry = items.map((item) => isRecord(item) && item.geometry).find(isRecord);
  const crs = crsOfReference(page.spatialReference ?? firstGeometry?.spatialReference);
  const toDegrees = toDegreesFrom(crs);
  for (const item of items) {
    const row = into.length + 1;
    if (!isRecord(item)) throw new OrynError('json.not-object', { file, row });
    const properties = isRecord(item.attributes) ? item.attributes : null;
    const geometry = checkedGeometry(file, row, shapeOf(item.geometry), toDegrees);
    into.push({ type: 'Feature', properties, geometry });
  }
  return crs;
}

function crsOfReference(given: unknown): string | undefined {
  if (!isRecord(given)) return undefined;
  const code = Number(given.latestWkid ?? given.wkid ?? Number.NaN);
  if (Number.isInteger(code)) {
    const crs = crsOfCode(code);
    return crs === 'EPSG:4326' ? undefined : crs;
  }
  return typeof given.wkt === 'string' ? given.wkt : undefined;
}

function shapeOf(given: unknown): unknown {
  try {
    return geoJsonOf(given);
  } catch {
    return { type: 'not a geometry' };
  }
}

/** An Esri geometry in the shape of GeoJSON, its coordinates still unchecked. */
function geoJsonOf(given: unknown): unknown {
  if (!isRecord(given)) return null;
  if ('x' in given) {
    // An empty point has "NaN" or null for its coordinates.
    const isEmpty = typeof given.x !== 'number' || typeof given.y !== 'number';
    return isEmpty ? null : { type: 'Point', coordinates: [given.x, given.y] };
  }
  if (Array.isArray(given.points)) return { type: 'MultiPoint', coordinates: given.points };
  if (Array.isArray(given.paths)) {
    const isOne = given.paths.length === 1;
    return isOne
      ? { type: 'LineString', coordinates: given.paths[0] }
      : { type: 'MultiLineString', coordinates: given.paths };
  }
  if (Array.isArray(given.rings)) return areRings(given.rings) ? polygonOf(given.rings) : given;
  return null;
}

function areRings(given: unknown[]): given is Position[][] {
  return given.every((ring) => Array.isArray(ring) && ring.every((position) => Array.isArray(position)));
}

function polygonOf(rings: Position[][]): Geometry {
  const polygons = polygonsOfRings(rings);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}
