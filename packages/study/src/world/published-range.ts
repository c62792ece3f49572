import type { Benchmark } from '@oryn/datasets';

/** A published range of shares, parts of one. */
export interface PublishedRange {
  readonly low: number;
  readonly high: number;
  /** `interquartile`: of a systematic review; `values`: from the least to the greatest of the values found. */
  readonly basis: 'interquartile' | 'values';
  /** Estimates behind it. */
  readonly n: number;
  /** Cities of the values; 1 where all are of one city. Undefined for a review. */
  readonly cities?: number;
  readonly source: string;
  /** The source does not state how many years were counted together; one is assumed. */
  readonly periodJudged: boolean;
}

/** Fewer values make no range. */
const LEAST_VALUES = 3;

/** The range of comparable studies; undefined where no review gives one and fewer than three values are known. */
export function rangeOf(
  studies: readonly Benchmark[],
  key: 'placesFor25' | 'placesFor50',
): PublishedRange | undefined {
  const review = studies.find((study) => study.summary === 'interquartile' && bounds(study, key));
  if (review) {
    return {
      ...bounds(review, key)!,
      basis: 'interquartile',
      n: review.estimates ?? 1,
      source: review.source,
      periodJudged: review.judged?.includes('periodYears') === true,
    };
  }
  const values = studies.filter((study) => study.summary === undefined && bounds(study, key));
  if (values.length < LEAST_VALUES) return undefined;
  const all = values.map((study) => bounds(study, key)!);
  return {
    low: Math.min(...all.map(({ low }) => low)),
    high: Math.max(...all.map(({ high }) => high)),
    basis: 'values',
    n: values.length,
    cities: new Set(values.map(({ city }) => city)).size,
    source: [...new Set(values.map(({ source }) => source))].join('; '),
    periodJudged: values.some(({ judged }) => judged?.includes('periodYears')),
  };
}

/** Both ends as parts of one; undefined for a bound such as `<3` and where nothing was found. */
function bounds(
  study: Benchmark,
  key: 'placesFor25' | 'placesFor50',
): { low: number; high: number } | undefined {
  const { low, high } = study[key] ?? {};
  return low === undefined || high === undefined ? undefined : { low: low / 100, high: high / 100 };
}
