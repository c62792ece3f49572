import { describe, expect, it } from 'vitest';
import { judgeStack, type StackContext } from './judge-stack.ts';
import type { UsedCoordinate } from './used-coordinates.ts';

const stack: UsedCoordinate = {
  point: 0,
  lon: 71.430511,
  lat: 51.128207,
  x: 1000,
  y: 1000,
  n: 100,
  share: 0.01,
  firstRow: 2,
  days: 90,
  categories: 8,
  districts: 1,
  commonestCategory: { code: 1, share: 0.4 },
  commonestPlaceType: { code: 0, share: 0 },
  commonestDistrict: { code: 1, share: 0.5 },
  mixDistance: 0.5,
  around: 50,
};
const context: StackContext = {
  centres: [{ name: 'area-mass', x: 5000, y: 5000 }],
  facilities: [{ name: 'Police station 1', x: 9000, y: 9000 }],
  decimals: 6,
  usualRows: 30,
  commonestCategoryShare: 0.4,
  isFacility: (code) => code === 7,
};
const judge = (change: Partial<UsedCoordinate>, other: Partial<StackContext> = {}) =>
  judgeStack({ ...stack, ...change }, { ...context, ...other });

describe('judgement of a stack', () => {
  it('takes an everyday corner for ordinary', () => {
    expect(judge({})).toEqual({ judgement: 'ordinary', rule: 'none' });
  });

  it('knows a station of the list within 50 m, the nearest one, and before all else', () => {
    const near = [
      { name: 'far', x: 1040, y: 1030 },
      { name: 'near', x: 1030, y: 1040 },
      { name: 'nearest', x: 1003, y: 1004 },
    ];
    expect(judge({ districts: 5 }, { facilities: near })).toEqual({
      judgement: 'station',
      rule: 'facility-list',
      name: 'nearest',
      distanceMeters: 5,
    });
    expect(judge({ n: 4 }, { facilities: near }).judgement).toBe('ordinary');
    expect(judge({}, { facilities: [{ name: 'beyond', x: 1051, y: 1000 }] }).judgement).toBe('ordinary');
  });

  it('knows a centre within 10 m', () => {
    expect(judge({ x: 5006, y: 5008 })).toMatchObject({ judgement: 'centroid', distanceMeters: 10 });
    expect(judge({ x: 5006, y: 5009 }).judgement).toBe('ordinary');
  });

  it('knows defaults: many districts, round coordinates, far more than the rest with the mix of the whole', () => {
    expect(judge({ districts: 3 }).rule).toBe('many-districts');
    expect(judge({ districts: 3, commonestDistrict: { code: 1, share: 0.8 } }).rule).toBe('none');
    expect(judge({ lon: 71.4, lat: 51.13 }).rule).toBe('round');
    expect(judge({ lon: 71.4, lat: 51.13 }, { decimals: 2 }).rule).toBe('none');
    expect(judge({ n: 300, mixDistance: 0.2 }).rule).toBe('far-more');
    expect(judge({ n: 300, mixDistance: 0.3 }).rule).toBe('none');
    expect(judge({ n: 300, mixDistance: 0.2, around: 300 }).rule).toBe('none');
  });

  it('knows facilities: by place type, or by one category', () => {
    expect(judge({ commonestPlaceType: { code: 7, share: 0.6 } }).rule).toBe('place-type');
    expect(judge({ commonestPlaceType: { code: 6, share: 0.9 } }).rule).toBe('none');
    expect(judge({ commonestCategory: { code: 1, share: 0.8 } })).toMatchObject({
      judgement: 'facility',
      rule: 'one-category',
    });
    expect(judge({ commonestCategory: { code: 1, share: 0.8 } }, { commonestCategoryShare: 0.7 }).rule).toBe(
      'none',
    );
  });
});
