import type { Feature } from 'geojson';
import { namesOf } from './names.ts';

export type ContextRole =
  | 'main'
  | 'street'
  | 'lane'
  | 'water'
  | 'rail'
  | 'district'
  | 'district-name'
  | 'land'
  | 'point';

/** Files that state no kind tell a river or a railway only by its name. */
const WATER_NAME = /\b(river|canal|lake)\b|(^|\s)(река|канал|озеро)(\s|$)|өзені|арнасы|көлі/iu;
const RAIL_NAME = /\brail(way|road)?\b|железная дорога|теміржол/iu;

/** What a feature under the map is, by its properties first and its name last. */
export function roleOf({ properties, geometry }: Feature): ContextRole {
  const { class: streetClass, kind, use } = properties ?? {};
  const names = namesOf({ properties });
  const name = names ? `${names.en} ${names.ru} ${names.kk}` : '';
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return 'point';
  if (kind === 'river' || kind === 'water' || (!streetClass && WATER_NAME.test(name))) return 'water';
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return use ? 'land' : 'district';
  if (kind === 'rail' || kind === 'railway' || (!streetClass && RAIL_NAME.test(name))) return 'rail';
  return streetClass === 'main' || streetClass === 'lane' ? streetClass : 'street';
}
