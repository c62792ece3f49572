import content from './content/official-fields.json' with { type: 'json' };

/** What a column of the official layer means to an analysis; `drop` must never be kept. */
export type OfficialFieldRole =
  | 'id'
  | 'category'
  | 'article'
  | 'gravity'
  | 'time'
  | 'registered'
  | 'geometry'
  | 'district'
  | 'city'
  | 'struckOff'
  | 'street'
  | 'house'
  | 'placeType'
  | 'transgression'
  | 'timeBand'
  | 'drop';

export interface OfficialField {
  /** Name in the new service (lower case). */
  readonly name: string;
  /** Name in the service before about 2020 (upper case); absent where it had none. */
  readonly oldName?: string;
  readonly type: string;
  readonly length?: number;
  readonly meaning: string;
  readonly role?: OfficialFieldRole;
  readonly inOldService: boolean;
  readonly inNewService: boolean;
  readonly example?: string;
  readonly source: string;
}

/** The fields of the official incident layer of the legal-statistics committee. */
export const officialFields: readonly OfficialField[] = content as readonly OfficialField[];
