import content from './content/cities.json' with { type: 'json' };
import type { LonLat, Names } from './names.ts';
import { type ApproximateOutline, approximateOutline } from './outline.ts';

export interface FormerName {
  readonly name: Names;
  /** First and last year of the name where known. */
  readonly from?: number;
  readonly to?: number;
}

export interface City {
  /** Lower-case Latin identifier, for example `astana`. */
  readonly id: string;
  readonly name: Names;
  /** Name of the region, as of the division of 2022. */
  readonly region: Names;
  /** Rough centre, degrees. */
  readonly centre: LonLat;
  /** Codes of the organs that register for this city in the official layer; they are not its boundary. */
  readonly officialCodes: { readonly cityCode?: string; readonly regCodes?: readonly string[] };
  /** `city_code` of the region around the city; it does not identify the city. */
  readonly regionCode?: string;
  /** Latest dated number of residents that has a source here. */
  readonly population?: { readonly date: string; readonly value: number; readonly source: string };
  readonly approximateOutline: ApproximateOutline;
  readonly formerNames: readonly FormerName[];
  /** Further spellings in use. */
  readonly otherNames: readonly string[];
}

/** The regional centres and cities of republican significance of Kazakhstan. */
export const cities: readonly City[] = content.rows.map(({ radiusKm, centre, ...city }) => {
  const point: LonLat = [centre[0]!, centre[1]!];
  return { ...city, centre: point, approximateOutline: approximateOutline(point, radiusKm) };
});

/** Names differ by case, by hyphens and by the words around them (`г. Тараз`, `Тараз қаласы`). */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[-‐‑–\s]+/g, ' ')
    .replace(/^(г\.?|город|қала|city of) /, '')
    .replace(/ (қаласы|қ\.|city)$/, '');
}

const index: ReadonlyMap<string, City> = buildIndex();

function buildIndex(): ReadonlyMap<string, City> {
  const found = new Map<string, City>();
  const add = (key: string, city: City): void => {
    if (!found.has(plain(key))) found.set(plain(key), city);
  };
  // Names in use come first, so that a former name never takes one that another city bears today.
  for (const city of cities) {
    const { cityCode, regCodes = [] } = city.officialCodes;
    for (const key of [city.id, ...Object.values(city.name), ...regCodes]) add(key, city);
    if (cityCode !== undefined) add(cityCode, city);
  }
  for (const city of cities) for (const name of city.otherNames) add(name, city);
  for (const city of cities) {
    for (const former of city.formerNames) for (const name of Object.values(former.name)) add(name, city);
  }
  return found;
}

/**
 * The city with this id, official code (`city_code` or `reg_code`) or name, present or former, in any
 * language and case; undefined where there is none. A region's code finds no city.
 *
 * @example
 * findCity('Нур-Султан')?.id; // 'astana'
 * findCity('193510')?.name.en; // 'Karaganda'
 */
export function findCity(text: string): City | undefined {
  return index.get(plain(text));
}
