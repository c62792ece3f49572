import { OrynError } from '@oryn/core';
import type { SourceFile } from '../source/source-file.ts';
import { textOf } from '../source/text.ts';
import { damaged } from './damaged.ts';
import { documentsOf } from './geojson.ts';
import { isRecord } from './json-text.ts';
import {
  MOST_MEMBERS,
  MOST_WAY_NODES,
  type OsmFile,
  type OsmMember,
  type OsmTags,
  type OsmVisitor,
  PointIds,
  unitsOf,
} from './osm-elements.ts';

const FORMAT = 'Overpass JSON';

/**
 * An answer of Overpass in JSON: nodes and ways, or ways and members with their points (`out geom`). Several answers
 * may follow one another.
 *
 * @throws OrynError file.empty, file.too-large, file.encoding, json.invalid, file.damaged, osm.incomplete
 */
export async function openOsmJson(file: SourceFile): Promise<OsmFile> {
  const text = (await textOf(file)).replace(/^\uFEFF/, '');
  const elements = documentsOf(file.name, text).flatMap((document) => {
    if (!isRecord(document) || !Array.isArray(document.elements)) throw damaged(file.name, FORMAT);
    checkRemark(file.name, document.remark);
    return document.elements as unknown[];
  });
  const points = new PointIds(file.name);
  return {
    name: file.name,
    async visit(visitor, onProgress) {
      try {
        for (const element of elements) if (isRecord(element)) visitElement(element, visitor, points);
      } catch (error) {
        throw error instanceof OrynError ? error : damaged(file.name, FORMAT);
      }
      onProgress?.(file.size, file.size);
    },
  };
}

/**
 * Overpass that ran out of time or memory still gives what it had until then, with a remark.
 *
 * @throws OrynError osm.incomplete
 */
export function checkRemark(file: string, remark: unknown): void {
  if (typeof remark !== 'string' || !/error|timed out|out of memory/i.test(remark)) return;
  throw new OrynError('osm.incomplete', { file, given: remark.trim().slice(0, 200) });
}

type Json = Record<string, unknown>;

function visitElement(element: Json, visitor: OsmVisitor, points: PointIds): void {
  const { type, id } = element;
  if (typeof id !== 'number') return;
  if (type === 'node') visitor.node?.(id, ...pointOf(element));
  else if (type === 'way') {
    const nodes = nodesOf(element, visitor, points);
    visitor.way?.({ id, tags: tagsOf(element.tags), nodes });
  } else if (type === 'relation') {
    const given = Array.isArray(element.members) ? element.members.filter(isRecord) : [];
    if (given.length > MOST_MEMBERS) throw new RangeError('number of members');
    const members = given.map((member): OsmMember => {
      const { type: kind, ref, role } = member;
      if ((kind !== 'node' && kind !== 'way' && kind !== 'relation') || typeof ref !== 'number')
        throw new RangeError('member');
      if (kind === 'way' && Array.isArray(member.geometry))
        visitor.way?.({ id: ref, tags: NO_TAGS, nodes: nodesOf(member, visitor, points) });
      return { type: kind, id: ref, role: typeof role === 'string' ? role : '' };
    });
    visitor.relation?.({ id, tags: tagsOf(element.tags), members });
  }
}

const NO_TAGS: OsmTags = new Map();

/** The nodes of a way, told at once where their points are written with it; a point left out (null) is no place. */
function nodesOf({ nodes, geometry }: Json, visitor: OsmVisitor, points: PointIds): number[] {
  const ids = Array.isArray(nodes) ? nodes.map(Number) : undefined;
  const places = Array.isArray(geometry) ? geometry : [];
  if ((ids ?? places).length > MOST_WAY_NODES) throw new RangeError('length of way');
  if (ids && places.length > 0 && places.length !== ids.length) throw new RangeError('points of way');
  const found = places.map((place, i): number => {
    const [lon, lat] = isRecord(place) ? pointOf(place) : [Number.NaN, Number.NaN];
    if (!(Number.isFinite(lon) && Number.isFinite(lat))) return Number.NaN;
    const id = ids?.[i] ?? points.idOf(lon, lat);
    visitor.node?.(id, lon, lat);
    return id;
  });
  return ids ?? found;
}

function pointOf({ lon, lat }: Json): [lon: number, lat: number] {
  return [
    unitsOf(typeof lon === 'number' ? lon : Number.NaN, 180),
    unitsOf(typeof lat === 'number' ? lat : Number.NaN, 90),
  ];
}

function tagsOf(given: unknown): OsmTags {
  const tags = new Map<string, string>();
  if (isRecord(given)) for (const [key, value] of Object.entries(given)) tags.set(key, String(value));
  return tags;
}
