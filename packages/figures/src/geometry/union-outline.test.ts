import { describe, expect, it } from 'vitest';
import { unionOutline } from './union-outline.ts';

const square = (x: number, y: number, reversed = false) => {
  const corners = [x, y, x + 100, y, x + 100, y + 100, x, y + 100, x, y];
  if (!reversed) return Float64Array.from(corners);
  const back: number[] = [];
  for (let i = corners.length - 2; i >= 0; i -= 2) back.push(corners[i]!, corners[i + 1]!);
  return Float64Array.from(back);
};

const perimeter = (rings: readonly Float64Array[]) =>
  rings.reduce((sum, ring) => {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      sum += Math.hypot(ring[j]! - ring[i]!, ring[j + 1]! - ring[i + 1]!);
    }
    return sum;
  }, 0);

describe('unionOutline', () => {
  it('drops the edges two neighbours share, whatever their direction', () => {
    const outline = unionOutline([square(0, 0), square(100, 0, true)]);
    expect(outline).toHaveLength(1);
    expect(perimeter(outline)).toBe(600);
  });

  it('joins vertices that differ in the last bits', () => {
    expect(perimeter(unionOutline([square(0, 0), square(99.999_999, 1e-7)]))).toBeCloseTo(600, 4);
  });

  it('keeps holes and separate parts', () => {
    const around = [0, 100, 200].flatMap((x) => [0, 100, 200].map((y) => [x, y] as const));
    const ring = around.filter(([x, y]) => x !== 100 || y !== 100).map(([x, y]) => square(x, y));
    const outline = unionOutline([...ring, square(1000, 1000)]);
    expect(outline).toHaveLength(3);
    expect(perimeter(outline)).toBe(1200 + 400 + 400);
    expect(unionOutline([])).toEqual([]);
  });
});
