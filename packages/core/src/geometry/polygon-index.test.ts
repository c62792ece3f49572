import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { indexPolygons } from './polygon-index.ts';

/** Even-odd rule, edge by edge: the slow twin. */
function containsBruteForce(rings: number[][][], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

function star(random: ReturnType<typeof randomStream>, radius: number, corners: number): number[][] {
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const r = radius * (0.6 + 0.4 * random.uniform());
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
  return [...ring, ring[0]];
}

describe('polygon index', () => {
  it('agrees with the even-odd rule on a ragged polygon with a hole', () => {
    const random = randomStream(3);
    const rings = [star(random, 1, 300), star(random, 0.3, 60)];
    const index = indexPolygons([rings]);
    for (let i = 0; i < 20_000; i++) {
      const x = 2.2 * random.uniform() - 1.1;
      const y = 2.2 * random.uniform() - 1.1;
      expect(index.contains(x, y)).toBe(containsBruteForce(rings, x, y));
    }
  });

  it('takes all polygons together', () => {
    const box = (x: number): number[][][] => [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ];
    const index = indexPolygons([box(0), box(5)]);
    expect([0.5, 3, 5.5].map((x) => index.contains(x, 0.5))).toEqual([true, false, true]);
  });
});
