import type { PlanarPoints } from '../geometry/planar-points.ts';

/** The different coordinates of some points, ordered by x, then y. */
export interface DistinctPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Points on each. */
  readonly counts: Uint32Array;
  /** The distinct coordinate each point lies on. */
  readonly placeOf: Uint32Array;
}

/** Points on exactly one coordinate are one place, as geocoded addresses and stops are. */
export function distinctPoints({ x, y }: PlanarPoints): DistinctPoints {
  const order = Uint32Array.from(x, (_, i) => i).sort((a, b) => x[a] - x[b] || y[a] - y[b] || a - b);
  const placeOf = new Uint32Array(x.length);
  const xs: number[] = [];
  const ys: number[] = [];
  const counts: number[] = [];
  for (const i of order) {
    const last = xs.length - 1;
    if (last >= 0 && xs[last] === x[i] && ys[last] === y[i]) counts[last]++;
    else {
      xs.push(x[i]);
      ys.push(y[i]);
      counts.push(1);
    }
    placeOf[i] = xs.length - 1;
  }
  return {
    x: Float64Array.from(xs),
    y: Float64Array.from(ys),
    counts: Uint32Array.from(counts),
    placeOf,
  };
}
