import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometryOfWkb } from './wkb.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('geometryOfWkb', () => {
  // Written by PostGIS and GEOS documentation and by hand from the OGC standard.
  it.each([
    ['0101000000000000000000F03F0000000000000040', { type: 'Point', coordinates: [1, 2] }],
    ['00000000013FF00000000000004000000000000000', { type: 'Point', coordinates: [1, 2] }],
    ['0101000020E6100000000000000000F03F0000000000000040', { type: 'Point', coordinates: [1, 2] }],
    ['01E9030000000000000000F03F00000000000000400000000000000840', { type: 'Point', coordinates: [1, 2, 3] }],
    ['0101000080000000000000F03F00000000000000400000000000000840', { type: 'Point', coordinates: [1, 2, 3] }],
    ['01D1070000000000000000F03F00000000000000400000000000000840', { type: 'Point', coordinates: [1, 2] }],
    ['0101000000000000000000F87F000000000000F87F', null],
    [
      '01020000000200000000000000000000000000000000000000000000000000F03F0000000000000040',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 2],
        ],
      },
    ],
    [
      '0104000000010000000101000000000000000000F03F0000000000000040',
      { type: 'MultiPoint', coordinates: [[1, 2]] },
    ],
    ['010300000000000000', { type: 'Polygon', coordinates: [] }],
    ['010700000000000000', { type: 'GeometryCollection', geometries: [] }],
  ])('%s', (hex, geometry) => {
    expect(geometryOfWkb(bytes(hex))).toEqual(geometry);
  });

  it('refuses claims that the bytes do not bear out, without believing them', () => {
    for (const hex of [
      '0102000000FFFFFFFF',
      '0103000000FFFFFF7F',
      '0106000000FFFFFFFF',
      '01FF000000',
      '01',
      '',
    ]) {
      expect(() => geometryOfWkb(bytes(hex))).toThrow(RangeError);
    }
  });

  it('refuses collections inside collections without end', () => {
    const nested = bytes('010700000001000000'.repeat(100_000));
    expect(() => geometryOfWkb(nested)).toThrow(RangeError);
  });

  it('reads or throws a RangeError on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(7), (noise, type) => {
        try {
          geometryOfWkb(new Uint8Array([1, type, 0, 0, 0, ...noise]));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
