import { OrynError } from '@oryn/core';
import type { Position } from 'geojson';
import type { ReadProgress } from '../source/source-file.ts';
import type { OsmFile, OsmRelation, OsmTags, OsmWay } from './osm-elements.ts';
import { lineOf, type NodePlaces } from './osm-node-places.ts';
import { joinRings, nestRings } from './osm-rings.ts';

/** A relation that encloses something. */
export interface AreaRelation {
  readonly id: number;
  readonly tags: OsmTags;
  /** Numbers of its ways, no two alike. */
  readonly ways: readonly number[];
}

export function isArea({ tags }: OsmRelation): boolean {
  return tags.get('type') === 'boundary' || tags.get('type') === 'multipolygon';
}

/** Areas in a file, and ways in them: a country has some tens of thousands. */
const MOST_AREAS = 200_000;
const MOST_AREA_WAYS = 2_000_000;

/** The relations wanted, each once. @throws OrynError osm.too-large */
export async function relationsOf(
  osm: OsmFile,
  isWanted: (relation: OsmRelation) => boolean,
  onProgress?: ReadProgress,
): Promise<AreaRelation[]> {
  const found = new Map<number, AreaRelation>();
  let ways = 0;
  await osm.visit(
    {
      relation(relation) {
        if (found.has(relation.id) || !isWanted(relation)) return;
        const own = new Set(relation.members.filter(({ type }) => type === 'way').map(({ id }) => id));
        ways += own.size;
        if (found.size >= MOST_AREAS || ways > MOST_AREA_WAYS)
          throw new OrynError('osm.too-large', { file: osm.name });
        found.set(relation.id, { id: relation.id, tags: relation.tags, ways: [...own] });
      },
    },
    onProgress,
  );
  return [...found.values()];
}

/** Whether a way is part of one of some areas. */
export function membersOf(areas: readonly AreaRelation[]): (way: OsmWay) => boolean {
  const ids = new Set(areas.flatMap(({ ways }) => ways));
  return ({ id }) => ids.has(id);
}

/** Vertices of ways that are held at once. */
const MOST_VERTICES = 20_000_000;

/** The ways wanted; of one that comes more than once, the longest, then the one with most tags. */
export async function waysOf(
  osm: OsmFile,
  isWanted: (way: OsmWay) => boolean,
  onProgress?: ReadProgress,
): Promise<Map<number, OsmWay>> {
  const found = new Map<number, OsmWay>();
  let vertices = 0;
  await osm.visit(
    {
      way(way) {
        const { id, nodes, tags } = way;
        if (nodes.length < 2 || !isWanted(way)) return;
        const before = found.get(id);
        const longer = nodes.length - (before?.nodes.length ?? 0);
        if (before && (longer < 0 || (longer === 0 && tags.size <= before.tags.size))) return;
        vertices += longer;
        if (found.size >= MOST_AREA_WAYS || vertices > MOST_VERTICES)
          throw new OrynError('osm.too-large', { file: osm.name });
        found.set(id, way);
      },
    },
    onProgress,
  );
  return found;
}

/** More parts than any area has; each is compared with each. */
const MOST_RINGS = 5000;

/** The polygons of an area, or why there are none: ways without points in the file, or the place where they end. */
export type AreaShape = { polygons: Position[][][] } | { missing: number } | { openAt: Position };

/**
 * The ways of an area joined into polygons; what they enclose is told by how they lie, since roles are often wrong.
 *
 * @throws OrynError osm.too-large
 */
export function shapeOf(
  { ways }: AreaRelation,
  held: ReadonlyMap<number, OsmWay>,
  places: NodePlaces,
): AreaShape {
  const lines = ways.map((way) => lineOf(held.get(way)?.nodes ?? [Number.NaN], places));
  const known = lines.filter((line): line is Position[] => line !== undefined);
  if (known.length < lines.length) return { missing: lines.length - known.length };
  const joined = joinRings(known.filter((line) => line.length > 1));
  if ('openAt' in joined) return joined;
  const rings = joined.rings.filter((ring) => ring.length > 3);
  if (rings.length > MOST_RINGS) throw new OrynError('osm.too-large', { file: places.file });
  return { polygons: nestRings(rings) };
}
