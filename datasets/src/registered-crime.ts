import content from './content/kz-registered-crime.json' with { type: 'json' };
import type { Names } from './names.ts';
import { type PublishedPeriod, publishedPeriod } from './published-period.ts';

/** What a published number counts. */
export interface CrimeMeasure {
  readonly id: string;
  readonly name: Names;
  /** How the sources word it. */
  readonly published: readonly string[];
}

export type CrimeUnit = 'offences' | 'crimes' | 'records' | 'people' | 'billion tenge' | 'per 10,000 people';

/** One published number about registered offences. */
export interface RegisteredCrime {
  /** Id of a geography of `kzGeographies`. */
  readonly geography: string;
  readonly period: PublishedPeriod;
  /** Id of a measure of `crimeMeasures`. */
  readonly measure: string;
  readonly value: number;
  readonly unit: CrimeUnit;
  /** The source prints it rounded, mostly to hundreds. */
  readonly rounded: boolean;
  readonly source: string;
}

export const crimeMeasures: readonly CrimeMeasure[] = content.measures;

const sources: Readonly<Record<string, string>> = content.sources;

/**
 * Registered offences of Kazakhstan, its regions and cities, as published. Registered is not happened: levels
 * of different years also differ by what was registered. Full-year totals of 2019, 2020 and 2021 are not among
 * them: only parts of those years were published where this table could be filled from.
 */
export const registeredCrime: readonly RegisteredCrime[] = content.rows.map((row) => ({
  ...row,
  period: publishedPeriod(row.period),
  unit: row.unit as CrimeUnit,
  rounded: row.rounded === true,
  source: sources[row.source]!,
}));
