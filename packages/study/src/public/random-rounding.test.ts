import { describe, expect, it } from 'vitest';
import { BASE, drawOf, MOST_VARIANCE, roundAtRandom } from './random-rounding.ts';

describe('random rounding', () => {
  const grid = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);

  it('keeps the mean of every count, and moves it by less than 5', () => {
    for (let count = 0; count <= 60; count++) {
      const rounded = grid.map((draw) => roundAtRandom(count, draw));
      expect(rounded.reduce((sum, n) => sum + n, 0) / grid.length).toBeCloseTo(count, 10);
      expect(rounded.every((n) => n % BASE === 0 && Math.abs(n - count) < BASE)).toBe(true);
    }
  });

  it('adds no more variance than is stated', () => {
    const variances = Array.from({ length: 10 }, (_, count) => {
      const squares = grid.map((draw) => (roundAtRandom(count, draw) - count) ** 2);
      return squares.reduce((sum, square) => sum + square, 0) / grid.length;
    });
    expect(Math.max(...variances)).toBeCloseTo(MOST_VARIANCE, 10);
  });

  it('draws from [0, 1), whatever the sum of the keys', () => {
    expect([0, 2 ** 31, 2 ** 32 - 1, -1].map(drawOf)).toEqual([0, 0.5, 1 - 2 ** -32, 1 - 2 ** -32]);
  });
});
