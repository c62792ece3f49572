import content from './content/benchmarks.json' with { type: 'json' };
import { type PublishedNumber, publishedNumber } from './published-number.ts';

/** Places over which a share was taken; a share without it says nothing. */
export type BenchmarkDenominator = 'all' | 'with crime' | 'all or with crime' | 'territory';

/** What one study published about the concentration of crime at places. Shares are percentages. */
export interface Benchmark {
  /** City, or the group of cities or studies in capitals. */
  readonly city: string;
  readonly country: string;
  readonly unit?: string;
  readonly unitSizeMeters?: number;
  readonly years?: string;
  readonly offences?: string;
  readonly incidents?: PublishedNumber;
  readonly units?: PublishedNumber;
  readonly denominator?: BenchmarkDenominator;
  /** Percentage of places with 25 % of the incidents; absent = the study exists, the share was not found. */
  readonly placesFor25?: PublishedNumber;
  /** Percentage of places with 50 % of the incidents; absent = the study exists, the share was not found. */
  readonly placesFor50?: PublishedNumber;
  /** Gini or generalised Gini; the note says which. */
  readonly gini?: PublishedNumber;
  readonly source: string;
  readonly doi?: string;
  /** Whether the row and its note were read in a source (not necessarily in the primary table). */
  readonly verified: boolean;
  readonly note?: string;
}

const numbers = ['incidents', 'units', 'placesFor25', 'placesFor50', 'gini'] as const;

/** Published concentration of crime at places, one row per study, city, unit, offence and denominator. */
export const benchmarks: readonly Benchmark[] = content.map((row) => {
  const parsed: Partial<Record<(typeof numbers)[number], PublishedNumber>> = {};
  for (const key of numbers) {
    const text = row[key];
    if (text !== undefined) parsed[key] = publishedNumber(text);
  }
  const { incidents: _i, units: _u, placesFor25: _a, placesFor50: _b, gini: _g, denominator, ...rest } = row;
  return {
    ...rest,
    ...(denominator === undefined ? {} : { denominator: denominator as BenchmarkDenominator }),
    ...parsed,
  };
});
