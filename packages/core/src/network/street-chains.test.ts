import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../test/support/streets.ts';
import { randomStream } from '../random/stream.ts';
import { streetChains } from './street-chains.ts';
import { streetNetwork } from './streets-of-lines.ts';

const chainsOf = (lines: number[][]): number[][] => {
  const { count, offsets, entries } = streetChains(streetNetwork(linesOf(lines)));
  return Array.from({ length: count }, (_, i) => [...entries.subarray(offsets[i], offsets[i + 1])]);
};

describe('streets between crossings', () => {
  it('run through nodes where nobody can turn off, in whatever direction the pieces were drawn', () => {
    expect(
      chainsOf([
        [10, 0, 20, 0],
        [10, 0, 0, 0],
        [30, 0, 20, 0],
      ]),
    ).toEqual([[3, 0, 5]]);
  });

  it('end at crossings and dead ends', () => {
    const star = [
      [0, 0, 10, 0],
      [0, 0, 0, 10],
      [0, 0, -10, 0],
    ];
    expect(chainsOf(star)).toEqual([[0], [2], [4]]);
    expect(chainsOf([...star, [10, 0, 20, 5]])).toEqual([[0, 6], [2], [4]]);
  });

  it('are a ring where all is a ring, and a loop where a loop hangs on a street', () => {
    expect(
      chainsOf([
        [0, 0, 10, 0],
        [10, 10, 10, 0],
        [10, 10, 0, 0],
      ]),
    ).toEqual([[0, 3, 4]]);
    expect(
      chainsOf([
        [0, 0, 10, 0],
        [10, 0, 20, 10, 20, -10, 10, 0],
      ]),
    ).toEqual([[0], [2]]);
    expect(chainsOf([[0, 0, 10, 0, 10, 10, 0, 0]])).toEqual([[0]]);
    expect(chainsOf([])).toEqual([]);
  });

  it('hold every edge once, meet end to end, and end nowhere at a node of two edges', () => {
    const random = randomStream(8);
    const at = (): number => Math.floor(6 * random.uniform());
    for (let round = 0; round < 200; round++) {
      const lines = Array.from({ length: 14 }, () => [at(), at(), at(), at(), at(), at()]);
      const network = streetNetwork(linesOf(lines));
      const { count, offsets, entries } = streetChains(network);
      expect([...entries].map((entry) => entry >> 1).sort((a, b) => a - b)).toEqual(
        Array.from({ length: network.edges }, (_, edge) => edge),
      );
      const node = (end: number): number => (end & 1 ? network.to[end >> 1] : network.from[end >> 1]);
      const degree = (v: number): number => network.endOffsets[v + 1] - network.endOffsets[v];
      for (let i = 0; i < count; i++) {
        const own = entries.subarray(offsets[i], offsets[i + 1]);
        for (let at = 1; at < own.length; at++) {
          expect(node(own[at])).toBe(node(own[at - 1] ^ 1));
          expect(degree(node(own[at]))).toBe(2);
        }
        const [start, end] = [node(own[0]), node(own[own.length - 1] ^ 1)];
        if (start !== end) expect([degree(start), degree(end)]).not.toContain(2);
      }
    }
  });
});
