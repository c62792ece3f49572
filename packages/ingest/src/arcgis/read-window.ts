import { OrynError } from '@oryn/core';
import type { PointFeature } from './feature-lines.ts';
import type { LayerDescription } from './layer.ts';
import { isObject, type JsonObject, type PoliteClient } from './polite-client.ts';

/** Records of one answer: more make answers slow, and a slow answer is lost whole. */
const PAGE_RECORDS = 2000;
/** Ids of one question to a server that cannot page. */
const BATCH_IDS = 500;
/** A window whose records do not agree with its count is read again this many times. */
const MOST_REREADS = 3;

/** What is read of a layer and how. */
export interface Reading {
  client: PoliteClient;
  layer: LayerDescription;
  /** Fields to keep; the number of the record is asked for besides and stays in memory. */
  fields: readonly string[];
}

export interface WindowRecords {
  /** In the order of their numbers in the service. */
  features: PointFeature[];
  /** Records by the last count of the service. */
  counted: number;
  /** Records that came in while the window was read. */
  grewBy: number;
}

/** How many records meet a condition. */
export function countRecords({ client }: Reading, where: string): Promise<number> {
  return client.ask({ path: '/query', parameters: { where, returnCountOnly: 'true' } }, ({ count }) =>
    typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined,
  );
}

/**
 * All records that meet a condition, checked against the count of the service. Where they do not agree the
 * service is counted again, since records are entered late; then the window is read again. What stays apart
 * after the last reading is returned as it is, the fullest reading of all.
 */
export async function readWindow(reading: Reading, where: string, count: number): Promise<WindowRecords> {
  let counted = count;
  let fullest = new Map<number, PointFeature>();
  for (let read = 0; read <= MOST_REREADS && (read === 0 || fullest.size !== counted); read++) {
    const records = await (reading.layer.pages ? byPages : byIds)(reading, where);
    if (records.size !== counted) counted = await countRecords(reading, where);
    if (records.size === counted || records.size > fullest.size) fullest = records;
  }
  const features = [...fullest].sort(([a], [b]) => a - b).map(([, feature]) => feature);
  return { features, counted, grewBy: Math.max(0, counted - count) };
}

async function byPages(reading: Reading, where: string): Promise<Map<number, PointFeature>> {
  const { client, layer } = reading;
  const size = Math.min(layer.maxRecordCount, PAGE_RECORDS);
  const records = new Map<number, PointFeature>();
  for (let last = -Infinity; ; ) {
    const beyond = last === -Infinity ? '' : ` AND ${layer.objectIdField} > ${last}`;
    const page = await client.ask(
      {
        path: '/query',
        parameters: {
          ...recordParameters(reading),
          where: `${where}${beyond}`,
          orderByFields: `${layer.objectIdField} ASC`,
          resultRecordCount: String(size),
        },
      },
      (answer) => {
        const found = pageOf(answer, reading);
        // A page that does not go on from the last one is a page of an earlier question.
        return found?.ids.every((id, i) => id > (i === 0 ? last : found.ids[i - 1]!)) ? found : undefined;
      },
    );
    page.ids.forEach((id, i) => {
      records.set(id, page.features[i]!);
    });
    if (page.ids.length === 0 || (!page.exceeded && page.ids.length < size)) return records;
    last = page.ids.at(-1)!;
  }
}

async function byIds(reading: Reading, where: string): Promise<Map<number, PointFeature>> {
  const { client, layer } = reading;
  const ids = await client.ask(
    { path: '/query', parameters: { where, returnIdsOnly: 'true' } },
    ({ objectIds }) => {
      if (objectIds === null) return [];
      const all = Array.isArray(objectIds) && objectIds.every(isId);
      return all ? [...new Set(objectIds as number[])].sort((a, b) => a - b) : undefined;
    },
  );
  const size = Math.min(layer.maxRecordCount, BATCH_IDS);
  const records = new Map<number, PointFeature>();
  for (let start = 0; start < ids.length; start += size) {
    const batch = ids.slice(start, start + size);
    const asked = new Set(batch);
    const page = await client.ask(
      {
        path: '/query',
        parameters: { ...recordParameters(reading), objectIds: batch.join(',') },
        post: true,
      },
      (answer) => {
        const found = pageOf(answer, reading);
        return found?.ids.every((id) => asked.has(id)) ? found : undefined;
      },
    );
    page.ids.forEach((id, i) => {
      records.set(id, page.features[i]!);
    });
  }
  return records;
}

function recordParameters({ fields, layer }: Reading): Record<string, string> {
  return {
    outFields: [layer.objectIdField, ...fields].join(','),
    outSR: '4326',
    returnGeometry: 'true',
  };
}

interface Page {
  ids: number[];
  features: PointFeature[];
  exceeded: boolean;
}

/** The records of an answer; undefined where it is no answer of records. */
function pageOf(answer: JsonObject, { fields, layer }: Reading): Page | undefined {
  if (!Array.isArray(answer.features)) return undefined;
  const ids: number[] = [];
  const features: PointFeature[] = [];
  for (const feature of answer.features as unknown[]) {
    if (!isObject(feature) || !isObject(feature.attributes)) return undefined;
    const { attributes } = feature;
    const id = attributes[layer.objectIdField];
    if (!isId(id)) return undefined;
    ids.push(id);
    const place = placeOf(feature.geometry, answer.spatialReference);
    features.push({ ...place, values: fields.map((name) => attributeOf(attributes, name)) });
  }
  return { ids, features, exceeded: answer.exceededTransferLimit === true };
}

/**
 * The place of a record in degrees. A server that ignores `outSR` answers in metres, which pass for degrees
 * near the origin: what is stated counts, and where nothing is stated the numbers must be degrees. Numbers
 * stated to be degrees are kept as they are, even impossible ones: the reader of the file counts them.
 */
function placeOf(geometry: unknown, reference: unknown): { lon: number; lat: number } {
  const { wkid, latestWkid } = isObject(reference) ? reference : {};
  const stated = latestWkid ?? wkid;
  if (stated !== undefined && stated !== 4326 && wkid !== 4326)
    throw new OrynError('fetch.reference', { found: String(stated) });
  const { x, y } = isObject(geometry) ? geometry : {};
  if (typeof x !== 'number' || typeof y !== 'number') return { lon: Number.NaN, lat: Number.NaN };
  if (stated === undefined && (Math.abs(x) > 180 || Math.abs(y) > 90))
    throw new OrynError('fetch.reference', { found: [x, y].join(', ') });
  return { lon: x, lat: y };
}

function attributeOf(attributes: JsonObject, name: string): string | number | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value);
