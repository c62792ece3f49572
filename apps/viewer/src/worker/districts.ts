import { indexPolygons, type PolygonIndex, polygonsOf } from '@oryn/core';
import { type Names, namesOf, type OpenBundle, roleOf } from '@oryn/study';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { boundsOf, centroidOf } from './context.ts';
import type { Bounds, Question } from './types.ts';

/** A district, a unit's ground or a beat: polygons of the bundle that have one name or number. */
export interface DistrictFact {
  /** Its name in Russian, or its number: what the address says. */
  id: string;
  names: Names;
  bounds: Bounds;
  /** It lies in a larger one: a beat, a sector, the ground of a post. */
  isPart: boolean;
}

export interface District extends Omit<DistrictFact, 'isPart'> {
  polygons: Position[][][];
  index: PolygonIndex;
  /** 1 for every cell whose middle lies in it. */
  inside: Uint8Array;
  /** Square kilometres of these cells. */
  areaKm2: number;
}

/** Polygons that share a name are one district, in the order of their names and numbers. */
export function districtFacts(context: readonly Feature[]): DistrictFact[] {
  const groups = groupsOf(context).map((group) => ({ ...group, bounds: boundsOf(group.polygons.flat(2)) }));
  return groups
    .map(({ id, names, bounds, polygons }) => ({
      id,
      names,
      bounds,
      isPart: groups.some((other) => isPartOf({ bounds, polygons }, other)),
    }))
    .sort((a, b) => a.id.localeCompare(b.id, 'ru', { numeric: true }));
}

/** Boxes of about one size are two drawings of one district, not a district and its part. */
const LARGEST_PART = 0.75;

type Ground = Pick<District, 'bounds' | 'polygons'>;

function isPartOf(one: Ground, whole: Ground): boolean {
  const size = ({ bounds: [west, south, east, north] }: Ground): number => (east - west) * (north - south);
  if (size(one) > LARGEST_PART * size(whole)) return false;
  const [largest] = one.polygons.map(([outer]) => outer).sort((a, b) => b.length - a.length);
  const [lon, lat] = centroidOf(largest);
  const [west, south, east, north] = whole.bounds;
  const isNear = lon > west && lon < east && lat > south && lat < north;
  return isNear && indexPolygons(whole.polygons).contains(lon, lat);
}

/** The district that is asked for; undefined for the whole city, and for one that the bundle does not have. */
export function districtOf(
  { context, places }: Pick<OpenBundle, 'context' | 'places'>,
  { district: wanted }: Pick<Question, 'district'>,
): District | undefined {
  const found = groupsOf(context).find(({ id }) => id === wanted);
  if (!found) return undefined;
  const { id, names, polygons } = found;
  const index = indexPolygons(polygons);
  const inside = Uint8Array.from(places.lon, (lon, i) => (index.contains(lon, places.lat[i]) ? 1 : 0));
  const areaKm2 = inside.reduce((sum, isInside, i) => (isInside ? sum + places.areaKm2[i] : sum), 0);
  return { id, names, bounds: boundsOf(polygons.flat(2)), polygons, index, inside, areaKm2 };
}

/** The name of a polygon; beats often have a number alone. */
function districtNames(feature: Feature): Names | undefined {
  const named = namesOf(feature);
  if (named) return named;
  const { code, number } = feature.properties ?? {};
  const given = code ?? number;
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const name = String(given).trim();
  return name === '' ? undefined : { kk: name, ru: name, en: name };
}

function groupsOf(context: readonly Feature[]): { id: string; names: Names; polygons: Position[][][] }[] {
  const groups = new Map<string, { id: string; names: Names; polygons: Position[][][] }>();
  for (const feature of context) {
    const names = roleOf(feature) === 'district' ? districtNames(feature) : undefined;
    if (!names) continue;
    const group = groups.get(names.ru) ?? { id: names.ru, names, polygons: [] };
    group.polygons.push(...polygonsOf(feature.geometry as Polygon | MultiPolygon));
    groups.set(names.ru, group);
  }
  return [...groups.values()];
}
