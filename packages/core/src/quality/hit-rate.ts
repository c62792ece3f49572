/** Rows of a year and category, and how many of them have usable coordinates. */
export interface Located {
  /** null where no date is known. */
  year: number | null;
  category: string;
  rows: number;
  located: number;
}

/** The smallest acceptable hit rate of geocoding: a first estimate (Ratcliffe 2004). */
export const LEAST_HIT_RATE = 0.85;

export interface HitRate {
  rows: number;
  located: number;
  rate: number;
  /** 95 % interval (Wilson 1927). */
  low: number;
  high: number;
  /** `below`: even the upper end is under 85 %; `unsure`: 85 % lies inside the interval. */
  against: 'below' | 'unsure' | 'above';
}

export interface HitRates {
  total: HitRate;
  /** Ascending, rows without a date last. */
  years: (HitRate & { year: number | null })[];
  /** Most rows first. */
  categories: (HitRate & { category: string })[];
}

/**
 * Hit rate of geocoding: rows with usable coordinates among all rows, by year and by category, against the
 * 85 % of Ratcliffe (2004, "Geocoding crime and a first estimate of a minimum acceptable hit rate"). That rate
 * is about aggregated patterns and says nothing of how exact the coordinates are; a rate that differs between
 * years or categories makes a false trend whatever its level.
 */
export function hitRates(located: readonly Located[]): HitRates {
  const sumBy = <Key>(keyOf: (row: Located) => Key): [Key, HitRate][] => {
    const sums = new Map<Key, { rows: number; located: number }>();
    for (const row of located) {
      const sum = sums.get(keyOf(row)) ?? { rows: 0, located: 0 };
      sum.rows += row.rows;
      sum.located += row.located;
      sums.set(keyOf(row), sum);
    }
    return [...sums].map(([key, sum]) => [key, rateOf(sum.rows, sum.located)]);
  };
  const [total] = sumBy(() => '');
  return {
    total: total?.[1] ?? rateOf(0, 0),
    years: sumBy((row) => row.year)
      .map(([year, rate]) => ({ year, ...rate }))
      .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity)),
    categories: sumBy((row) => row.category)
      .map(([category, rate]) => ({ category, ...rate }))
      .sort((a, b) => b.rows - a.rows || (a.category < b.category ? -1 : 1)),
  };
}

function rateOf(rows: number, located: number): HitRate {
  if (rows === 0) return { rows, located, rate: 0, low: 0, high: 1, against: 'unsure' };
  const { low, high } = wilsonInterval(located, rows);
  return {
    rows,
    located,
    rate: located / rows,
    low,
    high,
    against: high < LEAST_HIT_RATE ? 'below' : low >= LEAST_HIT_RATE ? 'above' : 'unsure',
  };
}

/** The 97.5 % point of the standard normal. */
const Z = 1.959963984540054;

/** 95 % interval of a share (Wilson 1927; Brown, Cai & DasGupta 2001, equation 4). */
export function wilsonInterval(successes: number, trials: number): { low: number; high: number } {
  const share = successes / trials;
  const middle = share + Z ** 2 / (2 * trials);
  const half = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  const whole = 1 + Z ** 2 / trials;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}
