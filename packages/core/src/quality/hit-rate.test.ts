import { describe, expect, it } from 'vitest';
import { hitRates, wilsonInterval } from './hit-rate.ts';

describe('hit rate', () => {
  it('has the interval of R: binom.confint(81, 263, methods = "wilson") and prop.test', () => {
    // Newcombe 1998, table I: 81/263, 15/148, 0/20, 1/29.
    const printed: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [successes, trials, low, high] of printed) {
      const interval = wilsonInterval(successes, trials);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('sums by year and category and sets them against 85 %', () => {
    const found = hitRates([
      { year: 2020, category: 'theft', rows: 1000, located: 990 },
      { year: 2019, category: 'theft', rows: 1000, located: 700 },
      { year: null, category: 'robbery', rows: 10, located: 8 },
    ]);
    expect(found.total).toMatchObject({ rows: 2010, located: 1698 });
    expect(found.years.map(({ year, against }) => [year, against])).toEqual([
      [2019, 'below'],
      [2020, 'above'],
      [null, 'unsure'],
    ]);
    expect(found.categories.map(({ category, rate }) => [category, rate])).toEqual([
      ['theft', 0.845],
      ['robbery', 0.8],
    ]);
    expect(found.categories[0].against).toBe('unsure');
    expect(hitRates([]).total).toMatchObject({ rows: 0, against: 'unsure' });
  });
});
