import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

describe('labels of lines', () => {
  it('stay where they do not touch, and part about their middle where they do', () => {
    expect(spreadLabels([50, 10, 30], 12, 100)).toEqual([50, 10, 30]);
    expect(spreadLabels([20, 20, 20], 10, 100)).toEqual([10, 20, 30]);
    expect(spreadLabels([40, 44], 10, 100)).toEqual([37, 47]);
  });

  it('end at the bottom', () => {
    expect(spreadLabels([98, 99, 5], 10, 100)).toEqual([90, 100, 5]);
    expect(spreadLabels([], 10, 100)).toEqual([]);
  });

  it('never touch, in the order of their lines', () => {
    const at = Array.from({ length: 30 }, (_, i) => (i * 37) % 211);
    const placed = spreadLabels(at, 5, 220);
    const order = at.map((_, i) => i).sort((i, j) => at[i]! - at[j]!);
    for (let rank = 1; rank < order.length; rank++)
      expect(placed[order[rank]!]! - placed[order[rank - 1]!]!).toBeGreaterThanOrEqual(5 - 1e-9);
  });
});
