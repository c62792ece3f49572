import { givenText } from '@oryn/language';
import type { Feature, Position } from 'geojson';

/** Names of a thing in the three languages; a name that a file does not have in a language is its `name`. */
export interface Names {
  kk: string;
  ru: string;
  en: string;
}

/**
 * The names of a feature: `name_kk`, `name_ru`, `name_en`, or as OpenStreetMap writes them (`name:kk`), else `name`, or
 * the fields of the official layers. Undefined where nothing of it can be read.
 */
export function namesOf(feature: Pick<Feature, 'properties'>): Names | undefined {
  const properties = feature.properties ?? {};
  const named = (lang: 'kk' | 'ru' | 'en'): unknown =>
    properties[`name_${lang}`] ?? properties[`name:${lang}`];
  const any = properties.name ?? named('ru') ?? named('kk') ?? named('en') ?? properties.name_object;
  if (typeof any !== 'string' || givenText(any).trim() === '') return undefined;
  const shown = (name: unknown): string => givenText(String(name ?? any));
  return {
    kk: shown(named('kk') ?? properties.name_object_kaz),
    ru: shown(named('ru')),
    en: shown(named('en')),
  };
}

export function linesOf(feature: Feature): Position[][] {
  if (feature.geometry.type === 'LineString') return [feature.geometry.coordinates];
  return feature.geometry.type === 'MultiLineString' ? feature.geometry.coordinates : [];
}
