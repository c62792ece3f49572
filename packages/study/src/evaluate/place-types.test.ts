import { describe, expect, it } from 'vitest';
import { countByPlaceType } from './place-types.ts';

const incidents = (types: string[], codes: number[], categories = codes.map(() => 0)) => ({
  count: codes.length,
  placeType: { codes: Uint16Array.from(codes), labels: types },
  category: { codes: Uint16Array.from(categories), labels: ['', 'theft', 'fraud'] },
});

describe('incidents by the type of place', () => {
  it('stand over the official list where every type is of it', () => {
    const { ids, counts, isOfficial, withoutType } = countByPlaceType(
      incidents(['', '001', '022'], [1, 1, 2, 0]),
      Uint8Array.of(1, 1, 1),
    );
    expect([ids.length, isOfficial, withoutType]).toEqual([102, true, 1]);
    expect([counts[ids.indexOf('001')], counts[ids.indexOf('022')]]).toEqual([2, 1]);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(3);
  });

  it('else over the types that occur', () => {
    const found = countByPlaceType(
      incidents(['', 'street', '001', 'bar'], [1, 2, 2, 1]),
      Uint8Array.of(1, 1, 1),
    );
    expect([found.ids, [...found.counts], found.isOfficial]).toEqual([['001', 'street'], [2, 2], false]);
  });

  it('count only what is analysed; no types at all are none', () => {
    const found = countByPlaceType(incidents(['', '001'], [1, 1, 1], [1, 2, 2]), Uint8Array.of(1, 1, 0));
    expect(found.counts.reduce((a, b) => a + b, 0)).toBe(1);
    expect(countByPlaceType(incidents([''], [0, 0]), Uint8Array.of(1, 1, 1))).toMatchObject({
      ids: [],
      isOfficial: false,
      withoutType: 2,
    });
  });
});
