import type { Position } from 'geojson';

/** Pairs of segments compared; a ring with more close neighbours than this is believed. */
const MOST_PAIRS = 50_000_000;

/** Where two sides of a ring cross, if any do; sides that only touch are no crossing. */
export function crossingOf(ring: readonly Position[]): Position | undefined {
  const sides = Array.from({ length: ring.length - 1 }, (_, i) => i);
  const left = (i: number): number => Math.min(ring[i][0], ring[i + 1][0]);
  const right = (i: number): number => Math.max(ring[i][0], ring[i + 1][0]);
  sides.sort((a, b) => left(a) - left(b) || a - b);
  let pairs = 0;
  // Sides in order of their left ends; those that end before the next one begins are let go.
  let open: number[] = [];
  for (const side of sides) {
    const from = left(side);
    open = open.filter((other) => right(other) >= from);
    for (const other of open) {
      if (pairs++ > MOST_PAIRS) return undefined;
      if (cross(ring[side], ring[side + 1], ring[other], ring[other + 1])) return ring[side];
    }
    open.push(side);
  }
  return undefined;
}

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1]))
    return false;
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Which way the path a, b, c turns: 1, -1, or 0 where rounding leaves it open. */
function turn(a: Position, b: Position, c: Position): number {
  const first = (b[0] - a[0]) * (c[1] - a[1]);
  const second = (b[1] - a[1]) * (c[0] - a[0]);
  const difference = first - second;
  return Math.abs(difference) <= 1e-12 * (Math.abs(first) + Math.abs(second)) ? 0 : Math.sign(difference);
}
