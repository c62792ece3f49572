import { expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { spatialBlocks } from './spatial-blocks.ts';

it('puts places of one square of the grid into one block, numbered without a gap', () => {
  const { block, blocks, sizeMeters } = spatialBlocks([0, 90, 100, 250, 10], [0, 90, 0, 350, 20], {
    size: 100,
  });
  expect(Array.from(block)).toEqual([0, 0, 1, 2, 0]);
  expect({ blocks, sizeMeters }).toEqual({ blocks: 3, sizeMeters: 100 });
  const moved = spatialBlocks([-500, -410, -400], [7000, 7090, 7000], { size: 100 });
  expect(Array.from(moved.block)).toEqual([0, 0, 1]);
});

it('by default gives about 64 blocks, wherever the places lie', () => {
  const random = randomStream(1);
  const square = Float64Array.from({ length: 5000 }, () => random.uniform() * 8000);
  const other = Float64Array.from(square, () => random.uniform() * 8000);
  expect(spatialBlocks(square, other)).toMatchObject({ blocks: 64 });
  const line = spatialBlocks(square, new Float64Array(5000));
  expect(line.blocks).toBe(64);
  // Along a diagonal most squares of the frame hold no place.
  const diagonal = spatialBlocks(square, square);
  expect(diagonal.blocks).toBeGreaterThanOrEqual(64);
  expect(diagonal.blocks).toBeLessThan(80);
  expect(Math.max(...diagonal.block)).toBe(diagonal.blocks - 1);
});

it('has one block where all places lie at one point, none without a place', () => {
  expect(spatialBlocks([3, 3], [4, 4]).blocks).toBe(1);
  expect(spatialBlocks([], []).blocks).toBe(0);
});
