import { describe, expect, it } from 'vitest';
import { crossingOf } from './ring-crossing.ts';

describe('crossingOf', () => {
  it('finds the crossing of a bow tie, and none in a square or in a ring that only touches itself', () => {
    const bowTie = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    expect(crossingOf(bowTie)).toBeDefined();
    const square = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ];
    expect(crossingOf(square)).toBeUndefined();
    const touching = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ];
    expect(crossingOf(touching)).toBeUndefined();
  });
});
