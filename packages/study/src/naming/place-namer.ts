import { type HexagonPlaces, indexPolygons, type PolygonIndex, polygonsOf } from '@oryn/core';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { roleOf } from './context-role.ts';
import { linesOf, type Names, namesOf } from './names.ts';
import { type NearestStreet, Streets } from './streets.ts';

/** Where a place lies from the nearest named street. */
type Direction =
  | 'north'
  | 'north-east'
  | 'east'
  | 'south-east'
  | 'south'
  | 'south-west'
  | 'west'
  | 'north-west';

/**
 * What a problem place is called: a crossing or street inside it, else the distance and direction from the nearest
 * named street, and the district where districts are given. Never a business: points of a map give no names.
 */
export type PlaceName = { district: Names | undefined } & (
  | { kind: 'crossing' | 'streets'; streets: [Names, Names] }
  | { kind: 'street'; streets: [Names] }
  | { kind: 'direction'; streets: [Names]; meters: number; direction: Direction }
  | { kind: 'none'; streets: [] }
);

/** A street farther than this says nothing of where a place is. */
const FARTHEST_METERS = 3000;
const DIRECTIONS: readonly Direction[] = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
];

export class PlaceNamer {
  private readonly streets: Streets;
  private readonly districts: { index: PolygonIndex; names: Names }[];

  /** @param features lines with names are streets (rivers and railways are not), polygons with names districts */
  constructor(features: readonly Feature[], places: HexagonPlaces) {
    const isStreet = (feature: Feature): boolean =>
      linesOf(feature).length > 0 && ['main', 'street', 'lane'].includes(roleOf(feature));
    this.streets = new Streets(
      features.filter((feature) => isStreet(feature) && namesOf(feature)),
      places,
    );
    this.districts = features.flatMap((feature) => {
      const names = roleOf(feature) === 'district' ? namesOf(feature) : undefined;
      const geometry = feature.geometry as Polygon | MultiPolygon;
      return names ? [{ index: indexPolygons(polygonsOf(geometry)), names }] : [];
    });
  }

  /** @param members positions in the places table @param lon, lat the middle of the group */
  nameOf(members: readonly number[], lon: number, lat: number): PlaceName {
    const district = this.districts.find(({ index }) => index.contains(lon, lat))?.names;
    const { names } = this.streets;
    const crossing = this.streets.crossingIn(members, lon, lat);
    if (crossing) {
      const [first, second] = crossing.streets;
      return { kind: 'crossing', streets: [names[first], names[second]], district };
    }
    const [longest, next] = this.streets.longestIn(members);
    if (next) return { kind: 'streets', streets: [longest, next], district };
    if (longest) return { kind: 'street', streets: [longest], district };
    const nearest = this.streets.nearestTo(lon, lat);
    if (!nearest || nearest.meters > FARTHEST_METERS) return { kind: 'none', streets: [], district };
    return {
      kind: 'direction',
      streets: [names[nearest.street]],
      meters: nearest.meters,
      direction: directionFrom(nearest, lon, lat),
      district,
    };
  }
}

function directionFrom(from: NearestStreet, lon: number, lat: number): Direction {
  const east = (lon - from.lon) * Math.cos((lat * Math.PI) / 180);
  const eighths = Math.round(Math.atan2(east, lat - from.lat) / (Math.PI / 4));
  return DIRECTIONS[(eighths + 8) % 8];
}
