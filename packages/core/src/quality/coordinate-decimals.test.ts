import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { coordinateDecimals, decimalsOf } from './coordinate-decimals.ts';

describe('decimals of a number', () => {
  it('counts those of the text it was read from', () => {
    const random = randomStream(1);
    for (let i = 0; i < 20_000; i++) {
      const text = `${random.integer(-180, 180)}.${String(random.integer(1, 9_999_999)).padStart(7, '0')}`;
      expect(decimalsOf(Number(text)), text).toBe(text.split('.')[1].replace(/0+$/, '').length);
    }
    expect([0, 5, -71, 687_592.956, 1e21].map(decimalsOf)).toEqual([0, 0, 0, 3, 0]);
  });

  it('is deaf to binary noise and stops at ten', () => {
    expect(decimalsOf(0.1 + 0.2)).toBe(1);
    expect(decimalsOf(71.300_000_000_000_01)).toBe(1);
    expect(decimalsOf(Math.PI)).toBe(10);
  });
});

describe('decimals and last digits of a file', () => {
  const uniform = (seed: number, decimals: number): Float64Array => {
    const random = randomStream(seed);
    return Float64Array.from(
      { length: 5000 },
      () => (71e6 + random.integer(0, 10 ** decimals - 1) * 10 ** (6 - decimals)) / 1e6,
    );
  };

  it('finds nothing in even digits', () => {
    const found = coordinateDecimals(uniform(1, 6), uniform(2, 6));
    expect(found.written).toBe(6);
    expect(found.points.reduce((a, b) => a + b, 0)).toBe(5000);
    expect(found.lastDigits.reduce((a, b) => a + b, 0)).toBe(10_000);
    expect(found.p).toBeGreaterThan(0.001);
    expect(found.excess).toBeLessThan(0.03);
    expect(found.roundedShare).toBeLessThan(0.001);
  });

  it('sees digits that heap on 0 and 5, and points with fewer decimals', () => {
    const heaped = uniform(3, 6).map((value, i) => (i % 2 ? value : Math.round(value * 2e5) / 2e5));
    const found = coordinateDecimals(heaped, heaped);
    expect(found.p).toBeLessThan(1e-10);
    expect(found.excess).toBeGreaterThan(0.3);
    const rounded = uniform(4, 6).map((value, i) => (i < 500 ? Math.round(value * 1e3) / 1e3 : value));
    expect(coordinateDecimals(rounded, rounded).roundedShare).toBeGreaterThan(0.099);
  });

  it('has the chi-square of the counts, and the p of R: pchisq(16.919, 9, lower = FALSE) = .05', () => {
    // One coordinate per digit d with 100 + e_d values gives a chosen statistic.
    const digits = [100, 100, 100, 100, 100, 100, 100, 100, 129, 71].flatMap((n, digit) =>
      new Array<number>(n).fill(0.1 + digit / 100),
    );
    const found = coordinateDecimals(digits, digits);
    expect(found.written).toBe(2);
    expect(found.chiSquare).toBeCloseTo((2 * 58 ** 2) / 200, 9);
    // pchisq(33.64, 9) by numerical integration of the density
    let tail = 0;
    for (let x = 33.64; x < 300; x += 0.001)
      tail += (x + 0.0005) ** 3.5 * Math.exp(-(x + 0.0005) / 2) * 0.001;
    const gamma45 = 11.631728396567448;
    expect(found.p).toBeCloseTo(tail / (2 ** 4.5 * gamma45), 8);
  });

  it('is not misled by a few computed values', () => {
    const few = uniform(5, 6).map((value, i) => (i % 50 ? value : value + Math.PI / 1e7));
    expect(coordinateDecimals(few, few)).toMatchObject({ written: 6 });
  });

  it('does not read digits into computed values', () => {
    const random = randomStream(9);
    const values = Float64Array.from({ length: 100 }, () => random.uniform());
    expect(coordinateDecimals(values, values)).toMatchObject({ written: 10, p: null, lastDigits: [] });
  });
});
