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

/** A road along a river bears its name, and so does an avenue to the station. */
const STREET_NAME =
  /\b(rd|road|st|street|ave|avenue|dr|drive|blvd|boulevard|ln|lane|way|hwy|highway|pkwy|parkway|ct|court|pl|place|ter|terrace|cir|circle|trl|trail|pike)\b/i;

/** What a feature under the map is, by its properties first and its name last. */
export function roleOf({ properties, geometry }: Feature): ContextRole {
  const { class: streetClass, kind, use } = properties ?? {};
  const names = namesOf({ properties });
  const name = names ? `${names.en} ${names.ru} ${names.kk}` : '';
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return 'point';
  const isNamed = (pattern: RegExp): boolean => !streetClass && pattern.test(name) && !STREET_NAME.test(name);
  if (kind === 'river' || kind === 'water' || isNamed(WATER_NAME)) return 'water';
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return use ? 'land' : 'district';
  if (kind === 'rail' || kind === 'railway' || isNamed(RAIL_NAME)) return 'rail';
  return streetClass === 'main' || streetClass === 'lane' ? streetClass : 'street';
}
