import type { City } from './cities.ts';
import { type OfficialFieldRole, officialFields } from './official-fields.ts';

/** An address of the official incident layer with what is known of the service there. */
export interface OfficialService {
  readonly address: string;
  /** Most records of one answer. */
  readonly maxRecordCount: number;
  readonly supportsPagination: boolean;
  readonly coverage: string;
  readonly source: string;
}

/** The incident layer of the Committee on Legal Statistics and Special Records (KPSSU), and how to ask it. */
export interface OfficialLayer {
  readonly service: OfficialService;
  /** The service before about 2020: upper-case names, no pages. */
  readonly oldService: OfficialService;
  /** Date and time of the offence. */
  readonly dateField: string;
  /** Numbers of cases and of records, which are never kept. */
  readonly neverKept: readonly string[];
  /** Street and house, kept only where a check of geocoding needs them. */
  readonly addressFields: readonly string[];
}

const withRole = (...roles: OfficialFieldRole[]): string[] =>
  officialFields.filter(({ role }) => role !== undefined && roles.includes(role)).map(({ name }) => name);

/** Addresses and facts from public clients of the service; it was not called to find them. */
export const officialLayer: OfficialLayer = {
  service: {
    address: 'https://gis.kgp.kz/arcgis/rest/services/KPSSU/crime/FeatureServer/1',
    maxRecordCount: 5000,
    supportsPagination: true,
    coverage: 'from 2015, updated daily, records entered late',
    source: 'public code of an Astana collector (address, maxRecordCount, paging by objectid)',
  },
  oldService: {
    address: 'http://infopublic.pravstat.kz:8399/arcgis/rest/services/stat/MapServer/5',
    maxRecordCount: 200_000,
    supportsPagination: false,
    coverage: 'time extent 1990-06-05 to 2016-04-26 in its own definition',
    source: 'layer definition stat/MapServer/5 in the public code of the legal-statistics crime map',
  },
  dateField: 'dat_sover',
  neverKept: [...withRole('drop', 'id'), 'id'],
  addressFields: withRole('street', 'house'),
};

/**
 * The condition for the records of the organs of a city: where they were registered, not where they happened.
 * Organs whose code does not begin with the code of the city (a city that was raised in rank) are named too.
 * Undefined for a city without an official code.
 *
 * @example
 * officialCityClause(findCity('astana')!); // "city_code='1971'"
 */
export function officialCityClause({ officialCodes }: City): string | undefined {
  const { cityCode, regCodes = [] } = officialCodes;
  const others = regCodes.filter((code) => cityCode === undefined || !code.startsWith(cityCode));
  const clauses = [
    ...(cityCode === undefined ? [] : [`city_code='${cityCode}'`]),
    ...(others.length === 0 ? [] : [`reg_code IN (${others.map((code) => `'${code}'`).join(',')})`]),
  ];
  return clauses.length === 0 ? undefined : clauses.join(' OR ');
}
