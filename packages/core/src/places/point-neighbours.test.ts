import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { islandsOf, type Neighbours } from './neighbours.ts';
import { bandNeighbours, type Centres, nearestNeighbours } from './point-neighbours.ts';

const rowsOf = ({ offsets, indices }: Neighbours): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => [...indices.subarray(offsets[i], offsets[i + 1])]);

/** Points with clusters, stacks and a lattice, on which many distances are equal. */
function scattered(count: number, seed: number): Centres {
  const random = randomStream(seed);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const kind = i % 4;
    [x[i], y[i]] =
      kind === 0
        ? [100 * random.integer(0, 12), 100 * random.integer(0, 12)]
        : kind === 1 && i > 4
          ? [x[i - 4], y[i - 4]]
          : [1200 * random.uniform(), 1200 * random.uniform() ** 2];
  }
  return { x, y };
}

const squared = ({ x, y }: Centres, i: number, j: number): number => (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2;

function nearestByHand(centres: Centres, k: number): number[][] {
  const all = Array.from(centres.x, (_, i) => i);
  return all.map((i) =>
    all
      .filter((j) => j !== i)
      .sort((a, b) => squared(centres, i, a) - squared(centres, i, b) || a - b)
      .slice(0, k)
      .sort((a, b) => a - b),
  );
}

describe('neighbours within a distance', () => {
  it('equal the search through all pairs, are symmetric and ascending', () => {
    for (const radius of [30, 100, 250, 5000]) {
      const centres = scattered(300, radius);
      const all = Array.from(centres.x, (_, i) => i);
      const expected = all.map((i) =>
        all.filter((j) => j !== i && squared(centres, i, j) <= radius * radius),
      );
      const found = bandNeighbours(centres, radius);
      expect(rowsOf(found)).toEqual(expected);
      expect('weights' in found).toBe(false);
    }
  });

  it('equal the published six points and band of 15 (Getis-Ord example)', () => {
    const x = Float64Array.of(10, 20, 40, 15, 30, 30);
    const y = Float64Array.of(10, 10, 10, 20, 20, 30);
    expect(rowsOf(bandNeighbours({ x, y }, 15))).toEqual([
      [1, 3],
      [0, 3, 4],
      [4],
      [0, 1, 4],
      [1, 2, 3, 5],
      [4],
    ]);
  });

  it('do not change with the order of places', () => {
    const centres = scattered(200, 5);
    const order = Array.from({ length: 200 }, (_, i) => (i * 77) % 200);
    const moved = {
      x: Float64Array.from(order, (i) => centres.x[i]),
      y: Float64Array.from(order, (i) => centres.y[i]),
    };
    const before = rowsOf(bandNeighbours(centres, 120));
    rowsOf(bandNeighbours(moved, 120)).forEach((row, position) => {
      expect(row.map((j) => order[j]).sort((a, b) => a - b)).toEqual(before[order[position]]);
    });
  });

  it('of one place, of none and of all at one coordinate', () => {
    const one = { x: Float64Array.of(5), y: Float64Array.of(5) };
    expect([...islandsOf(bandNeighbours(one, 10))]).toEqual([0]);
    expect(bandNeighbours({ x: new Float64Array(0), y: new Float64Array(0) }, 10).indices.length).toBe(0);
    const stack = { x: new Float64Array(6).fill(7), y: new Float64Array(6).fill(7) };
    expect(rowsOf(bandNeighbours(stack, 1))[2]).toEqual([0, 1, 3, 4, 5]);
  });

  it('refuse a radius of 0, below 0 or none, and more pairs than memory holds', () => {
    const centres = scattered(10, 1);
    for (const radius of [0, -5, Number.NaN, Infinity]) {
      expect(() => bandNeighbours(centres, radius)).toThrow(
        expect.objectContaining({ code: 'neighbours.band' }),
      );
    }
    const refused = expect.objectContaining({ code: 'memory.neighbours' });
    const stack = { x: new Float64Array(300), y: new Float64Array(300) };
    expect(() => bandNeighbours(stack, 1, { mostPairs: 80_000 })).toThrow(refused);
    const many = { x: new Float64Array(20_000), y: new Float64Array(20_000) };
    expect(() => nearestNeighbours(many, 6000)).toThrow(refused);
  });

  it('tell how far they are, and stop where they are told to', () => {
    const centres = scattered(3000, 2);
    const told: number[] = [];
    bandNeighbours(centres, 20, { onProgress: (done, total) => told.push(done / total) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const stop = (): void => {
      throw new Error('enough');
    };
    expect(() => nearestNeighbours(centres, 3, { onProgress: stop })).toThrow('enough');
  });
});

describe('nearest neighbours', () => {
  it('equal the search through all pairs, ties to the lower number', () => {
    for (const k of [1, 4, 8, 40]) {
      const centres = scattered(400, k);
      expect(rowsOf(nearestNeighbours(centres, k))).toEqual(nearestByHand(centres, k));
    }
  });

  it('joined both ways are symmetric', () => {
    const centres = scattered(200, 3);
    const oneWay = nearestByHand(centres, 4);
    rowsOf(nearestNeighbours(centres, 4, { symmetric: true })).forEach((row, i) => {
      const expected = oneWay.map((_, j) => j).filter((j) => oneWay[i].includes(j) || oneWay[j].includes(i));
      expect(row).toEqual(expected);
    });
  });

  it('are all others where there are not more than k', () => {
    const centres = scattered(5, 8);
    for (const k of [4, 5, 100]) expect(rowsOf(nearestNeighbours(centres, k))[1]).toEqual([0, 2, 3, 4]);
    expect([...islandsOf(nearestNeighbours(scattered(1, 1), 3))]).toEqual([0]);
    expect(nearestNeighbours({ x: new Float64Array(0), y: new Float64Array(0) }, 3).offsets.length).toBe(1);
  });

  it('of places all at one coordinate are the lowest numbers', () => {
    const stack = { x: new Float64Array(50), y: new Float64Array(50) };
    const rows = rowsOf(nearestNeighbours(stack, 3));
    expect([rows[0], rows[1], rows[49]]).toEqual([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 2],
    ]);
  });

  it('refuse a number that is none', () => {
    for (const k of [0, -1, 1.5, Number.NaN, Infinity]) {
      expect(() => nearestNeighbours(scattered(5, 1), k)).toThrow(
        expect.objectContaining({ code: 'neighbours.nearest' }),
      );
    }
  });
});
