import type { Position } from 'geojson';
import type { PlanarWindow } from '../geometry/planar-window.ts';

/** Gaps between polygons narrower than this share of the window are no edge of it: 5 m in a city of 20 km. */
const GAP_SHARE = 2.5e-4;
/** Samples along the longer side of the window at which an edge is judged. */
const SAMPLES_ALONG_SIDE = 1000;

/**
 * The edges of a window with the window on their left, ax, ay, bx, by each. Of several polygons, as of the districts
 * of a city, only what has the window on one side and nothing on the other is kept, to within the width of a gap:
 * districts drawn one by one overlap here and leave slits there, and no incident knows of it.
 */
export function outerEdges({ polygons, bounds, contains }: PlanarWindow): Float64Array {
  const edges = polygons.flatMap((polygon) =>
    polygon.flatMap((ring, hole) => directedEdges(ring, hole === 0)),
  );
  if (polygons.length === 1) return Float64Array.from(edges.flat(2));
  const side = Math.max(bounds.right - bounds.left, bounds.top - bounds.bottom);
  const gap = side * GAP_SHARE;
  const kept: number[] = [];
  for (const [[ax, ay], [bx, by]] of edges) {
    const length = Math.hypot(bx - ax, by - ay);
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    const isOuter = (along: number): boolean => {
      const [x, y] = [ax + along * ux, ay + along * uy];
      return contains(x - gap * uy, y + gap * ux) && !contains(x + gap * uy, y - gap * ux);
    };
    for (const [from, to] of outerStretches(length, (SAMPLES_ALONG_SIDE * length) / side, isOuter)) {
      kept.push(ax + from * ux, ay + from * uy);
      if (to === length) kept.push(bx, by);
      else kept.push(ax + to * ux, ay + to * uy);
    }
  }
  return Float64Array.from(kept);
}

/** Stretches of an edge, from and to along it, whose samples are outer; their ends are found by halving. */
function outerStretches(
  length: number,
  samples: number,
  isOuter: (along: number) => boolean,
): [number, number][] {
  const count = Math.max(1, Math.ceil(samples));
  const stretches: [number, number][] = [];
  let before = isOuter((0.5 / count) * length);
  let start = 0;
  for (let k = 1; k < count; k++) {
    const now = isOuter(((k + 0.5) / count) * length);
    if (now === before) continue;
    let [low, high] = [((k - 0.5) / count) * length, ((k + 0.5) / count) * length];
    for (let halving = 0; halving < 20; halving++) {
      const middle = (low + high) / 2;
      if (isOuter(middle) === before) low = middle;
      else high = middle;
    }
    if (before) stretches.push([start, high]);
    start = high;
    before = now;
  }
  if (before) stretches.push([start, length]);
  return stretches;
}

/** Edges of a ring with a length, in the direction that has the window on the left. */
function directedEdges(ring: Position[], isOuter: boolean): [Position, Position][] {
  const [[x0, y0]] = ring;
  let twice = 0;
  const edges: [Position, Position][] = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1].slice(0, 2), ring[i].slice(0, 2)];
    twice += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
    if (a[0] !== b[0] || a[1] !== b[1]) edges.push([a, b]);
  }
  return twice > 0 === isOuter ? edges : edges.map(([a, b]): [Position, Position] => [b, a]).reverse();
}
