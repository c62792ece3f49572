/** What a column may mean. */
export type ColumnRole =
  | 'lon'
  | 'lat'
  | 'x'
  | 'y'
  /** Both coordinates in one column: `51.1, 71.4`, WKT. */
  | 'point'
  | 'time'
  /** A time of day beside a `time` column that holds only the date. */
  | 'clock'
  | 'timeEnd'
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'category'
  /** Code of an article, `1880`. */
  | 'article'
  /** Article and part in words, `ст.188 ч.3`. */
  | 'articleText'
  | 'gravity'
  | 'placeType'
  | 'source'
  | 'district'
  /** Id of the place of analysis: a street segment or a polygon of a file. */
  | 'place'
  /** Number of the record or case: shown as understood, never kept. */
  | 'caseId'
  | 'discontinued'
  | 'simulated'
  | 'weight';

/** Column name by role. */
export type ColumnMapping = Partial<Record<ColumnRole, string>>;

/** How a column came to its role. */
export interface ColumnGuess {
  role: ColumnRole;
  column: string;
  /** Said by a person, known by its `name`, or recognised by its `content`. */
  reason: 'given' | 'name' | 'content';
  /** What a sentence may name: `least`, `most`, `share` (percent of the sample that fits). */
  evidence?: Readonly<Record<string, string | number>>;
}

/** Every role, in the order they are shown in. */
export const mappableRoles: readonly ColumnRole[] = [
  'lon',
  'lat',
  'x',
  'y',
  'point',
  'time',
  'clock',
  'timeEnd',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'category',
  'article',
  'articleText',
  'gravity',
  'placeType',
  'source',
  'district',
  'place',
  'caseId',
  'discontinued',
  'simulated',
  'weight',
];
