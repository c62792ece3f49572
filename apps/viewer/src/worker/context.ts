import { givenText } from '@oryn/language';
import { type ContextRole, type Names, namesOf, roleOf } from '@oryn/study';
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { Bounds } from './types.ts';

/** A point of the police, by its kind or its name. */
const POLICE = /police|полици|опорн/iu;

/** Letters of a name on the map. */
const LONGEST_LABEL = 60;

/** The context with its role and its names in three languages, whether it is a police post, and nothing else. */
export function contextForMap(features: readonly Feature[]): FeatureCollection {
  const drawn = features.map(
    (feature): Feature => ({
      type: 'Feature',
      properties: { ...roleFacts(feature), ...labelsOf(feature) },
      geometry: feature.geometry,
    }),
  );
  return { type: 'FeatureCollection', features: [...drawn, ...drawn.flatMap(districtName)] };
}

function labelsOf(feature: Feature): Names | undefined {
  const names = namesOf(feature);
  const label = (name: string): string => givenText(name, LONGEST_LABEL);
  return names && { kk: label(names.kk), ru: label(names.ru), en: label(names.en) };
}

function roleFacts(feature: Feature): { role: ContextRole; isPost?: true } {
  const role = roleOf(feature);
  const { kind, amenity } = feature.properties ?? {};
  const words = [kind, amenity, ...Object.values(namesOf(feature) ?? {})].join(' ');
  return { role, ...(role === 'point' && POLICE.test(words) && { isPost: true }) };
}

/** One point per named district: a name on the polygon itself would be repeated in every tile of the map. */
function districtName({ properties, geometry }: Feature): Feature[] {
  if (properties?.role !== 'district' || properties.ru === undefined) return [];
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  if (polygons.length === 0) return [];
  const rings = polygons.map(([outer]) => outer).sort((a, b) => b.length - a.length);
  return [
    {
      type: 'Feature',
      properties: { ...properties, role: 'district-name' },
      geometry: { type: 'Point', coordinates: centroidOf(rings[0]) },
    },
  ];
}

/** Centre of gravity of a ring; at the size of a district degrees are as good as metres. */
export function centroidOf(ring: Position[]): Position {
  const [originX, originY] = ring[0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i][0] - originX, ring[i][1] - originY];
    const [bx, by] = [ring[i + 1][0] - originX, ring[i + 1][1] - originY];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? ring[0] : [originX + x / (3 * area), originY + y / (3 * area)];
}

/** The world without the area, to dim what is outside. */
export function outsideOf(polygons: Position[][][]): FeatureCollection {
  const world: Position[] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  const holes = polygons.map(([outer]) => outer);
  const islands = polygons.flatMap(([, ...inner]) => inner.map((ring) => [ring]));
  const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[world, ...holes], ...islands] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: area }] };
}

export function boundsOf(positions: Iterable<Position>): Bounds {
  const bounds: Bounds = [180, 90, -180, -90];
  for (const [lon, lat] of positions) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
