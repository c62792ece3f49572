import { describe, expect, it } from 'vitest';
import { benchmarks } from './benchmarks.ts';
import { publishedNumber } from './published-number.ts';

describe('benchmarks', () => {
  it('are the 139 published rows, 119 of them verified, each with its source', () => {
    expect(benchmarks.length).toBe(139);
    expect(benchmarks.filter(({ verified }) => verified).length).toBe(119);
    expect(benchmarks.every(({ source }) => source !== '')).toBe(true);
  });

  it('keep ranges, bounds and the denominator', () => {
    const review = benchmarks.find(({ city }) => city.startsWith('SYSTEMATIC REVIEW (interquartile'))!;
    expect(review.placesFor50).toMatchObject({ low: 3.2, high: 5.7 });
    expect(review.placesFor25).toMatchObject({ low: 0.8, high: 2.2 });
    const astana = benchmarks.find(({ city }) => city === 'Astana')!;
    expect(astana).toMatchObject({ unit: 'hexagon', denominator: 'territory', unitSizeMeters: 500 });
    const shares = benchmarks.flatMap(({ placesFor25, placesFor50 }) => [placesFor25, placesFor50]);
    for (const share of shares) {
      if (share) expect((share.low ?? 0) <= (share.high ?? 100) && (share.high ?? 0) <= 100).toBe(true);
    }
  });
});

describe('publishedNumber', () => {
  it.each([
    ['4.5', { low: 4.5, high: 4.5, approximate: false }],
    ['2.1-6.0', { low: 2.1, high: 6, approximate: false }],
    ['<3', { high: 3, approximate: false }],
    ['>400000', { low: 400_000, approximate: false }],
    ['~15000', { low: 15_000, high: 15_000, approximate: true }],
    ['~5 (4-5)', { low: 4, high: 5, approximate: true }],
    ['20 hot spots', { low: 20, high: 20, approximate: false }],
    ['unknown', { approximate: false }],
  ])('%s', (text, expected) => {
    expect(publishedNumber(text)).toEqual({ text, ...expected });
  });
});
