import content from './content/kz-published-results.json' with { type: 'json' };
import type { Names } from './names.ts';
import { type PublishedPeriod, publishedPeriod } from './published-period.ts';

/** One published result on crime, or on confidence in the police, in Kazakhstan. */
export interface PublishedResult {
  readonly study: string;
  /** Ids of geographies of `kzGeographies`; the country for a result on regions in general. */
  readonly geographies: readonly string[];
  /** The geography as printed. */
  readonly city: string;
  readonly period: PublishedPeriod;
  readonly quantity: string;
  /** As printed. */
  readonly value: string;
  /** The value as one number, where it is one; `measure` then says what it is in three languages. */
  readonly number?: number;
  readonly unit?: 'percent' | 'offences';
  /** Id of a measure of `resultMeasures`. */
  readonly measure?: string;
  readonly source: string;
}

export const resultMeasures: readonly { readonly id: string; readonly name: Names }[] = content.measures;

export const publishedResults: readonly PublishedResult[] = content.rows.map((row) => ({
  ...row,
  period: publishedPeriod(row.period),
  ...(row.unit === undefined ? {} : { unit: row.unit as 'percent' | 'offences' }),
})) as readonly PublishedResult[];
