import type { RandomStream } from '@oryn/core';
import { between, chance, pickWeighted } from './chance.ts';
import type { XY } from './geometry.ts';
import type { Cell } from './grid.ts';
import type { Sketch } from './sketch.ts';

type Local = (s: number, t: number) => XY;
type Draw = (kind: 'street' | 'lane', points: readonly XY[]) => void;

/**
 * A micro-district: apartment blocks around yards, one of three layouts, turned or mirrored. `s` and `t` run
 * from 0 to 1 over the cell.
 */
export function microDistrict(sketch: Sketch, cell: Cell, random: RandomStream): void {
  const mirrorS = chance(random, 0.5);
  const mirrorT = chance(random, 0.5);
  const turned = chance(random, 0.5);
  const local: Local = (s, t) => {
    const p = turned ? t : s;
    const q = turned ? s : t;
    const east = mirrorS ? 1 - p : p;
    const south = mirrorT ? 1 - q : q;
    return [cell.west + (cell.east - cell.west) * east, cell.north + (cell.south - cell.north) * south];
  };
  const name = `micro${cell.column}.${cell.row}`;
  const draw: Draw = (kind, points) =>
    sketch.draw(
      kind === 'street' ? `${name}.inner` : name,
      kind,
      points.map(([s, t]) => local(s, t)),
    );
  const layout = pickWeighted(random, [
    [0, 2],
    [1, 3],
    [2, 3],
  ]);
  if (layout === 0) ringLayout(draw, random);
  else if (layout === 1) spineLayout(draw, random);
  else quarterLayout(draw, random);
}

function rounded(corners: readonly XY[], radius: number): XY[] {
  const path: XY[] = [];
  for (let i = 0; i < corners.length; i++) {
    const before = corners[(i + corners.length - 1) % corners.length]!;
    const corner = corners[i]!;
    const after = corners[(i + 1) % corners.length]!;
    const toward = (other: XY, share: number): XY => {
      const length = Math.hypot(other[0] - corner[0], other[1] - corner[1]);
      const step = (radius * share) / length;
      return [corner[0] + (other[0] - corner[0]) * step, corner[1] + (other[1] - corner[1]) * step];
    };
    path.push(toward(before, 1));
    const a = toward(before, 0.4);
    const b = toward(after, 0.4);
    path.push([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], toward(after, 1));
  }
  path.push(path[0]!);
  return path;
}

/** A ring road with a green heart, entries from three or four sides, yards inside and out. */
function ringLayout(draw: Draw, random: RandomStream): void {
  const w = between(random, 0.17, 0.31);
  const e = 1 - between(random, 0.17, 0.31);
  const n = between(random, 0.19, 0.31);
  const s = 1 - between(random, 0.19, 0.31);
  draw(
    'street',
    rounded(
      [
        [w, n],
        [e, n],
        [e, s],
        [w, s],
      ],
      0.1,
    ),
  );
  const a = between(random, 0.42, 0.58);
  const b = between(random, 0.42, 0.58);
  draw('street', [
    [a, 0],
    [a, n],
  ]);
  draw('street', [
    [e, b],
    [1, b],
  ]);
  draw('street', [
    [1 - a, s],
    [1 - a, 1],
  ]);
  if (chance(random, 0.6))
    draw('street', [
      [0, 1 - b],
      [w, 1 - b],
    ]);
  // Yards outside the ring: two courts per side that open to the ring.
  for (const [from, to] of [
    [w + 0.12, a - 0.07],
    [a + 0.07, e - 0.12],
  ] as const) {
    if (to - from > 0.04)
      draw('lane', [
        [from, n],
        [from, 0.09],
        [to, 0.09],
        [to, n],
      ]);
  }
  for (const [from, to] of [
    [n + 0.12, b - 0.06],
    [b + 0.06, s - 0.12],
  ] as const) {
    if (to - from > 0.04)
      draw('lane', [
        [e, from],
        [0.91, from],
        [0.91, to],
        [e, to],
      ]);
  }
  draw('lane', [
    [w + 0.14, s],
    [w + 0.14, 0.92],
  ]);
  draw('lane', [
    [e - 0.14, s],
    [e - 0.14, 0.9],
  ]);
  draw('lane', [
    [w, n + 0.14],
    [0.08, n + 0.14],
    [0.08, n - 0.06],
  ]);
  draw('lane', [
    [w, s - 0.1],
    [0.09, s - 0.1],
  ]);
  // A long court along one outer side stops the ring from looking stamped.
  if (chance(random, 0.5))
    draw('lane', [
      [1, 0.12],
      [0.93, 0.12],
      [0.93, n - 0.08],
      [e + 0.03, n - 0.08],
    ]);
  if (chance(random, 0.5))
    draw('lane', [
      [0.12, 1],
      [0.12, 0.86],
      [w - 0.04, 0.86],
    ]);
  // Yards inside.
  const deep = between(random, 0.14, 0.2);
  draw('lane', [
    [w + 0.16, n],
    [w + 0.16, n + deep],
    [e - 0.16, n + deep],
    [e - 0.16, n],
  ]);
  draw('lane', [
    [w, s - 0.16],
    [w + 0.22, s - 0.16],
  ]);
  draw('lane', [
    [e - 0.2, s],
    [e - 0.2, s - deep],
  ]);
}

