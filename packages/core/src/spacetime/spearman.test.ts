import { expect, it } from 'vitest';
import { spearman } from './spearman.ts';

it('equals the short formula without ties', () => {
  const a = [1, 2, 3, 4, 5, 6];
  const b = [2, 1, 4, 3, 6, 5];
  const found = spearman(a, b);
  expect(found.rho).toBeCloseTo(1 - (6 * 6) / (6 * 35), 14);
  expect(found.ties).toBe(false);
});

it('gives ties the mean of their ranks', () => {
  // Ranks 1.5 1.5 3 4 and 1 2.5 2.5 4: sums of squares 4.5 and 4.5, of products 3.75.
  const found = spearman([0, 0, 5, 9], [0, 1, 1, 2]);
  expect(found.rho).toBeCloseTo(3.75 / 4.5, 14);
  expect(found.ties).toBe(true);
});

it('is 1 and -1 at the ends, and does not depend on the order of places', () => {
  const a = [4, 0, 0, 7, 1, 1];
  expect(spearman(a, a).rho).toBeCloseTo(1, 14);
  expect(
    spearman(
      a,
      a.map((count) => 9 - count),
    ).rho,
  ).toBeCloseTo(-1, 14);
  const b = [2, 2, 0, 1, 5, 0];
  const order = [3, 5, 0, 2, 4, 1];
  const turned = spearman(
    order.map((i) => a[i]),
    order.map((i) => b[i]),
  );
  expect(turned.rho).toBeCloseTo(spearman(a, b).rho, 14);
});

it('is not known where all counts are equal', () => {
  expect(spearman([0, 0, 0], [1, 2, 3]).rho).toBeNaN();
  expect(spearman([3], [3]).rho).toBeNaN();
  expect(() => spearman([1], [])).toThrow(RangeError);
});
