import content from './content/kz-geographies.json' with { type: 'json' };
import type { Names } from './names.ts';

/** A geography of the published tables on Kazakhstan. */
export interface KzGeography {
  /** `kz`, the id of a city of the catalogue, or an id of this table. */
  readonly id: string;
  readonly kind: 'country' | 'region' | 'city' | 'town' | 'district';
  readonly name: Names;
  /** Id in the catalogue of cities, where it is one of them. */
  readonly city?: string;
  /** Id of the city that a district belongs to. */
  readonly within?: string;
  /** How the published tables spell it. */
  readonly published: readonly string[];
}

/** A region is not its centre: no number of a region is ever the number of a city. */
export const kzGeographies: readonly KzGeography[] = content.rows as readonly KzGeography[];

const byId = new Map(kzGeographies.map((geography) => [geography.id, geography]));

export function kzGeography(id: string): KzGeography | undefined {
  return byId.get(id);
}
