import { describe, expect, it } from 'vitest';
import { mannKendall } from './mann-kendall.ts';

function orders(values: number[]): number[][] {
  if (values.length < 2) return [values];
  return values.flatMap((value, i) =>
    orders([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

describe('Mann-Kendall', () => {
  it('equals the printed oracles (methods C9)', () => {
    const up = mannKendall([1, 2, 2, 4, 3, 5, 6, 6, 7, 9]);
    expect([up.s, up.variance]).toEqual([41, 123]);
    expect(up.z).toBeCloseTo(3.6066785, 7);
    expect(up.p).toBeCloseTo(0.00031014, 8);
    const down = mannKendall([5, 4, 4, 3, 3, 2, 2, 1]);
    expect(down.s).toBe(-25);
    expect(down.variance).toBeCloseTo(62.3333, 4);
    expect(down.z).toBeCloseTo(-3.0398424, 7);
    expect(down.p).toBeCloseTo(0.00236702, 8);
    expect(mannKendall([1, 2, 3, 4, 5]).exactP).toBeCloseTo(2 / 120, 12);
  });

  it('has the exact p of listing every order, ties and all', () => {
    for (const values of [
      [3, 1, 2, 5, 4, 6],
      [2, 1, 2, 4, 2, 4],
      [1, 1, 1, 2, 3, 3],
      [7, 7, 1, 1, 1, 7],
    ]) {
      const all = orders(values).map((order) => mannKendall(order).s);
      const { s, exactP } = mannKendall(values);
      const upper = all.filter((value) => value >= s).length / all.length;
      const lower = all.filter((value) => value <= s).length / all.length;
      expect(exactP).toBeCloseTo(Math.min(1, 2 * Math.min(upper, lower)), 12);
    }
  });

  it('is defined for nothing, one, all equal and long series, and refuses NaN', () => {
    for (const values of [[], [4], [2, 2, 2]]) {
      expect(mannKendall(values)).toMatchObject({ s: 0, z: 0, p: 1, exactP: 1 });
    }
    expect(mannKendall(Array.from({ length: 41 }, (_, i) => i)).exactP).toBeNaN();
    expect(mannKendall(Array.from({ length: 40 }, (_, i) => i)).exactP).toBeGreaterThan(0);
    expect(() => mannKendall([1, Number.NaN])).toThrow(RangeError);
  });
});
