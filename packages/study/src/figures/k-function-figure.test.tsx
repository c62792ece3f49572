import { planarWindow, randomStream } from '@oryn/core';
import { expect, it } from 'vitest';
import { envelopeOfL, thinned } from './k-function-figure.tsx';

const SIDE = 10_000;
const square = planarWindow([
  [
    [
      [0, 0],
      [SIDE, 0],
      [SIDE, SIDE],
      [0, SIDE],
      [0, 0],
    ],
  ],
]);

it('draws L of plain counting of pairs, far from the edge', () => {
  const random = randomStream(2);
  // Further than 1 km from the edge no circle is cut, so every pair weighs one.
  const at = (): Float64Array => Float64Array.from({ length: 60 }, () => 3000 + 1500 * random.uniform());
  const points = { x: at(), y: at() };
  const { r, envelope } = envelopeOfL(points, square, { draws: 19, seed: 1 });
  expect(r[r.length - 1]).toBe(1000);
  for (const step of [4, 20, 64]) {
    let pairs = 0;
    for (let i = 0; i < 60; i++)
      for (let j = 0; j < 60; j++)
        if (i !== j && Math.hypot(points.x[i] - points.x[j], points.y[i] - points.y[j]) <= r[step]) pairs++;
    const k = (SIDE ** 2 * pairs) / (60 * 59);
    expect(envelope.observed[step]).toBeCloseTo(Math.sqrt(k / Math.PI), 6);
  }
  expect(envelope.test.p).toBe(0.05);
});

it('thins to points of the pattern, no point twice, alike for a seed', () => {
  const points = { x: Float64Array.from({ length: 500 }, (_, i) => i), y: new Float64Array(500) };
  const first = thinned(points, 80, 3);
  expect(first.x).toHaveLength(80);
  expect(new Set(first.x).size).toBe(80);
  expect(thinned(points, 80, 3)).toEqual(first);
  expect(thinned(points, 80, 4)).not.toEqual(first);
  expect(thinned(points, 500, 3)).toBe(points);
});
