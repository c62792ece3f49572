import { describe, expect, it } from 'vitest';
import { placeDiscs } from './disc-placement.ts';

const frame = { left: 0, top: 0, width: 300, height: 300 };

describe('placeDiscs', () => {
  it('keeps discs apart and inside the frame', () => {
    const targets = Array.from({ length: 12 }, (_, i) => ({
      x: 5 + (i % 4) * 9,
      y: 150 + Math.floor(i / 4) * 9,
      reach: 5,
    }));
    const discs = placeDiscs(targets, 7.5, [], frame);
    for (const [i, a] of discs.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(9);
      for (const b of discs.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(15);
    }
  });

  it('prefers ground without marked places', () => {
    const obstacles = Array.from({ length: 10 }, (_, i) => ({ x: 150 + i * 5, y: 150, weight: 3 }));
    const [disc] = placeDiscs([{ x: 150, y: 150, reach: 4 }], 7.5, obstacles, frame);
    for (const { x, y } of obstacles) expect(Math.hypot(disc!.x - x, disc!.y - y)).toBeGreaterThan(7.5);
  });
});
