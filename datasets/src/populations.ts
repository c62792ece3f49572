import content from './content/kz-population.json' with { type: 'json' };

/** A published number of residents. */
export interface Population {
  /** Id of a geography of `kzGeographies`. */
  readonly geography: string;
  /** As printed: a day `YYYY-MM-DD`, or the years it must lie in where the source gives no day. */
  readonly dateText: string;
  /** The day, absent where the source gives none. */
  readonly date?: string;
  readonly value: number;
  /** The source says "over": the true number is not smaller. */
  readonly lowerBound: boolean;
  readonly note?: string;
  readonly source: string;
}

const sources: Readonly<Record<string, string>> = content.sources;

/** Residents of Kazakhstan, its regions, cities, towns and districts, as published. */
export const populations: readonly Population[] = content.rows.map(({ date, note, ...row }) => ({
  ...row,
  dateText: date,
  ...(/^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}),
  lowerBound: note === 'lower bound',
  ...(note === undefined || note === 'lower bound' ? {} : { note }),
  source: sources[row.source]!,
}));
