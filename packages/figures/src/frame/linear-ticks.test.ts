import { describe, expect, it } from 'vitest';
import { linearTicks } from './linear-ticks.ts';

describe('the values of an axis', () => {
  it.each([
    [0, 8.3, 6, [0, 2, 4, 6, 8, 10]],
    [0, 0.27, 6, [0, 0.1, 0.2, 0.3]],
    [0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-30, 410, 6, [-100, 0, 100, 200, 300, 400, 500]],
    [0, 2000, 5, [0, 500, 1000, 1500, 2000]],
  ])('from %f to %f, at most %i of them', (low, high, most, ticks) => {
    const found = linearTicks(low, high, most);
    expect(found.length).toBeLessThanOrEqual(most);
    expect(found[0]).toBeLessThanOrEqual(low);
    expect(found.at(-1)).toBeGreaterThanOrEqual(high);
    if (ticks.length <= most) expect(found).toEqual(ticks);
  });
});
