import type { Names, PublishedPeriod, RegisteredCrime } from '@oryn/datasets';

type ContextSection = 'registered' | 'population' | 'confidence' | 'published';

type ContextUnit = RegisteredCrime['unit'] | 'percent';

/** Why a number may not be read as one of the study. */
export type ContextNote =
  /** The period is a part of a year. */
  | 'part-of-year'
  /** The period is outside the years of the study. */
  | 'other-year'
  /** The source does not date it to the day. */
  | 'undated'
  | 'rounded'
  /** Counts something else than registered criminal offences. */
  | 'other-definition'
  /** Of the region around the city, not of the city. */
  | 'region'
  /** Of the whole country, not of a city. */
  | 'country'
  /** The true number is not smaller. */
  | 'lower-bound'
  | 'computed'
  /** More than the value printed, so half is in fewer places. */
  | 'more-than-half';

/** One published number, with everything it needs to be read rightly. */
export interface ContextRow {
  readonly section: ContextSection;
  /** `kz`, the id of a city, or the id of its region. */
  readonly geography: string;
  readonly name: Names;
  readonly measure: Names;
  /** Id of the measure or question, to put rows of one measure together. */
  readonly measureId: string;
  readonly value: number;
  readonly unit: ContextUnit;
  /** As published. */
  readonly period: string;
  /** First and last day, `YYYY-MM-DD`; '' where the source does not date it. */
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly notes: readonly ContextNote[];
}

/** The days from the first of the years asked to the last. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** Notes that follow from the period alone. */
export function periodNotes({ from, to }: PublishedPeriod, asked: DaySpan): ContextNote[] {
  if (from === undefined || to === undefined) return ['undated'];
  return [
    ...(from.endsWith('-01-01') && to.endsWith('-12-31') ? [] : ['part-of-year' as const]),
    ...(to < asked.from || from > asked.to ? ['other-year' as const] : []),
  ];
}
