import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

describe('Benjamini-Hochberg', () => {
  it('equals p.adjust of R on 25 printed p-values (methods C3)', () => {
    const p = Float64Array.of(
      0.001,
      0.008,
      0.039,
      0.041,
      0.042,
      0.06,
      0.074,
      0.205,
      0.212,
      0.216,
      0.222,
      0.251,
      0.269,
      0.275,
      0.34,
      0.341,
      0.384,
      0.569,
      0.594,
      0.696,
      0.762,
      0.94,
      0.942,
      0.975,
      0.986,
    );
    const q = benjaminiHochberg(p);
    [0.025, 0.1, 0.21, 0.21, 0.21, 0.25].forEach((value, i) => {
      expect(q[i]).toBeCloseTo(value, 12);
    });
    expect(q[6]).toBeCloseTo(0.2643, 4);
    expect([...q].filter((value) => value <= 0.25)).toHaveLength(6);
  });

  it('leaves out tests that were not made', () => {
    const q = benjaminiHochberg(Float64Array.of(0.01, Number.NaN, 0.02));
    expect([...q]).toEqual([0.02, Number.NaN, 0.02]);
  });
});
