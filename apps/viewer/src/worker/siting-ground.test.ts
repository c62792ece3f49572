import { describe, expect, it } from 'vitest';
import { busiest } from './siting-ground.ts';

describe('candidates for a post', () => {
  // Places in a row: each has those beside it as neighbours.
  const neighbours = {
    offsets: Uint32Array.of(0, 1, 3, 5, 7, 8),
    indices: Uint32Array.of(1, 0, 2, 1, 3, 2, 4, 3),
  };

  it('are all of them where they are few', () => {
    expect(busiest([0, 2, 4], [0, 0, 0, 0, 0], neighbours, 3)).toEqual([0, 2, 4]);
  });

  it('are those with most incidents in and around them where they are many', () => {
    // In and around: 5, 5, 9, 6, 6.
    expect(busiest([0, 1, 2, 3, 4], [5, 0, 0, 4, 2], neighbours, 2)).toEqual([3, 4]);
    expect(busiest([0, 1, 2, 3, 4], [3, 0, 5, 1, 0], neighbours, 2)).toEqual([1, 2]);
    expect(busiest([0, 1, 2, 3, 4], [1, 1, 1, 1, 1], neighbours, 2)).toEqual([1, 2]);
  });
});
