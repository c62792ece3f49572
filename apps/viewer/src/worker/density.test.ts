import { describe, expect, it } from 'vitest';
import { limitsBelow } from './density.ts';

describe('limits of density', () => {
  it('are round, ascend, and leave the peak above the last', () => {
    for (const peak of [0.03, 0.9, 7, 123, 9175.8, 2e6]) {
      const limits = limitsBelow(peak);
      expect(limits.length).toBeGreaterThanOrEqual(3);
      expect(limits).toEqual([...limits].sort((a, b) => a - b));
      expect(limits[limits.length - 1]).toBeLessThan(peak);
      for (const limit of limits) expect(limit.toExponential()).toMatch(/^[125]e/);
    }
  });
});