/** A bent spine from side to side with courts that alternate. */
function spineLayout(draw: Draw, random: RandomStream): void {
  const t0 = between(random, 0.4, 0.6);
  const sway = between(random, 0.05, 0.12) * (chance(random, 0.5) ? 1 : -1);
  const at = (s: number): number => t0 + sway * Math.sin(2 * Math.PI * s);
  const spine: XY[] = [];
  for (let i = 0; i <= 12; i++) spine.push([i / 12, at(i / 12)]);
  draw('street', spine);
  const through = between(random, 0.44, 0.56);
  draw('street', [
    [through, at(through)],
    [through, chance(random, 0.5) ? 0 : 1],
  ]);
  for (const [from, to] of [
    [0.1, 0.27],
    [0.62, 0.84],
  ] as const) {
    const top = between(random, 0.1, 0.16);
    draw('lane', [
      [from, at(from)],
      [from, top],
      [to, top],
      [to, at(to)],
    ]);
    const half = (from + to) / 2;
    draw('lane', [
      [half, top],
      [half, (top + at(half)) / 2],
    ]);
  }
  for (const [from, to] of [
    [0.2, 0.38],
    [0.7, 0.9],
  ] as const) {
    const foot = 1 - between(random, 0.1, 0.16);
    draw('lane', [
      [from, at(from)],
      [from, foot],
      [to, foot],
      [to, at(to)],
    ]);
    const half = (from + to) / 2;
    draw('lane', [
      [half, foot],
      [half, (foot + at(half)) / 2],
    ]);
  }
  draw('lane', [
    [0.36, at(0.36)],
    [0.36, 0.14],
  ]);
  draw('lane', [
    [0.52, at(0.52)],
    [0.52, 0.84],
  ]);
  draw('lane', [
    [0.06, at(0.06)],
    [0.06, 0.86],
  ]);
  draw('lane', [
    [0.27, 0.12],
    [0.27, 0],
  ]);
}

/** Two streets that cross off the centre, a loop and a dead end in each quarter. */
function quarterLayout(draw: Draw, random: RandomStream): void {
  const s0 = between(random, 0.42, 0.58);
  const t0 = between(random, 0.42, 0.58);
  draw('street', [
    [s0, 0],
    [s0 + 0.03, t0 / 2],
    [s0, t0],
    [s0 - 0.03, (1 + t0) / 2],
    [s0, 1],
  ]);
  draw('street', [
    [0, t0],
    [s0 / 2, t0 - 0.03],
    [s0, t0],
    [(1 + s0) / 2, t0 + 0.03],
    [1, t0],
  ]);
  for (const [ss, tt] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const s = (share: number): number => s0 + (ss - s0) * share;
    const t = (share: number): number => t0 + (tt - t0) * share;
    const near = between(random, 0.22, 0.34);
    const far = between(random, 0.74, 0.84);
    if (chance(random, 0.5)) {
      draw('lane', [
        [s(0), t(near)],
        [s(far), t(near)],
        [s(far), t(0)],
      ]);
      draw('lane', [
        [s(0.5), t(near)],
        [s(0.5), t(0.72)],
      ]);
      draw('lane', [
        [s(0), t(0.66)],
        [s(0.34), t(0.66)],
      ]);
    } else {
      draw('lane', [
        [s(near), t(0)],
        [s(near), t(far)],
        [s(far), t(far)],
        [s(far), t(0)],
      ]);
      draw('lane', [
        [s(far), t(0.5)],
        [s(0.5), t(0.5)],
      ]);
      draw('lane', [
        [s(near), t(far)],
        [s(near), t(1)],
      ]);
    }
  }
}
