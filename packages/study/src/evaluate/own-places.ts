import { type NamedPolygons, type NamedSegments, type NeighbourTable, OrynError } from '@oryn/core';
import { openTable, readFeatures, type SourceFile } from '@oryn/ingest';
import type { Feature, Geometry, Position } from 'geojson';
import type { Unit } from '../definition/place-keys.ts';

/** Places of the user's own as their file has them, ascending by id. */
export type OwnPlaces = {
  file: string;
  /** The column the ids come from; undefined for the ids of features, or their numbers where they have none. */
  column: string | undefined;
  /** Features of another kind, and lines of fewer than two vertices or polygons without any. */
  skipped: number;
} & ((NamedPolygons & { kind: 'polygons' }) | (NamedSegments & { kind: 'segments' }));

/** Columns looked for, in this order, where the study names none. */
const ID_COLUMNS = ['place', 'id', 'segment_id'];

/**
 * The polygons or street segments of a file. A feature of several lines makes as many segments, the second named
 * `<id>/2` (a number that is another feature's id is passed over); of several polygons, one place. Ids come from the
 * column named, else from `place`, `id`, `segment_id` or the id of the feature, where every feature has its own there,
 * else features are numbered.
 *
 * @throws OrynError unit.polygons, unit.segments, unit.column, unit.id, and those of `readFeatures`
 */
export async function readOwnPlaces(
  source: SourceFile,
  unit: Extract<Unit, { file: string }>,
): Promise<OwnPlaces> {
  const features = await readFeatures(source);
  const file = source.name;
  const { ids, column } = idsOf(features, file, unit.column);
  const found = [...new Set(features.map(({ geometry }) => geometry.type))].join(', ') || '0';
  if (unit.kind === 'polygons') {
    const polygons = sortedById(features.flatMap(({ geometry }, i) => polygonOf(geometry, ids[i])));
    if (polygons.length === 0) throw new OrynError('unit.polygons', { file, found });
    const skipped = features.length - polygons.length;
    const shapes = polygons.map(({ shape }) => shape.map((rings) => rings.map(closed)));
    return { kind: 'polygons', file, column, skipped, ids: polygons.map(({ id }) => id), polygons: shapes };
  }
  const taken = new Set(ids);
  const lines = features.flatMap(({ geometry }, i) => linesOf(geometry, ids[i], taken));
  const others = features.filter(({ geometry }) => !geometry.type.endsWith('LineString')).length;
  const usable = sortedById(lines.filter(({ shape }) => shape.length > 1));
  if (usable.length === 0) throw new OrynError('unit.segments', { file, found });
  return {
    kind: 'segments',
    file,
    column,
    skipped: others + lines.length - usable.length,
    ids: usable.map(({ id }) => id),
    lines: usable.map(({ shape }) => shape),
  };
}

function polygonOf(geometry: Geometry, id: string): { id: string; shape: Position[][][] }[] {
  const shape =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return shape.length > 0 && shape[0].length > 0 ? [{ id, shape }] : [];
}

function linesOf(
  geometry: Geometry,
  id: string,
  taken: ReadonlySet<string>,
): { id: string; shape: Position[] }[] {
  if (geometry.type === 'LineString') return [{ id, shape: geometry.coordinates }];
  if (geometry.type !== 'MultiLineString') return [];
  let number = 1;
  return geometry.coordinates.map((shape, part) => {
    if (part === 0) return { id, shape };
    do number++;
    while (taken.has(`${id}/${number}`));
    return { id: `${id}/${number}`, shape };
  });
}

/** Numbers by value where all ids are numbers, else texts by their code units. */
function sortedById<Entry extends { id: string }>(entries: readonly Entry[]): Entry[] {
  const areNumbers = entries.every(({ id }) => /^-?\d+(\.\d+)?$/.test(id));
  return [...entries].sort((a, b) => {
    const byValue = areNumbers ? Number(a.id) - Number(b.id) : 0;
    return byValue || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  });
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

function idsOf(
  features: readonly Feature[],
  file: string,
  asked: string | undefined,
): { ids: string[]; column: string | undefined } {
  if (asked !== undefined) {
    const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
    if (!columns.includes(asked)) {
      throw new OrynError('unit.column', { file, column: asked, columns: columns.join(', ') });
    }
    const ids = features.map((feature) => textAt(feature, asked));
    const seen = new Set<string>();
    ids.forEach((id, i) => {
      if (id === '' || seen.has(id))
        throw new OrynError('unit.id', { file, row: i + 1, column: asked, place: id });
      seen.add(id);
    });
    return { ids, column: asked };
  }
  for (const column of ID_COLUMNS) {
    const ids = features.map((feature) => textAt(feature, column));
    if (!ids.includes('') && new Set(ids).size === ids.length) return { ids, column };
  }
  const ids = features.map(({ id }) => String(id ?? '').trim());
  if (!ids.includes('') && new Set(ids).size === ids.length) return { ids, column: undefined };
  return { ids: features.map((_, i) => String(i + 1)), column: undefined };
}

function textAt({ properties }: Feature, column: string): string {
  const value: unknown = properties?.[column];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value).trim();
}

/**
 * A table of neighbours with the columns place, neighbour and perhaps weight.
 *
 * @throws OrynError neighbours.columns, file.*
 */
export async function readNeighbourTable(source: SourceFile): Promise<NeighbourTable> {
  const table = await openTable(source);
  const columns = table.columns.map((name) => name.toLowerCase());
  const [place, neighbour, weight] = ['place', 'neighbour', 'weight'].map((name) => columns.indexOf(name));
  if (place < 0 || neighbour < 0) {
    throw new OrynError('neighbours.columns', { file: source.name, columns: table.columns.join(', ') });
  }
  const places: string[] = [];
  const neighbours: string[] = [];
  const weights: number[] = [];
  const rows: number[] = [];
  await table.visit((values, row) => {
    places.push((values[place] ?? '').trim());
    neighbours.push((values[neighbour] ?? '').trim());
    const given = weight < 0 ? '' : (values[weight] ?? '').trim();
    weights.push(given === '' ? Number.NaN : Number(given));
    rows.push(row);
  });
  return {
    file: source.name,
    place: places,
    neighbour: neighbours,
    weight: weight < 0 ? undefined : weights,
    row: rows,
  };
}
