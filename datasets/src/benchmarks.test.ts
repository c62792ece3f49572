import { describe, expect, it } from 'vitest';
import { hasReference, referenceRows } from '../test/reference-rows.ts';
import { benchmarkName } from './benchmark-names.ts';
import { benchmarkOffenceGroupOf } from './benchmark-offences.ts';
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

  it('have codes of the lists only', () => {
    const used = (key: keyof (typeof benchmarks)[number]) =>
      [...new Set(benchmarks.map((row) => row[key]))].filter((value) => value !== undefined).sort();
    expect(used('unitKind')).toEqual([
      'address',
      'cell',
      'census-block',
      'census-tract',
      'segment',
      'segment-and-intersection',
      'street-block',
    ]);
    expect(used('mask')).toEqual(['all places', 'built-up', 'unknown']);
    expect(used('summary')).toEqual(['interquartile', 'median', 'range']);
    expect(used('denominator')).toEqual(['all', 'all or with crime', 'territory', 'with crime']);
    expect(used('offenceGroup')).toContain('all');
    expect(used('offenceGroup')).not.toContain('theft');
  });

  it('follow the rules by which unit area, period and mask were judged', () => {
    for (const row of benchmarks) {
      const { unit, unitSizeMeters, unitAreaKm2, years = '', periodYears, mask, denominator, city } = row;
      expect(unitAreaKm2, city).toBe(unit === 'square grid' ? unitSizeMeters! ** 2 / 1e6 : undefined);
      const single = /^\d{4}$/.test(years) || years === 'various single year';
      if (single) expect(periodYears, city).toBe(1);
      const span = /^(\d{4})-(\d{4})/.exec(years);
      if (span && periodYears !== undefined && periodYears !== 1)
        expect(periodYears, city).toBe(Number(span[2]) - Number(span[1]) + 1);
      expect(mask === undefined, city).toBe(denominator === undefined);
      if (denominator === 'territory') expect(mask).toBe('unknown');
    }
    const review = benchmarks.filter(({ doi }) => doi === '10.1016/j.avb.2024.101979');
    expect(review.map(({ summary }) => summary)).toEqual(['median', 'range', 'interquartile']);
    for (const { periodYears, judged } of review) {
      expect(periodYears).toBe(1);
      expect(judged).toEqual(['periodYears']);
    }
    expect(benchmarks.find(({ source }) => source.startsWith('Gill'))?.periodYears).toBe(15);
  });
});

describe('names of benchmarks', () => {
  it('are there in three languages for every verified share', () => {
    for (const row of benchmarks.filter(({ verified, placesFor50 }) => verified && placesFor50)) {
      const { kk, ru, en } = benchmarkName(row);
      expect(
        [kk, ru].every((name) => /[а-яё]/i.test(name)),
        row.city,
      ).toBe(true);
      expect(en, row.city).not.toMatch(/[A-Z]{4}/);
    }
  });
});

describe.skipIf(!hasReference)('the reference table of benchmarks', () => {
  it('stands in the catalogue row by row', () => {
    const table = referenceRows('concentration-benchmarks.csv');
    expect(table.length).toBe(benchmarks.length);
    for (const [i, row] of table.entries()) {
      const here = benchmarks[i]!;
      const text = (value: { text: string } | undefined) => value?.text ?? '';
      expect(
        {
          city: here.city,
          country: here.country,
          size: here.unitSizeMeters === undefined ? '' : String(here.unitSizeMeters),
          years: here.years ?? '',
          crime: here.offences ?? '',
          incidents: text(here.incidents),
          units: text(here.units),
          share25: text(here.placesFor25),
          share50: text(here.placesFor50),
          gini: text(here.gini),
          source: here.source,
          doi: here.doi ?? '',
          verified: here.verified ? 'yes' : 'no',
          note: here.note ?? '',
        },
        `row ${i + 2}`,
      ).toEqual({
        city: row.city,
        country: row.country,
        size: row.unit_size_m,
        years: row.years,
        crime: row.crime_type,
        incidents: row.n_crimes,
        units: row.n_units,
        share25: row.share_units_25,
        share50: row.share_units_50,
        gini: row.gini,
        source: row.source,
        doi: row.doi,
        verified: row.verified,
        note: row.note,
      });
      // A unit that is a share of territory says so in its name; here it is the denominator.
      expect(here.unit ?? '').toBe(row.unit!.replace(' (share of TERRITORY)', ''));
    }
  });
});

describe('offences of a comparison', () => {
  it('are one group, all, or nothing comparable', () => {
    expect(benchmarkOffenceGroupOf([])).toBe('all');
    expect(benchmarkOffenceGroupOf([' Robbery '])).toBe('robbery');
    expect(benchmarkOffenceGroupOf(['robbery', 'РАЗБОЙ'])).toBe('robbery');
    expect(benchmarkOffenceGroupOf(['murder'])).toBe('homicide');
    for (const labels of [['theft'], ['robbery', 'burglary'], ['robbery', 'theft'], ['']])
      expect(benchmarkOffenceGroupOf(labels)).toBeUndefined();
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
