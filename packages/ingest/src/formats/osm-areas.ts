import { OrynError } from '@oryn/core';
import type { Feature, MultiPolygon } from 'geojson';
import { truthOf } from '../offences/truth-text.ts';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { openOsm } from './osm.ts';
import type { OsmRelation, OsmWay } from './osm-elements.ts';
import { NodePlaces } from './osm-node-places.ts';
import { type AreaRelation, isArea, membersOf, relationsOf, shapeOf, waysOf } from './osm-relations.ts';

/** An administrative boundary in a file of OpenStreetMap. */
export interface OsmArea {
  id: number;
  /** By custom, in Kazakhstan 4 for a region or a city of that rank and 6 for a district or a city; '' if none is given. */
  adminLevel: string;
  name: string;
  kk: string;
  ru: string;
  en: string;
  /** Ways that make the boundary, and those of them that the file does not hold. */
  ways: number;
  missingWays: number;
}

/**
 * The relations `boundary=administrative` of a file, by level and name.
 *
 * @throws OrynError osm.too-large, and those of `openOsm`
 */
export async function listOsmAreas(file: SourceFile, onProgress?: ReadProgress): Promise<OsmArea[]> {
  const osm = await openOsm(file);
  const found = await relationsOf(osm, isAdministrative, onProgress);
  const held = await waysOf(osm, membersOf(found), onProgress);
  return found
    .map(({ id, tags, ways }) => ({
      id,
      adminLevel: tags.get('admin_level') ?? '',
      name: tags.get('name') ?? '',
      kk: tags.get('name:kk') ?? '',
      ru: tags.get('name:ru') ?? '',
      en: tags.get('name:en') ?? '',
      ways: ways.length,
      missingWays: ways.filter((way) => !held.has(way)).length,
    }))
    .sort((a, b) => byLevel(a.adminLevel, b.adminLevel) || byText(a.name, b.name) || a.id - b.id);
}

/** Levels are numbers by custom, not by rule. */
function byLevel(a: string, b: string): number {
  return (Number(a || '99') || 99) - (Number(b || '99') || 99);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Boundaries of a file as multipolygons, each with `id`, `admin_level` and names.
 *
 * @param wanted number of a relation, or a name in any language, whatever its case; one each
 * @throws OrynError osm.area-unknown, osm.area-ambiguous, osm.area-cut where ways of it are not in the file,
 *   osm.area-open where the ways do not close, osm.area-empty, osm.too-large, and those of `openOsm`
 */
export async function readOsmAreas(
  file: SourceFile,
  wanted: readonly string[],
  onProgress?: ReadProgress,
): Promise<Feature<MultiPolygon>[]> {
  const osm = await openOsm(file);
  const candidates = await relationsOf(
    osm,
    (one) => wanted.some((given) => isCalled(one, given)),
    onProgress,
  );
  const chosen = wanted.map((given) => theOne(osm.name, given, candidates));
  const held = await waysOf(osm, membersOf(chosen), onProgress);
  const places = new NodePlaces(
    osm.name,
    Float64Array.from([...held.values()].flatMap(({ nodes }) => nodes)),
  );
  await places.find(osm, onProgress);
  return chosen.map((area) => featureOf(osm.name, area, held, places));
}

function isAdministrative(relation: OsmRelation): boolean {
  return isArea(relation) && relation.tags.get('boundary') === 'administrative';
}

const NAMES = ['name', 'name:kk', 'name:ru', 'name:en', 'official_name', 'int_name', 'alt_name'];

/** By number any area, by name an administrative one: a lake may be called as the city on it. */
function isCalled(relation: OsmRelation, given: string): boolean {
  if (/^\s*\d+\s*$/.test(given)) return isArea(relation) && relation.id === Number(given);
  const name = given.trim().toLowerCase();
  return isAdministrative(relation) && NAMES.some((tag) => relation.tags.get(tag)?.toLowerCase() === name);
}

function theOne(file: string, given: string, candidates: readonly AreaRelation[]): AreaRelation {
  const called = candidates.filter(({ id, tags }) => isCalled({ id, tags, members: [] }, given));
  if (called.length === 0) throw new OrynError('osm.area-unknown', { file, given });
  if (called.length > 1) {
    const found = called.map(({ id, tags }) => `${id} (admin_level ${tags.get('admin_level') ?? '–'})`);
    throw new OrynError('osm.area-ambiguous', { file, given, found: found.slice(0, 10).join(', ') });
  }
  return called[0];
}

function featureOf(
  file: string,
  area: AreaRelation,
  held: ReadonlyMap<number, OsmWay>,
  places: NodePlaces,
): Feature<MultiPolygon> {
  const { id, tags, ways } = area;
  const name = tags.get('name') ?? '–';
  // A text, since a number is not a quantity here.
  const relation = String(id);
  const shape = shapeOf(area, held, places);
  if ('missing' in shape)
    throw new OrynError('osm.area-cut', { file, relation, name, missing: shape.missing, ways: ways.length });
  if ('openAt' in shape) {
    const [lon, lat] = shape.openAt.map(String);
    throw new OrynError('osm.area-open', { file, relation, name, lon, lat });
  }
  if (shape.polygons.length === 0) throw new OrynError('osm.area-empty', { file, relation, name });
  const properties: Record<string, string | number | boolean> = { id };
  for (const tag of ['boundary', 'admin_level', 'name', 'name:kk', 'name:ru', 'name:en']) {
    const value = tags.get(tag);
    if (value !== undefined) properties[tag] = value;
  }
  if (truthOf(tags.get('simulated') ?? '')) properties.simulated = true;
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: shape.polygons };
  return { type: 'Feature', id, properties, geometry };
}
