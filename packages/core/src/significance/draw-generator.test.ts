import { describe, expect, it } from 'vitest';
import { drawGenerator } from './draw-generator.ts';
import { drawTable } from './draw-table.ts';

/** Chi-squared of counts that should be equal, less its mean, in standard deviations. */
function unevenness(counts: number[]): number {
  const mean = counts.reduce((a, b) => a + b) / counts.length;
  const chi = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
  return (chi - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

describe('draws', () => {
  it('are even over a range, over the first numbers of streams, and over bounds that do not divide', () => {
    const random = drawGenerator(1, 0);
    const inOne = new Array<number>(7).fill(0);
    for (let draw = 0; draw < 70_000; draw++) inOne[random.below(7)]++;
    expect(Math.abs(unevenness(inOne))).toBeLessThan(4);
    const firsts = new Array<number>(50).fill(0);
    for (let stream = 0; stream < 50_000; stream++) firsts[drawGenerator(3, stream).below(50)]++;
    expect(Math.abs(unevenness(firsts))).toBeLessThan(4);
    // A bound of 1.5 x 2^30 is the worst: half of all bits are drawn again.
    const bound = 1.5 * 2 ** 30;
    const thirds = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw++) thirds[Math.floor((3 * random.below(bound)) / bound)]++;
    expect(Math.abs(unevenness(thirds))).toBeLessThan(4);
  });

  it('follow from seed and stream alone', () => {
    const some = (seed: number, stream: number): number[] => {
      const random = drawGenerator(seed, stream);
      return Array.from({ length: 5 }, () => random.below(1e9));
    };
    expect(some(5, 9)).toEqual(some(5, 9));
    expect(some(5, 10)).not.toEqual(some(5, 9));
    expect(some(6, 9)).not.toEqual(some(5, 9));
    expect(some(5, 2 ** 33)).not.toEqual(some(5, 0));
  });

  it('without replacement hold every ordered choice equally often', () => {
    const { items, count, size } = drawTable(5, 3, 60_000, { seed: 2, stream: 3 });
    const seen = new Map<string, number>();
    let repeated = 0;
    for (let draw = 0; draw < count; draw++) {
      const choice = [...items.subarray(draw * size, (draw + 1) * size)];
      if (new Set(choice).size < 3) repeated++;
      seen.set(choice.join(), (seen.get(choice.join()) ?? 0) + 1);
    }
    expect(repeated).toBe(0);
    expect(seen.size).toBe(60);
    expect(Math.abs(unevenness([...seen.values()]))).toBeLessThan(4);
  });
});
