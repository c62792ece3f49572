/** Metres east and north of the city's centre. */
export type XY = readonly [number, number];

export function distance(a: XY, b: XY): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function along(a: XY, b: XY, share: number): XY {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function pathLength(path: readonly XY[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) sum += distance(path[i - 1]!, path[i]!);
  return sum;
}

/** The point `metres` along a path and the unit vector to its left. */
export function pointAlong(path: readonly XY[], metres: number): { point: XY; left: XY } {
  let rest = metres;
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!;
    const b = path[i]!;
    const step = distance(a, b);
    if (rest <= step || i === path.length - 1) {
      const point = along(a, b, step === 0 ? 0 : Math.min(rest / step, 1));
      return { point, left: step === 0 ? [0, 1] : [-(b[1] - a[1]) / step, (b[0] - a[0]) / step] };
    }
    rest -= step;
  }
  return { point: path[0]!, left: [0, 1] };
}

/** The share of `a`-`b` nearest to `p` and the distance to it, metres. */
export function nearestOnEdge(p: XY, a: XY, b: XY): { share: number; metres: number } {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const square = dx * dx + dy * dy;
  const raw = square === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square;
  const share = Math.min(1, Math.max(0, raw));
  return { share, metres: distance(p, along(a, b, share)) };
}

/** Shares along both edges of their crossing, or undefined where they do not cross. */
export function crossing(a: XY, b: XY, c: XY, d: XY): { first: number; second: number } | undefined {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const det = rx * sy - ry * sx;
  if (Math.abs(det) < 1e-9) return undefined;
  const first = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / det;
  const second = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / det;
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? { first, second } : undefined;
}

export function insideRing(p: XY, ring: readonly XY[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) {
      inside = !inside;
    }
  }
  return inside;
}

/** Twice the signed area, positive for a counter-clockwise ring. */
export function signedArea(ring: readonly XY[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum;
}

/** Leaves out the inner points that lie within `metres` of the chord (Douglas & Peucker 1973). */
export function simplified(path: readonly XY[], metres: number): XY[] {
  if (path.length < 3) return [...path];
  const first = path[0]!;
  const last = path[path.length - 1]!;
  let worst = 0;
  let at = 0;
  for (let i = 1; i < path.length - 1; i++) {
    const off = nearestOnEdge(path[i]!, first, last).metres;
    if (off > worst) {
      worst = off;
      at = i;
    }
  }
  if (worst <= metres) return [first, last];
  return [...simplified(path.slice(0, at + 1), metres).slice(0, -1), ...simplified(path.slice(at), metres)];
}
