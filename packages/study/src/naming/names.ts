import type { Feature, Position } from 'geojson';

/** Names of a thing in the three languages; a name that a file does not have in a language is its `name`. */
export interface Names {
  kk: string;
  ru: string;
  en: string;
}

/** The names of a feature: `name_kk`, `name_ru`, `name_en`, else `name`, or the fields of the official layers. */
export function namesOf(feature: Pick<Feature, 'properties'>): Names | undefined {
  const properties = feature.properties ?? {};
  const any =
    properties.name ??
    properties.name_ru ??
    properties.name_kk ??
    properties.name_en ??
    properties.name_object;
  if (typeof any !== 'string' || any.trim() === '') return undefined;
  return {
    kk: String(properties.name_kk ?? properties.name_object_kaz ?? any),
    ru: String(properties.name_ru ?? any),
    en: String(properties.name_en ?? any),
  };
}

export function linesOf(feature: Feature): Position[][] {
  if (feature.geometry.type === 'LineString') return [feature.geometry.coordinates];
  return feature.geometry.type === 'MultiLineString' ? feature.geometry.coordinates : [];
}
