import { OrynError } from '@oryn/core';
import { isObject, type JsonObject, type PoliteClient } from './polite-client.ts';

interface LayerField {
  name: string;
  /** As the service says it, for example `esriFieldTypeDate`. */
  type: string;
}

/** What a layer says of itself. */
export interface LayerDescription {
  name: string;
  fields: readonly LayerField[];
  objectIdField: string;
  /** Most records of one answer. */
  maxRecordCount: number;
  /** Whether records can be asked for in order and in pages; older servers only list ids. */
  pages: boolean;
}

/** What an answer with fewer records than this is limited by on servers that say nothing. */
const USUAL_RECORD_COUNT = 1000;

/**
 * The address of a layer, the rest of a longer address cut off.
 *
 * @throws OrynError fetch.address
 */
export function layerAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const path = url && /^(.*\/(?:FeatureServer|MapServer)\/\d+)(?:\/query)?\/?$/i.exec(url.pathname);
  if (!url || !path || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new OrynError('fetch.address', { given });
  url.pathname = path[1]!;
  url.hash = '';
  return url;
}

/** @throws OrynError fetch.layer, fetch.not-points, and those of the client */
export async function describeLayer(client: PoliteClient, address: URL): Promise<LayerDescription> {
  return client.ask({ path: '', parameters: {} }, (answer) => descriptionOf(answer, address));
}

function descriptionOf(answer: JsonObject, address: URL): LayerDescription {
  if (!Array.isArray(answer.fields)) throw notALayer(address);
  const fields = answer.fields.filter(isField).map(({ name, type }) => ({ name, type }));
  const found = String(answer.geometryType ?? answer.type ?? '');
  if (found !== 'esriGeometryPoint') throw new OrynError('fetch.not-points', { found });
  const objectIdField =
    typeof answer.objectIdField === 'string' && answer.objectIdField !== ''
      ? answer.objectIdField
      : fields.find(({ type }) => type === 'esriFieldTypeOID')?.name;
  if (objectIdField === undefined) throw notALayer(address);
  const able = isObject(answer.advancedQueryCapabilities) ? answer.advancedQueryCapabilities : answer;
  const most = Number(answer.maxRecordCount);
  return {
    name: String(answer.name ?? ''),
    fields,
    objectIdField,
    maxRecordCount: Number.isInteger(most) && most > 0 ? most : USUAL_RECORD_COUNT,
    pages: able.supportsPagination === true && able.supportsOrderBy !== false,
  };
}

function notALayer(address: URL): OrynError {
  return new OrynError('fetch.layer', { given: address.origin + address.pathname });
}

function isField(value: unknown): value is LayerField {
  return isObject(value) && typeof value.name === 'string' && typeof value.type === 'string';
}

const DATE_TYPES = new Set(['esriFieldTypeDate', 'esriFieldTypeDateOnly', 'esriFieldTypeTimestampOffset']);

/**
 * The field that windows of time are asked by: the one named, else the only date of the layer.
 *
 * @throws OrynError fetch.date-field
 */
export function dateFieldOf({ fields }: LayerDescription, given: string | undefined): string {
  const dates = fields.filter(({ type }) => DATE_TYPES.has(type)).map(({ name }) => name);
  const known = dates.join(', ');
  if (given === undefined) {
    if (dates.length === 1) return dates[0]!;
    throw new OrynError('fetch.date-field', { given: '', known });
  }
  const found = dates.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw new OrynError('fetch.date-field', { given, known });
  return found;
}

/** Numbers the service gives to records, and what is no text or number. */
const NEVER_KEPT_TYPES = new Set([
  'esriFieldTypeOID',
  'esriFieldTypeGlobalID',
  'esriFieldTypeGeometry',
  'esriFieldTypeBlob',
  'esriFieldTypeRaster',
  'esriFieldTypeXML',
]);

/** Fields to ask for, in the order of the layer, and those that are never asked for. */
export function splitFields(
  { fields, objectIdField }: LayerDescription,
  leaveOut: readonly string[],
): { kept: string[]; leftOut: string[] } {
  const out = new Set([objectIdField, ...leaveOut].map((name) => name.toLowerCase()));
  const isOut = ({ name, type }: LayerField): boolean =>
    NEVER_KEPT_TYPES.has(type) || out.has(name.toLowerCase());
  const names = (chosen: readonly LayerField[]): string[] => chosen.map(({ name }) => name);
  return {
    kept: names(fields.filter((field) => !isOut(field))),
    leftOut: names(fields.filter(isOut)),
  };
}
