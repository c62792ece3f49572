import { poissonNull } from '@oryn/core';
import { benchmarks } from '@oryn/datasets';
import { describe, expect, it } from 'vitest';
import { unitWithoutSize } from '../concentration/unit-facts.ts';
import { compareWithWorld, type WorldFacts } from './compare-with-world.ts';
import { rangeOf } from './published-range.ts';

/** A year of all crime on the street segments of a city. */
const segments: WorldFacts = {
  simulated: false,
  subject: 'incidents',
  unit: unitWithoutSize('segments'),
  denominator: 'area',
  share50: 0.04,
  share25: 0.01,
  expected50: 0.2,
  incidentsPerPlace: 1,
  periodYears: 1,
  offences: [],
};

const squares: WorldFacts = {
  ...segments,
  unit: { ...unitWithoutSize('squares'), sizeMeters: 250, medianAreaKm2: 0.0625 },
  denominator: 'mask',
  mask: 'built-up',
};

describe('a result among published values', () => {
  it('stands against the interquartile range of the review, by the share alone', () => {
    for (const [share50, verdict] of [
      [0.0319, 'below'],
      [0.032, 'inside'],
      [0.04, 'inside'],
      [0.057, 'inside'],
      [0.0571, 'above'],
    ] as const) {
      const found = compareWithWorld({ ...segments, share50 });
      expect(found.verdict, String(share50)).toBe(verdict);
      expect(found.range).toMatchObject({ low: 0.032, high: 0.057, basis: 'interquartile', n: 49 });
      expect(found.range!.periodJudged).toBe(true);
      expect(found.reason).toBeUndefined();
    }
    expect(compareWithWorld({ ...segments, share25: 0.03 }).quarter).toMatchObject({
      verdict: 'above',
      range: { low: expect.closeTo(0.008, 12), high: expect.closeTo(0.022, 12) },
    });
  });

  it('says little exactly where chance alone is inside the range: .07 to .13 incidents per place', () => {
    const little = (mean: number): boolean =>
      compareWithWorld({
        ...segments,
        incidentsPerPlace: mean,
        expected50: poissonNull(mean).shareOfPlaces(0.5),
      }).saysLittle;
    expect([0.05, 0.068, 0.07, 0.1, 0.13, 0.131, 0.5].map(little)).toEqual([
      ...[false, false],
      ...[true, true, true],
      ...[false, false],
    ]);
  });

  it('takes every mask of streets for all segments, and no other mask', () => {
    const inMask = { ...segments, denominator: 'mask' as const };
    expect(compareWithWorld({ ...inMask, mask: 'with streets' }).verdict).toBe('inside');
    for (const mask of ['unknown', 'inhabited', undefined] as const)
      expect(compareWithWorld({ ...inMask, mask }).verdict).toBe('no-comparable');
    expect(compareWithWorld({ ...segments, denominator: 'file' }).verdict).toBe('inside');
    expect(compareWithWorld({ ...segments, denominator: 'occupied-neighbourhood' }).range).toBeUndefined();
  });

  it('takes no whole streets for segments, nor segments together with intersections', () => {
    const of = (unit: Partial<WorldFacts['unit']>) =>
      compareWithWorld({ ...segments, unit: { ...segments.unit, ...unit } });
    expect(of({ medianLengthMeters: 300 }).verdict).toBe('inside');
    expect(of({ medianLengthMeters: 301 })).toMatchObject({ verdict: 'no-comparable' });
    expect(of({ medianLengthMeters: 90, crossings: 12 })).toMatchObject({
      verdict: 'no-comparable',
      reason: 'unit',
    });
  });

  it('takes a quarter more or less of the published years, and not more', () => {
    const verdicts = [0.74, 0.75, 1, 1.25, 1.26, 5, Number.NaN].map(
      (periodYears) => compareWithWorld({ ...segments, periodYears }).verdict,
    );
    expect(verdicts).toEqual([
      'no-comparable',
      'inside',
      'inside',
      'inside',
      'no-comparable',
      'no-comparable',
      'no-comparable',
    ]);
  });

  it('takes at least three values of the same offences where no review sums them up', () => {
    const { range, studies, verdict } = compareWithWorld({ ...segments, offences: ['robbery'] });
    expect(range).toMatchObject({ low: 0.0084, high: 0.0092, basis: 'values', n: 3, cities: 1 });
    expect(studies.every(({ city, offences }) => city === 'Vancouver' && offences === 'robbery')).toBe(true);
    expect(verdict).toBe('above');
    const withAny = compareWithWorld({ ...segments, denominator: 'any', offences: ['burglary'] });
    expect(withAny.range).toMatchObject({
      low: expect.closeTo(0.1662, 12),
      high: expect.closeTo(0.1931, 12),
    });
  });

  it('needs the area of cells within a quarter of the published one, and its mask and period', () => {
    const reasonFor = (medianAreaKm2: number): string | undefined =>
      compareWithWorld({ ...squares, unit: { ...squares.unit, medianAreaKm2 } }).others.find(
        ({ study }) => study.country === 'Sweden',
      )?.reason;
    expect([0.0468, 0.0469, 0.078, 0.079].map(reasonFor)).toEqual(['area', 'period', 'period', 'area']);
    const { others } = compareWithWorld({ ...squares, mask: 'with streets' });
    expect(others.find(({ study }) => study.country === 'Sweden')?.reason).toBe('denominator');
  });

  it('never compares the published shares of territory, with segments or with cells', () => {
    for (const facts of [segments, squares, { ...squares, denominator: 'area' as const, periodYears: 5 }]) {
      const { studies, others } = compareWithWorld(facts);
      expect(studies.some(({ denominator }) => denominator === 'territory')).toBe(false);
      expect(others.filter(({ study }) => study.denominator === 'territory').length).toBe(2);
    }
  });

  it('counts every verified value once, and none without a share or a check', () => {
    const verified = benchmarks.filter((row) => row.verified && row.placesFor50);
    for (const facts of [segments, squares, { ...segments, offences: ['theft'] }]) {
      const { studies, others } = compareWithWorld(facts);
      expect([...studies, ...others.map(({ study }) => study)].length).toBe(verified.length);
      expect([...studies].every((study) => verified.includes(study))).toBe(true);
    }
  });

  it('names the reason that excluded most where nothing is comparable', () => {
    expect(compareWithWorld(squares)).toMatchObject({ verdict: 'no-comparable', reason: 'unit' });
    const polygons = { ...segments, unit: unitWithoutSize('polygons') };
    expect(compareWithWorld(polygons)).toMatchObject({
      verdict: 'no-comparable',
      reason: 'unit',
      saysLittle: false,
    });
    const theft = compareWithWorld({ ...segments, offences: ['theft', 'robbery'] });
    expect(theft.verdict).toBe('no-comparable');
    expect(theft.others.filter(({ reason }) => reason === 'offences').length).toBeGreaterThan(20);
  });

  it('refuses simulated data, road accidents and a share of nothing', () => {
    const refused = [
      [{ simulated: true }, 'simulated'],
      [{ subject: 'road-accidents' as const }, 'not-crime'],
      [{ share50: Number.NaN }, 'no-incidents'],
    ] as const;
    for (const [change, reason] of refused) {
      const found = compareWithWorld({ ...segments, ...change });
      expect(found).toEqual({ verdict: 'refused', reason, saysLittle: false, studies: [], others: [] });
    }
  });
});

describe('a published range', () => {
  const vancouver = benchmarks.filter(
    ({ city, offences, denominator }) =>
      city === 'Vancouver' && offences === 'assault' && denominator === 'all',
  );

  it('is the span of at least three values; a bound such as <3 is none', () => {
    expect(rangeOf(vancouver, 'placesFor50')).toMatchObject({
      low: expect.closeTo(0.0162, 12),
      high: expect.closeTo(0.0747, 12),
      n: 3,
    });
    expect(rangeOf(vancouver.slice(1), 'placesFor50')).toBeUndefined();
    const boston = benchmarks.find(({ city }) => city === 'Boston')!;
    expect(rangeOf([...vancouver.slice(1), boston], 'placesFor50')).toBeUndefined();
    expect(rangeOf(vancouver, 'placesFor25')).toBeUndefined();
    expect(rangeOf([], 'placesFor50')).toBeUndefined();
  });
});
