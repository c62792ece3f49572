import content from './content/benchmarks.json' with { type: 'json' };
import { type PublishedNumber, publishedNumber } from './published-number.ts';

/** Places over which a share was taken; a share without it says nothing. */
export type BenchmarkDenominator = 'all' | 'with crime' | 'all or with crime' | 'territory';

/**
 * What sort of place was counted. `cell`: squares and hexagons, which compare by area. A segment with
 * intersections as places of their own is another sort than a segment.
 */
export type BenchmarkUnitKind =
  | 'segment'
  | 'segment-and-intersection'
  | 'street-block'
  | 'cell'
  | 'address'
  | 'census-block'
  | 'census-tract';

/** Which places a study counted as places where crime is possible. */
export type BenchmarkMask = 'all places' | 'with streets' | 'built-up' | 'inhabited' | 'unknown';

/** Offences that mean the same in more than one study; what a study calls `theft` does not. */
export type BenchmarkOffenceGroup =
  | 'all'
  | 'calls'
  | 'violent'
  | 'property'
  | 'robbery'
  | 'burglary'
  | 'assault'
  | 'sexual-assault'
  | 'homicide'
  | 'gun-violence'
  | 'vehicle-theft'
  | 'theft-from-vehicle';

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
  /** From the name of the unit; absent where it names no one sort of place. */
  readonly unitKind?: BenchmarkUnitKind;
  /**
   * Squares: the side squared. Absent for hexagons "500 m in diameter", which are .162 km² corner to corner and
   * .217 km² side to side, and for streets, addresses and census units, whose areas no source here states.
   */
  readonly unitAreaKm2?: number;
  /**
   * Years whose incidents were counted together: 1 for a single year and for ranges over single years, the span
   * where a share is of pooled years. Absent where the source names a span and not which of the two.
   */
  readonly periodYears?: number;
  /** `all places` for streets and census units of a whole city; `unknown` where empty land may be counted. */
  readonly mask?: BenchmarkMask;
  /** Absent where the offences are a mixture of its own or defined differently from study to study. */
  readonly offenceGroup?: BenchmarkOffenceGroup;
  /** Rows that sum up several studies or cities; absent for the value of one. */
  readonly summary?: 'median' | 'interquartile' | 'range';
  /** How many estimates a systematic review sums up. */
  readonly estimates?: number;
  /** Which of the fields above no source states, so that they were judged from what the row says. */
  readonly judged?: readonly 'periodYears'[];
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
  const { incidents: _i, units: _u, placesFor25: _a, placesFor50: _b, gini: _g, ...rest } = row;
  // The JSON is read as wide strings; the test holds every coded field to its list.
  return { ...(rest as Benchmark), ...parsed };
});
